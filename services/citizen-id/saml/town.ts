import { identityTestKitPort, type IdentityTestKit, type RelyingParty, type SimulatedProvider } from '@modellregion/contracts'
import type { Ask, Platform } from '@modellregion/kernel'
import { canonicalOrigin } from '../provider/issuer.ts'
import type { SamlSource, Source } from './schema.ts'

export type TownAsks = Pick<Ask, 'platform' | 'tenant' | 'url'>

/** The town's address as identity providers know it. */
export const originOf = ({ tenant, url }: TownAsks): string => canonicalOrigin(tenant.hosts, url.origin)

/** Whether this way in is there: by the deployment file, or simulated in a demonstration with the test kit. */
export function offered(ask: TownAsks, source: Source): 'real' | 'simulated' | undefined {
  if (ask.platform.config.identity?.[source]) return 'real'
  return testKitOf(ask) ? 'simulated' : undefined
}

/** Registers the town at the simulator, as a contract with a real provider does. Undefined where there is none. */
export const simulated = async (ask: TownAsks, source: SamlSource, party: RelyingParty): Promise<SimulatedProvider | undefined> =>
  await testKitOf(ask)?.connect(ask.platform, ask.tenant, originOf(ask), source, party)

function testKitOf({ platform, tenant }: TownAsks): IdentityTestKit<Platform> | undefined {
  if (!platform.config.demo) return undefined
  const offering = platform.registry.services.find((service) => service.offers?.[identityTestKitPort] !== undefined)
  return offering && tenant.services.includes(offering.id) ? platform.port<IdentityTestKit<Platform>>(identityTestKitPort) : undefined
}
