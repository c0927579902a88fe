import type { Route } from '@modellregion/kernel'

export const threadRoutes: readonly Route[] = []
