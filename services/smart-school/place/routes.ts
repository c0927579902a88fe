import type { Route } from '@modellregion/kernel'
import { readRoutes } from './routes/read.ts'

export const placeRoutes: readonly Route[] = [...readRoutes]
