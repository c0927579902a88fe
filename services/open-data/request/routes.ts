import type { Route } from '@modellregion/kernel'

export const requestRoutes: Route[] = []
