import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { DataService, DatasetSeries, Iri } from '../dcat/schema.ts'
import type { Kind, Member, Place, SeriesEntry, ServiceEntry } from './schema.ts'

const table = (kind: Kind) => sql.table(kind === 'series' ? 'open_data.dataset_series' : 'open_data.data_service')
const columns = sql`e.id, e.name, e.title, e.document, e.organisation_id as "organisationId", o.title as organisation, e.created_at as "createdAt", e.changed_at as "changedAt"`
type EntryOf<K extends Kind> = K extends 'series' ? SeriesEntry : ServiceEntry

/** Series or data services of the town's own, by title. */
export const listEntries = <K extends Kind>(db: UnitOfWork, kind: K): Promise<EntryOf<K>[]> =>
  db.many(sql<EntryOf<K>>`
    select ${columns} from ${table(kind)} e join open_data.organisation o on o.tenant_id = e.tenant_id and o.id = e.organisation_id
    where e.tenant_id = ${db.tenant} and e.name is not null order by e.title, e.id limit 1000`)

export const findEntry = <K extends Kind>(db: UnitOfWork, kind: K, name: string): Promise<EntryOf<K> | undefined> =>
  db.maybe(sql<EntryOf<K>>`
    select ${columns} from ${table(kind)} e join open_data.organisation o on o.tenant_id = e.tenant_id and o.id = e.organisation_id
    where e.tenant_id = ${db.tenant} and e.name = ${name}`)

export type EntryValues = { id: string; name: string; title: string; organisationId: string; document: DatasetSeries | DataService }
export const insertEntry = (db: UnitOfWork, kind: Kind, { id, name, title, organisationId, document }: EntryValues): Promise<number> =>
  db.run(sql`
    insert into ${table(kind)} (tenant_id, id, name, title, organisation_id, document, created_at, changed_at)
    values (${db.tenant}, ${id}, ${name}, ${title}, ${organisationId}, ${JSON.stringify(document)}, ${db.now}, ${db.now})`)

export const updateEntry = (db: UnitOfWork, kind: Kind, { id, title, organisationId, document }: Omit<EntryValues, 'name'>): Promise<number> =>
  db.run(sql`
    update ${table(kind)} set title = ${title}, organisation_id = ${organisationId}, document = ${JSON.stringify(document)}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and name is not null`)

export const deleteEntry = (db: UnitOfWork, kind: Kind, id: string): Promise<number> => db.run(sql`delete from ${table(kind)} where tenant_id = ${db.tenant} and id = ${id} and name is not null`)

/** Datasets of the catalogue by their short names. */
export const idsOfNames = (db: UnitOfWork, names: readonly string[]): Promise<{ id: string; name: string }[]> =>
  db.many(sql<{ id: string; name: string }>`select id, name from open_data.dataset where tenant_id = ${db.tenant} and name = any(${names}) and withdrawn_at is null`)

/** Datasets that come, stay or go count as changed: harvesters ask for what changed since their last visit. */
const touchMembers = (db: UnitOfWork, kind: Kind, id: string, more: readonly string[]): Promise<number> =>
  db.run(sql`
    update open_data.dataset set changed_at = ${db.now} where tenant_id = ${db.tenant} and withdrawn_at is null and (id = any(${more}::uuid[]) or id in (
      ${kind === 'series' ? sql`select dataset_id from open_data.series_member where tenant_id = ${db.tenant} and series_id = ${id}` : sql`select dataset_id from open_data.service_dataset where tenant_id = ${db.tenant} and service_id = ${id}`}))`)

export async function replaceMembers(db: UnitOfWork, kind: Kind, id: string, datasetIds: readonly string[]): Promise<void> {
  await touchMembers(db, kind, id, datasetIds)
  if (kind === 'series') {
    await db.run(sql`delete from open_data.series_member where tenant_id = ${db.tenant} and series_id = ${id}`)
    if (datasetIds.length > 0) await db.insertMany('open_data.series_member', datasetIds.map((datasetId, position) => ({ tenant_id: db.tenant, series_id: id, dataset_id: datasetId, position, created_at: db.now })))
    return
  }
  await db.run(sql`delete from open_data.service_dataset where tenant_id = ${db.tenant} and service_id = ${id}`)
  if (datasetIds.length > 0) await db.insertMany('open_data.service_dataset', datasetIds.map((datasetId) => ({ tenant_id: db.tenant, service_id: id, dataset_id: datasetId, created_at: db.now })))
}

