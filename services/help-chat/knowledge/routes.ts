import type { Route } from '@modellregion/kernel'
import { editingRoutes } from './routes/edit.ts'
import { filmRoutes } from './routes/film.ts'
import { readingRoutes } from './routes/read.ts'

export const knowledgeRoutes: readonly Route[] = [...readingRoutes, ...filmRoutes, ...editingRoutes]
