/** Tables behind the files: what a column is, and the typed grammar in which they are asked. There is no free SQL on the server. */

/** `time` and `timestamp` without a zone are as the file says them; `json` is for nested values of JSON files; `geometry` is GeoJSON in WGS 84. */
export type FieldType = 'text' | 'int' | 'numeric' | 'bool' | 'date' | 'time' | 'timestamp' | 'json' | 'geometry'

/** A column. `id` is its name in the table, unique without regard to case, never `_id`: that is the row's number. */
export type Field = {
  readonly id: string
  readonly type: FieldType
  /** What people read instead of the id, and what it means (data dictionary). */
  readonly label?: string
  readonly notes?: string
  readonly unit?: string
  /** `ags`, `postcode`, `longitude`, `latitude`, ...: found when the file was looked at. */
  readonly meaning?: string
}

/** A value as JSON knows it; numbers beyond 2^53 and exact decimals as text. */
export type Cell = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown }

/** `in` is any of; text is compared as written but for `contains`, which disregards case. */
export type Condition = { readonly field: string } & (
  | { readonly is: 'in'; readonly values: readonly Cell[] }
  | { readonly is: 'lt' | 'lte' | 'gt' | 'gte' | 'ne'; readonly value: Cell }
  | { readonly is: 'contains'; readonly value: string }
  | { readonly is: 'empty' | 'present' }
)

export type Aggregate = { readonly as: string; readonly function: 'count' | 'sum' | 'avg' | 'min' | 'max' | 'median' | 'count-distinct'; readonly field?: string }

/** One question to one table. Conditions hold together. `group` with `aggregates` counts instead of listing. */
export type TableQuery = {
  readonly where?: readonly Condition[]
  /** Words: each must occur in some column, or in the columns named. `prefix` lets the last word be unfinished. */
  readonly words?: { readonly text: string; readonly fields?: readonly string[]; readonly prefix?: boolean }
  readonly fields?: readonly string[]
  readonly distinct?: boolean
  readonly sort?: readonly { readonly field: string; readonly descending: boolean }[]
  readonly group?: readonly string[]
  readonly aggregates?: readonly Aggregate[]
  readonly offset?: number
  readonly limit?: number
  /** Count all that fit; default true. */
  readonly total?: boolean
}

export type TableAnswer = { readonly fields: readonly Field[]; readonly rows: readonly (readonly Cell[])[]; /** How many fit; undefined when not asked for. */ readonly total: number | undefined }
