import type { Route } from '@modellregion/kernel'
import { programRoutes } from './routes/app.ts'
import { exitRoutes } from './routes/exit.ts'

export const appRoutes: readonly Route[] = [...exitRoutes, ...programRoutes]
