import type { Route } from '@modellregion/kernel'

export const providerRoutes: readonly Route[] = []
