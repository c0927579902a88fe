import type { Route } from '@modellregion/kernel'

export const blueprintRoutes: readonly Route[] = []
