import type { Route } from '@modellregion/kernel'
import { readRoutes } from './routes/read.ts'
import { writeRoutes } from './routes/write.ts'

export const hackdayRoutes: Route[] = [...readRoutes, ...writeRoutes]
