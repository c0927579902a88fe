import type { Route } from '@modellregion/kernel'
import { vocabularyRoutes } from '../vocabulary/routes.ts'

/** The checks themselves run where descriptions are written; what they check against can be read by everybody. */
export const checkRoutes: Route[] = vocabularyRoutes
