import type { Route } from '@modellregion/kernel'
import { publicRoutes } from './routes/public.ts'
import { vaultRoutes } from './routes/vault.ts'

/** The office: its public list, its own pages, its confidants' keys. */
export const officeRoutes: readonly Route[] = [...publicRoutes, ...vaultRoutes]
