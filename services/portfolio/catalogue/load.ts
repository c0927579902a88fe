import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { findProject } from '../programme/queries.ts'
import { getEntry, listEntryVersions } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { listSuppliersOf } from './queries.ts'
import type { Supplier } from './schema.ts'

export type Loaded = { readonly entry: Entry; readonly versions: readonly EntryVersion[]; readonly shown: EntryVersion | undefined; readonly suppliers: readonly Supplier[]; /** Name of its project, when it is one of the reader's town. */ readonly project: string | undefined }

/** An entry as its page needs it, with the files of one version: the one asked for, else the current one. Throws NotFound, also for another town's hidden entry. */
export async function loadEntry(db: UnitOfWork, id: string, version?: number): Promise<Loaded> {
  const entry = await getEntry(db, id)
  const versions = await listEntryVersions(db, id)
  const suppliers = await listSuppliersOf(db, id)
  const shown = versions.find(({ number }) => number === (version ?? entry.currentVersion))
  if (version !== undefined && !shown) throw new NotFound()
  const project = entry.project !== null && entry.town === db.tenant ? (await findProject(db, entry.project))?.name : undefined
  return { entry, versions, shown, suppliers, project }
}
