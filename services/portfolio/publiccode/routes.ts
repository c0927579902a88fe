import type { Route } from '@modellregion/kernel'

export const publiccodeRoutes: readonly Route[] = []
