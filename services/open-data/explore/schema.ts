import type { Field } from '../store/schema.ts'
import type { FieldProfile } from '../store/table.ts'

export const viewKinds = ['table', 'group', 'chart', 'map', 'code', 'sql'] as const
/** The ways to look at a table. */
export type ViewKind = (typeof viewKinds)[number]

export const hows = ['count', 'sum', 'avg', 'median', 'min', 'max'] as const
/** How the values of a group become one. */
export type How = (typeof hows)[number]

export const pictures = ['bar', 'line', 'stacked'] as const
export type Picture = (typeof pictures)[number]

export const steps = ['year', 'month', 'day'] as const
/** Length of a step on an axis of time. */
export type Step = (typeof steps)[number]

/** What the rows must have in one column; everything said holds. */
export type Filter = {
  readonly field: string
  /** Any of these, as the address writes them. */
  readonly values?: readonly string[]
  readonly contains?: string
  /** As people write numbers and days; both ends are included. */
  readonly from?: string
  readonly to?: string
  readonly state?: 'empty' | 'present'
}

/** Everything that is chosen on the page of a table. It stands in the address, so that a view can be sent to somebody. */
export type Selection = {
  readonly view: ViewKind
  /** Words, each of which must occur in some column. */
  readonly q: string
  readonly filters: readonly Filter[]
  /** Columns to show; none named: all. */
  readonly columns: readonly string[]
  readonly sort?: { readonly field: string; readonly descending: boolean }
  readonly page: number
  /** What the rows are put together by: first the axis, then the colour. */
  readonly by: readonly string[]
  /** The quantity; absent: rows are counted. */
  readonly value?: string
  readonly how?: How
  readonly picture?: Picture
  readonly step?: Step
  /** Number of an older upload. */
  readonly version?: number
}

/** Something in the address that cannot be understood: the name of the field on the page, and why. */
export type Misread = { readonly name: string; readonly reason: 'number' | 'day' }

/** A column with some of its values, as far as they are known. */
export type ColumnFacts = FieldProfile & { readonly examples?: readonly string[] }
/** A table with what its columns are like. */
export type TableFacts = { readonly fields: readonly ColumnFacts[]; readonly rows: number }

export const labelOf = (field: Pick<Field, 'id' | 'label'>): string => field.label || field.id
