import type { Route } from '@modellregion/kernel'
import { firstPasswordRoutes } from './routes/first-password.ts'
import { registerRoutes } from './routes/register.ts'
import { securityRoutes } from './routes/security.ts'
import { passwordSignInRoutes } from './routes/sign-in.ts'

export const passwordRoutes: readonly Route[] = [...passwordSignInRoutes, ...registerRoutes, ...securityRoutes, ...firstPasswordRoutes]
