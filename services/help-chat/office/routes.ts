import type { Route } from '@modellregion/kernel'

export const officeRoutes: readonly Route[] = []
