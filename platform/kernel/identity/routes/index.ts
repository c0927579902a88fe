import type { Config } from '../../boot/config.ts'
import type { Route } from '../../http/route.ts'
import { openProviders } from '../provider.ts'
import { accountRoutes } from './account.ts'
import { providerRoutes } from './provider.ts'
import { signInRoutes } from './sign-in.ts'
import { signOutRoutes } from './sign-out.ts'

/** Everything about signing in and out, for the providers of the deployment file. */
export function identityRoutes(config: Config): Route[] {
  const providers = openProviders(config.openId ?? [])
  return [...signInRoutes(config, providers), ...providerRoutes(providers), ...signOutRoutes(providers), ...accountRoutes]
}
