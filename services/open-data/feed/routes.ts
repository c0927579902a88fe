import type { Route } from '@modellregion/kernel'

export const feedRoutes: Route[] = []
