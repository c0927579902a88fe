import type { Route } from '@modellregion/kernel'
import { adoptRoutes } from './routes/adopt.ts'
import { openRoutes } from './routes/open.ts'
import { ownRoutes } from './routes/own.ts'
import { packageRoutes } from './routes/package.ts'
import { reportRoutes } from './routes/report.ts'

export const adoptionRoutes: readonly Route[] = [...adoptRoutes, ...packageRoutes, ...ownRoutes, ...reportRoutes, ...openRoutes]
