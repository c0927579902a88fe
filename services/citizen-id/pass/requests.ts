import { randomInt } from 'node:crypto'
import { audit, newId, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { isAtLeast, levelOfSignIn } from '../level/rules.ts'
import { keyIdOf, readKeyUse } from '../passkey/ceremony.ts'
import { challengeHash } from '../passkey/challenge.ts'
import { findKey, useKey } from '../passkey/queries.ts'
import { relyingParty } from '../passkey/relying-party.ts'
import { isClone } from '../passkey/rules.ts'
import type { Level } from '../person/schema.ts'
import { approveRequest, declineRequest, insertRequest, replaceRequests } from './queries.ts'
import { fetchTerm, requestTerm } from './rules.ts'
import type { DeclineReason, PassContext, PassRequest } from './schema.ts'
import type { Secrets } from './secrets.ts'

export type PassWish = {
  origin: 'screen' | 'ciba'
  /** The waiting sign-in, or the `auth_req_id` of CIBA. */
  askedBy: string
  /** What is needed to tell whoever asked, encrypted by them; handed to `onDecision`. */
  handle?: string
  context: PassContext
  wanted?: Level | undefined
  /** Only this person is asked (CIBA). A screen does not know who will answer. */
  personId?: string
}

/** Asks the Pass. What the same sign-in had asked before is over. Returns the id; the code of a screen's question is `secrets.code(id)`. */
export async function openPassRequest(db: UnitOfWork, secrets: Secrets, { origin, askedBy, handle, context, wanted, personId }: PassWish): Promise<string> {
  const id = newId(db.now)
  const asked = secrets.askedBy(askedBy)
  await replaceRequests(db, asked)
  await insertRequest(db, {
    id,
    origin,
    askedBy: asked,
    handle: handle ?? null,
    codeHash: origin === 'screen' ? secrets.codeHash(secrets.code(id)) : null,
    context,
    wanted: wanted ?? null,
    number: randomInt(10, 100),
    personId: personId ?? null,
    expiresAt: new Date(db.now.getTime() + requestTerm),
  })
  return id
}

/** Why a confirmation did not count. After `wrong-number` and `over` the question has ended; after the others the phone may try again. */
export type ApprovalRefusal = 'wrong-number' | 'over' | 'unknown' | 'invalid' | 'clone' | 'locked' | 'too-low' | 'other-person'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'write'>

/**
 * Takes the confirmation of a phone: the number of the screen was chosen, and a Pass has signed exactly what was shown together with it, with the
 * person verified. The question and the key's counter change in one unit.
 */
export async function approve(ask: Asks, secrets: Secrets, request: PassRequest, { number, answer }: { number: number; answer: string }): Promise<{ approved: true; personId: string; level: Level } | { approved: false; why: ApprovalRefusal }> {
  const no = (why: ApprovalRefusal) => ({ approved: false as const, why })
  if (number !== request.number) {
    await decline(ask, request, 'wrong-number')
    return no('wrong-number')
  }
  const party = relyingParty(ask)
  const webauthnId = keyIdOf(answer)
  if (!party || webauthnId === undefined) return no('invalid')
  const expected = secrets.challenge(request, number)
  return await ask.write(async (db) => {
    const key = await findKey(db, webauthnId)
    if (!key || key.kind !== 'pass') return no('unknown')
    const use = await readKeyUse(party, answer, key, (challenge) => challenge === expected)
    if (!use) return no('invalid')
    if (key.lockedAt !== null) return no('locked')
    if (request.personId !== null && request.personId !== key.personId) return no('other-person')
    if (isClone(key.counter, use.counter)) {
      await audit(db, { action: 'key.copied', subject: `credential/${key.id}` })
      return no('clone')
    }
    const level = levelOfSignIn(key, { method: 'pass', credential: { ...key, deviceBound: key.deviceBound && use.deviceBound } }, db.now)
    if (request.wanted !== null && !isAtLeast(level, request.wanted)) return no('too-low')
    const expiresAt = new Date(Math.max(request.expiresAt.getTime(), db.now.getTime() + fetchTerm))
    const counted = await useKey(db, { id: key.id, counter: use.counter, deviceBound: use.deviceBound, challengeHash: challengeHash(use.challenge), expiresAt })
    if (counted === 0) return no('over')
    return (await approveRequest(db, request.id, { personId: key.personId, credentialId: key.id, level, expiresAt })) === 0 ? no('over') : { approved: true as const, personId: key.personId, level }
  })
}

/** Ends a question without letting anybody in. "Not me" and a wrong number are written down: somebody may be trying to deceive people. */
export async function decline(ask: Pick<Ask, 'write'>, { id }: Pick<PassRequest, 'id'>, reason: Exclude<DeclineReason, 'replaced'>): Promise<void> {
  await ask.write(async (db) => {
    if ((await declineRequest(db, id, reason)) > 0) await audit(db, { action: `pass.${reason}`, subject: `pass-request/${id}` })
  })
}
