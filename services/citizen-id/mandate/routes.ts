import type { Route } from '@modellregion/kernel'

export const mandateRoutes: readonly Route[] = []
