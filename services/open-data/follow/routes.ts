import type { Route } from '@modellregion/kernel'
import { followingRoutes } from './routes/follow.ts'
import { linkRoutes } from './routes/links.ts'
import { manageRoutes } from './routes/manage.ts'

export const followRoutes: Route[] = [...followingRoutes, ...linkRoutes, ...manageRoutes]
