import type { Route } from '@modellregion/kernel'

export const storeRoutes: Route[] = []
