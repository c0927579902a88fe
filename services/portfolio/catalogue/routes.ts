import type { Route } from '@modellregion/kernel'
import { apiRoutes } from './routes/api.ts'
import { entryRoutes } from './routes/entry.ts'
import { listRoutes } from './routes/list.ts'
import { shelfRoutes } from './routes/shelf.ts'
import { supplierRoutes } from './routes/supplier.ts'
import { versionRoutes } from './routes/version.ts'

export const catalogueRoutes: readonly Route[] = [...listRoutes, ...entryRoutes, ...apiRoutes, ...shelfRoutes, ...versionRoutes, ...supplierRoutes]
