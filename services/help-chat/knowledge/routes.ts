import type { Route } from '@modellregion/kernel'
import { editingRoutes } from './routes/edit.ts'
import { readingRoutes } from './routes/read.ts'

export const knowledgeRoutes: readonly Route[] = [...readingRoutes, ...editingRoutes]
