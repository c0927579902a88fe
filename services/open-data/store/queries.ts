import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Field } from './schema.ts'
import type { PushedField } from './pushed.ts'
import type { FieldProfile } from './table.ts'

/** Where the rows of a table lie: a base in the file store and, for tables that programs write into, what has changed since. */
export type TablePlace = {
  distributionId: string
  datasetId: string
  versionId: string | null
  /** Tells a table from another that was made anew in its place. */
  madeAt: Date
  fields: readonly Field[]
  primaryKey: readonly string[]
  baseFile: string | null
  indexFile: string | null
  /** Rows of the base. */
  baseRows: number
  /** Raised with each change; 0 for tables nobody writes into. */
  revision: number
  /** Rows now. */
  rows: number
  /** The newest changes: those after revision `since`, which was known of this base. */
  since: number
  changes: readonly StoredChange[]
}
/** A row's number, the revision that wrote it, its cells; null when it is gone. */
export type StoredChange = readonly [row: number, revision: number, cells: readonly (string | null)[] | null]

/** What is known already of a base's changes. */
export type Known = { readonly madeAt: Date; readonly baseFile: string | null; readonly revision: number }

export const findTableOfVersion = (db: UnitOfWork, versionId: string): Promise<TablePlace | undefined> =>
  db.maybe(sql<TablePlace>`
    select distribution_id as "distributionId", dataset_id as "datasetId", id as "versionId", created_at as "madeAt", fields, array[]::text[] as "primaryKey", table_file as "baseFile", index_file as "indexFile",
      row_count as "baseRows", 0 as revision, row_count as rows, 0 as since, array[]::text[] as changes
    from open_data.file_version where tenant_id = ${db.tenant} and id = ${versionId} and state = 'ready' and table_file is not null`)

/** Of several uploads the published one counts; of a file that is not published yet, the newest. */
export const findUploadOfFile = (db: UnitOfWork, distributionId: string): Promise<{ versionId: string } | undefined> =>
  db.maybe(sql<{ versionId: string }>`
    select v.id as "versionId"
    from open_data.file_version v left join open_data.distribution f on f.tenant_id = v.tenant_id and f.id = v.distribution_id
    where v.tenant_id = ${db.tenant} and v.distribution_id = ${distributionId} and v.state <> 'deleted' and (f.id is null or f.version_id = v.id)
    order by v.number desc limit 1`)

/** A table programs write into, with the changes that are not known yet, all of the same moment. */
export const findPushed = (db: UnitOfWork, distributionId: string, known: Known | undefined): Promise<TablePlace | undefined> =>
  db.maybe(sql<TablePlace>`
    select t.distribution_id as "distributionId", t.dataset_id as "datasetId", t.version_id as "versionId", t.created_at as "madeAt", t.fields, t.primary_key as "primaryKey", t.base_file as "baseFile", t.index_file as "indexFile",
      t.base_rows as "baseRows", t.revision, t.row_count as rows, k.since,
      (select coalesce(jsonb_agg(jsonb_build_array(r.row_number, r.revision, r.cells) order by r.row_number), '[]') from open_data.pushed_row r
       where r.tenant_id = t.tenant_id and r.distribution_id = t.distribution_id
         and r.revision > k.since) as changes
    from open_data.pushed_table t
    cross join lateral (select case when t.created_at = ${known?.madeAt ?? null}::timestamptz and t.base_file is not distinct from ${known?.baseFile ?? null} then ${known?.revision ?? 0}::bigint else 0 end as since) k
    where t.tenant_id = ${db.tenant} and t.distribution_id = ${distributionId}`)

/** Where the file of a large version is from which it is asked. */
export const keepIndex = (db: UnitOfWork, versionId: string, index: { file: string; bytes: number } | null): Promise<number> =>
  db.run(sql`update open_data.file_version set index_file = ${index?.file ?? null}, index_bytes = ${index?.bytes ?? null} where tenant_id = ${db.tenant} and id = ${versionId}`)

export type StoredProfile = { fields: readonly FieldProfile[]; rows: number }
/** What the columns of a published table are like, when it is known of its present state. */
export const findProfile = (db: UnitOfWork, distributionId: string): Promise<StoredProfile | undefined> =>
  db.maybe(sql<StoredProfile>`
    select p.fields, p.row_count as rows
    from open_data.table_profile p
    join open_data.distribution f on f.tenant_id = p.tenant_id and f.id = p.distribution_id
    left join open_data.pushed_table t on t.tenant_id = p.tenant_id and t.distribution_id = p.distribution_id and t.version_id is not distinct from f.version_id
    where p.tenant_id = ${db.tenant} and p.distribution_id = ${distributionId} and p.version_id is not distinct from f.version_id and p.revision = coalesce(t.revision, 0)`)

