import type { Route } from '@modellregion/kernel'

export const checkRoutes: Route[] = []
