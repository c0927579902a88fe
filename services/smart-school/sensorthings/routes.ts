import type { Route } from '@modellregion/kernel'

export const sensorthingsRoutes: readonly Route[] = []
