import type { Route } from '@modellregion/kernel'
import { readRoutes } from './routes/read.ts'
import { decisionRoutes } from './routes/review.ts'
import { settingRoutes } from './routes/settings.ts'
import { submitRoutes } from './routes/submit.ts'

// The fixed addresses before `/open-data/review/:id`.
export const reviewRoutes: Route[] = [...submitRoutes, ...readRoutes, ...settingRoutes, ...decisionRoutes]
