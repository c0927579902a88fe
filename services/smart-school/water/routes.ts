import type { Route } from '@modellregion/kernel'
import { waterExportRoutes } from './routes/export.ts'
import { planningRoutes } from './routes/plan.ts'
import { waterReadRoutes } from './routes/read.ts'
import { signingRoutes } from './routes/sign.ts'

export const waterRoutes: readonly Route[] = [...waterReadRoutes, ...signingRoutes, ...planningRoutes, ...waterExportRoutes]
