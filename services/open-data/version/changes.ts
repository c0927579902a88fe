import type { UnitOfWork } from '@modellregion/kernel'
import type { DatasetRow } from '../dataset/schema.ts'
import { listChanges } from '../publish/queries.ts'
import { changesPath, filePath, versionPath } from './address.ts'
import { listDifferences, listPublishedVersions } from './queries.ts'

const most = 500

/**
 * What a program must know to bring its copy up to date: versions published after `since`, each with where it and its
 * differences are fetched, and changes of the description. `until` is what it asks with the next time.
 */
export async function changesOf(db: UnitOfWork, dataset: DatasetRow, since: Date, site: string) {
  const all = await listPublishedVersions(db, dataset.id)
  const versions = all.filter(({ publishedAt }) => publishedAt > since)
  const differences = new Map((await listDifferences(db, versions.map(({ id }) => id))).map((row) => [`${row.versionId} ${row.fromId}`, row.difference]))
  const changes = (await listChanges(db, dataset.id, most)).filter(({ createdAt }) => createdAt > since)
  return {
    dataset: dataset.name,
    since: since.toISOString(),
    until: db.now.toISOString(),
    versions: versions.map((version) => {
      const before = all.find(({ distributionId, number, state }) => distributionId === version.distributionId && number < version.number && state !== 'deleted')
      const difference = before && differences.get(`${version.id} ${before.id}`)
      return {
        id: version.id,
        resource: version.distributionId,
        file: version.fileTitle,
        number: version.number,
        published: version.publishedAt.toISOString(),
        note: version.note,
        state: version.state === 'deleted' ? 'deleted' : 'available',
        rows: version.rowCount,
        bytes: version.byteSize,
        sha256: version.sha256,
        page: `${site}${versionPath(version.id)}`,
        ...(version.state !== 'deleted' && { download: `${site}${filePath(version.id)}` }),
        ...(before && version.tableFile && { changes: `${site}${changesPath(version.id, before.id)}`, changedRows: `${site}${versionPath(version.id)}/changes.csv?from=${before.id}` }),
        ...(difference && { added: difference.added, removed: difference.removed, changed: difference.changed }),
      }
    }),
    descriptions: changes.map(({ revision, kind, note, createdAt }) => ({ revision, kind, note, at: createdAt.toISOString() })),
  }
}
