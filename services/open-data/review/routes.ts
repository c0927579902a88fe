import type { Route } from '@modellregion/kernel'

export const reviewRoutes: Route[] = []
