import type { Route } from '@modellregion/kernel'

export const safetyRoutes: readonly Route[] = []
