import type { Route } from '@modellregion/kernel'

export const codecRoutes: readonly Route[] = []
