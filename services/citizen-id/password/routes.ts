import type { Route } from '@modellregion/kernel'

export const passwordRoutes: readonly Route[] = []
