import type { UnitOfWork } from '@modellregion/kernel'
import { loadAround, type Loaded } from '../dataset/load.ts'
import { findDatasetById } from '../dataset/queries.ts'
import { digestDataset, formatCode, idOfFile, inLanguage, slugOf } from '../dataset/record.ts'
import type { DatasetRow, DistributionRow } from '../dataset/schema.ts'
import type { Distribution } from '../dcat/schema.ts'
import type { Draft } from '../draft/schema.ts'
import { listVersionsByIds } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'

/** A draft as the public page would show it. @throws NotFound when its organisation is gone */
export async function previewOf(db: UnitOfWork, draft: Draft): Promise<Loaded> {
  const { id, document, organisationId } = draft
  const published = await findDatasetById(db, id)
  const digested = digestDataset(document)
  const ids = document.distribution.flatMap(({ versionId }) => versionId ?? [])
  const versions = new Map((await listVersionsByIds(db, ids)).map((version) => [version.id, version]))
  const { title, theme, format, licence, highValue, points, modified } = digested
  const row: DatasetRow = { id, document, organisationId, title, theme, format, licence, highValue, points, modified, name: published?.name ?? draft.name ?? slugOf(title), createdAt: published?.createdAt ?? draft.changedAt, changedAt: draft.changedAt, withdrawnAt: null, sourceId: null, sourceKey: null }
  return await loadAround(db, row, document.distribution.map((file, position) => rowOf(draft, file, position, versions.get(file.versionId ?? ''))))
}

const rowOf = ({ id, changedAt }: Draft, file: Distribution, position: number, version: FileVersion | undefined): DistributionRow => ({
  id: idOfFile(id, file, position),
  datasetId: id,
  position,
  title: inLanguage(file.title) ?? version?.name ?? '',
  url: file.downloadURL[0] ?? file.accessURL[0] ?? '',
  format: file.format ? formatCode(file.format) : '',
  mediaType: file.mediaType ?? version?.mediaType ?? '',
  licence: file.license ?? '',
  byteSize: version?.byteSize ?? file.byteSize ?? null,
  storedFile: version?.sha256 ?? null,
  versionId: version?.id ?? null,
  createdAt: version?.createdAt ?? changedAt,
})
