import type { Route } from '@modellregion/kernel'

export const attachmentRoutes: readonly Route[] = []
