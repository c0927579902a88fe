import type { Route } from '@modellregion/kernel'
import { bookingRoutes } from './routes/booking.ts'
import { callRoutes } from './routes/call.ts'
import { noticeRoutes } from './routes/notice.ts'
import { readRoutes } from './routes/read.ts'
import { statementRoutes } from './routes/statement.ts'

export const grantRoutes: readonly Route[] = [...readRoutes, ...noticeRoutes, ...callRoutes, ...bookingRoutes, ...statementRoutes]
