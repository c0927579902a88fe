import type { Route } from '@modellregion/kernel'

export const clientRoutes: readonly Route[] = []
