import type { Route } from '@modellregion/kernel'
import { deskRoutes } from './routes/desk.ts'
import { personRoutes } from './routes/person.ts'
import { streamRoutes } from './routes/stream.ts'

export const threadRoutes: readonly Route[] = [...personRoutes, ...deskRoutes, ...streamRoutes]
