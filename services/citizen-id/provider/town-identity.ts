import { townIdentityPort, type TownIdentity } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { platformClientId, platformClientSecret } from './clients.ts'
import { actForSelf } from '../mandate/self.ts'
import { endSessions } from './end-sessions.ts'
import { homeOf } from './instances.ts'
import { issuerOf } from './issuer.ts'
import { deleteTokensOf, lockPerson } from './queries.ts'
import { findPerson } from '../person/queries.ts'
import type { KeyStep } from './key-rules.ts'
import { rotate } from './rotate.ts'

/** What the platform asks of the provider that it serves itself. */
export const townIdentity: TownIdentity<Platform> & { id: typeof townIdentityPort } = {
  id: townIdentityPort,
  registration: async (platform, town, origin) => ({
    issuer: issuerOf(town.hosts, origin),
    clientId: platformClientId,
    clientSecret: await platformClientSecret(platform, town.id),
  }),
  endSessions: (platform, town, which) => endSessions(platform, town, homeOf(platform, town), which),
  setLocked: async (platform, town, subject, locked) => {
    const enter = { tenant: town.id, service: 'citizen-id', access: 'write', now: platform.now() } as const
    await platform.database.unit(enter, async (db) => {
      await lockPerson(db, subject, locked)
      if (locked) await deleteTokensOf(db, subject)
    })
    if (locked) await endSessions(platform, town, homeOf(platform, town), { subject })
  },
  actForSelf: (platform, town, sid) => actForSelf(platform, town.id, sid),
  rotateKeys: async (platform, town, wish) => (await rotate({ platform, tenantId: town.id }, wish)).map(lineOf),
  deletePath: '/citizen-id/delete',
  isUnused: async (platform, town, subject, since) => {
    const person = await platform.database.unit({ tenant: town.id, service: 'citizen-id', access: 'read', now: platform.now() }, (db) => findPerson(db, subject))
    return person === undefined || person.lastUsedAt < since
  },
}

function lineOf(step: KeyStep): string {
  if (step.do === 'delete') return `The key ${step.kid} is no longer published.`
  if (step.do === 'switch') return `${step.algorithm}: ${step.to} signs from now on, ${step.from} stays published.`
  return step.state === 'next' ? `${step.algorithm}: a next key is published. It signs in 24 hours, by the nightly job.` : `${step.algorithm}: a new key signs from now on.`
}
