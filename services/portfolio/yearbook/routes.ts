import type { Route } from '@modellregion/kernel'

export const yearbookRoutes: readonly Route[] = []
