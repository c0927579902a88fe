import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { DatasetRow, DatasetSummary, DistributionRow } from './schema.ts'

const columns = sql`d.id, d.name, d.title, d.document, d.organisation_id as "organisationId", d.theme, d.format, d.licence, d.high_value as "highValue", d.points,
  d.modified, d.created_at as "createdAt", d.changed_at as "changedAt", d.withdrawn_at as "withdrawnAt", d.source_id as "sourceId", d.source_key as "sourceKey"`

export const findDatasetByName = (db: UnitOfWork, name: string): Promise<DatasetRow | undefined> =>
  db.maybe(sql<DatasetRow>`select ${columns} from open_data.dataset d where d.tenant_id = ${db.tenant} and d.name = ${name}`)

export const findDatasetById = (db: UnitOfWork, id: string): Promise<DatasetRow | undefined> =>
  db.maybe(sql<DatasetRow>`select ${columns} from open_data.dataset d where d.tenant_id = ${db.tenant} and d.id = ${id}`)

export const listDatasetsByIds = (db: UnitOfWork, ids: readonly string[]): Promise<DatasetRow[]> =>
  db.many(sql<DatasetRow>`select ${columns} from open_data.dataset d where d.tenant_id = ${db.tenant} and d.id = any(${ids}::uuid[]) and d.withdrawn_at is null`)

/** What a list shows of datasets, in no particular order. */
export const listSummaries = (db: UnitOfWork, ids: readonly string[]): Promise<DatasetSummary[]> =>
  db.many(sql<DatasetSummary>`
    select d.id, d.name, d.title, d.summary, d.format, d.licence, d.high_value as "highValue", d.modified, o.title as organisation
    from open_data.dataset d join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    where d.tenant_id = ${db.tenant} and d.id = any(${ids}::uuid[]) and d.withdrawn_at is null`)

/** Published datasets, the most recently changed first; `since` counts from the last change in this catalogue. */
export const listDatasets = (db: UnitOfWork, page: { from: number; size: number; since?: Date | undefined }): Promise<DatasetRow[]> =>
  db.many(sql<DatasetRow>`
    select ${columns} from open_data.dataset d
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null and (${page.since ?? null}::timestamptz is null or d.changed_at >= ${page.since ?? null})
    order by d.changed_at desc, d.id limit ${page.size} offset ${page.from}`)

export const countDatasets = (db: UnitOfWork, since?: Date): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`
    select count(*) as n from open_data.dataset d
    where d.tenant_id = ${db.tenant} and d.withdrawn_at is null and (${since ?? null}::timestamptz is null or d.changed_at >= ${since ?? null})`)

export const listDatasetNames = (db: UnitOfWork, page: { from: number; size: number }): Promise<{ name: string }[]> =>
  db.many(sql<{ name: string }>`
    select name from open_data.dataset where tenant_id = ${db.tenant} and withdrawn_at is null order by name limit ${page.size} offset ${page.from}`)

export const listDistributions = (db: UnitOfWork, datasetIds: readonly string[]): Promise<DistributionRow[]> =>
  db.many(sql<DistributionRow>`
    select id, dataset_id as "datasetId", position, title, url, format, media_type as "mediaType", licence, byte_size as "byteSize", stored_file as "storedFile", version_id as "versionId", created_at as "createdAt"
    from open_data.distribution where tenant_id = ${db.tenant} and dataset_id = any(${datasetIds}::uuid[]) order by dataset_id, position`)

export const findDistribution = (db: UnitOfWork, id: string): Promise<DistributionRow | undefined> =>
  db.maybe(sql<DistributionRow>`
    select id, dataset_id as "datasetId", position, title, url, format, media_type as "mediaType", licence, byte_size as "byteSize", stored_file as "storedFile", version_id as "versionId", created_at as "createdAt"
    from open_data.distribution where tenant_id = ${db.tenant} and id = ${id}`)

export const keepStoredFile = (db: UnitOfWork, distributionId: string, sha256: string, size: number): Promise<number> =>
  db.run(sql`update open_data.distribution set stored_file = ${sha256}, byte_size = ${size} where tenant_id = ${db.tenant} and id = ${distributionId}`)

/** The upload that a file shows from now on. */
export const showVersion = (db: UnitOfWork, distributionId: string, versionId: string): Promise<number> =>
  db.run(sql`update open_data.distribution set version_id = ${versionId} where tenant_id = ${db.tenant} and id = ${distributionId}`)

/** What the catalogue already has of a source, to tell new, changed and unchanged apart. */
export type Known = { id: string; name: string; sourceKey: string; digest: string; withdrawn: boolean }
export const knownOfSource = (db: UnitOfWork, sourceId: string, keys: readonly string[]): Promise<Known[]> =>
  db.many(sql<Known>`
    select id, name, source_key as "sourceKey", digest, withdrawn_at is not null as withdrawn
    from open_data.dataset where tenant_id = ${db.tenant} and source_id = ${sourceId} and source_key = any(${keys})`)

