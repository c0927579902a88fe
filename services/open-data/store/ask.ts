import { outputSql, readRows } from './cells.ts'
import type { Host } from './engine.ts'
import { withTable, type OpenTable } from './open-table.ts'
import { countSql, gatheredPageSql, gatheredSql, listSql, numbersSql, sourcesOf, type Source } from './plan.ts'
import { answerFields, checkQuery, isCount, rowNumber, usualRows, wordsIn } from './rules.ts'
import type { Cell, Field, TableAnswer } from './schema.ts'
import { list } from './sql-text.ts'
import type { Question, TableRef } from './table.ts'

/**
 * Answers one question to one table. Whether the reader may see the table is for the caller to decide.
 * @throws NotFound when there is no such table
 * @throws QueryRefused when the question does not fit the table (`whyNotAsk` says so before) or takes longer than a question may
 */
export const askTable = (platform: Host, tenant: string, table: TableRef, query: Question): Promise<TableAnswer> => withTable(platform, tenant, table, (open) => ask(open, query))

/** @throws QueryRefused */
export async function ask(open: OpenTable, query: Question): Promise<TableAnswer> {
  checkQuery(open.fields, query)
  const fields = answerFields(open.fields, query)
  const sources = await sourcesOf(open, query)
  const { limit = usualRows, offset = 0 } = query
  if (isCount(query) || query.distinct) {
    const gathered = gatheredSql(sources, open.fields, fields, query)
    const total = query.total === false ? undefined : await one(open, `select count(*) from ${gathered.from}`)
    return { fields, rows: await read(open, gatheredPageSql(gathered, fields, limit, offset), fields), total }
  }
  const total = query.total === false ? undefined : everyRow(query) ? open.rows : await one(open, countSql(sources))
  const rows = limit === 0 || (total !== undefined && offset >= total) ? [] : await page(open, sources, fields, query, limit, offset)
  return { fields, rows, total }
}

const everyRow = (query: Question): boolean => !query.where?.length && wordsIn(query).every(({ text }) => text.trim() === '')

/** Up to so many rows are found by number first and read afterwards: a large table need not read all columns to sort or to filter. */
const twoSteps = 1_000

async function page(open: OpenTable, sources: readonly Source[], fields: readonly Field[], query: Question, limit: number, offset: number): Promise<Cell[][]> {
  const { sort = [] } = query
  const index = open.base?.index
  if (index && open.base && !open.changes && everyRow(query) && sort.length === 0)
    return await read(open, `select ${outputSql(fields)} from ${open.base.from} where rowid between ${offset} and ${offset + limit - 1} order by rowid`, fields)
  if (!index || limit > twoSteps) return await read(open, listSql(sources, open.fields, fields, sort, limit, offset), fields)
  const numbers = (await (await open.connection.run(numbersSql(sources, open.fields, sort, limit, offset))).getRows()).map(([id]) => String(id))
  if (numbers.length === 0) return []
  const wanted = sources.map((source) => ({ ...source, where: [`_id in (${list(numbers)})`] }))
  const found = await read(open, listSql(wanted, open.fields, [rowNumber, ...fields], [], undefined, 0), [rowNumber, ...fields])
  const byNumber = new Map(found.map(([id, ...cells]) => [String(id), cells]))
  return numbers.flatMap((id) => (byNumber.has(id) ? [byNumber.get(id) ?? []] : []))
}

const read = async (open: OpenTable, sql: string, fields: readonly Field[]): Promise<Cell[][]> => await readRows(await open.connection.run(sql), fields)

async function one(open: OpenTable, sql: string): Promise<number> {
  return Number((await (await open.connection.run(sql)).getRows())[0]?.[0] ?? 0)
}
