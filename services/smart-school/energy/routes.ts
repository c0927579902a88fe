import type { Route } from '@modellregion/kernel'

export const energyRoutes: readonly Route[] = []
