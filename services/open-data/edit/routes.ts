import type { Route } from '@modellregion/kernel'
import { beginRoutes } from './routes/begin.ts'
import { stepRoutes } from './routes/step.ts'
import { workshopRoutes } from './routes/workshop.ts'

export const editRoutes: Route[] = [...workshopRoutes, ...beginRoutes, ...stepRoutes]
