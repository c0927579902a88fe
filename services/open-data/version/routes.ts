import type { Route } from '@modellregion/kernel'

export const versionRoutes: Route[] = []
