import type { Route } from '@modellregion/kernel'
import { deviceRoutes } from './routes/devices.ts'
import { enrolmentRoutes } from './routes/enrolment.ts'
import { passkeySignInRoutes } from './routes/sign-in.ts'

export const passkeyRoutes: readonly Route[] = [...passkeySignInRoutes, ...deviceRoutes, ...enrolmentRoutes]
