import type { Route } from '@modellregion/kernel'

export const bundidRoutes: readonly Route[] = []
