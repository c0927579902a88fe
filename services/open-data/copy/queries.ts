import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Refusal } from '../dcat/refusals.ts'
import type { Preview } from '../preview/schema.ts'

export type Wanted = { id: string; datasetId: string; url: string; format: string; name: string }

/** Files of sources that keep copies and have none yet. */
export const listWanted = (db: UnitOfWork, size: number): Promise<Wanted[]> =>
  db.many(sql<Wanted>`
    select f.id, d.id as "datasetId", f.url, f.format, d.name
    from open_data.distribution f
    join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null
    join open_data.source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.options ->> 'keepCopies' = 'true'
    left join open_data.file_preview p on p.tenant_id = f.tenant_id and p.distribution_id = f.id
    where f.tenant_id = ${db.tenant} and f.stored_file is null and p.distribution_id is null and f.format = any(array['CSV', 'TSV', 'JSON', 'GEOJSON']) and f.url <> ''
    order by f.id limit ${size}`)

/** Copies that are kept and not yet looked at as tables. */
export const listUntabled = (db: UnitOfWork, size: number): Promise<{ id: string; datasetId: string }[]> =>
  db.many(sql<{ id: string; datasetId: string }>`
    select f.id, d.id as "datasetId"
    from open_data.distribution f
    join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id and d.withdrawn_at is null and d.source_id is not null
    where f.tenant_id = ${db.tenant} and f.stored_file is not null and f.version_id is null
    order by f.id limit ${size}`)

export const keepPreview = (db: UnitOfWork, distributionId: string, storedFile: string, result: { preview?: Preview; refusal?: Refusal }): Promise<number> =>
  db.run(sql`
    insert into open_data.file_preview (tenant_id, distribution_id, stored_file, preview, refusal, created_at)
    values (${db.tenant}, ${distributionId}, ${storedFile}, ${result.preview ? JSON.stringify(result.preview) : null}, ${result.refusal ? JSON.stringify(result.refusal) : null}, ${db.now})
    on conflict (tenant_id, distribution_id) do update set stored_file = excluded.stored_file, preview = excluded.preview, refusal = excluded.refusal, created_at = excluded.created_at`)

export type KeptPreview = { distributionId: string; preview: Preview | null; refusal: Refusal | null }
export const listPreviews = (db: UnitOfWork, distributionIds: readonly string[]): Promise<KeptPreview[]> =>
  db.many(sql<KeptPreview>`
    select distribution_id as "distributionId", preview, refusal from open_data.file_preview
    where tenant_id = ${db.tenant} and distribution_id = any(${distributionIds}::uuid[])`)
