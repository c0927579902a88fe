import type { DuckDBConnection } from '@duckdb/node-api'
import { longestRecord } from '../inspect/records.ts'
import type { Rejects } from '../inspect/rejects.ts'
import { filledValue, isMisfit, literal, name, typedValue } from './cast.ts'
import type { ColumnPlan } from './plan.ts'

export type Rows = { readonly file: string; readonly delimiter: string; readonly width: number }

/** Rows of one part of the Parquet file: small enough that a page reads little, large enough that letters are packed well. */
const rowGroup = 40_960

/** Writes the typed table as Parquet: `_id` 1..n, then the columns in their order. Rows with values that do not fit are left out. */
export async function writeTable(connection: DuckDBConnection, rows: Rows, columns: readonly ColumnPlan[], target: string): Promise<void> {
  const wrong = misfitsOf(columns)
  const values = columns.map((column) => `${typedOf(column)} as ${name(column.id)}`)
  await connection.run(`copy (
    select row_number() over () as _id${values.map((value) => `, ${value}`).join('')} from ${source(rows)}${wrong ? ` where not (${wrong})` : ''}
  ) to ${literal(target)} (format parquet, compression zstd, compression_level 1, row_group_size ${rowGroup})`)
}

/** Sets the rows apart that `writeTable` leaves out, each with the first value that does not fit. */
export async function listMisfits(connection: DuckDBConnection, rows: Rows, columns: readonly ColumnPlan[], rejects: Rejects): Promise<void> {
  const wrong = misfitsOf(columns)
  if (!wrong) return
  const which = columns.filter(({ reading }) => reading.misfits > 0).map((column) => `when ${misfitOf(column)} then ${literal(column.id)} || ': ' || left(${raw(column)}, 100)`)
  const cells = Array.from({ length: rows.width }, (_, index) => `coalesce(c${index}, '')`)
  const result = await connection.stream(`select _line, case ${which.join(' ')} end, left(concat_ws(';', ${cells.join(', ')}), 20000) from ${source(rows)} where ${wrong}`)
  for await (const chunk of result.yieldRowsJson()) for (const [line, detail, text] of chunk) rejects.add(Number(line), 'value', String(text), String(detail))
}

export type ColumnStatistics = { readonly filled: number; readonly distinct: number; readonly min?: string; readonly max?: string }

/** What the finished table holds: its rows, and of each column how much is filled, about how many different values, smallest and largest. */
export async function measureTable(connection: DuckDBConnection, parquet: string, columns: readonly ColumnPlan[], expected: number): Promise<{ rows: number; columns: ColumnStatistics[] }> {
  // Counting different values exactly needs memory for all of them; of a large table about so many is enough.
  const different = (id: string) => (expected <= 100_000 ? `count(distinct ${id})` : `approx_count_distinct(${id})`)
  const parts = columns.flatMap(({ id, reading }) => {
    const ordered = reading.type !== 'json' && reading.type !== 'geometry' && reading.type !== 'text'
    return [`count(${name(id)})`, reading.type === 'geometry' || reading.type === 'json' ? '0' : different(name(id)), ordered ? `min(${name(id)})::varchar` : 'null', ordered ? `max(${name(id)})::varchar` : 'null']
  })
  const reader = await connection.runAndReadAll(`select count(*)${parts.map((part) => `, ${part}`).join('')} from read_parquet(${literal(parquet)})`)
  const [row = []] = reader.getRowsJson()
  const rows = Number(row[0])
  return {
    rows,
    columns: columns.map((_, index) => {
      const [filled, distinct, min, max] = row.slice(1 + index * 4, 5 + index * 4)
      return { filled: Number(filled), distinct: Math.min(Number(distinct), Number(filled)), ...(typeof min === 'string' && { min }), ...(typeof max === 'string' && { max }) }
    }),
  }
}

/** The first rows as text, as they will be shown. */
export async function firstRows(connection: DuckDBConnection, parquet: string, columns: readonly ColumnPlan[], count: number): Promise<(string | null)[][]> {
  const texts = columns.map(({ id }) => `left(${name(id)}::varchar, 120)`)
  const reader = await connection.runAndReadAll(`select ${texts.join(', ') || 'null'} from read_parquet(${literal(parquet)}) order by _id limit ${count}`)
  return reader.getRowsJson().map((row) => row.map((cell) => (typeof cell === 'string' ? cell : null)))
}

const raw = ({ source: index }: ColumnPlan): string => `c${index}`
const typedOf = (column: ColumnPlan): string => {
  if (column.reading.type !== 'text' || !column.tidy) return typedValue(raw(column), column.reading, column.hasMarkers)
  return `nullif(regexp_replace(${filledValue(raw(column), column.hasMarkers)}, '\\s+', ' ', 'g'), '')`
}
const misfitOf = (column: ColumnPlan): string => isMisfit(raw(column), column.reading, column.hasMarkers)

function misfitsOf(columns: readonly ColumnPlan[]): string | undefined {
  const parts = columns.filter(({ reading }) => reading.misfits > 0).map(misfitOf)
  return parts.length > 0 ? parts.join(' or ') : undefined
}

function source({ file, delimiter, width }: Rows): string {
  const columns = ['\'_line\': \'bigint\'', ...Array.from({ length: width }, (_, index) => `'c${index}': 'varchar'`)].join(', ')
  return `read_csv(${literal(file)}, header = false, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"', new_line = '\\n', columns = {${columns}}, max_line_size = ${longestRecord + 1_024}, buffer_size = ${2 * (longestRecord + 1_024)}, strict_mode = true, null_padding = false)`
}
