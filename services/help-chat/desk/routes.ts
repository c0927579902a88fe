import type { Route } from '@modellregion/kernel'
import { keptRoutes } from './routes/kept.ts'
import { pageRoutes } from './routes/page.ts'
import { vaultRoutes } from './routes/vault.ts'

export const deskRoutes: readonly Route[] = [...pageRoutes, ...vaultRoutes, ...keptRoutes]
