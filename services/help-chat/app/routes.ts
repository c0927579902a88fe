import type { Route } from '@modellregion/kernel'

export const appRoutes: readonly Route[] = []
