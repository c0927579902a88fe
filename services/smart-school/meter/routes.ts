import type { Route } from '@modellregion/kernel'

export const meterRoutes: readonly Route[] = []
