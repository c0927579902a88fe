import type { Route } from '@modellregion/kernel'
import { askRoutes } from './routes/ask.ts'
import { feedRoutes } from './routes/feed.ts'
import { handleRoutes } from './routes/handle.ts'
import { listRoutes } from './routes/list.ts'
import { requestPageRoutes } from './routes/request.ts'
import { returnRoutes } from './routes/return.ts'

export const requestRoutes: Route[] = [...listRoutes, ...askRoutes, ...returnRoutes, ...feedRoutes, ...requestPageRoutes, ...handleRoutes]
