import type { Route } from '@modellregion/kernel'

export const signInRoutes: readonly Route[] = []
