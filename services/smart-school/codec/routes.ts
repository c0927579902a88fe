import type { Route } from '@modellregion/kernel'
import { readingRoutes } from './routes/read.ts'
import { replayRoutes } from './routes/replay.ts'
import { writingRoutes } from './routes/write.ts'

export const codecRoutes: readonly Route[] = [...writingRoutes, ...readingRoutes, ...replayRoutes]
