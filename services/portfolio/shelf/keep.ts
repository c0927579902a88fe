import { createHash } from 'node:crypto'
import { audit, enqueue, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { indexEntryJob } from './jobs.ts'
import { findEntry, findNewestVersion, insertEntryVersion, lockOwnEntry, retireEntry, setCurrentVersion, setEntryPublished, setVitality, upsertEntry } from './queries.ts'
import { isSameEntry } from './same.ts'
import { commons, type EntryVersion, type NewEntry, type NewEntryVersion } from './schema.ts'

/** What two versions have in common when nothing has changed. The order of the files does not matter. */
export const hashOfFiles = (files: readonly ReuseFile[]): string =>
  createHash('sha256').update(JSON.stringify(files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)).map(({ path, mediaType, text, base64 }) => [path, mediaType, text ?? null, base64 ?? null]))).digest('hex')

/**
 * Writes the unit's own entry and orders that it can be found. What stands there already is left alone: what is read again each night would be new
 * each morning. Throws when the id is another town's.
 */
export async function keepEntry(db: UnitOfWork, entry: NewEntry): Promise<void> {
  const known = await findEntry(db, entry.id)
  if (known?.town === db.tenant && isSameEntry(known, entry)) {
    if (entry.vitality) await setVitality(db, entry.id, entry.vitality)
    return
  }
  if ((await upsertEntry(db, entry)) === 0) throw new Error(`Entry ${entry.id} belongs to another town.`)
  await enqueue(db, indexEntryJob, { id: entry.id })
  await audit(db, { action: 'entry.keep', subject: `entry/${entry.id}`, detail: { published: entry.published } })
}

/** Adds a version to the unit's own entry when its files or its label differ from the newest one. Two at once become two versions. Returns the number that is current then. */
export async function addVersion(db: UnitOfWork, entryId: string, version: NewEntryVersion): Promise<number> {
  const entry = await lockOwnEntry(db, entryId)
  if (!entry) throw new Error(`Entry ${entryId} belongs to another town.`)
  const sha256 = version.files ? hashOfFiles(version.files) : null
  const newest = await findNewestVersion(db, entryId)
  if (newest && newest.sha256 === sha256 && newest.label === version.label) return newest.number
  const number = (newest?.number ?? 0) + 1
  const next: Omit<EntryVersion, 'town' | 'createdAt'> = { ...version, entryId, number, published: entry.published, sha256 }
  await insertEntryVersion(db, next)
  await setCurrentVersion(db, entryId, number)
  await enqueue(db, indexEntryJob, { id: entryId })
  await audit(db, { action: 'entry.version', subject: `entry/${entryId}`, detail: { number } })
  return number
}

/** Shows the unit's own entry to all towns, or takes it back. Whoever has installed it keeps what they have. */
export async function publishEntry(db: UnitOfWork, id: string, published: boolean): Promise<void> {
  await setEntryPublished(db, id, published)
  await enqueue(db, indexEntryJob, { id })
  await audit(db, { action: published ? 'entry.publish' : 'entry.hide', subject: `entry/${id}` })
}

/** Marks the unit's own entry as no longer offered, or offers it again. */
export async function withdrawEntry(db: UnitOfWork, id: string, gone: boolean): Promise<void> {
  await retireEntry(db, id, gone ? db.now : null)
  await enqueue(db, indexEntryJob, { id })
  await audit(db, { action: gone ? 'entry.retire' : 'entry.return', subject: `entry/${id}` })
}

/** A unit that reads or writes what belongs to no town: shipped entries and the search over the shelf. */
export const inCommons = <T>(platform: Platform, access: 'read' | 'write', now: Date, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: commons, service: 'portfolio', access, now }, work)
