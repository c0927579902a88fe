import { NotFound } from '@modellregion/kernel'
import { askTable } from '../../store/ask.ts'
import { findPushedTable } from '../../store/queries.ts'
import type { Cell, Field, TableAnswer } from '../../store/schema.ts'
import { QueryRefused, type Question } from '../../store/table.ts'
import type { Call } from '../ckan/action.ts'
import { countParam, jsonParam, textParam, type Params } from '../ckan/params.ts'
import { invalid, notFound } from '../failure.ts'
import { csvLines } from './csv.ts'
import { listTables } from './queries.ts'
import { mostRows, questionOf, refusedQuestion } from './question.ts'
import { resourceIdOf, resourceSeen } from './resource.ts'
import { toCkanField } from './types.ts'

const formats = ['objects', 'lists', 'csv', 'tsv'] as const

/** The answer of `datastore_search` as JSON text. @throws ApiFailure */
export async function searchTable(call: Call, params: Params): Promise<string> {
  const id = resourceIdOf(params)
  if (id === '_table_metadata') return await listedTables(call, params)
  const format = formats.find((one) => one === (textParam(params, 'records_format') ?? 'objects'))
  if (!format) throw invalid({ records_format: [`Must be one of ${formats.join(', ')}`] })
  await resourceSeen(call, id)
  const question = questionOf(params)
  const said = await fieldsSaid(call, id)
  const { fields, rows, total } = await answered(call, id, question)
  const wanted = countParam(params, 'limit', 100)
  return JSON.stringify({
    include_total: question.total,
    limit: question.limit,
    ...(question.offset !== 0 && { offset: question.offset }),
    ...(question.distinct && { distinct: true }),
    ...echoed(params),
    records_format: format,
    resource_id: id,
    total_estimation_threshold: null,
    ...(wanted > mostRows && rows.length === mostRows && { records_truncated: true }),
    records: recordsIn(format, fields, rows),
    fields: fields.map((field) => said.get(field.id) ?? toCkanField(field)),
    _links: linksOf(params, question),
    ...(total !== undefined && { total, total_was_estimated: false }),
  })
}

/** @throws ApiFailure */
export async function answered(call: Call, id: string, question: Question): Promise<TableAnswer> {
  try {
    return await askTable(call.platform, call.tenant, { distributionId: id }, question)
  } catch (error) {
    if (error instanceof QueryRefused) throw refusedQuestion(error.refusal)
    if (error instanceof NotFound) throw notFound(`Resource "${id}" was not found.`)
    throw error
  }
}

/** What programs have said of the columns they made. */
export async function fieldsSaid(call: Call, id: string): Promise<ReadonlyMap<string, unknown>> {
  const table = await call.read((db) => findPushedTable(db, id))
  return new Map((table?.fields ?? []).map((field) => [field.id, toCkanField(field)]))
}

function recordsIn(format: (typeof formats)[number], fields: readonly Field[], rows: readonly (readonly Cell[])[]): unknown {
  if (format === 'lists') return rows
  if (format === 'csv' || format === 'tsv') return csvLines(rows, format === 'csv' ? ',' : '\t')
  return rows.map((row) => Object.fromEntries(fields.map(({ id }, at) => [id, row[at] ?? null])))
}

const echoed = (params: Params): Record<string, unknown> => Object.fromEntries(['filters', 'q', 'sort', 'language', 'plain'].flatMap((key) => (params[key] === undefined ? [] : [[key, jsonParam(params, key)]])))

/** Addresses of the first, the next and the page before, for the same question. */
function linksOf(params: Params, { offset = 0, limit = 0 }: Question): Record<string, string> {
  const to = (from: number | undefined) => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(params)) if (key !== 'offset' && value !== undefined && value !== null) search.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
    if (from !== undefined) search.set('offset', String(from))
    return `/api/3/action/datastore_search?${search.toString()}`
  }
  return { start: to(undefined), next: to(offset + limit), ...(offset - limit > 0 && { prev: to(offset - limit) }) }
}

async function listedTables(call: Call, params: Params): Promise<string> {
  const page = { from: countParam(params, 'offset', 0), size: countParam(params, 'limit', 100, mostRows) }
  const tables = await call.read((db) => listTables(db, page))
  const records = tables.map(({ id: name }, at) => ({ _id: page.from + at + 1, name, oid: null, alias_of: null }))
  return JSON.stringify({ resource_id: '_table_metadata', limit: page.size, offset: page.from, records, fields: [{ id: '_id', type: 'int' }, { id: 'name', type: 'text' }, { id: 'oid', type: 'int' }, { id: 'alias_of', type: 'text' }] }) // prettier-ignore
}
