import type { Route } from '@modellregion/kernel'

export const tokenRoutes: Route[] = []
