import type { Cell, Field, TableAnswer } from '../store/schema.ts'
import type { FieldProfile } from '../store/table.ts'
import type { Asking } from './asking.ts'
import { isCategory, isKey, namingColumn, isQuantity, isTime, isNumber } from './columns.ts'
import { pickedText } from './read-value.ts'
import type { Selection, TableFacts } from './schema.ts'
import { listOf, rowsOf } from './to-query.ts'

export const pageSize = 50
/** Wider tables show this many columns until somebody chooses others. */
export const mostColumns = 20

export type Totals = ReadonlyMap<string, { sum: number; mean: number }>
export type TableData = { columns: readonly FieldProfile[]; rows: readonly (readonly Cell[])[]; total: number; totals: Totals }

/** Columns a selection shows. Shapes come last: they are long and say little as text. */
export function shownColumns(selection: Selection, fields: readonly FieldProfile[]): FieldProfile[] {
  if (selection.columns.length > 0) return fields.filter(({ id }) => selection.columns.includes(id))
  return fields.toSorted((a, b) => Number(a.type === 'geometry') - Number(b.type === 'geometry')).slice(0, mostColumns)
}

/** One page of the rows that are meant, with sums and means of all of them. */
export async function tableData(asking: Asking, selection: Selection, { fields }: TableFacts): Promise<TableData> {
  const columns = shownColumns(selection, fields)
  const [page, totals] = await Promise.all([
    asking({ ...listOf(selection, fields), fields: columns.map(({ id }) => id), offset: (selection.page - 1) * pageSize, limit: pageSize }),
    totalsOf(asking, selection, fields, columns.filter(isQuantity)),
  ])
  return { columns, rows: inOrder(page, columns), total: page.total ?? page.rows.length, totals }
}

/** Rows with their cells in the order of the columns, whatever order the answer has. */
export function inOrder(answer: TableAnswer, columns: readonly Field[]): Cell[][] {
  const places = columns.map(({ id }) => answer.fields.findIndex((field) => field.id === id))
  return answer.rows.map((row) => places.map((at) => row[at] ?? null))
}

async function totalsOf(asking: Asking, selection: Selection, fields: readonly Field[], quantities: readonly Field[]): Promise<Totals> {
  if (quantities.length === 0) return new Map()
  const answer = await asking({
    ...rowsOf(selection, fields),
    aggregates: quantities.flatMap(({ id }, at) => [
      { as: `_sum${at}`, function: 'sum' as const, field: id },
      { as: `_avg${at}`, function: 'avg' as const, field: id },
    ]),
    total: false,
  })
  const value = (name: string): number => numberOf(answer.rows[0]?.[answer.fields.findIndex(({ id }) => id === name)])
  return new Map(quantities.flatMap(({ id }, at) => (Number.isFinite(value(`_sum${at}`)) ? [[id, { sum: value(`_sum${at}`), mean: value(`_avg${at}`) }] as const] : [])))
}

/** A number of an answer; exact decimals come as text. Not a number when there is none. */
export const numberOf = (cell: Cell | undefined): number => (cell === null || cell === undefined || cell === '' || typeof cell === 'object' ? Number.NaN : Number(cell))

export type FilterOffer =
  | { readonly kind: 'choice'; readonly field: FieldProfile; readonly options: readonly { value: string; count: number }[] }
  | { readonly kind: 'range'; readonly field: FieldProfile }
  | { readonly kind: 'text'; readonly field: FieldProfile }

const mostChoices = 6
const mostOffers = 8

/** The filters that the page offers beside the table: those in use, then the columns that divide the rows best. Others are one form away. */
export async function filterOffers(asking: Asking, selection: Selection, { fields, rows }: TableFacts): Promise<FilterOffer[]> {
  const used = new Set(selection.filters.map(({ field }) => field))
  const choices = fields.filter((field) => isCategory(field, rows) && !isKey(field) && !constant(field)).slice(0, mostChoices)
  const ranges = fields.filter((field) => (isNumber(field) || isTime(field)) && !choices.includes(field) && !constant(field) && (isQuantity(field) || isTime(field)))
  const named = namingColumn({ fields, rows })
  const offered = fields.filter((field) => used.has(field.id) || choices.includes(field) || ranges.slice(0, 3).includes(field) || field === named).toSorted((a, b) => Number(used.has(b.id)) - Number(used.has(a.id))).slice(0, Math.max(mostOffers, used.size))
  return await Promise.all(
    fields.filter((field) => offered.includes(field)).map(async (field): Promise<FilterOffer> => {
      const filter = selection.filters.find((one) => one.field === field.id)
      if (filter?.values || (!filter && choices.includes(field))) return { kind: 'choice', field, options: await counts(asking, selection, fields, field, filter?.values ?? []) }
      return isNumber(field) || field.type === 'date' || field.type === 'timestamp' ? { kind: 'range', field } : { kind: 'text', field }
    }),
  )
}

const constant = ({ distinct }: FieldProfile): boolean => distinct !== undefined && distinct < 2

// What else the column offers under all other filters; a chosen value stays removable when nothing has it.
async function counts(asking: Asking, selection: Selection, fields: readonly Field[], field: Field, chosen: readonly string[]) {
  const answer = await asking({ ...rowsOf(selection, fields, field.id), group: [field.id], aggregates: [{ as: '_rows', function: 'count' }], sort: [{ field: '_rows', descending: true }], limit: 60, total: false })
  const [value, count] = [answer.fields.findIndex(({ id }) => id === field.id), answer.fields.findIndex(({ id }) => id === '_rows')]
  const found = answer.rows.map((row) => ({ value: pickedText(row[value] ?? null), count: numberOf(row[count]) }))
  return [...found, ...chosen.filter((text) => !found.some((one) => one.value === text)).map((text) => ({ value: text, count: 0 }))]
}
