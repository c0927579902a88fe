import type { Route } from '@modellregion/kernel'

export const statisticsRoutes: readonly Route[] = []
