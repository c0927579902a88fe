import type { Route } from '@modellregion/kernel'
import { dataRoutes } from './routes/data.ts'
import { editingRoutes } from './routes/edit.ts'
import { importRoutes } from './routes/import.ts'
import { movingRoutes } from './routes/move.ts'
import { readingRoutes } from './routes/read.ts'

export const programmeRoutes: readonly Route[] = [...readingRoutes, ...dataRoutes, ...editingRoutes, ...movingRoutes, ...importRoutes]
