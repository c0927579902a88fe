import type { Route } from '@modellregion/kernel'

export const loadRoutes: Route[] = []
