import type { Route } from '@modellregion/kernel'
import { keptRoutes } from './routes/kept.ts'
import { pageRoutes } from './routes/page.ts'

export const deskRoutes: readonly Route[] = [...pageRoutes, ...keptRoutes]
