import type { FeedEntry } from '@modellregion/standards'
import type { DistributionRow } from '../dataset/schema.ts'
import type { T } from '../locales/index.ts'
import { versionPath } from './address.ts'
import type { ListedFile } from './pages/history.tsx'
import type { PublishedVersion } from './queries.ts'
import type { FileVersion, ListedVersion } from './schema.ts'

/** What everybody may know of a version: not who uploaded it, nor what was found in it. */
export const publicVersion = ({ id, number, name, state, rowCount, byteSize, note, createdAt, publishedAt }: FileVersion): ListedVersion => ({ id, number, name, state, rowCount, byteSize, note, createdAt, publishedAt })

/** Published versions by file, in the order of the dataset; files that are no longer in it stand behind. */
export function listedFiles(versions: readonly PublishedVersion[], files: readonly DistributionRow[]): ListedFile[] {
  const byFile = Map.groupBy(versions, ({ distributionId }) => distributionId)
  const known = files.filter(({ id }) => byFile.has(id))
  const gone = [...byFile.keys()].filter((id) => !known.some((file) => file.id === id))
  return [...known.map(({ id, title, versionId }) => ({ id, title, currentId: versionId ?? undefined })), ...gone.map((id) => ({ id, title: '', currentId: undefined }))].map(({ id, title, currentId }) => {
    const own = [...(byFile.get(id) ?? [])].sort((a, b) => b.number - a.number)
    return { id, title: title || (own[0]?.name ?? ''), currentId, versions: own.map(publicVersion) }
  })
}

/** A version as an entry of a feed. */
export const entryOf = (t: T, site: string, version: PublishedVersion): FeedEntry => ({
  id: `${site}${versionPath(version.id)}`,
  title: `${version.datasetTitle}: ${t('version.title', { n: version.number, file: version.fileTitle })}`,
  page: `${site}${versionPath(version.id)}`,
  summary: version.note,
  author: version.datasetTitle,
  published: version.publishedAt,
  updated: version.publishedAt,
  categories: [],
})
