import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Choices, Finding, Inspection } from '../inspect/schema.ts'
import type { Field } from '../store/schema.ts'
import type { Difference } from './difference.ts'
import type { FileVersion } from './schema.ts'

const columns = sql`id, distribution_id as "distributionId", dataset_id as "datasetId", number, name, media_type as "mediaType", sha256, byte_size as "byteSize", state, inspection, choices, refusal,
  table_file as "tableFile", table_bytes as "tableBytes", fields, row_count as "rowCount", rejected_count as "rejectedCount", rejected_file as "rejectedFile",
  note, uploaded_by as "uploadedBy", created_at as "createdAt", published_at as "publishedAt"`

export const findVersion = (db: UnitOfWork, id: string): Promise<FileVersion | undefined> =>
  db.maybe(sql<FileVersion>`select ${columns} from open_data.file_version where tenant_id = ${db.tenant} and id = ${id}`)

export const listVersionsByIds = (db: UnitOfWork, ids: readonly string[]): Promise<FileVersion[]> =>
  db.many(sql<FileVersion>`select ${columns} from open_data.file_version where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

/** Uploads to one file, the newest first. */
export const listVersionsOfFile = (db: UnitOfWork, distributionId: string): Promise<FileVersion[]> =>
  db.many(sql<FileVersion>`select ${columns} from open_data.file_version where tenant_id = ${db.tenant} and distribution_id = ${distributionId} order by number desc`)

export const listVersionsOfDataset = (db: UnitOfWork, datasetId: string): Promise<FileVersion[]> =>
  db.many(sql<FileVersion>`select ${columns} from open_data.file_version where tenant_id = ${db.tenant} and dataset_id = ${datasetId} order by created_at desc, id desc`)

export type NewVersion = Pick<FileVersion, 'id' | 'distributionId' | 'datasetId' | 'name' | 'mediaType' | 'sha256' | 'byteSize' | 'note'> & { choices?: Choices }
/** Adds the next version of a file, to be looked at by the job `open-data.load`. */
export const insertVersion = (db: UnitOfWork, version: NewVersion): Promise<number> =>
  db.run(sql`
    insert into open_data.file_version (tenant_id, id, distribution_id, dataset_id, number, name, media_type, sha256, byte_size, state, choices, note, uploaded_by, created_at)
    select ${db.tenant}, ${version.id}, ${version.distributionId}, ${version.datasetId}, coalesce(max(number), 0) + 1, ${version.name}, ${version.mediaType}, ${version.sha256}, ${version.byteSize},
      'waiting', ${JSON.stringify(version.choices ?? {})}, ${version.note}, ${db.actor ?? null}, ${db.now}::timestamptz
    from open_data.file_version where tenant_id = ${db.tenant} and distribution_id = ${version.distributionId}
    on conflict (tenant_id, id) do nothing`)

/** Before a version is looked at again: with the choices a person has made about it. */
export const waitAgain = (db: UnitOfWork, id: string, choices: Choices): Promise<number> =>
  db.run(sql`update open_data.file_version set state = 'waiting', choices = ${JSON.stringify(choices)} where tenant_id = ${db.tenant} and id = ${id} and state <> 'deleted'`)

/** What a person has decided without the file being looked at again. */
export const keepChoices = (db: UnitOfWork, id: string, choices: Choices): Promise<number> =>
  db.run(sql`update open_data.file_version set choices = ${JSON.stringify(choices)} where tenant_id = ${db.tenant} and id = ${id} and state <> 'deleted'`)

export const markLoading = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update open_data.file_version set state = 'loading' where tenant_id = ${db.tenant} and id = ${id} and state in ('waiting', 'loading')`)

export type Loaded = {
  inspection: Inspection
  refusal: Finding | null
  table: { file: string; bytes: number; fields: readonly Field[]; rows: number; rejected: number; rejectedFile: string | null } | null
}
/** What looking at the file has brought. A file without a table is ready too; one that must not be taken is refused. */
export const keepLoaded = (db: UnitOfWork, id: string, state: 'ready' | 'refused', { inspection, refusal, table }: Loaded): Promise<number> =>
  db.run(sql`
    update open_data.file_version set state = ${state}, inspection = ${JSON.stringify(inspection)}, refusal = ${refusal ? JSON.stringify(refusal) : null},
      table_file = ${table?.file ?? null}, table_bytes = ${table?.bytes ?? null}, fields = ${table ? JSON.stringify(table.fields) : null},
      row_count = ${table?.rows ?? null}, rejected_count = ${table?.rejected ?? null}, rejected_file = ${table?.rejectedFile ?? null}
    where tenant_id = ${db.tenant} and id = ${id} and state <> 'deleted'`)

export const markPublished = (db: UnitOfWork, ids: readonly string[]): Promise<number> =>
  db.run(sql`update open_data.file_version set published_at = ${db.now} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[]) and published_at is null`)

/** Takes an upload away: the row stays with its reason, everything that was in the file goes. */
export const markDeleted = (db: UnitOfWork, id: string, reason: string): Promise<number> =>
  db.run(sql`
    update open_data.file_version set state = 'deleted', deleted_reason = ${reason}, deleted_at = ${db.now}, inspection = null, choices = '{}', refusal = null,
      table_file = null, table_bytes = null, fields = null, rejected_file = null
    where tenant_id = ${db.tenant} and id = ${id} and state <> 'deleted'`)

