import type { Route } from '@modellregion/kernel'
import { dataRoutes } from './routes/data.ts'
import { editingRoutes } from './routes/edit.ts'
import { factsRoutes } from './routes/facts.ts'
import { importRoutes } from './routes/import.ts'
import { kdnRoutes } from './routes/kdn.ts'
import { movingRoutes } from './routes/move.ts'
import { readingRoutes } from './routes/read.ts'
import { removingRoutes } from './routes/remove.ts'

export const programmeRoutes: readonly Route[] = [...readingRoutes, ...dataRoutes, ...factsRoutes, ...editingRoutes, ...kdnRoutes, ...movingRoutes, ...removingRoutes, ...importRoutes]
