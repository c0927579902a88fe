import type { Route } from '@modellregion/kernel'

export const scanRoutes: Route[] = []
