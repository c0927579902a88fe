import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../dcat/schema.ts'
import type { Bound, Column, Filter, Test } from './search/filter.ts'
import type { Sorting } from './search/sorting.ts'

type Sql = ReturnType<typeof sql>

const columns: Readonly<Record<Extract<Column, string>, Sql>> = {
  id: sql`d.id::text`,
  name: sql`d.name`,
  title: sql`d.title`,
  notes: sql`concat_ws(' ', d.document #>> '{description,de}', d.document #>> '{description,en}')`,
  text: sql`concat_ws(' ', d.title, d.document ->> 'description', array_to_string(d.tag, ' '))`,
  tag: sql`d.tag`,
  theme: sql`d.theme`,
  format: sql`d.format`,
  licence: sql`d.licence_uri`,
  organisation: sql`(select o.name from open_data.organisation o where o.tenant_id = d.tenant_id and o.id = d.organisation_id)`,
  'organisation-id': sql`d.organisation_id::text`,
  changed: sql`d.changed_at`,
  created: sql`d.created_at`,
  files: sql`jsonb_array_length(d.document -> 'distribution')`,
  tags: sql`cardinality(d.tag)`,
  'file-url': sql`array(select f.url from open_data.distribution f where f.tenant_id = d.tenant_id and f.dataset_id = d.id)`,
  'file-title': sql`array(select f.title from open_data.distribution f where f.tenant_id = d.tenant_id and f.dataset_id = d.id)`,
}
const lists: ReadonlySet<Column> = new Set<Column>(['tag', 'theme', 'format', 'file-url', 'file-title'])

// Only what an author of this file wrote becomes SQL; everything a client sent is a parameter.
function condition(filter: Filter): Sql {
  if (filter.kind === 'test') return testOf(filter.column, filter.test)
  if (filter.kind === 'not') return sql`(not coalesce(${condition(filter.filter)}, false))`
  if (filter.kind === 'and') return sql`(${sql.join(filter.filters.map(condition), sql` and `)})`
  if (filter.kind === 'or') return sql`(${sql.join(filter.filters.map(condition), sql` or `)})`
  return filter.kind === 'never' ? sql`false` : sql`true`
}

function testOf(column: Column, test: Test): Sql {
  const { value, list } = valueOf(column)
  if (!list) return holds(value, test)
  if (test.is === 'equal') return sql`${value} && ${test.values}::text[]`
  if (test.is === 'present') return sql`cardinality(${value}) > 0`
  return sql`exists (select from unnest(${value}) v where ${holds(sql`v`, test)})`
}

function valueOf(column: Column): { value: Sql; list: boolean } {
  if (typeof column === 'string') return { value: columns[column], list: lists.has(column) }
  const { path, list } = column
  return { value: list ? sql`array(select jsonb_array_elements_text(d.document #> ${path}::text[]))` : sql`(d.document #>> ${path}::text[])`, list }
}

function holds(value: Sql, test: Test): Sql {
  switch (test.is) {
    case 'equal':
      return sql`${value} = any(${test.values}::text[])`
    case 'like':
      return sql`${value} like ${test.pattern}`
    case 'match':
      return sql`${value} ~* ${test.pattern}`
    case 'present':
      return sql`coalesce(${value}::text, '') <> ''`
    case 'range':
      return sql`(${side(value, test.from, test.of, '>')} and ${side(value, test.to, test.of, '<')})`
  }
}

function side(value: Sql, bound: Bound, of: 'text' | 'time' | 'number', sign: '<' | '>'): Sql {
  if (!bound) return sql`true`
  const compare = sign === '>' ? (bound.included ? sql`>=` : sql`>`) : bound.included ? sql`<=` : sql`<`
  if (of === 'time') return sql`${value} ${compare} ${bound.value}::timestamptz`
  if (of === 'number') return sql`${value} ${compare} ${bound.value}::float8`
  return sql`${value} collate "C" ${compare} ${bound.value}::text`
}

const orders: Readonly<Record<Sorting['by'], Sql>> = { changed: sql`d.changed_at`, created: sql`d.created_at`, name: sql`d.name collate "C"`, title: sql`lower(d.title) collate "C"`, id: sql`d.id` }
const ordering = (sort: readonly Sorting[]): Sql =>
  sql.join([...sort.map(({ by, descending }) => (descending ? sql`${orders[by]} desc` : sql`${orders[by]}`)), sql`d.id`])

/** Which datasets: those of a filter, and among `ids` when given. */
export type Which = { filter?: Filter; ids?: readonly string[] | undefined }
const published = (db: UnitOfWork, { filter, ids }: Which): Sql =>
  sql`d.tenant_id = ${db.tenant} and d.withdrawn_at is null and ${filter ? condition(filter) : sql`true`} ${ids ? sql`and d.id = any(${ids}::uuid[])` : sql``}`

export const findIds = (db: UnitOfWork, which: Which, sort: readonly Sorting[], page: { from: number; size: number }): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select d.id from open_data.dataset d where ${published(db, which)} order by ${ordering(sort)} limit ${page.size} offset ${page.from}`)

export const countFound = (db: UnitOfWork, which: Which): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*) as n from open_data.dataset d where ${published(db, which)}`)

const counted = { tag: sql`unnest(d.tag)`, theme: sql`unnest(d.theme)`, format: sql`unnest(d.format)`, licence: sql`d.licence_uri`, organisation: columns.organisation }
export type Counted = keyof typeof counted
/** How often each value of a facet occurs, the most frequent first. */
export const countValues = (db: UnitOfWork, which: Which, facet: Counted, size: number | null): Promise<{ value: string; n: number }[]> =>
  db.many(sql<{ value: string; n: number }>`
    select v.value, count(*) as n from (select ${counted[facet]} as value from open_data.dataset d where ${published(db, which)}) v
    where v.value is not null group by v.value order by n desc, v.value collate "C" limit ${size}`)

