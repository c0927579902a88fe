import type { Route } from '@modellregion/kernel'
import { submitRoutes } from './routes/submit.ts'

export const reviewRoutes: Route[] = [...submitRoutes]
