import { newId, type UnitOfWork } from '@modellregion/kernel'
import { lower } from '../level/rules.ts'
import { insertLevelEvent } from '../person/queries.ts'
import type { Level } from '../person/schema.ts'
import { saveLift } from './queries.ts'

/** A derived identity counts for so long at most. TR-03107-1 leaves it to the provider; two years is what other providers of Germany use. */
export const liftYears = 2

/** Two years from now, or the end of the proof that it is derived from, whichever is earlier. */
export function liftEnd(now: Date, proofedUntil: Date | null): Date {
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + liftYears)
  return proofedUntil !== null && proofedUntil < end ? proofedUntil : end
}

type Lift = { credentialId: string; personId: string; level: Level; by: string; until: Date }

/**
 * Lifts a key by a proof of identity, and writes it into the person's history. Never more than substantial (TR-03107-1: high needs the
 * card itself). False when the key is not there, was taken back, or is copied to other devices by its maker.
 */
export async function liftCredential(db: UnitOfWork, { credentialId, personId, level, by, until }: Lift): Promise<boolean> {
  const lifted = lower(level, 'substantial')
  if (lifted === 'low' || (await saveLift(db, credentialId, { level: lifted, by, until })) === 0) return false
  await insertLevelEvent(db, { id: newId(db.now), personId, credentialId, level: lifted, cause: 'device-lifted', until })
  return true
}
