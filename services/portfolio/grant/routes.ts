import type { Route } from '@modellregion/kernel'

export const grantRoutes: readonly Route[] = []
