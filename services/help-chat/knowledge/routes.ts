import type { Route } from '@modellregion/kernel'
import { readingRoutes } from './routes/read.ts'

export const knowledgeRoutes: readonly Route[] = [...readingRoutes]