const memberColumns = sql`d.id, d.name, d.title, d.summary, o.title as organisation, d.modified`
/** Published datasets of a series in its order, of a service by title. */
export const listMembers = (db: UnitOfWork, kind: Kind, id: string): Promise<Member[]> =>
  kind === 'series'
    ? db.many(sql<Member>`
        select ${memberColumns} from open_data.series_member m join open_data.dataset d on d.tenant_id = m.tenant_id and d.id = m.dataset_id
          join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
        where m.tenant_id = ${db.tenant} and m.series_id = ${id} and d.withdrawn_at is null order by m.position, d.id limit 1000`)
    : db.many(sql<Member>`
        select ${memberColumns} from open_data.service_dataset m join open_data.dataset d on d.tenant_id = m.tenant_id and d.id = m.dataset_id
          join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
        where m.tenant_id = ${db.tenant} and m.service_id = ${id} and d.withdrawn_at is null order by d.title, d.id limit 1000`)

export type { Place }

/** Where datasets stand in series of the town's own. */
export const listPlaces = (db: UnitOfWork, datasetIds: readonly string[]): Promise<Place[]> =>
  db.many(sql<Place>`
    select * from (
      select m.dataset_id as "datasetId", s.name as series, s.title, row_number() over w as position, count(*) over (partition by m.series_id) as size,
        lag(d.name) over w as previous, lag(d.document ->> 'uri') over w as "previousUri", lag(d.title) over w as "previousTitle",
        lead(d.name) over w as next, lead(d.document ->> 'uri') over w as "nextUri", lead(d.title) over w as "nextTitle"
      from open_data.series_member m join open_data.dataset d on d.tenant_id = m.tenant_id and d.id = m.dataset_id and d.withdrawn_at is null
        join open_data.dataset_series s on s.tenant_id = m.tenant_id and s.id = m.series_id
      where m.tenant_id = ${db.tenant} and m.series_id in (select series_id from open_data.series_member where tenant_id = ${db.tenant} and dataset_id = any(${datasetIds}::uuid[]))
      window w as (partition by m.series_id order by m.position, m.dataset_id)) places
    where "datasetId" = any(${datasetIds}::uuid[]) order by title, "datasetId"`)

/** Data services of the town's own that serve some datasets. */
export type Serving = { datasetId: string; name: string; document: DataService }
export const listServing = (db: UnitOfWork, datasetIds: readonly string[]): Promise<Serving[]> =>
  db.many(sql<Serving>`
    select m.dataset_id as "datasetId", e.name, e.document from open_data.service_dataset m join open_data.data_service e on e.tenant_id = m.tenant_id and e.id = m.service_id
    where m.tenant_id = ${db.tenant} and m.dataset_id = any(${datasetIds}::uuid[]) order by e.title, e.id`)

/** Series and services of sources, by the IRIs their datasets name or by which they name datasets. */
export const listHarvestedSeries = (db: UnitOfWork, iris: readonly Iri[]): Promise<{ document: DatasetSeries }[]> =>
  db.many(sql<{ document: DatasetSeries }>`select document from open_data.dataset_series where tenant_id = ${db.tenant} and source_key = any(${iris}) order by id limit 1000`)

export const listHarvestedServing = (db: UnitOfWork, datasetIris: readonly Iri[]): Promise<{ document: DataService }[]> =>
  db.many(sql<{ document: DataService }>`
    select document from open_data.data_service where tenant_id = ${db.tenant} and source_id is not null and jsonb_exists_any(document -> 'servesDataset', ${datasetIris}::text[]) order by id limit 1000`)
