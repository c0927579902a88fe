import type { Route } from '@modellregion/kernel'

export const adoptionRoutes: readonly Route[] = []
