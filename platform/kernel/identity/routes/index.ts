import type { Config } from '../../boot/config.ts'
import type { Route } from '../../http/route.ts'
import { keptFormRoutes } from './kept-form.ts'
import { providersOf } from '../town-provider.ts'
import { actingRoutes } from './acting.ts'
import { accountRoutes } from './account.ts'
import { providerRoutes } from './provider.ts'
import { signInRoutes } from './sign-in.ts'
import { signOutRoutes } from './sign-out.ts'

/** Everything about signing in and out, for the providers of the deployment file. */
export function identityRoutes(config: Config): Route[] {
  const find = providersOf(config.openId ?? [])
  return [...signInRoutes(config, find), ...providerRoutes(find), ...signOutRoutes(find), ...accountRoutes, ...actingRoutes, ...keptFormRoutes]
}
