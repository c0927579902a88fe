import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { listPreviews } from '../copy/queries.ts'
import { findDatasetById } from '../dataset/queries.ts'
import type { Loaded } from '../dataset/load.ts'
import { digestDataset, formatCode, idOfFile, inLanguage, slugOf } from '../dataset/record.ts'
import type { DistributionRow } from '../dataset/schema.ts'
import type { Distribution } from '../dcat/schema.ts'
import { communityOf } from '../discussion/community.ts'
import type { Draft } from '../draft/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { listVersionsByIds } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'

/** A draft as the public page would show it. @throws NotFound when its organisation is gone */
export async function previewOf(db: UnitOfWork, draft: Draft): Promise<Loaded> {
  const { id, document, organisationId } = draft
  const [organisation] = await listOrganisationsByIds(db, [organisationId])
  if (!organisation) throw new NotFound()
  const published = await findDatasetById(db, id)
  const digested = digestDataset(document)
  const versions = new Map((await listVersionsByIds(db, document.distribution.flatMap(({ versionId }) => versionId ?? []))).map((version) => [version.id, version]))
  const files = document.distribution.map((file, position) => rowOf(draft, file, position, versions.get(file.versionId ?? '')))
  const previews = await listPreviews(db, files.map((file) => file.id))
  return {
    dataset: { id, document, organisationId, title: digested.title, name: published?.name ?? draft.name ?? slugOf(digested.title), theme: digested.theme, format: digested.format, licence: digested.licence, highValue: digested.highValue, points: digested.points, modified: digested.modified, createdAt: published?.createdAt ?? draft.changedAt, changedAt: draft.changedAt, withdrawnAt: null, sourceId: null, sourceKey: null },
    files, organisation, source: undefined, services: [], series: [], showcases: [], community: await communityOf(db, id), previews: new Map(previews.map((preview) => [preview.distributionId, preview])),
  } // prettier-ignore
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
