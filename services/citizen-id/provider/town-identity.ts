import { townIdentityPort, type TownIdentity } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

export const townIdentity: TownIdentity<Platform> & { id: typeof townIdentityPort } = {
  id: townIdentityPort,
  registration: async (_platform, _town, origin) => ({ issuer: `${origin}/id`, clientId: 'modellregion', clientSecret: '' }),
  endSessions: async () => {},
}
