import type { Route } from '@modellregion/kernel'

export const seriesRoutes: Route[] = []
