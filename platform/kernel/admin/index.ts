import type { Route } from '../http/route.ts'
import { contentRoutes } from './routes/content.ts'
import { newTownRoutes } from './routes/new-town.ts'
import { newsAdminRoutes } from './routes/news.ts'
import { operationRoutes } from './routes/operations.ts'
import { overviewRoutes } from './routes/overview.ts'
import { peopleRoutes } from './routes/people.ts'
import { requestRoutes } from './routes/requests.ts'
import { reviewRoutes } from './routes/review.ts'
import { townRoutes } from './routes/town.ts'

export { adminAccess } from './access.ts'
export const adminRoutes: readonly Route[] = [...overviewRoutes, ...newTownRoutes, ...townRoutes, ...peopleRoutes, ...requestRoutes, ...reviewRoutes, ...newsAdminRoutes, ...contentRoutes, ...operationRoutes]
