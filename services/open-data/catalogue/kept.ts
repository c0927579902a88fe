import type { UnitOfWork } from '@modellregion/kernel'
import { catalogueState } from './queries.ts'

/** Of two changes at the same moment one may be seen later than the other; so nothing made before is believed for longer. */
const longest = 60_000
/** Values kept in this process; each is a list or the text of an answer. */
const most = 400

type Kept = { state: string; until: number; value: Promise<unknown> }
const kept = new Map<string, Kept>()

/**
 * Whatever is counted over the whole catalogue: made once for each of its states, so that no reader waits while 100,000 datasets
 * are counted again. The state is read in the same transaction; processes agree because they keep nothing that the database does not say.
 */
export async function oncePerCatalogue<T>(db: UnitOfWork, what: string, make: () => Promise<T>): Promise<T> {
  const key = `${db.tenant} ${what}`
  const { changedAt, deletions } = await catalogueState(db)
  const state = `${changedAt?.getTime()} ${deletions}`
  const known = kept.get(key)
  if (known?.state === state && known.until > db.now.getTime()) return (await known.value) as T // the key names the type
  const value = make()
  kept.delete(key)
  kept.set(key, { state, until: db.now.getTime() + longest, value })
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  value.catch(() => kept.delete(key))
  return await value
}
