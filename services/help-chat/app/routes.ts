import type { Route } from '@modellregion/kernel'
import { exitRoutes } from './routes/exit.ts'

export const appRoutes: readonly Route[] = [...exitRoutes]
