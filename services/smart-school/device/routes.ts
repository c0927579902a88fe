import type { Route } from '@modellregion/kernel'

export const deviceRoutes: readonly Route[] = []
