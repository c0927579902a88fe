import type { Route } from '@modellregion/kernel'
import { consentRoutes } from './routes/consent.ts'

export const providerRoutes: readonly Route[] = [...consentRoutes]
