import type { Route } from '@modellregion/kernel'

export const waterRoutes: readonly Route[] = []
