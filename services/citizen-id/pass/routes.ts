import type { Route } from '@modellregion/kernel'

export const passRoutes: readonly Route[] = []
