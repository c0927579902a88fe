import { townIdentityPort, type TownIdentity } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { platformClientId, platformClientSecret } from './clients.ts'
import { actForSelf } from '../mandate/self.ts'
import { endSessions } from './end-sessions.ts'
import { homeOf } from './instances.ts'
import { issuerOf } from './issuer.ts'

/** What the platform asks of the provider that it serves itself. */
export const townIdentity: TownIdentity<Platform> & { id: typeof townIdentityPort } = {
  id: townIdentityPort,
  registration: async (platform, town, origin) => ({
    issuer: issuerOf(town.hosts, origin),
    clientId: platformClientId,
    clientSecret: await platformClientSecret(platform, town.id),
  }),
  endSessions: (platform, town, which) => endSessions(platform, town, homeOf(platform, town), which),
  actForSelf: (platform, town, sid) => actForSelf(platform, town.id, sid),
}
