import type { Route } from '@modellregion/kernel'

export const networkRoutes: readonly Route[] = []
