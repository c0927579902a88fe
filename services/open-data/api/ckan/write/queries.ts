import { sql, type UnitOfWork } from '@modellregion/kernel'

/** The draft or dataset that has a name already; a draft's name is only wished, but two drafts must not wish the same. */
export const findNameHolder = (db: UnitOfWork, name: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`
    select id from open_data.dataset where tenant_id = ${db.tenant} and name = ${name}
    union all select id from open_data.draft where tenant_id = ${db.tenant} and name = ${name} limit 1`)

/** The draft or dataset of this name or id, whether it is published or not. */
export const findIdOf = (db: UnitOfWork, nameOrId: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`
    select id from open_data.dataset where tenant_id = ${db.tenant} and (name = ${nameOrId} or id::text = ${nameOrId})
    union all select id from open_data.draft where tenant_id = ${db.tenant} and (name = ${nameOrId} or id::text = ${nameOrId}) limit 1`)

/** The dataset or draft that holds the file with this id. */
export const findHolderOfFile = (db: UnitOfWork, fileId: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`
    select dataset_id as id from open_data.distribution where tenant_id = ${db.tenant} and id::text = ${fileId}
    union all select id from open_data.draft where tenant_id = ${db.tenant} and document -> 'distribution' @> ${JSON.stringify([{ id: fileId }])}::jsonb limit 1`)

/** Of these files, those that belong to another dataset. */
export const listForeignFiles = (db: UnitOfWork, datasetId: string, fileIds: readonly string[]): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from open_data.distribution where tenant_id = ${db.tenant} and id = any(${fileIds}::uuid[]) and dataset_id <> ${datasetId}`)

/** The newest upload to each of these files of a dataset. */
export const listNewestVersions = (db: UnitOfWork, datasetId: string, fileIds: readonly string[]): Promise<{ fileId: string; id: string }[]> =>
  db.many(sql<{ fileId: string; id: string }>`
    select distinct on (distribution_id) distribution_id as "fileId", id from open_data.file_version
    where tenant_id = ${db.tenant} and dataset_id = ${datasetId} and distribution_id = any(${fileIds}::uuid[]) and state not in ('deleted', 'refused') order by distribution_id, number desc`)

/** Gives a dataset back the moment it was made at elsewhere. */
export const setCreated = (db: UnitOfWork, id: string, createdAt: Date): Promise<number> =>
  db.run(sql`update open_data.dataset set created_at = ${createdAt} where tenant_id = ${db.tenant} and id = ${id}`)

/** Gives a draft back the moment it was made at elsewhere. */
export const setDraftCreated = (db: UnitOfWork, id: string, createdAt: Date): Promise<number> =>
  db.run(sql`update open_data.draft set created_at = ${createdAt} where tenant_id = ${db.tenant} and id = ${id}`)

/** Drafts of these organisations, the most recently changed first; of all when `organisations` is absent. */
export const listDraftIds = (db: UnitOfWork, organisations: readonly string[] | undefined, size: number): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select id from open_data.draft where tenant_id = ${db.tenant} and (${organisations === undefined} or organisation_id = any(${organisations ?? []}::uuid[])) order by changed_at desc, id limit ${size}`)
