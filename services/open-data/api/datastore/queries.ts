import { sql, type UnitOfWork } from '@modellregion/kernel'

/** Where a file with a table stands. */
export type Resource = {
  id: string
  datasetId: string
  organisationId: string
  /** Everybody may read it. */
  published: boolean
  /** It comes from another catalogue and changes there. */
  harvested: boolean
  /** Its rows come from an uploaded file. */
  uploaded: boolean
}

/** A file by its id: published, of a draft, or of a table that was pushed. */
export const findResource = (db: UnitOfWork, id: string): Promise<Resource | undefined> =>
  db.maybe(sql<Resource>`
    select f.id, f.dataset_id as "datasetId", d.organisation_id as "organisationId", d.withdrawn_at is null as published, d.source_id is not null as harvested, f.version_id is not null as uploaded
    from open_data.distribution f join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id
    where f.tenant_id = ${db.tenant} and f.id::text = ${id}
    union all
    select ${id}::uuid, r.id, r.organisation_id, false, false, exists (select from open_data.file_version v where v.tenant_id = r.tenant_id and v.distribution_id::text = ${id} and v.state <> 'deleted')
    from open_data.draft r where r.tenant_id = ${db.tenant} and r.document -> 'distribution' @> ${JSON.stringify([{ id }])}::jsonb
    limit 1`)

/** Tables that everybody may read: of files with a table and those programs have made. */
export const listTables = (db: UnitOfWork, page: { from: number; size: number }): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select f.id from open_data.distribution f
    join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null
    left join open_data.file_version v on v.tenant_id = f.tenant_id and v.id = f.version_id
    left join open_data.pushed_table t on t.tenant_id = f.tenant_id and t.distribution_id = f.id and t.version_id is not distinct from f.version_id
    where f.tenant_id = ${db.tenant} and (v.table_file is not null or t.distribution_id is not null)
    order by f.id limit ${page.size} offset ${page.from}`)
