import type { Route } from '@modellregion/kernel'

export const casesRoutes: readonly Route[] = []