export type PushedTable = { distributionId: string; datasetId: string; versionId: string | null; fields: readonly PushedField[]; primaryKey: readonly string[]; baseFile: string | null; baseRows: number; nextRow: number; revision: number; rowCount: number; changedRows: number; changedAt: Date }
const pushedColumns = sql`distribution_id as "distributionId", dataset_id as "datasetId", version_id as "versionId", fields, primary_key as "primaryKey", base_file as "baseFile", base_rows as "baseRows", next_row as "nextRow", revision, row_count as "rowCount", changed_rows as "changedRows", changed_at as "changedAt"`

export const findPushedTable = (db: UnitOfWork, distributionId: string): Promise<PushedTable | undefined> =>
  db.maybe(sql<PushedTable>`select ${pushedColumns} from open_data.pushed_table where tenant_id = ${db.tenant} and distribution_id = ${distributionId}`)

/** The same, and nobody else writes into it before this unit ends. */
export const lockPushed = (db: UnitOfWork, distributionId: string): Promise<PushedTable | undefined> =>
  db.maybe(sql<PushedTable>`select ${pushedColumns} from open_data.pushed_table where tenant_id = ${db.tenant} and distribution_id = ${distributionId} for update`)

export type NewPushed = Pick<PushedTable, 'distributionId' | 'datasetId' | 'versionId' | 'fields' | 'primaryKey'>
/** Makes a table programs write into: empty, or with the rows of the upload it begins with. */
export const insertPushed = (db: UnitOfWork, table: NewPushed): Promise<number> =>
  db.run(sql`
    insert into open_data.pushed_table (tenant_id, distribution_id, dataset_id, version_id, fields, primary_key, base_file, base_bytes, base_rows, index_file, next_row, revision, row_count, changed_rows, created_at, changed_at)
    select ${db.tenant}, ${table.distributionId}, ${table.datasetId}, ${table.versionId}, ${JSON.stringify(table.fields)}, ${table.primaryKey}::text[],
      v.table_file, v.table_bytes, coalesce(v.row_count, 0), v.index_file, coalesce(v.row_count, 0) + 1, 1, coalesce(v.row_count, 0), 0, ${db.now}::timestamptz, ${db.now}::timestamptz
    from (select 1) one left join open_data.file_version v on v.tenant_id = ${db.tenant} and v.id = ${table.versionId} and v.state = 'ready' and v.table_file is not null`)

/** Columns and key. The revision stays: it counts rows, and must not be read before it is committed. */
export const changePushed = (db: UnitOfWork, { distributionId, fields, primaryKey }: Pick<PushedTable, 'distributionId' | 'fields' | 'primaryKey'>): Promise<number> =>
  db.run(sql`update open_data.pushed_table set fields = ${JSON.stringify(fields)}, primary_key = ${primaryKey}::text[], changed_at = ${db.now} where tenant_id = ${db.tenant} and distribution_id = ${distributionId}`)

export const deletePushed = (db: UnitOfWork, distributionId: string): Promise<number> => db.run(sql`delete from open_data.pushed_table where tenant_id = ${db.tenant} and distribution_id = ${distributionId}`)

/** Writes rows of a change set over what stands there. */
export async function putRows(db: UnitOfWork, distributionId: string, revision: number, rows: readonly { number: number; cells: readonly (string | null)[] | null }[]): Promise<void> {
  await db.run(sql`delete from open_data.pushed_row where tenant_id = ${db.tenant} and distribution_id = ${distributionId} and row_number = any(${rows.map(({ number }) => number)}::bigint[])`)
  await db.insertMany('open_data.pushed_row', rows.map(({ number, cells }) => ({ tenant_id: db.tenant, distribution_id: distributionId, row_number: number, revision, cells: cells && JSON.stringify(cells), created_at: db.now })))
}

export const raiseRevision = (db: UnitOfWork, distributionId: string, { revision, rows, nextRow }: { revision: number; rows: number; nextRow: number }): Promise<{ changedRows: number }> =>
  db.one(sql<{ changedRows: number }>`
    update open_data.pushed_table t set revision = ${revision}, row_count = ${rows}, next_row = ${nextRow}, changed_at = ${db.now},
      changed_rows = (select count(*) from open_data.pushed_row r where r.tenant_id = t.tenant_id and r.distribution_id = t.distribution_id)
    where t.tenant_id = ${db.tenant} and t.distribution_id = ${distributionId} returning changed_rows as "changedRows"`)

