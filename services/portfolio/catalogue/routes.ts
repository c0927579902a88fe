import type { Route } from '@modellregion/kernel'
import { apiRoutes } from './routes/api.ts'
import { entryRoutes } from './routes/entry.ts'
import { listRoutes } from './routes/list.ts'

export const catalogueRoutes: readonly Route[] = [...listRoutes, ...entryRoutes, ...apiRoutes]
