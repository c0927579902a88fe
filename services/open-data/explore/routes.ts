import type { Route } from '@modellregion/kernel'

export const exploreRoutes: Route[] = []