export const takenNames = (db: UnitOfWork, names: readonly string[]): Promise<{ name: string }[]> =>
  db.many(sql<{ name: string }>`select name from open_data.dataset where tenant_id = ${db.tenant} and name = any(${names})`)

export const idsByNames = (db: UnitOfWork, names: readonly string[]): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from open_data.dataset where tenant_id = ${db.tenant} and name = any(${names}) and withdrawn_at is null`)

export const markSeen = (db: UnitOfWork, ids: readonly string[], runId: string): Promise<number> =>
  db.run(sql`update open_data.dataset set seen_in = ${runId} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

export type DatasetValues = {
  id: string; name: string; source_id: string | null; source_key: string | null; title: string; summary: string; document: string; digest: string; organisation_id: string
  theme: string[]; format: string[]; licence: string[]; high_value: boolean; points: number; modified: Date | null; seen_in: string | null
}

export const insertDatasets = (db: UnitOfWork, rows: readonly DatasetValues[]): Promise<number> =>
  db.insertMany('open_data.dataset', rows.map((row) => ({ tenant_id: db.tenant, ...row, created_at: db.now, changed_at: db.now })))

export const updateDataset = (db: UnitOfWork, row: DatasetValues): Promise<number> =>
  db.run(sql`
    update open_data.dataset set title = ${row.title}, summary = ${row.summary}, document = ${row.document}, digest = ${row.digest}, organisation_id = ${row.organisation_id}, theme = ${row.theme},
      format = ${row.format}, licence = ${row.licence}, high_value = ${row.high_value}, points = ${row.points}, modified = ${row.modified}, seen_in = ${row.seen_in},
      changed_at = ${db.now}, withdrawn_at = null
    where tenant_id = ${db.tenant} and id = ${row.id}`)

export const renameDataset = (db: UnitOfWork, id: string, name: string): Promise<number> =>
  db.run(sql`update open_data.dataset set name = ${name} where tenant_id = ${db.tenant} and id = ${id}`)

export const dropDistributions = (db: UnitOfWork, datasetIds: readonly string[]): Promise<number> =>
  db.run(sql`delete from open_data.distribution where tenant_id = ${db.tenant} and dataset_id = any(${datasetIds}::uuid[])`)

export type DistributionValues = { id: string; dataset_id: string; position: number; title: string; url: string; format: string; media_type: string; licence: string; byte_size: number | null; stored_file: string | null; version_id: string | null }
export const insertDistributions = (db: UnitOfWork, rows: readonly DistributionValues[]): Promise<number> =>
  db.insertMany('open_data.distribution', rows.map((row) => ({ tenant_id: db.tenant, ...row, created_at: db.now })))

export type KeptCopy = { id: string; storedFile: string; byteSize: number | null; versionId: string | null }
export const storedFiles = (db: UnitOfWork, datasetIds: readonly string[]): Promise<KeptCopy[]> =>
  db.many(sql<KeptCopy>`
    select id, stored_file as "storedFile", byte_size as "byteSize", version_id as "versionId" from open_data.distribution
    where tenant_id = ${db.tenant} and dataset_id = any(${datasetIds}::uuid[]) and stored_file is not null`)

/** Datasets of a source that a complete run did not see: the source no longer has them. */
export const listUnseen = (db: UnitOfWork, sourceId: string, runId: string, size: number): Promise<{ id: string; sourceKey: string; title: string }[]> =>
  db.many(sql<{ id: string; sourceKey: string; title: string }>`
    select id, source_key as "sourceKey", title from open_data.dataset
    where tenant_id = ${db.tenant} and source_id = ${sourceId} and withdrawn_at is null and seen_in is distinct from ${runId} order by id limit ${size}`)

export const withdrawDatasets = (db: UnitOfWork, ids: readonly string[]): Promise<number> =>
  db.run(sql`update open_data.dataset set withdrawn_at = ${db.now}, changed_at = ${db.now} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

// Datasets are gone for good: nothing else of the catalogue shows it.
const countDeletion = (db: UnitOfWork): Promise<number> =>
  db.run(sql`
    insert into open_data.catalogue_deletion as c (tenant_id, deletions, created_at) values (${db.tenant}, 1, ${db.now})
    on conflict (tenant_id) do update set deletions = c.deletions + 1`)

export const deleteDatasets = async (db: UnitOfWork, ids: readonly string[]): Promise<number> => {
  await countDeletion(db)
  return await db.run(sql`delete from open_data.dataset where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)
}
