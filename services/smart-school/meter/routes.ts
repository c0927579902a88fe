import type { Route } from '@modellregion/kernel'
import { describeRoutes } from './routes/describe.ts'
import { meterPageRoutes } from './routes/meter.ts'

export const meterRoutes: readonly Route[] = [...meterPageRoutes, ...describeRoutes]
