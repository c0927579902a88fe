import type { Route } from '@modellregion/kernel'
import { appRoutes } from './routes/app.ts'
import { ownRoutes } from './routes/own.ts'
import { pairingRoutes } from './routes/pairing.ts'
import { phoneRoutes } from './routes/phone.ts'
import { screenRoutes } from './routes/screen.ts'

export const passRoutes: readonly Route[] = [...appRoutes, ...screenRoutes, ...phoneRoutes, ...ownRoutes, ...pairingRoutes]
