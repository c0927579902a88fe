import type { Route } from '@modellregion/kernel'
import { meterPageRoutes } from './routes/meter.ts'

export const meterRoutes: readonly Route[] = meterPageRoutes
