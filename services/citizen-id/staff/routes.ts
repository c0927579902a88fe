import type { Route } from '@modellregion/kernel'

export const staffRoutes: readonly Route[] = []
