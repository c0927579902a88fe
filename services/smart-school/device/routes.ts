import type { Route } from '@modellregion/kernel'
import { moveRoutes } from './routes/move.ts'
import { deviceReadRoutes } from './routes/read.ts'
import { deviceWriteRoutes } from './routes/write.ts'

export const deviceRoutes: readonly Route[] = [...moveRoutes, ...deviceWriteRoutes, ...deviceReadRoutes]
