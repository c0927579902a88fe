import type { Route } from '@modellregion/kernel'
import { consentRoutes } from './routes/consent.ts'
import { keyRoutes } from './routes/keys.ts'
import { logoutRoutes } from './routes/logout.ts'

export const providerRoutes: readonly Route[] = [...consentRoutes, ...keyRoutes, ...logoutRoutes]
