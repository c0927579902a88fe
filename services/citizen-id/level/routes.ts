import type { Route } from '@modellregion/kernel'

export const levelRoutes: readonly Route[] = []
