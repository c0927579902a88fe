import type { Route } from '@modellregion/kernel'

export const discussionRoutes: Route[] = []
