import type { Route } from '@modellregion/kernel'

export const notificationRoutes: readonly Route[] = []
