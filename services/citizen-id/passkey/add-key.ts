import { audit, newId, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { readNewKey } from './ceremony.ts'
import { challengeHash, openChallenge, type Binding } from './challenge.ts'
import { insertCredential, useChallenge, type NewCredential } from './queries.ts'
import { relyingParty } from './relying-party.ts'
import { mostKeys } from './rules.ts'

type Wish = {
  binding: Binding
  personId: string
  kind: 'passkey' | 'pass'
  name: string
  answer: string
  lift?: NewCredential['lift']
  /** In the same unit; false takes everything back. */
  also?: (db: UnitOfWork, credential: { id: string; deviceBound: boolean }) => Promise<boolean | void>
}

export type Added = { ok: true; id: string } | { ok: false; reason: 'invalid' | 'taken' | 'over' }

class TakenBack extends Error {}

/** Writes a new key of a person after checking what the browser made. All of it happens, or nothing. */
export async function addKey(ask: Pick<Ask, 'platform' | 'tenant' | 'url' | 'now' | 'write'>, { binding, personId, kind, name, answer, lift, also }: Wish): Promise<Added> {
  const party = relyingParty(ask)
  let [expiresAt, challenge]: [Date | undefined, string] = [undefined, '']
  const key = party && (await readNewKey(party, answer, async (sent) => ((challenge = sent), (expiresAt = await openChallenge(ask, binding, sent)) !== undefined)))
  if (!key || !expiresAt) return { ok: false, reason: 'invalid' }
  const until = expiresAt
  const id = newId(ask.now)
  try {
    return await ask.write(async (db): Promise<Added> => {
      if (!(await useChallenge(db, challengeHash(challenge), until))) return { ok: false, reason: 'invalid' }
      // A lift is handed on only to a key that stays on its device.
      if ((await insertCredential(db, { ...key, id, personId, kind, name, ...(lift && key.deviceBound && { lift }) }, mostKeys)) === 0) return { ok: false, reason: 'taken' }
      if ((await also?.(db, { id, deviceBound: key.deviceBound })) === false) throw new TakenBack()
      await audit(db, { action: 'key.add', subject: `credential/${id}`, detail: { kind } })
      return { ok: true, id }
    })
  } catch (error) {
    if (error instanceof TakenBack) return { ok: false, reason: 'over' }
    throw error
  }
}
