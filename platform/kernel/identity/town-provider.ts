import { townIdentityPort, type TownIdentity } from '@modellregion/contracts'
import type { OpenIdProviderConfig } from '../boot/config.ts'
import type { Platform } from '../boot/platform.ts'
import type { Ask } from '../http/route.ts'
import { openProvider, openProviders, type Provider } from './provider.ts'
import { eidasLevels } from './rules.ts'

/** Id of the town's own provider among all that one may sign in at. */
export const townProviderId = 'town'

export type FindProviders = (ask: Pick<Ask, 'platform' | 'tenant' | 'url'>) => Promise<ReadonlyMap<string, Provider>>

/** The providers of the deployment file and, first, the town's own when the town has that service. */
export function providersOf(settings: readonly OpenIdProviderConfig[]): FindProviders {
  const foreign = openProviders(settings)
  const own = new Map<string, Provider>()
  return async ({ platform, tenant, url }) => {
    const identity = townIdentity(platform, tenant)
    if (!identity) return foreign
    const registration = await identity.registration(platform, tenant, url.origin)
    const key = `${tenant.id} ${registration.issuer} ${registration.clientSecret}`
    const known = own.get(key)
    if (known) return new Map([[townProviderId, known], ...foreign])
    const { fetch } = platform.loopback
    const opened: Provider = { ...openProvider({ id: townProviderId, name: tenant.name, levels: { ...eidasLevels }, ...registration }, fetch), own: true }
    own.set(key, opened)
    return new Map([[townProviderId, opened], ...foreign])
  }
}

/** The port of the identity service, where it is installed and the town has it. */
export function townIdentity(platform: Platform, tenant: Ask['tenant']): TownIdentity<Platform> | undefined {
  const offering = platform.registry.services.find((service) => service.offers?.[townIdentityPort] !== undefined)
  return offering && tenant.services.includes(offering.id) ? platform.port<TownIdentity<Platform>>(townIdentityPort) : undefined
}