export type Folded = { revision: number; file: string; bytes: number; rows: number; indexFile: string | null }
/** Puts a new base in place of the one it was made of. */
export const keepFolded = (db: UnitOfWork, distributionId: string, folded: Folded): Promise<number> =>
  db.run(sql`
    update open_data.pushed_table set base_file = ${folded.file}, base_bytes = ${folded.bytes}, base_rows = ${folded.rows}, index_file = ${folded.indexFile}
    where tenant_id = ${db.tenant} and distribution_id = ${distributionId}`)

/** Takes out of the change set what is in the base by now. */
export const dropFoldedRows = (db: UnitOfWork, distributionId: string, revision: number): Promise<number> =>
  db.run(sql`delete from open_data.pushed_row where tenant_id = ${db.tenant} and distribution_id = ${distributionId} and revision <= ${revision}`)

export const countChanges = (db: UnitOfWork, distributionId: string): Promise<number> =>
  db.run(sql`
    update open_data.pushed_table t set changed_rows = (select count(*) from open_data.pushed_row r where r.tenant_id = t.tenant_id and r.distribution_id = t.distribution_id)
    where t.tenant_id = ${db.tenant} and t.distribution_id = ${distributionId}`)

/** A published table whose rows have not been looked at. */
export type Unprofiled = { id: string; versionId: string | null; revision: number; title: string; dataset: string; holder: string }
/** Tables programs write into are looked at again after an hour at the earliest. */
export const listUnprofiled = (db: UnitOfWork, size: number): Promise<Unprofiled[]> =>
  db.many(sql<Unprofiled>`
    select f.id, f.version_id as "versionId", coalesce(t.revision, 0) as revision, f.title, d.title as dataset, o.title as holder
    from open_data.distribution f
    join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null
    join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    left join open_data.file_version v on v.tenant_id = f.tenant_id and v.id = f.version_id and v.state = 'ready'
    left join open_data.pushed_table t on t.tenant_id = f.tenant_id and t.distribution_id = f.id and t.version_id is not distinct from f.version_id
    left join open_data.table_profile p on p.tenant_id = f.tenant_id and p.distribution_id = f.id
    where f.tenant_id = ${db.tenant} and (v.table_file is not null or t.distribution_id is not null)
      and (p.distribution_id is null or p.version_id is distinct from f.version_id or (p.revision <> coalesce(t.revision, 0) and p.created_at < ${db.now}::timestamptz - interval '1 hour'))
    order by f.id limit ${size}`)

export const putProfile = (db: UnitOfWork, table: Pick<Unprofiled, 'id' | 'versionId' | 'revision'>, { fields, rows }: StoredProfile): Promise<number> =>
  db.run(sql`
    insert into open_data.table_profile (tenant_id, distribution_id, version_id, revision, row_count, fields, created_at)
    values (${db.tenant}, ${table.id}, ${table.versionId}, ${table.revision}, ${rows}, ${JSON.stringify(fields)}, ${db.now})
    on conflict (tenant_id, distribution_id) do update set version_id = excluded.version_id, revision = excluded.revision, row_count = excluded.row_count, fields = excluded.fields, created_at = excluded.created_at`)

/** Forgets what is known of tables that nobody can see any more. */
export const dropOrphanProfiles = (db: UnitOfWork): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    delete from open_data.table_profile p
    where p.tenant_id = ${db.tenant} and not exists (
      select from open_data.distribution f join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null
      where f.tenant_id = p.tenant_id and f.id = p.distribution_id)
    returning p.distribution_id as id`)

/** Removes tables whose dataset is gone, and what was pushed before a newer upload was published. */
export const dropOrphanTables = (db: UnitOfWork): Promise<number> =>
  db.run(sql`
    delete from open_data.pushed_table t
    where t.tenant_id = ${db.tenant} and t.changed_at < ${db.now}::timestamptz - interval '1 day' and (
      not exists (select from open_data.dataset d where d.tenant_id = t.tenant_id and d.id = t.dataset_id) and not exists (select from open_data.draft r where r.tenant_id = t.tenant_id and r.id = t.dataset_id)
      or exists (select from open_data.distribution f where f.tenant_id = t.tenant_id and f.id = t.distribution_id and f.version_id is distinct from t.version_id and f.version_id is not null))`)

export type FoundTable = { id: string; rows: number; fields: readonly FieldProfile[]; dataset: string; name: string; holder: string; title: string }
/** What a list of found tables shows of them. */
export const listFoundTables = (db: UnitOfWork, ids: readonly string[]): Promise<FoundTable[]> =>
  db.many(sql<FoundTable>`
    select p.distribution_id as id, p.row_count as rows, p.fields, d.title as dataset, d.name, o.title as holder, f.title
    from open_data.table_profile p
    join open_data.distribution f on f.tenant_id = p.tenant_id and f.id = p.distribution_id
    join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null
    join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
    where p.tenant_id = ${db.tenant} and p.distribution_id = any(${ids}::uuid[])`)
