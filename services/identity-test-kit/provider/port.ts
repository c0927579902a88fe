import { identityTestKitPort, type IdentityTestKit } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'
import { simulatorKey } from './keys.ts'
import { findParty, saveParty } from './queries.ts'
import type { Kind, Party } from './schema.ts'

/** Names of the simulators: nobody can take them for real ones. */
export const simulatorIssuer = (origin: string, kind: Kind): string => `${origin}/identity-test-kit/${kind}`

/** Registers who asks and says how. Nothing outside of demonstrations. */
export const identityTestKit: IdentityTestKit<Platform> & { id: typeof identityTestKitPort } = {
  id: identityTestKitPort,
  connect: async (platform, town, origin, kind, relyingParty) => {
    if (!platform.config.demo) return undefined
    const party: Party = { kind, ...relyingParty }
    const enter = (access: 'read' | 'write') => ({ tenant: town.id, service: 'identity-test-kit', access, now: platform.now() })
    const known = await platform.database.unit(enter('read'), (db) => findParty(db, kind, party.issuer))
    if (!known || !isSame(known, party)) await platform.database.unit(enter('write'), (db) => saveParty(db, party))
    const issuer = simulatorIssuer(origin, kind)
    const [signing, encryption] = await Promise.all([simulatorKey(platform, town.id, `${kind}-signing`), simulatorKey(platform, town.id, `${kind}-encryption`)])
    return { address: issuer, issuer, signingKey: signing.publicKey, encryptionKey: encryption.publicKey }
  },
}

const isSame = (a: Party, b: Party): boolean =>
  a.answersTo === b.answersTo && a.signingCertificate === b.signingCertificate && a.encryptionCertificate === b.encryptionCertificate
