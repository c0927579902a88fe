import type { Route } from '@modellregion/kernel'
import { planReadRoutes } from './routes/read.ts'
import { planWriteRoutes } from './routes/write.ts'

export const lessonPlanRoutes: readonly Route[] = [...planReadRoutes, ...planWriteRoutes]
