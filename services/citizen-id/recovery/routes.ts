import type { Route } from '@modellregion/kernel'
import { counterRoutes } from './routes/counter.ts'
import { recoverRoutes } from './routes/recover.ts'

export const recoveryRoutes: readonly Route[] = [...recoverRoutes, ...counterRoutes]
