import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Choices, Finding, Inspection } from '../inspect/schema.ts'
import type { Field } from '../store/schema.ts'
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
