import type { Route } from '@modellregion/kernel'

export const passkeyRoutes: readonly Route[] = []
