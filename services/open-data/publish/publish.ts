import { audit, indexRecords, newId, NotFound, removeRecords, type UnitOfWork } from '@modellregion/kernel'
import * as datasets from '../dataset/queries.ts'
import type { DistributionValues } from '../dataset/queries.ts'
import { digestDataset, formatCode, idOfFile, inLanguage, searchPartsOf, slugOf, type Digested } from '../dataset/record.ts'
import type { DatasetRow, OrganisationRow } from '../dataset/schema.ts'
import type { Dataset } from '../dcat/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { listVersionsByIds, markPublished } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { insertChange, lockDataset } from './queries.ts'

/** A description that may be published: everything that must be checked or decided has been. */
export type Publication = {
  /** Id of the dataset, of the draft it comes from when there was one. */
  id: string
  /** Wished short name; taken from the title when absent. Kept for ever once the dataset is published, unless another is wished. */
  name?: string | undefined
  organisationId: string
  document: Dataset
  /** What has changed, for the history. */
  note?: string
}

export type Published = { id: string; name: string; revision: number; digest: string; isNew: boolean }

/**
 * Publishes a dataset of the town's own, or its change, in this unit of work: description, files with their current versions,
 * search, history and audit, all of it or nothing. The address never changes by itself.
 * @throws NotFound when the organisation does not exist
 */
export async function publishDataset(db: UnitOfWork, { id, name: wished, organisationId, document, note = '' }: Publication): Promise<Published> {
  await lockDataset(db, id)
  const before = await datasets.findDatasetById(db, id)
  const [organisation] = await listOrganisationsByIds(db, [organisationId])
  if (!organisation) throw new NotFound()
  const digested = digestDataset(document)
  const name = await nameOf(db, wished, before, digested)
  const values = {
    id, name, source_id: before?.sourceId ?? null, source_key: before?.sourceKey ?? null, title: digested.title, summary: digested.summary, document: JSON.stringify(document), digest: digested.digest, organisation_id: organisationId,
    theme: digested.theme, format: digested.format, licence: digested.licence, high_value: digested.highValue, points: digested.points, modified: digested.modified, seen_in: null,
  } // prettier-ignore
  if (before) await datasets.updateDataset(db, values)
  else await datasets.insertDatasets(db, [values])
  if (before && before.name !== name) await datasets.renameDataset(db, id, name)
  await putFiles(db, id, document)
  await indexRecords(db, [searchRecordOf({ id, name }, organisation, document, digested)])
  const { revision } = await insertChange(db, { id: newId(db.now), datasetId: id, kind: before && !before.withdrawnAt ? 'changed' : 'published', name, title: digested.title, document, note })
  await audit(db, { action: before ? 'dataset.change' : 'dataset.publish', subject: id, detail: { name, revision } })
  return { id, name, revision, digest: digested.digest, isNew: !before }
}

/** Takes a dataset out of the catalogue. Its address says that it was there and why it is gone; its history stays. */
export async function withdrawDataset(db: UnitOfWork, id: string, note: string): Promise<void> {
  await lockDataset(db, id)
  const before = await datasets.findDatasetById(db, id)
  if (!before) throw new NotFound()
  if (before.withdrawnAt) return
  await datasets.withdrawDatasets(db, [id])
  await removeRecords(db, 'open-data', 'dataset', [id])
  await insertChange(db, { id: newId(db.now), datasetId: id, kind: 'withdrawn', name: before.name, title: before.title, document: before.document, note })
  await audit(db, { action: 'dataset.withdraw', subject: id, detail: { name: before.name } })
}

/** Removes a dataset for good; what is left is the tombstone in the history, without the description. */
export async function deleteDataset(db: UnitOfWork, id: string, note: string): Promise<void> {
  await lockDataset(db, id)
  const before = await datasets.findDatasetById(db, id)
  if (!before) throw new NotFound()
  await datasets.deleteDatasets(db, [id])
  await removeRecords(db, 'open-data', 'dataset', [id])
  await insertChange(db, { id: newId(db.now), datasetId: id, kind: 'deleted', name: before.name, title: before.title, document: { ...before.document, description: {}, distribution: [] }, note })
  await audit(db, { action: 'dataset.delete', subject: id, detail: { name: before.name } })
}

async function nameOf(db: UnitOfWork, wished: string | undefined, before: DatasetRow | undefined, { title }: Digested): Promise<string> {
  if (before && (wished === undefined || wished === before.name)) return before.name
  const wanted = wished ?? slugOf(title)
  const taken = await datasets.takenNames(db, [wanted])
  return taken.length === 0 ? wanted : `${wanted.slice(0, 71)}-${newId(db.now).slice(-8)}`
}

async function putFiles(db: UnitOfWork, id: string, document: Dataset): Promise<void> {
  const ids = document.distribution.flatMap(({ versionId }) => versionId ?? [])
  const versions = new Map(ids.length ? (await listVersionsByIds(db, ids)).map((version) => [version.id, version]) : [])
  const kept = new Map((await datasets.storedFiles(db, [id])).map((file) => [file.id, file]))
  const files = document.distribution.map((file, position): DistributionValues => {
    const fileId = idOfFile(id, file, position)
    const version: FileVersion | undefined = file.versionId === undefined ? undefined : versions.get(file.versionId)
    return {
      id: fileId,
      dataset_id: id,
      position,
      title: inLanguage(file.title) ?? version?.name ?? '',
      url: file.downloadURL[0] ?? file.accessURL[0] ?? (version ? `/open-data/file/${fileId}` : ''),
      format: file.format ? formatCode(file.format) : '',
      media_type: file.mediaType ?? version?.mediaType ?? '',
      licence: file.license ?? '',
      byte_size: version?.byteSize ?? kept.get(fileId)?.byteSize ?? file.byteSize ?? null,
      stored_file: version?.sha256 ?? kept.get(fileId)?.storedFile ?? null,
      version_id: version?.id ?? null,
    }
  })
  await datasets.dropDistributions(db, [id])
  if (files.length > 0) await datasets.insertDistributions(db, files)
  if (versions.size > 0) await markPublished(db, [...versions.keys()])
}

function searchRecordOf({ id, name }: { id: string; name: string }, organisation: OrganisationRow, document: Dataset, digested: Digested) {
  const { facets, ...parts } = searchPartsOf(document, digested)
  return { service: 'open-data', kind: 'dataset', ref: id, title: digested.title, holder: organisation.title, url: `/open-data/dataset/${name}`, updated: digested.modified ?? undefined, ...parts, facets: { ...facets, organisation: [organisation.name] } }
}
