import type { Route } from '@modellregion/kernel'

export const documentRoutes: readonly Route[] = []
