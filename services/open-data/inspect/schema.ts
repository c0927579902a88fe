import type { FieldType } from '../store/schema.ts'

export type FileKind = 'csv' | 'xlsx' | 'ods' | 'json' | 'geojson' | 'shapefile' | 'geopackage' | 'parquet' | 'other'

/**
 * Something a person should know about a file before it is published. `code` is a key of the words (`inspect.finding.<code>`, with
 * `inspect.finding.<code>.advice`); `values` fill them. `fix` is what the browser offers: the choice that mends it.
 */
export type Finding = {
  readonly code: string
  /** `stop`: cannot be published so; `warn`: probably wrong; `note`: was understood this way. */
  readonly severity: 'stop' | 'warn' | 'note'
  readonly column?: string
  /** Lines of the file, first line 1. */
  readonly lines?: readonly number[]
  readonly count?: number
  readonly values?: Readonly<Record<string, string | number>>
  readonly fix?: Partial<Choices>
}

/** What a person may decide instead of what was found. All optional: absent means as found. */
export type Choices = {
  readonly encoding?: string
  readonly delimiter?: string
  readonly decimal?: ',' | '.'
  /** Line of the header, first line 1; 0: there is none. */
  readonly headerLine?: number
  readonly sheet?: string
  /** Layer of a GeoPackage, file of a zip. */
  readonly layer?: string
  /** EPSG code as number. */
  readonly coordinateSystem?: number
  /** By the column's id as found: another name, type, leaving it out. */
  readonly columns?: Readonly<Record<string, { readonly id?: string; readonly label?: string; readonly notes?: string; readonly unit?: string; readonly type?: FieldType; readonly drop?: boolean }>>
  /** `remove`: trim blanks, leave out empty rows and columns, repeated header rows and sums below. */
  readonly tidy?: boolean
  /** A person has read the findings that warn and takes the file as it is. */
  readonly accepted?: readonly string[]
}

export type ColumnFound = {
  /** As found; choices are kept by it. What a person calls it instead stands in the version's fields. */
  readonly id: string
  /** The header as the file says it. */
  readonly header: string
  readonly type: FieldType
  readonly meaning?: string
  readonly empty: number
  readonly distinct?: number
  readonly min?: string
  readonly max?: string
  readonly examples: readonly string[]
}

/** What looking at an uploaded file has brought. */
export type Inspection = {
  readonly kind: FileKind
  readonly encoding?: string
  readonly delimiter?: string
  readonly decimal?: ',' | '.'
  readonly headerLine?: number
  readonly sheets?: readonly string[]
  readonly sheet?: string
  readonly layers?: readonly string[]
  readonly layer?: string
  readonly coordinateSystem?: number
  readonly rows?: number
  readonly rejected?: number
  readonly columns: readonly ColumnFound[]
  readonly findings: readonly Finding[]
  /** The first rows as they will be, in the order of the columns; null is an empty cell. */
  readonly firstRows?: readonly (readonly (string | null)[])[]
}

/** What fills the words of a finding. Absent values are empty. */
export type FindingValues = {
  readonly n: number
  readonly column: string
  readonly name: string
  readonly columns: string
  readonly examples: string
  readonly markers: string
  readonly type: string
  readonly sign: string
  readonly sheet: string
  readonly sheets: string
  readonly layer: string
  readonly layers: string
  readonly encoding: string
  readonly zones: string
  readonly unit: string
  readonly parts: string
  readonly line: number
  readonly max: number
  readonly most: number
  readonly megabytes: number
  readonly depth: number
  readonly system: number
  readonly shapes: number
  readonly records: number
}
