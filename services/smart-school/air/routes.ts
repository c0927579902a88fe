import type { Route } from '@modellregion/kernel'

export const airRoutes: readonly Route[] = []
