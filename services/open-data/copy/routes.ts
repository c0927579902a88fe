import { Type } from 'typebox'
import { fileAnswer, findFile, get, NotFound, refuse, type Ask, type StoredFile, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById, findDistribution } from '../dataset/queries.ts'
import { words } from '../locales/index.ts'
import { findDeletion, findVersion } from '../version/queries.ts'
import { maySee } from '../version/see.ts'

/** Downloads of what this portal keeps: copies of harvested files, and its own files in every version. */
export const copyRoutes = [
  get(
    '/open-data/file/:id',
    { access: 'anyone', cors: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), api: { summary: 'A file of a dataset as the portal keeps it, by its id (current version) or the id of a version; ranges are answered.' } },
    async (ask) => {
      const t = ask.say(words)
      const { file, gone, isLasting } = await ask.read((db) => findKept(ask, db, ask.params.id))
      if (gone) return refuse(410, 'open-data.version.deleted', t('open-data.version.deleted', { reason: gone.reason, day: t.format.date(gone.at) }))
      if (!file) throw new NotFound()
      return await fileAnswer(ask.platform.files, file, ask.headers, { cacheControl: isLasting ? 'public, max-age=86400' : 'public, no-cache' })
    },
  ),
]

type Kept = { file?: StoredFile | undefined; gone?: { reason: string; at: Date } | undefined; /** Published under this very id: it never changes. */ isLasting?: boolean }

// The id names a version, or a file whose current version is meant; a name with the version's number tells them apart on the reader's disk.
async function findKept(ask: Pick<Ask, 'actor' | 'may'>, db: UnitOfWork, id: string): Promise<Kept> {
  const distribution = await findDistribution(db, id)
  const version = await findVersion(db, distribution?.versionId ?? id)
  // Other stored files, such as the list of lines that were not taken, are not given out here: knowing their id is no right to them.
  if (!version) return !distribution || (await isWithdrawn(db, distribution.datasetId)) ? {} : { file: await findFile(db, id) }
  if (!(await maySee(ask, db, version))) return {}
  if (version.state === 'deleted') return { gone: await findDeletion(db, version.id) }
  if (!ask.may('version.read-unpublished') && (await isWithdrawn(db, version.datasetId))) return {}
  const file = await findFile(db, version.id)
  return { file: file && { ...file, name: numbered(version.name, version.number) }, isLasting: version.publishedAt !== null && version.id === id }
}

const isWithdrawn = async (db: UnitOfWork, datasetId: string): Promise<boolean> => (await findDatasetById(db, datasetId))?.withdrawnAt instanceof Date

/** `baeume.csv` in version 3 is `baeume-v3.csv`. */
const numbered = (name: string, number: number): string => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)}-v${number}${name.slice(dot)}` : `${name}-v${number}`
}
