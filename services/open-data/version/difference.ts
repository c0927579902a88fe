import type { Cell, Field } from '../store/schema.ts'

/** A row that is in one of two tables only, or in both with other values. Cells stand in the order of `columns`. */
export type ChangedRow = { readonly key: readonly Cell[]; readonly before: readonly Cell[] | null; readonly after: readonly Cell[] | null }

/** What differs between two uploads of a table. */
export type Difference = {
  /** Columns by which a row was known again; empty: rows were compared as wholes, so that a changed row counts as one removed and one added. */
  readonly key: readonly string[]
  /** Columns both tables have: those that were compared. */
  readonly columns: readonly string[]
  readonly columnsAdded: readonly string[]
  readonly columnsRemoved: readonly string[]
  readonly columnsRetyped: readonly { readonly id: string; readonly before: Field['type']; readonly after: Field['type'] }[]
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** The first rows of each kind, at most `shownRows` of each. */
  readonly rows: readonly ChangedRow[]
}

export const shownRows = 100

/** How the columns of two tables go together. Pure. */
export function compareColumns(before: readonly Field[], after: readonly Field[]): Pick<Difference, 'columns' | 'columnsAdded' | 'columnsRemoved' | 'columnsRetyped'> {
  const old = new Map(before.map((field) => [field.id, field]))
  const fresh = new Map(after.map((field) => [field.id, field]))
  const both = after.filter(({ id }) => old.has(id))
  return {
    columns: both.map(({ id }) => id),
    columnsAdded: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    columnsRemoved: before.filter(({ id }) => !fresh.has(id)).map(({ id }) => id),
    columnsRetyped: both.flatMap(({ id, type }) => {
      const was = old.get(id)?.type ?? type
      return was === type ? [] : [{ id, before: was, after: type }]
    }),
  }
}

export const isSame = (difference: Difference): boolean =>
  difference.added + difference.removed + difference.changed + difference.columnsAdded.length + difference.columnsRemoved.length + difference.columnsRetyped.length === 0
