import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Field } from '../store/schema.ts'

/** A view of a file that is kept with a name; CKAN's `resource_view`. */
export type ResourceView = {
  id: string
  datasetId: string
  distributionId: string
  /** Order among the views of a file, from 0. */
  position: number
  title: string
  description: string
  /** As CKAN calls it: `datatables_view`, `recline_graph_view`, `recline_map_view`. */
  viewType: string
  /** Filters, columns and picture as in the address of the page, without the question mark. */
  selection: string
  /** What CKAN clients say beyond these terms. */
  config: Record<string, unknown>
  createdAt: Date
  changedAt: Date
}

const columns = sql`id, dataset_id as "datasetId", distribution_id as "distributionId", position, title, description, view_type as "viewType", selection, config, created_at as "createdAt", changed_at as "changedAt"`

export const findView = (db: UnitOfWork, id: string): Promise<ResourceView | undefined> =>
  db.maybe(sql<ResourceView>`select ${columns} from open_data.resource_view where tenant_id = ${db.tenant} and id = ${id}`)

/** Views of files, in their order. */
export const listViews = (db: UnitOfWork, distributionIds: readonly string[]): Promise<ResourceView[]> =>
  db.many(sql<ResourceView>`
    select ${columns} from open_data.resource_view
    where tenant_id = ${db.tenant} and distribution_id = any(${distributionIds}::uuid[]) order by distribution_id, position, id`)

export type NewView = Omit<ResourceView, 'position' | 'createdAt' | 'changedAt'>
/** Adds a view behind the others of its file. */
export const insertView = (db: UnitOfWork, view: NewView): Promise<number> =>
  db.run(sql`
    insert into open_data.resource_view (tenant_id, id, dataset_id, distribution_id, position, title, description, view_type, selection, config, created_at, changed_at)
    select ${db.tenant}, ${view.id}, ${view.datasetId}, ${view.distributionId}, coalesce(max(position), -1) + 1, ${view.title}, ${view.description}, ${view.viewType}, ${view.selection},
      ${JSON.stringify(view.config)}, ${db.now}::timestamptz, ${db.now}::timestamptz
    from open_data.resource_view where tenant_id = ${db.tenant} and distribution_id = ${view.distributionId}`)

export const updateView = (db: UnitOfWork, view: Pick<ResourceView, 'id' | 'title' | 'description' | 'viewType' | 'selection' | 'config'>): Promise<number> =>
  db.run(sql`
    update open_data.resource_view set title = ${view.title}, description = ${view.description}, view_type = ${view.viewType}, selection = ${view.selection},
      config = ${JSON.stringify(view.config)}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${view.id}`)

/** Puts the views of a file into the order of the list. */
export const orderViews = (db: UnitOfWork, distributionId: string, ids: readonly string[]): Promise<number> =>
  db.run(sql`
    update open_data.resource_view set position = array_position(${ids}::uuid[], id) - 1
    where tenant_id = ${db.tenant} and distribution_id = ${distributionId} and id = any(${ids}::uuid[])`)

export const deleteView = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from open_data.resource_view where tenant_id = ${db.tenant} and id = ${id}`)

/** How often programs have written into a file's table; nothing for files nobody writes into. */
export const findRevision = (db: UnitOfWork, distributionId: string): Promise<{ revision: number } | undefined> =>
  db.maybe(sql<{ revision: number }>`select revision::float8 as revision from open_data.pushed_table where tenant_id = ${db.tenant} and distribution_id = ${distributionId}`)

/** Of these files, those with a table that can be looked at, and its columns. */
export const listTables = (db: UnitOfWork, distributionIds: readonly string[]): Promise<{ id: string; fields: readonly Field[]; isWritten: boolean }[]> =>
  db.many(sql<{ id: string; fields: readonly Field[]; isWritten: boolean }>`
    select f.id, coalesce(t.fields, v.fields) as fields, coalesce(t.revision, 0) > 0 as "isWritten"
    from open_data.distribution f
    left join open_data.file_version v on v.tenant_id = f.tenant_id and v.id = f.version_id and v.state = 'ready' and v.table_file is not null
    left join open_data.pushed_table t on t.tenant_id = f.tenant_id and t.distribution_id = f.id
    where f.tenant_id = ${db.tenant} and f.id = any(${distributionIds}::uuid[]) and (v.id is not null or (t.distribution_id is not null and f.version_id is null))`)
