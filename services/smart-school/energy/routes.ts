import type { Route } from '@modellregion/kernel'
import { accountRoutes } from './routes/account.ts'
import { openRoutes } from './routes/open.ts'
import { rankingRoutes } from './routes/ranking.ts'
import { readingRoutes } from './routes/read.ts'

export const energyRoutes: readonly Route[] = [...readingRoutes, ...rankingRoutes, ...accountRoutes, ...openRoutes]