/** Why an upload is gone. */
export const findDeletion = (db: UnitOfWork, id: string): Promise<{ reason: string; at: Date } | undefined> =>
  db.maybe(sql<{ reason: string; at: Date }>`
    select deleted_reason as reason, deleted_at as at from open_data.file_version where tenant_id = ${db.tenant} and id = ${id} and state = 'deleted'`)

/** Is the version the current one of a published file? */
export const isCurrent = async (db: UnitOfWork, id: string): Promise<boolean> =>
  (await db.maybe(sql<{ id: string }>`select id from open_data.distribution where tenant_id = ${db.tenant} and version_id = ${id}`)) !== undefined

export const findDifference = async (db: UnitOfWork, id: string, fromId: string): Promise<Difference | undefined> =>
  (await db.maybe(sql<{ difference: Difference }>`select difference from open_data.version_difference where tenant_id = ${db.tenant} and version_id = ${id} and from_id = ${fromId}`))?.difference

export const keepDifference = (db: UnitOfWork, id: string, fromId: string, difference: Difference): Promise<number> =>
  db.run(sql`
    insert into open_data.version_difference (tenant_id, version_id, from_id, difference, created_at)
    values (${db.tenant}, ${id}, ${fromId}, ${JSON.stringify(difference)}, ${db.now})
    on conflict (tenant_id, version_id, from_id) do update set difference = excluded.difference`)

/** A version with the page of its dataset, published ones only. */
export type PublishedVersion = FileVersion & { publishedAt: Date; datasetName: string; datasetTitle: string; fileTitle: string }

const published = sql`
  from open_data.file_version v
  join open_data.dataset d on d.tenant_id = v.tenant_id and d.id = v.dataset_id
  left join open_data.distribution f on f.tenant_id = v.tenant_id and f.id = v.distribution_id`
const publishedColumns = sql`v.id, v.distribution_id as "distributionId", v.dataset_id as "datasetId", v.number, v.name, v.media_type as "mediaType", v.sha256, v.byte_size as "byteSize", v.state, v.inspection, v.choices, v.refusal,
  v.table_file as "tableFile", v.table_bytes as "tableBytes", v.fields, v.row_count as "rowCount", v.rejected_count as "rejectedCount", v.rejected_file as "rejectedFile",
  v.note, v.uploaded_by as "uploadedBy", v.created_at as "createdAt", v.published_at as "publishedAt", d.name as "datasetName", d.title as "datasetTitle", coalesce(nullif(f.title, ''), v.name) as "fileTitle"`

/** Published uploads to the files of a dataset, the newest first. */
export const listPublishedVersions = (db: UnitOfWork, datasetId: string): Promise<PublishedVersion[]> =>
  db.many(sql<PublishedVersion>`
    select ${publishedColumns} ${published}
    where v.tenant_id = ${db.tenant} and v.dataset_id = ${datasetId} and v.published_at is not null order by v.published_at desc, v.number desc`)

/** Published uploads of the whole catalogue since a moment, the newest first. */
export const listNewVersions = (db: UnitOfWork, since: Date, size: number): Promise<PublishedVersion[]> =>
  db.many(sql<PublishedVersion>`
    select ${publishedColumns} ${published}
    where v.tenant_id = ${db.tenant} and v.published_at > ${since} and d.withdrawn_at is null order by v.published_at desc, v.number desc limit ${size}`)

/** The differences that were counted already, by version. */
export const listDifferences = (db: UnitOfWork, ids: readonly string[]): Promise<{ versionId: string; fromId: string; difference: Difference }[]> =>
  db.many(sql<{ versionId: string; fromId: string; difference: Difference }>`
    select version_id as "versionId", from_id as "fromId", difference from open_data.version_difference where tenant_id = ${db.tenant} and version_id = any(${ids}::uuid[])`)

/** The last that is known of a dataset by its address, when it is not in the catalogue any more. */
export type Tombstone = { datasetId: string; title: string; note: string; kind: string; at: Date }
export const findTombstone = (db: UnitOfWork, name: string): Promise<Tombstone | undefined> =>
  db.maybe(sql<Tombstone>`
    select dataset_id as "datasetId", title, note, kind, created_at as at from open_data.dataset_change
    where tenant_id = ${db.tenant} and name = ${name} order by created_at desc, revision desc limit 1`)

/** Does the person belong to the organisation whose draft or dataset this is? */
export const belongsTo = async (db: UnitOfWork, accountId: string, datasetId: string): Promise<boolean> =>
  (await db.maybe(sql<{ one: number }>`
    select 1 as one from open_data.organisation_member m
    where m.tenant_id = ${db.tenant} and m.account_id = ${accountId} and m.organisation_id in (
      select organisation_id from open_data.draft where tenant_id = ${db.tenant} and id = ${datasetId}
      union all select organisation_id from open_data.dataset where tenant_id = ${db.tenant} and id = ${datasetId})`)) !== undefined
