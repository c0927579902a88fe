import type { Route } from '@modellregion/kernel'
import { checkRoutes } from './routes/check.ts'
import { exportRoutes } from './routes/export.ts'
import { importRoutes } from './routes/import.ts'

export const publiccodeRoutes: readonly Route[] = [...checkRoutes, ...importRoutes, ...exportRoutes]
