import { audit, type UnitOfWork } from '@modellregion/kernel'
import { localDate, type PlainDate } from '@modellregion/standards'
import { keepEntry } from '../shelf/keep.ts'
import { findEntry, findEntryOfItem } from '../shelf/queries.ts'
import type { Entry } from '../shelf/schema.ts'
import { keepWatch } from './queries.ts'
import { entryFrom } from './rules/entry.ts'
import { withoutPeople } from './rules/reduce.ts'
import { vitalityOf, type VitalityFacts } from './rules/vitality.ts'
import type { Publiccode } from './schema.ts'

export type Keeping = {
  /** Taken when the town has no entry of this repository yet. */
  readonly id: string
  readonly publiccode: Publiccode
  readonly published: boolean
  /** Of the raw file, when it can be read again. */
  readonly address: string | null
  readonly etag?: string | null
  readonly facts?: Omit<VitalityFacts, 'today'>
}

/** A day, so that two readings of one night are not two. */
export const nextNight = (now: Date): Date => new Date(now.getTime() + 20 * 3_600_000)

/** Writes a checked file as the unit's own entry, new or renewed, without the people in it. Returns the entry's id. */
export async function keepPubliccode(db: UnitOfWork, { id, publiccode, published, address, etag = null, facts = {} }: Keeping): Promise<string> {
  const kept = withoutPeople(publiccode)
  const former = await findEntryOfItem(db, 'software', publiccode.url)
  const entryId = former?.id ?? id
  const today: PlainDate = localDate(db.now)
  await keepEntry(db, { ...entryFrom(kept, { id: entryId, published, vitality: vitalityOf(kept, { today, ...facts }) }), ...editedIn(former) })
  if (address !== null) await keepWatch(db, { entryId, address, etag, nextAt: nextNight(db.now) })
  await audit(db, { action: 'publiccode.keep', subject: `entry/${entryId}` })
  return entryId
}

/** What people have added to the entry since; the file knows nothing of it. */
const editedIn = (former: Entry | undefined): Partial<Pick<Entry, 'problem' | 'effort' | 'cost' | 'project'>> => (former ? { problem: former.problem, effort: former.effort, cost: former.cost, project: former.project } : {})

/** The unit's own entry that came from a file; undefined for every other. */
export async function ownSoftware(db: UnitOfWork, id: string): Promise<Entry | undefined> {
  const entry = await findEntry(db, id)
  return entry?.town === db.tenant && entry.origin === 'publiccode' ? entry : undefined
}
