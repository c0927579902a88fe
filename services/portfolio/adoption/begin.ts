import { audit, enqueue, newId, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseKind } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import { hashOfFiles } from '../shelf/keep.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { finishJob } from './finish.ts'
import { itemOfEntry } from './item.ts'
import { keepState } from './keep-state.ts'
import { findOwnAdoptionOf, publishLessons, upsertAdoption } from './queries.ts'
import { findInstallation, findInstallationOfEntry, insertInstallation, orderUpdate } from './queries/installation.ts'
import { showsReport } from './rules/consent.ts'
import { partsOf } from './rules/parts.ts'
import type { Consent, Installation, Pending } from './schema.ts'

/** Seconds after which the job looks whether what was begun has come to an end. */
const patience = 60

type Beginning = { readonly id: string; readonly entry: Entry; readonly version: EntryVersion; readonly kind: Pick<ReuseKind<Platform>, 'titleApart'>; readonly consent: Consent }

/**
 * Begins an installation in the caller's unit: from here on a job finishes or undoes it, whatever happens to this process. `id` is made before
 * the unit. Returns the id of the installation that stands: an entry is taken over once, and a use that was reported before goes on under its id.
 */
export async function beginInstallation(db: UnitOfWork, { id: wanted, entry, version, kind, consent }: Beginning): Promise<{ id: string; isNew: boolean }> {
  const known = await findInstallationOfEntry(db, entry.id)
  if (known) return { id: known.id, isNew: false }
  const adoption = await findOwnAdoptionOf(db, entry.id)
  // A form that is sent once more after its installation has ended brings an id that is taken.
  const id = adoption?.id ?? ((await findInstallation(db, wanted)) ? newId(db.now) : wanted)
  const base = partsOf(itemOfEntry(entry, version), kind.titleApart === true)
  const common = { versionNumber: version.number, versionLabel: version.label, base }
  const pending: Pending = { key: newId(db.now), kind: 'install', files: base, both: false, ...common }
  const { title, licence, class: of, languages, sourceUrl } = entry
  const written = await insertInstallation(db, { id, entryId: entry.id, entryTown: entry.town, title, licence, class: of, languages, sourceUrl, kind: entry.kind, baseSha256: hashOfFiles(version.files ?? []), ...common }, pending)
  if (written === 0) return { id: (await findInstallationOfEntry(db, entry.id))?.id ?? id, isNew: false }
  const line = adoption ?? { endedOn: null, effortDays: null, onceCents: null, yearlyCents: null, contactOffice: '', contactEmail: null }
  const state = adoption?.state ?? 'planned'
  await upsertAdoption(db, { ...line, id, entryId: entry.id, consent, state, versionLabel: version.label, since: adoption?.since ?? localDate(db.now) })
  await publishLessons(db, id, showsReport(consent, state))
  await orderEnd(db, id)
  await audit(db, { action: 'adoption.begin', subject: `adoption/${id}`, detail: { entry: entry.id, version: version.number } })
  return { id, isNew: true }
}

/** Orders that parts are written over the town's thing, and keeps what stands there now. False when the thing has moved on since it was looked at. */
export async function beginUpdate(db: UnitOfWork, installation: Installation, pending: Pending, ours: readonly ReuseFile[] | undefined): Promise<boolean> {
  if ((await orderUpdate(db, installation, pending)) === 0) return false
  if (ours) await keepState(db, installation, pending.kind === 'restore' ? 'before-restore' : 'before-update', ours)
  await orderEnd(db, installation.id)
  await audit(db, { action: `adoption.${pending.kind}`, subject: `adoption/${installation.id}`, detail: { version: pending.versionNumber } })
  return true
}

const orderEnd = (db: UnitOfWork, id: string): Promise<unknown> => enqueue(db, finishJob, { id }, { key: `finish ${id}`, runAt: new Date(db.now.getTime() + patience * 1_000) })
