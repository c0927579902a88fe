import type { Route } from '@modellregion/kernel'

export const cockpitRoutes: readonly Route[] = []
