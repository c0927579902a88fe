import type { Route } from '@modellregion/kernel'

export const lessonRoutes: readonly Route[] = []
