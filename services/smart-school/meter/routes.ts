import type { Route } from '@modellregion/kernel'
import { describeRoutes } from './routes/describe.ts'
import { exchangeRoutes } from './routes/exchange.ts'
import { meterPageRoutes } from './routes/meter.ts'
import { registerRoutes } from './routes/register.ts'

export const meterRoutes: readonly Route[] = [...meterPageRoutes, ...exchangeRoutes, ...registerRoutes, ...describeRoutes]
