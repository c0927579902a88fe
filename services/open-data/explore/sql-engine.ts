import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import type { Field } from '../store/schema.ts'
import { arrowTable } from './sql-columns.ts'
import { wasmUrl, workerUrl } from './sql-files.ts'
import { readParquet } from './sql-parquet.ts'

/** A database in the reader's browser with one table, `tabelle`. */
export type SqlEngine = {
  /** Rows of the table that were taken. */
  readonly rows: number
  run(sql: string, most: number): Promise<SqlResult>
  /** Stops the question that runs. */
  cancel(): Promise<void>
}
export type SqlResult = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly numeric: readonly boolean[]; /** More rows than were asked for. */ readonly isCut: boolean; readonly milliseconds: number }

export type Progress = { readonly step: 'engine' | 'table' | 'filling'; readonly bytes: number }
export type TableSource = { readonly address: string; readonly fields: readonly Field[]; readonly mostRows: number }

/** Loads the engine and the chosen columns of a table. Nothing leaves the browser: the Parquet file is read in parts. */
export async function startEngine({ address, fields, mostRows }: TableSource, tell: (progress: Progress) => void): Promise<SqlEngine> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(workerUrl))
  tell({ step: 'engine', bytes: 0 })
  await database.instantiate(wasmUrl, null, ({ bytesLoaded }) => tell({ step: 'engine', bytes: bytesLoaded }))
  const connection = await database.connect()
  const { columns, rows } = await readParquet(address, fields, mostRows, (bytes) => tell({ step: 'table', bytes }))
  tell({ step: 'filling', bytes: 0 })
  await connection.insertArrowTable(arrowTable(fields, columns), { name: 'tabelle', create: true })
  return { rows, run: (sql, most) => run(connection, sql, most), cancel: async () => void (await connection.cancelSent()) }
}

async function run(connection: AsyncDuckDBConnection, sql: string, most: number): Promise<SqlResult> {
  const began = performance.now()
  const reader = await (await connection.send(sql, true)).open()
  // Taken now: at its end the reader forgets them.
  const { fields } = reader.schema
  const rows: string[][] = []
  let isCut = false
  for await (const batch of reader) {
    for (let at = 0; at < batch.numRows && rows.length < most; at++) rows.push(fields.map((_, column) => textOf(batch.getChildAt(column)?.get(at))))
    isCut = rows.length >= most
    if (isCut) break
  }
  if (isCut) await connection.cancelSent()
  return { columns: fields.map(({ name }) => name), rows, numeric: fields.map(({ type }) => /^(U?int|float|decimal)/i.test(String(type))), isCut, milliseconds: performance.now() - began }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '')
  return typeof value === 'object' ? JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) : String(value)
}
