import { audit, enqueue, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { hashOf } from './carry-out.ts'
import { finishJob } from './finish.ts'
import { findOwnAdoptionOf, upsertAdoption } from './queries.ts'
import { findInstallationOfEntry, insertInstallation, insertInstallationVersion, orderUpdate } from './queries/installation.ts'
import { inOrder } from './rules/merge-files.ts'
import type { Consent, Installation, Pending } from './schema.ts'

/** Seconds after which the job looks whether what was begun has come to an end. */
const patience = 60

/**
 * Begins an installation in the caller's unit: from here on a job finishes or undoes it, whatever happens to this process. `id` is made before
 * the unit. Returns the id of the installation that stands: an entry is taken over once, and a use that was reported before goes on under its id.
 */
export async function beginInstallation(db: UnitOfWork, { id: wanted, entry, version, consent }: { id: string; entry: Entry; version: EntryVersion; consent: Consent }): Promise<{ id: string; isNew: boolean }> {
  const known = await findInstallationOfEntry(db, entry.id)
  if (known) return { id: known.id, isNew: false }
  const adoption = await findOwnAdoptionOf(db, entry.id)
  const id = adoption?.id ?? wanted
  const base = version.files ?? []
  const common = { versionNumber: version.number, versionLabel: version.label, base }
  const pending: Pending = { key: wanted, kind: 'install', files: base, both: false, ...common }
  const written = await insertInstallation(db, { id, entryId: entry.id, entryTown: entry.town, title: entry.title, licence: entry.licence, sourceUrl: entry.sourceUrl, kind: entry.kind, baseSha256: hashOf(base), ...common }, pending)
  if (written === 0) return { id: (await findInstallationOfEntry(db, entry.id))?.id ?? id, isNew: false }
  const today = localDate(db.now)
  const line = adoption ?? { endedOn: null, effortDays: null, onceCents: null, yearlyCents: null, contactOffice: '', contactEmail: null }
  await upsertAdoption(db, { ...line, id, entryId: entry.id, consent, state: adoption?.state ?? 'planned', versionLabel: version.label, since: adoption?.since ?? today })
  await enqueue(db, finishJob, { id }, { key: `finish ${id}`, runAt: new Date(db.now.getTime() + patience * 1_000) })
  await audit(db, { action: 'adoption.begin', subject: `adoption/${id}`, detail: { entry: entry.id, version: version.number } })
  return { id, isNew: true }
}

/** Orders that files are written over the town's thing, and keeps what stands there now. False when something is being written already. */
export async function beginUpdate(db: UnitOfWork, installation: Installation, pending: Pending, ours: readonly ReuseFile[]): Promise<boolean> {
  if ((await orderUpdate(db, installation.id, pending)) === 0) return false
  await insertInstallationVersion(db, installation, pending.kind === 'restore' ? 'before-restore' : 'before-update', inOrder(ours), hashOf(ours))
  await enqueue(db, finishJob, { id: installation.id }, { key: `finish ${installation.id}`, runAt: new Date(db.now.getTime() + patience * 1_000) })
  await audit(db, { action: `adoption.${pending.kind}`, subject: `adoption/${installation.id}`, detail: { version: pending.versionNumber } })
  return true
}
