import type { Route } from '@modellregion/kernel'

export const placeRoutes: readonly Route[] = []
