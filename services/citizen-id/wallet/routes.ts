import type { Route } from '@modellregion/kernel'
import { personRoutes } from './routes/person.ts'
import { phoneRoutes } from './routes/phone.ts'
import { protocolRoutes } from './routes/protocol.ts'

export const walletRoutes: readonly Route[] = [...protocolRoutes, ...personRoutes, ...phoneRoutes]
