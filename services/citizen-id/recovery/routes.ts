import type { Route } from '@modellregion/kernel'

export const recoveryRoutes: readonly Route[] = []
