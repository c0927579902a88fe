import type { Aggregate, Cell } from '../store/schema.ts'
import type { FieldProfile } from '../store/table.ts'
import type { Asking } from './asking.ts'
import { bestCategory, isQuantity, isTime } from './columns.ts'
import type { How, Selection, TableFacts } from './schema.ts'
import { numberOf } from './table-data.ts'
import { rowsOf } from './to-query.ts'

/** By which columns rows are put together, and what is said of each group. */
export type Grouping = { readonly by: readonly FieldProfile[]; readonly value?: FieldProfile; readonly how: How }
export type Group = { readonly keys: readonly Cell[]; readonly value: number; readonly rows: number }
export type GroupData = { readonly grouping: Grouping; readonly groups: readonly Group[]; /** How many groups there are. */ readonly total: number }

/** What the address says, or a first suggestion: the column that divides the rows best, counted. */
export function groupingOf(selection: Selection, facts: TableFacts): Grouping | undefined {
  const { fields } = facts
  const chosen = selection.by.flatMap((id) => fields.filter((field) => field.id === id))
  const first = bestCategory(facts) ?? fields.find(isTime)
  const by = chosen.length > 0 ? chosen : first ? [first] : []
  if (by.length === 0) return undefined
  return { by, ...measureOf(selection, fields, chosen.length === 0) }
}

/** The quantity and how its values become one. Nothing chosen yet: the first quantity, added up. */
export function measureOf(selection: Selection, fields: readonly FieldProfile[], isFirstLook: boolean): Pick<Grouping, 'value' | 'how'> {
  const value = fields.find(({ id }) => id === selection.value) ?? (isFirstLook && selection.how === undefined ? fields.find(isQuantity) : undefined)
  if (!value || selection.how === 'count') return { how: 'count' }
  return { value, how: selection.how ?? 'sum' }
}

/** The measure in the grammar of the store. */
export const aggregateOf = ({ how, value }: Pick<Grouping, 'how' | 'value'>, as = '_value'): Aggregate => (how === 'count' || !value ? { as, function: 'count' } : { as, function: how, field: value.id })

export const mostGroups = 200

/** The largest groups first; along a year or a day in its order. */
export async function groupData(asking: Asking, selection: Selection, facts: TableFacts): Promise<GroupData | undefined> {
  const grouping = groupingOf(selection, facts)
  if (!grouping) return undefined
  const [axis] = grouping.by
  const inTime = axis !== undefined && isTime(axis)
  const answer = await asking({
    ...rowsOf(selection, facts.fields),
    group: grouping.by.map(({ id }) => id),
    aggregates: [aggregateOf(grouping), { as: '_rows', function: 'count' }],
    sort: inTime ? grouping.by.map(({ id }) => ({ field: id, descending: false })) : [{ field: '_value', descending: grouping.how !== 'min' }],
    limit: mostGroups,
  })
  const place = (id: string): number => answer.fields.findIndex((field) => field.id === id)
  return {
    grouping,
    groups: answer.rows.map((row) => ({ keys: grouping.by.map(({ id }) => row[place(id)] ?? null), value: numberOf(row[place('_value')]), rows: numberOf(row[place('_rows')]) })),
    total: answer.total ?? answer.rows.length,
  }
}
