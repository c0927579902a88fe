import type { Route } from '@modellregion/kernel'
import { displayRoutes } from './routes/display.ts'
import { airReadRoutes } from './routes/read.ts'

export const airRoutes: readonly Route[] = [...airReadRoutes, ...displayRoutes]
