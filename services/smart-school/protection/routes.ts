import type { Route } from '@modellregion/kernel'

export const protectionRoutes: readonly Route[] = []
