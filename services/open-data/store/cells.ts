import type { DuckDBResult, DuckDBValue } from '@duckdb/node-api'
import type { Cell, Field } from './schema.ts'
import { list, name } from './sql-text.ts'

/** The columns of an answer in a form that reads quickly. */
export const outputSql = (fields: readonly Field[]): string => list(fields.map((field) => `${outputColumn(field)} as ${name(field.id)}`))

const outputColumn = ({ id, type }: Field): string => (type === 'int' || type === 'numeric' || type === 'bool' ? name(id) : `${name(id)}::varchar`)

/** All rows of an answer. */
export async function readRows(result: DuckDBResult, fields: readonly Field[]): Promise<Cell[][]> {
  const rows: Cell[][] = []
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = fields.map(({ type }, at) => {
      const convert = converters[type]
      return chunk.getColumnValues(at).map((value) => (value === null ? null : convert(value)))
    })
    for (let row = 0; row < chunk.rowCount; row++) rows.push(columns.map((column) => column[row] ?? null))
  }
  return rows
}

const number = (value: DuckDBValue): Cell => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  const written = String(value)
  const digits = written.replace(/[-.]/g, '').replace(/^0+/, '').length
  // What a number of JSON may not carry exactly stays text.
  return digits <= 15 || Number.isSafeInteger(Number(written)) ? Number(written) : written
}
const parsed = (value: DuckDBValue): Cell => {
  try {
    return JSON.parse(String(value)) as Cell // any JSON is a cell
  } catch {
    return String(value)
  }
}
const converters: Readonly<Record<Field['type'], (value: DuckDBValue) => Cell>> = {
  text: String,
  int: number,
  numeric: number,
  bool: (value) => value === true,
  date: String,
  time: String,
  timestamp: (value) => String(value).replace(' ', 'T'),
  json: parsed,
  geometry: parsed,
}
