import type { Route } from '@modellregion/kernel'

export const programmeRoutes: readonly Route[] = []
