import type { Route } from '@modellregion/kernel'

export const eidRoutes: readonly Route[] = []
