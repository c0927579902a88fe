import type { Cell, Condition, Field, TableQuery } from '../store/schema.ts'
import { dayAfter, pickedValue, readDays, readNumber } from './read-value.ts'
import type { Filter, Selection } from './schema.ts'

/** The rows a selection means, in the grammar of the store. `except` leaves one column's filter out, to count what else it offers. */
export function rowsOf(selection: Selection, fields: readonly Field[], except?: string): Pick<TableQuery, 'where' | 'words'> {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const where = selection.filters.flatMap((filter) => {
    const field = byId.get(filter.field)
    return field && filter.field !== except ? conditionsOf(filter, field) : []
  })
  return { ...(where.length > 0 && { where }), ...(selection.q && { words: { text: selection.q, prefix: true } }) }
}

/** Rows, columns and order of a selection: what its table shows and its downloads contain. */
export function listOf(selection: Selection, fields: readonly Field[]): Pick<TableQuery, 'where' | 'words' | 'fields' | 'sort'> {
  return {
    ...rowsOf(selection, fields),
    ...(selection.columns.length > 0 && { fields: fields.flatMap(({ id }) => (selection.columns.includes(id) ? [id] : [])) }),
    ...(selection.sort && { sort: [selection.sort] }),
  }
}

function conditionsOf(filter: Filter, { id: field, type }: Field): Condition[] {
  const { values, contains, state } = filter
  return [
    ...(values ? [{ field, is: 'in' as const, values: values.map((text) => pickedValue(type, text)) }] : []),
    ...(contains ? [{ field, is: 'contains' as const, value: contains }] : []),
    ...(state ? [{ field, is: state }] : []),
    ...rangeOf(filter, type),
  ]
}

function rangeOf({ field, from, to }: Filter, type: Field['type']): Condition[] {
  const least = (value: Cell | undefined): Condition[] => (value === undefined ? [] : [{ field, is: 'gte', value }])
  const most = (value: Cell | undefined): Condition[] => (value === undefined ? [] : [{ field, is: 'lte', value }])
  if (type === 'int' || type === 'numeric') return [...least(from === undefined ? from : readNumber(from)), ...most(to === undefined ? to : readNumber(to))]
  if (type !== 'date' && type !== 'timestamp') return [...least(from), ...most(to)]
  const first = from === undefined ? from : readDays(from)?.first
  const last = to === undefined ? to : readDays(to)?.last
  if (type === 'date') return [...least(first), ...most(last)]
  // A moment on the last day is still within.
  return [...least(first && `${first}T00:00:00`), ...(last === undefined ? [] : [{ field, is: 'lt' as const, value: `${dayAfter(last)}T00:00:00` }])]
}
