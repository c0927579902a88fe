import type { Aggregate, Cell, Condition, Field, TableQuery } from '../store/schema.ts'
import type { FieldProfile } from '../store/table.ts'
import type { Asking } from './asking.ts'
import type { TableFacts } from './schema.ts'

type Row = Readonly<Record<string, Cell>>

/** A small table in memory that answers the grammar of the store, as far as the views ask it. */
export function fakeTable(fields: readonly Field[], rows: readonly Row[]): { asking: Asking; facts: TableFacts; asked: TableQuery[] } {
  const asked: TableQuery[] = []
  const asking: Asking = async (query) => {
    asked.push(query)
    const kept = rows.filter((row) => (query.where ?? []).every((condition) => holds(row, condition)) && (query.words?.text ?? '').toLowerCase().split(/\s+/).every((word) => Object.values(row).some((cell) => String(cell).toLowerCase().includes(word))))
    const records = query.group || query.aggregates ? grouped(kept, query.group ?? [], query.aggregates ?? []) : kept
    const sorted = records.toSorted((a, b) => (query.sort ?? []).reduce((order, { field, descending }) => order || compare(a[field] ?? null, b[field] ?? null) * (descending ? -1 : 1), 0))
    const ids = query.aggregates ? [...(query.group ?? []), ...query.aggregates.map(({ as }) => as)] : (query.fields ?? fields.map(({ id }) => id))
    const page = sorted.slice(query.offset ?? 0, (query.offset ?? 0) + (query.limit ?? 100))
    return { fields: ids.map((id) => fields.find((field) => field.id === id) ?? { id, type: 'numeric' }), rows: page.map((row) => ids.map((id) => row[id] ?? null)), total: query.total === false ? undefined : records.length }
  }
  return { asking, asked, facts: { rows: rows.length, fields: fields.map((field) => profileOf(field, rows)) } }
}

function profileOf(field: Field, rows: readonly Row[]): FieldProfile {
  const values = rows.map((row) => row[field.id] ?? null).filter((cell) => cell !== null).toSorted(compare)
  return { ...field, empty: rows.length - values.length, distinct: new Set(values).size, ...(values.length > 0 && { min: String(values[0]), max: String(values.at(-1)) }) }
}

const compare = (a: Cell, b: Cell): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)

function holds(row: Row, condition: Condition): boolean {
  const cell = row[condition.field] ?? null
  switch (condition.is) {
    case 'in':
      return condition.values.includes(cell)
    case 'contains':
      return String(cell ?? '').toLowerCase().includes(condition.value.toLowerCase())
    case 'empty':
      return cell === null
    case 'present':
      return cell !== null
    case 'ne':
      return cell !== condition.value
    default: {
      const order = compare(cell, condition.value)
      return cell !== null && (condition.is === 'lt' ? order < 0 : condition.is === 'lte' ? order <= 0 : condition.is === 'gt' ? order > 0 : order >= 0)
    }
  }
}

function grouped(rows: readonly Row[], group: readonly string[], aggregates: readonly Aggregate[]): Row[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(group.map((id) => row[id] ?? null)))
  const all = group.length === 0 ? [['[]', [...rows]] as const] : [...groups]
  return all.map(([key, members]) => {
    const keys = JSON.parse(key) as Cell[] // written above
    return Object.fromEntries([...group.map((id, at) => [id, keys[at] ?? null] as const), ...aggregates.map((one) => [one.as, aggregate(one, members)] as const)])
  })
}

function aggregate({ function: how, field }: Aggregate, rows: readonly Row[]): Cell {
  const numbers = field === undefined ? [] : rows.flatMap((row) => (row[field] === null || row[field] === undefined ? [] : [Number(row[field])]))
  if (how === 'count') return field === undefined ? rows.length : numbers.length
  if (numbers.length === 0) return null
  const sum = numbers.reduce((total, one) => total + one, 0)
  const sorted = numbers.toSorted((a, b) => a - b)
  const answers = { sum, avg: sum / numbers.length, min: sorted[0] ?? null, max: sorted.at(-1) ?? null, median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null, 'count-distinct': new Set(numbers).size }
  return answers[how]
}
