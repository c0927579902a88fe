import { outputSql } from './cells.ts'
import { whereSql } from './conditions.ts'
import { indexedWordSql, wordSql } from './find-words.ts'
import type { OpenTable } from './open-table.ts'
import { fieldOf, isCount, rowNumber, wordsIn } from './rules.ts'
import type { Aggregate, Field, TableQuery } from './schema.ts'
import { list, name } from './sql-text.ts'
import type { Question } from './table.ts'
import { wordsOf } from './words.ts'

/** One place where rows of a table stand, and which of them fit the question. */
export type Source = { readonly from: string; readonly where: readonly string[]; /** Of the base: rows that have changed since. */ readonly gone?: string }

/** Base and changes with the question's conditions. Words are looked up here, in the index of large tables; `all`: most of the rows will be read. */
export async function sourcesOf({ connection, fields, base, changes }: OpenTable, query: Pick<Question, 'where' | 'words'>, all = false): Promise<Source[]> {
  const conditions = whereSql(fields, query.where ?? [])
  const words = wordsIn(query).flatMap(({ text, prefix, fields: scope }) => wordsOf(text, prefix).map((word) => ({ word, scope: scope?.map((id) => fieldOf(fields, id)) ?? fields })))
  const plainWords = words.map(({ word, scope }) => wordSql(word, scope))
  const sources: Source[] = []
  if (base) {
    const index = base.index
    const found = index ? await inTurn(words, ({ word, scope }) => indexedWordSql(connection, { ...base, index }, word, scope, fields)) : plainWords
    sources.push({ from: all && words.length === 0 ? await base.whole() : base.from, where: [...conditions, ...found], ...(changes && { gone: changes.gone }) })
  }
  if (changes) sources.push({ from: changes.from, where: [...conditions, ...plainWords] })
  return sources
}

// One connection answers one statement at a time.
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function filtered({ from, where, gone }: Source): string {
  const all = gone === undefined ? where : [...where, `_id not in (select _id from ${gone})`]
  return `${from}${all.length > 0 ? ` where ${all.join(' and ')}` : ''}`
}

/** All rows that fit, with some of their columns, as something to select from. */
export function rowsSql(sources: readonly Source[], fields: readonly Field[]): string {
  const [only, ...more] = sources
  if (!only) return `(select ${list(fields.map(({ id }) => `null as ${name(id)}`))} where false)`
  if (more.length === 0) return `(select ${fields.length > 0 ? list(fields.map(({ id }) => name(id))) : '1'} from ${filtered(only)})`
  // Where two places come together, repeating texts are texts.
  const columns = fields.length > 0 ? list(fields.map(({ id, type }) => (type === 'text' || type === 'json' ? `${name(id)}::varchar as ${name(id)}` : name(id)))) : '1'
  return `(${sources.map((source) => `select ${columns} from ${filtered(source)}`).join(' union all ')})`
}

export const countSql = (sources: readonly Source[]): string => (sources.length === 0 ? 'select 0' : `select ${sources.map((source) => `(select count(*) from ${filtered(source)})`).join(' + ')}`)

type Sort = NonNullable<TableQuery['sort']>
/** Empty values stand last, whichever way. */
export const orderSql = (sort: Sort, then: readonly string[]): string => {
  const wanted = sort.map(({ field, descending }) => `${name(field)} ${descending ? 'desc' : 'asc'} nulls last`)
  const rest = then.filter((id) => !sort.some(({ field }) => field === id)).map((id) => `${name(id)} asc nulls last`)
  return [...wanted, ...rest].length > 0 ? ` order by ${list([...wanted, ...rest])}` : ''
}

const pageSql = (limit: number | undefined, offset: number): string => `${limit === undefined ? '' : ` limit ${limit}`}${offset > 0 ? ` offset ${offset}` : ''}`

/** Columns that are needed to answer and to sort. */
export const listColumns = (all: readonly Field[], fields: readonly Field[], sort: Sort): Field[] => [...new Map([rowNumber, ...fields, ...sort.map(({ field }) => fieldOf(all, field))].map((field) => [field.id, field])).values()]

/** Rows in their order, as something to select from. */
export const orderedRowsSql = (sources: readonly Source[], columns: readonly Field[], sort: Sort, limit: number | undefined, offset: number): string =>
  `(select * from ${rowsSql(sources, columns)}${orderSql(sort, [rowNumber.id])}${pageSql(limit, offset)})`

/** Rows in their order, with the columns of the answer. */
export const listSql = (sources: readonly Source[], all: readonly Field[], fields: readonly Field[], sort: Sort, limit: number | undefined, offset: number): string =>
  `select ${outputSql(fields)} from ${orderedRowsSql(sources, listColumns(all, fields, sort), sort, limit, offset)} page${orderSql(sort, [rowNumber.id])}`

/** Numbers of the rows of a page, in order. */
export const numbersSql = (sources: readonly Source[], all: readonly Field[], sort: Sort, limit: number, offset: number): string =>
  `select _id from ${orderedRowsSql(sources, listColumns(all, [], sort), sort, limit, offset)} page${orderSql(sort, [rowNumber.id])}`

/** Distinct rows or groups: the statement without its page, and how it is ordered. */
export function gatheredSql(sources: readonly Source[], all: readonly Field[], fields: readonly Field[], query: Question): { from: string; order: string } {
  const order = orderSql(query.sort ?? [], isCount(query) ? (query.group ?? []) : fields.map(({ id }) => id))
  if (!isCount(query)) return { from: `(select distinct ${list(fields.map(({ id }) => name(id)))} from ${rowsSql(sources, fields)})`, order }
  const group = (query.group ?? []).map((id) => fieldOf(all, id))
  const aggregates = query.aggregates ?? []
  const needed = [...new Map([...group, ...aggregates.flatMap(({ field }) => (field === undefined ? [] : [fieldOf(all, field)]))].map((field) => [field.id, field])).values()]
  const columns = [...group.map(({ id }) => name(id)), ...aggregates.map((aggregate) => `${aggregateSql(aggregate, all)} as ${name(aggregate.as)}`)]
  const by = group.length > 0 ? ` group by ${list(group.map(({ id }) => name(id)))}` : ''
  return { from: `(select ${list(columns)} from ${rowsSql(sources, needed)}${by})`, order }
}

function aggregateSql({ function: kind, field: id }: Aggregate, all: readonly Field[]): string {
  if (id === undefined) return 'count(*)'
  const { type } = fieldOf(all, id)
  // The order of repeating texts is that of the texts.
  const column = type === 'text' ? `${name(id)}::varchar` : name(id)
  if (kind === 'count-distinct') return `count(distinct ${column})`
  if (kind === 'avg' || kind === 'median') return `${kind}(${column})::double`
  return `${kind}(${column})`
}

export const gatheredPageSql = ({ from, order }: { from: string; order: string }, fields: readonly Field[], limit: number | undefined, offset: number): string =>
  `select ${outputSql(fields)} from (select * from ${from}${order}${pageSql(limit, offset)}) page${order}`
