import type { Route } from '@modellregion/kernel'

export const ingestRoutes: readonly Route[] = []
