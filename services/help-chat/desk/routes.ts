import type { Route } from '@modellregion/kernel'

export const deskRoutes: readonly Route[] = []
