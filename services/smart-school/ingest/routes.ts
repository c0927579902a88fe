import type { Route } from '@modellregion/kernel'
import { frameRoutes } from './routes/frames.ts'
import { readingRoutes } from './routes/reading.ts'
import { tableRoutes } from './routes/table.ts'
import { quarantineRoutes } from './routes/quarantine.ts'
import { sourceRoutes } from './routes/source.ts'
import { webhookRoutes } from './routes/webhook.ts'

export const ingestRoutes: readonly Route[] = [...webhookRoutes, ...frameRoutes, ...sourceRoutes, ...quarantineRoutes, ...readingRoutes, ...tableRoutes]
