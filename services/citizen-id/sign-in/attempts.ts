import type { UnitOfWork } from '@modellregion/kernel'
import { limits, remembered, waitAfter, type LimitName } from './limits.ts'
import { forgiveBucket, lockBucket, saveBucket } from './queries.ts'
import { keyed } from './secret.ts'

/** What is limited: by which rule, and the thing itself (a person, a name nobody has, a network's name of the day). */
export type Limited = { limit: LimitName; of: string }

export type Counted = { name: string; limit: LimitName }

/** Names of buckets: a keyed hash, so that the table tells nobody who tried to sign in. Always in the same order, so that two requests never wait for each other. */
export const bucketsOf = (secret: string, tenant: string, things: readonly Limited[]): Counted[] =>
  things.map(({ limit, of }) => ({ limit, name: keyed(secret, 'attempt', tenant, limit, of) })).toSorted((a, b) => (a.name < b.name ? -1 : 1))

/**
 * Counts a try as failed before it is made, so that a thousand at the same moment are a thousand. Returns the seconds to wait when one of the
 * buckets does not let it through; then nothing is counted. What succeeds is given back by `forgive`.
 */
export async function countTry(db: UnitOfWork, buckets: readonly Counted[]): Promise<number> {
  const until = new Date(db.now.getTime() + remembered * 1_000)
  const locked = []
  for (const { name, limit } of buckets) locked.push({ ...(await lockBucket(db, name, until)), limit })
  const longest = Math.max(0, ...locked.map(({ waitUntil }) => Math.ceil((waitUntil.getTime() - db.now.getTime()) / 1_000)))
  if (longest > 0) return longest
  for (const { name, failures, waitUntil, limit } of locked) {
    const wait = waitAfter(failures + 1, limits[limit])
    await saveBucket(db, { name, failures: failures + 1, waitUntil: wait > 0 ? new Date(db.now.getTime() + wait * 1_000) : waitUntil })
  }
  return 0
}

/** After a success: the account's and the device's count begins anew; a network gets only this try back, or one good account would open it for guessing. */
export async function forgive(db: UnitOfWork, buckets: readonly Counted[]): Promise<void> {
  for (const { name, limit } of buckets) await forgiveBucket(db, name, limit !== 'network')
}
