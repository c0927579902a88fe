import type { Refusal } from '../dcat/refusals.ts'

/** Numbers and dates only when every value of the column is one; keys with leading zeros (AGS, postcode) stay text. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'date-time' | 'boolean'

export type Column = { readonly name: string; readonly type: ColumnType; /** Some values are missing. */ readonly nullable: boolean; /** Has a decimal comma or thousands points. */ readonly german: boolean }
export type Cell = string | number | boolean | null

/** The shape of a map: what can be drawn, within the limit of features. */
export type MapPart = {
  readonly types: readonly string[]
  /** West, south, east, north in degrees; absent without coordinates in that range. */
  readonly bbox?: readonly [number, number, number, number]
  /** GeoJSON geometries of the first features, in the order of `rows`; null where a feature has none. */
  readonly geometries: readonly (object | null)[]
}

export type Preview = {
  readonly kind: 'table' | 'map'
  readonly columns: readonly Column[]
  /** The first rows, typed by column; dates as ISO 8601. */
  readonly rows: readonly (readonly Cell[])[]
  /** Rows in the whole file; absent when reading ended at the limit of bytes. */
  readonly total?: number
  readonly truncated: boolean
  readonly encoding: string
  readonly delimiter?: string
  readonly geometry?: MapPart
}

export type PreviewResult = { readonly ok: true; readonly preview: Preview } | { readonly ok: false; readonly refusal: Refusal }

export type PreviewLimits = {
  /** Rows shown. */
  readonly rows: number
  readonly columns: number
  /** Bytes read for types and the count of rows; a longer table is previewed from its beginning. */
  readonly bytes: number
  /** Bytes of a JSON or GeoJSON file, which must be held whole. */
  readonly jsonBytes: number
  readonly cellLength: number
}

export const previewLimits: PreviewLimits = { rows: 100, columns: 200, bytes: 512 * 1024 * 1024, jsonBytes: 32 * 1024 * 1024, cellLength: 2000 }
