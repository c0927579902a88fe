import { NotFound, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { belongsTo, findVersion } from './queries.ts'
import type { FileVersion } from './schema.ts'

type Seer = Pick<Ask, 'actor' | 'may'>

/** May the reader see this upload? Published: everybody. Otherwise whoever works on it. */
export async function maySee(ask: Seer, db: UnitOfWork, version: FileVersion): Promise<boolean> {
  if (version.publishedAt || ask.may('version.read-unpublished')) return true
  return ask.actor.id !== undefined && (await belongsTo(db, ask.actor.id, version.datasetId))
}

/** The upload, for whoever may see it. @throws NotFound for all others: that it exists is not said either */
export async function seeVersion(ask: Seer, db: UnitOfWork, id: string): Promise<FileVersion> {
  const version = await findVersion(db, id)
  if (!version || !(await maySee(ask, db, version))) throw new NotFound()
  return version
}
