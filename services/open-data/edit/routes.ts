import type { Route } from '@modellregion/kernel'

export const editRoutes: Route[] = []
