import type { Route } from '@modellregion/kernel'
import { bookingRoutes } from './routes/booking.ts'
import { callRoutes } from './routes/call.ts'
import { importRoutes } from './routes/import.ts'
import { noticeRoutes } from './routes/notice.ts'
import { rateRoutes } from './routes/rate.ts'
import { readRoutes } from './routes/read.ts'
import { statementRoutes } from './routes/statement.ts'

export const grantRoutes: readonly Route[] = [...readRoutes, ...noticeRoutes, ...callRoutes, ...bookingRoutes, ...importRoutes, ...statementRoutes, ...rateRoutes]
