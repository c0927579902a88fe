import type { Route } from '@modellregion/kernel'
import { deskRoutes } from './routes/desk.ts'
import { personRoutes } from './routes/person.ts'

export const threadRoutes: readonly Route[] = [...personRoutes, ...deskRoutes]
