/** The grammar of questions, answered in memory in the plainest way: what the store is compared with. */
import { answerFields, isCount } from './rules.ts'
import type { Aggregate, Cell, Condition, Field, TableQuery } from './schema.ts'
import type { TestTable } from './table-testing.ts'
import { tokensOf, wordsOf, type Word } from './words.ts'

type Row = ReadonlyMap<string, Cell>

export function answerByHand(table: TestTable, query: TableQuery): { rows: Cell[][]; total: number } {
  const rows = rowsOf(table).filter((row) => fits(table, query, row))
  const fields = answerFields(table.fields, query)
  const { sort = [], offset = 0, limit = 100 } = query
  const shown: Row[] = isCount(query) ? groups(table, query, rows) : query.distinct ? distinct(rows, fields) : rows
  const then = isCount(query) ? (query.group ?? []) : query.distinct ? fields.map(({ id }) => id) : ['_id']
  const order = [...sort, ...then.filter((id) => !sort.some(({ field }) => field === id)).map((field) => ({ field, descending: false }))]
  const sorted = shown.toSorted((a, b) => order.reduce((found, { field, descending }) => found || compareSorted(a.get(field) ?? null, b.get(field) ?? null, descending), 0))
  return { rows: sorted.slice(offset, offset + limit).map((row) => fields.map(({ id }) => row.get(id) ?? null)), total: shown.length }
}

function rowsOf({ fields, base, changes }: TestTable): Row[] {
  const kept = new Map(base.map((row, at) => [at + 1, row]))
  for (const [id, row] of changes ?? [])
    if (row === null) kept.delete(id)
    else kept.set(id, row)
  return [...kept].toSorted(([a], [b]) => a - b).map(([id, row]) => new Map<string, Cell>([['_id', id], ...fields.map(({ id, type }, at): [string, Cell] => [id, read(type, row[at] ?? null)])])) // prettier-ignore
}

const read = (type: Field['type'], text: string | null): Cell => (text === null ? null : type === 'int' || type === 'numeric' ? Number(text) : type === 'bool' ? text === 'true' : text)

const fits = (table: TestTable, { where = [], words }: TableQuery, row: Row): boolean =>
  where.every((condition) => holds(condition, row.get(condition.field) ?? null)) &&
  (!words || wordsOf(words.text, words.prefix).every((word) => (words.fields?.map((id) => table.fields.find((field) => field.id === id) ?? { id, type: 'int' as const }) ?? table.fields).some((field) => occurs(word, field, row.get(field.id) ?? null))))

function holds(condition: Condition, cell: Cell): boolean {
  switch (condition.is) {
    case 'in':
      return condition.values.includes(cell)
    case 'ne':
      return cell !== condition.value
    case 'empty':
      return cell === null || cell === ''
    case 'present':
      return cell !== null && cell !== ''
    case 'contains':
      return cell !== null && String(cell).replace('T', ' ').toLowerCase().includes(condition.value.toLowerCase())
  }
  if (cell === null || condition.value === null) return false
  const order = compare(cell, condition.value)
  return { lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 }[condition.is]
}

function occurs({ tokens, unfinished, number, span }: Word, { type }: Field, cell: Cell): boolean {
  if (cell === null) return false
  if (type === 'text') {
    const own = tokensOf(String(cell))
    return tokens.every((token, at) => own.some((one) => (unfinished && at === tokens.length - 1 ? one.startsWith(token) : one === token)))
  }
  if (type === 'int' || type === 'numeric') return number !== undefined && Number(number) === cell
  return (type === 'date' || type === 'timestamp') && span !== undefined && String(cell) >= span.from && String(cell) < span.to
}

// Texts by code point, as their bytes in UTF-8 stand.
function compare(a: Cell, b: Cell): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return Number(a) - Number(b)
}
function compareSorted(a: Cell, b: Cell, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return descending ? compare(b, a) : compare(a, b)
}

const keyOf = (row: Row, ids: readonly string[]): string => JSON.stringify(ids.map((id) => row.get(id) ?? null))

const distinct = (rows: readonly Row[], fields: readonly Field[]): Row[] => [...new Map(rows.map((row) => [keyOf(row, fields.map(({ id }) => id)), row])).values()] // prettier-ignore

function groups(table: TestTable, { group = [], aggregates = [] }: TableQuery, rows: readonly Row[]): Row[] {
  const gathered = group.length === 0 ? new Map([['', [...rows]]]) : Map.groupBy(rows, (row) => keyOf(row, group))
  return [...gathered.values()].map((members) => new Map<string, Cell>([...group.map((id): [string, Cell] => [id, members[0]?.get(id) ?? null]), ...aggregates.map((aggregate): [string, Cell] => [aggregate.as, gather(aggregate, members)])]))
}

function gather({ function: kind, field }: Aggregate, rows: readonly Row[]): Cell {
  if (field === undefined) return rows.length
  const values = rows.map((row) => row.get(field) ?? null).filter((value) => value !== null).toSorted(compare)
  if (kind === 'count') return values.length
  if (kind === 'count-distinct') return new Set(values).size
  if (values.length === 0) return null
  if (kind === 'min') return values[0] ?? null
  if (kind === 'max') return values.at(-1) ?? null
  const numbers = values.map(Number)
  if (kind === 'median') return ((numbers[Math.floor((numbers.length - 1) / 2)] ?? 0) + (numbers[Math.ceil((numbers.length - 1) / 2)] ?? 0)) / 2
  const sum = numbers.reduce((total, number) => total + number, 0)
  return kind === 'avg' ? sum / numbers.length : sum
}
