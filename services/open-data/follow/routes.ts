import type { Route } from '@modellregion/kernel'

export const followRoutes: Route[] = []
