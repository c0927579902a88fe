import type { Route } from '@modellregion/kernel'

export const walletRoutes: readonly Route[] = []
