import type { Route } from '@modellregion/kernel'
import { deskNoticeRoutes } from './routes/desk.ts'
import { personNoticeRoutes } from './routes/person.ts'

export const notificationRoutes: readonly Route[] = [...personNoticeRoutes, ...deskNoticeRoutes]
