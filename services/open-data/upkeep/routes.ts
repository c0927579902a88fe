import type { Route } from '@modellregion/kernel'

export const upkeepRoutes: Route[] = []
