import type { Route } from '@modellregion/kernel'

export const hackdayRoutes: Route[] = []
