import type { Route } from '@modellregion/kernel'

export const scimRoutes: readonly Route[] = []
