import type { Route } from '@modellregion/kernel'

export const catalogueRoutes: readonly Route[] = []
