import { audit, type Ask } from '@modellregion/kernel'
import { levelOfSignIn } from '../level/rules.ts'
import type { Proof } from '../sign-in/finish.ts'
import { keyIdOf, readKeyUse } from './ceremony.ts'
import { challengeHash, newChallenge, openChallenge, type Binding } from './challenge.ts'
import { findKey, useChallenge, useKey } from './queries.ts'
import { relyingParty } from './relying-party.ts'
import { isClone } from './rules.ts'
import type { KeyOfPerson } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'write'>

/** As long as a sign-in may wait. */
const openFor = 3_600

const bindingOf = (uid: string): Binding => ({ purpose: 'sign-in', of: uid })

/** The challenge for the keys of this waiting sign-in. */
export const signInChallenge = (ask: Asks, uid: string): Promise<string> => newChallenge(ask, bindingOf(uid), openFor)

/** Why a key did not let anybody in. `clone`: its counter has gone back, so there are two of it. */
export type KeyRefusal = 'unknown' | 'invalid' | 'clone' | 'locked'

/** Who has answered with which key, at which level; or why not. Each challenge counts once. */
export async function proofByKey(ask: Asks, uid: string, answer: string): Promise<Proof | KeyRefusal> {
  const used = await answeredKey(ask, bindingOf(uid), answer)
  if (typeof used === 'string') return used
  return { personId: used.personId, method: 'passkey', level: levelOfSignIn(used, { method: 'passkey', credential: used }, ask.now), credentialId: used.id }
}

/** The key with which this very challenge was answered, its use noted; in one unit of work. */
export async function answeredKey(ask: Asks, binding: Binding, answer: string): Promise<KeyOfPerson | KeyRefusal> {
  const party = relyingParty(ask)
  const webauthnId = keyIdOf(answer)
  if (!party || webauthnId === undefined) return 'invalid'
  return await ask.write(async (db) => {
    const key = await findKey(db, webauthnId)
    if (!key) return 'unknown'
    let expiresAt: Date | undefined
    const use = await readKeyUse(party, answer, key, async (challenge) => (expiresAt = await openChallenge(ask, binding, challenge)) !== undefined)
    if (!use || !expiresAt) return 'invalid'
    if (key.lockedAt !== null) return 'locked'
    if (isClone(key.counter, use.counter)) {
      // The same answer once more is no sign of a copy.
      if (!(await useChallenge(db, challengeHash(use.challenge), expiresAt))) return 'invalid'
      await audit(db, { action: 'key.copied', subject: `credential/${key.id}` })
      return 'clone'
    }
    const counted = await useKey(db, { id: key.id, counter: use.counter, deviceBound: use.deviceBound, challengeHash: challengeHash(use.challenge), expiresAt })
    return counted === 0 ? 'invalid' : { ...key, deviceBound: key.deviceBound && use.deviceBound }
  })
}
