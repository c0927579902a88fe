import type { Route } from '@modellregion/kernel'

export const alarmRoutes: readonly Route[] = []