/** Enough of a dataset to know whether a text made of it is still right. */
export type Stamp = {
  id: string; name: string; digest: string; createdAt: Date; changedAt: Date
  organisationId: string; organisationName: string; organisationTitle: string; organisationText: string; organisationCreatedAt: Date
} // prettier-ignore
const stamp = sql`d.id, d.name, d.digest, d.created_at as "createdAt", d.changed_at as "changedAt", o.id as "organisationId", o.name as "organisationName", o.title as "organisationTitle",
  o.description as "organisationText", o.created_at as "organisationCreatedAt"`
const stamped = sql`open_data.dataset d join open_data.organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id`

export const findStamp = (db: UnitOfWork, nameOrId: string): Promise<Stamp | undefined> =>
  isUuid(nameOrId)
    ? db.maybe(sql<Stamp>`select ${stamp} from ${stamped} where d.tenant_id = ${db.tenant} and d.id = ${nameOrId} and d.withdrawn_at is null`)
    : db.maybe(sql<Stamp>`select ${stamp} from ${stamped} where d.tenant_id = ${db.tenant} and d.name = ${nameOrId} and d.withdrawn_at is null`)

const isUuid = (text: unknown): boolean => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** In no particular order. */
export const listStamps = (db: UnitOfWork, ids: readonly string[]): Promise<Stamp[]> =>
  db.many(sql<Stamp>`select ${stamp} from ${stamped} where d.tenant_id = ${db.tenant} and d.id = any(${ids}::uuid[]) and d.withdrawn_at is null`)

export const listDocuments = (db: UnitOfWork, ids: readonly string[]): Promise<{ id: string; document: Dataset }[]> =>
  db.many(sql<{ id: string; document: Dataset }>`select id, document from open_data.dataset where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

/** Of these datasets, published or not, the files whose rows can be asked for: those of their current upload, or written by programs. */
export const listTabled = (db: UnitOfWork, ids: readonly string[]): Promise<{ id: string; datasetId: string }[]> =>
  db.many(sql<{ id: string; datasetId: string }>`
    select v.distribution_id as id, v.dataset_id as "datasetId"
    from open_data.file_version v left join open_data.distribution f on f.tenant_id = v.tenant_id and f.id = v.distribution_id
    where v.tenant_id = ${db.tenant} and v.dataset_id = any(${ids}::uuid[]) and v.state = 'ready' and v.table_file is not null and (f.id is null or f.version_id = v.id)
    union select t.distribution_id, t.dataset_id
    from open_data.pushed_table t left join open_data.distribution f on f.tenant_id = t.tenant_id and f.id = t.distribution_id
    where t.tenant_id = ${db.tenant} and t.dataset_id = any(${ids}::uuid[]) and (f.id is null or t.version_id is not distinct from f.version_id)`)

export const listTags = (db: UnitOfWork, like: string, page: { from: number; size: number | null }): Promise<{ value: string; n: number }[]> =>
  db.many(sql<{ value: string; n: number }>`
    select v.value, count(*) as n from (select unnest(d.tag) as value from open_data.dataset d where d.tenant_id = ${db.tenant} and d.withdrawn_at is null) v
    where v.value ilike ${like} group by v.value order by v.value collate "C" limit ${page.size} offset ${page.from}`)

export const completeTitles = (db: UnitOfWork, like: string, size: number): Promise<{ name: string; title: string }[]> =>
  db.many(sql<{ name: string; title: string }>`
    select name, title from open_data.dataset where tenant_id = ${db.tenant} and withdrawn_at is null and (name ilike ${like} or title ilike ${like}) order by name limit ${size}`)

export const placeOfFile = (db: UnitOfWork, id: string): Promise<{ datasetId: string; position: number } | undefined> =>
  isUuid(id)
    ? db.maybe(sql<{ datasetId: string; position: number }>`
        select f.dataset_id as "datasetId", f.position from open_data.distribution f join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id
        where f.tenant_id = ${db.tenant} and f.id = ${id} and d.withdrawn_at is null`)
    : Promise.resolve(undefined)

const fileColumns = { name: sql`f.title`, url: sql`f.url`, format: sql`f.format`, mimetype: sql`f.media_type`, id: sql`f.id::text`, description: sql`d.document -> 'distribution' -> f.position::int ->> 'description'` }
export type FileColumn = keyof typeof fileColumns
export const isFileColumn = (name: string): name is FileColumn => Object.hasOwn(fileColumns, name)
const files = (db: UnitOfWork, terms: readonly { column: FileColumn; like: string }[]): Sql => sql`
  from open_data.distribution f join open_data.dataset d on d.tenant_id = f.tenant_id and d.id = f.dataset_id
  where f.tenant_id = ${db.tenant} and d.withdrawn_at is null ${sql.join(terms.map(({ column, like }) => sql`and ${fileColumns[column]} ilike ${like}`), sql` `)}`

export const findFiles = (db: UnitOfWork, terms: readonly { column: FileColumn; like: string }[], order: FileColumn | undefined, page: { from: number; size: number | null }): Promise<{ datasetId: string; position: number }[]> =>
  db.many(sql<{ datasetId: string; position: number }>`
    select f.dataset_id as "datasetId", f.position ${files(db, terms)} order by ${order ? sql`${fileColumns[order]} collate "C", f.id` : sql`f.id`} limit ${page.size} offset ${page.from}`)

export const countFiles = (db: UnitOfWork, terms: readonly { column: FileColumn; like: string }[]): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*) as n ${files(db, terms)}`)
