import { statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { join } from 'node:path'
import { dialectOf, type Dialect } from '../inspect/delimited.ts'
import { findingsOfColumns, findingsOfText } from '../inspect/findings.ts'
import type { Grid } from '../inspect/grid.ts'
import { columnIds } from '../inspect/header-rules.ts'
import { limits } from '../inspect/limits.ts'
import { readGrid } from '../inspect/read-grid.ts'
import { openRejects } from '../inspect/rejects.ts'
import { scan } from '../inspect/scan.ts'
import type { ColumnFound, FileKind, Finding, Inspection } from '../inspect/schema.ts'
import { indexTable, worthAnIndex } from '../store/index-table.ts'
import { utf8Of } from '../inspect/text-bytes.ts'
import type { LoadOrder, LoadResult } from './child-schema.ts'
import { memoryOf, openDuck } from './duck.ts'
import { firstRows, listMisfits, measureTable, writeTable, type ColumnStatistics } from './make-table.ts'
import { planColumns, type ColumnPlan } from './plan.ts'

export type Tell = (share: number, words: string, counts: Record<string, number>) => void
type Looked = Omit<LoadResult, 'peak'>

/** Looks at a file and makes its table. What cannot be a table is kept as a file, what is dangerous is refused. */
export async function load(order: LoadOrder, tell: Tell): Promise<Looked> {
  tell(0, 'load.progress.looking', {})
  const read = await readGrid(order, tell)
  if (!read.ok) return withoutTable(read.kind, read.refusal, read.findings)
  return await loadText(order, read.grid, tell)
}

/** A stop means that nobody may have this file; a note that it is no table, which is no fault. */
function withoutTable(kind: FileKind, refusal: Finding, findings: readonly Finding[] = []): Looked {
  return { state: refusal.severity === 'stop' ? 'refused' : 'ready', inspection: { kind, columns: [], findings: [refusal, ...findings] }, refusal }
}

async function loadText(order: LoadOrder, grid: Grid, tell: Tell): Promise<Looked> {
  const { choices, folder } = order
  const isText = grid.kind === 'csv'
  const dialect = await dialectOf(grid.file, isText ? choices : { ...(choices.headerLine !== undefined && { headerLine: choices.headerLine }), encoding: 'utf-8' }, { merges: grid.merges, ...(!isText && { delimiter: ',' }), ...(grid.headerLine !== undefined && { headerLine: grid.headerLine }) })
  const width = dialect.headers.length
  if (width > limits.columns) return withoutTable(grid.kind, { code: 'too-many-columns', severity: 'stop', values: { columns: width, most: limits.columns } }, grid.findings)
  const rejects = openRejects(join(folder, 'rejected.csv'))
  const size = statSync(grid.file).size
  const { ids } = columnIds(dialect.headers)
  const file = join(folder, 'rows.csv')
  const scanned = await scan({
    bytes: utf8Of(grid.file, dialect.encoding, dialect.oldLines), delimiter: dialect.delimiter, layout: dialect.layout, headers: dialect.headers.map((header, index) => header || (ids[index] ?? '')), pad: !isText, tidy: choices.tidy === true, file, rejects,
    tell: (bytes, rows) => tell(0.4 * Math.min(1, bytes / Math.max(1, size)), 'load.progress.reading', { rows }),
  }) // prettier-ignore
  if (scanned.rows === 0) {
    rejects.close()
    return withoutTable(grid.kind, { code: 'no-rows', severity: 'note', values: { name: order.name } }, [...grid.findings, ...findingsOfText(dialect, scanned, rejects, choices, isText)])
  }
  const { columns, decimal } = planColumns({ ids, headers: dialect.headers, tallies: scanned.tallies, choices: { ...(grid.decimal && { decimal: grid.decimal }), ...choices }, ...(grid.declared && { declared: grid.declared }), ...(isText && dialect.delimiter === ',' && { usual: '.' as const }) })
  const parquet = join(folder, 'table.parquet')
  tell(0.45, 'load.progress.writing', { rows: scanned.rows })
  const fields = columns.map(({ field }) => field)
  const { measured, first } = await inDuck(folder, async (connection) => {
    const rows = { file, delimiter: dialect.delimiter, width }
    await listMisfits(connection, rows, columns, rejects)
    await writeTable(connection, rows, columns, parquet)
    tell(0.85, 'load.progress.measuring', { rows: scanned.rows })
    return { measured: await measureTable(connection, parquet, columns, scanned.rows), first: await firstRows(connection, parquet, columns, 10) }
  }).finally(() => rejects.close())
  const indexFile = join(folder, 'table.duckdb')
  if (worthAnIndex(measured.rows)) tell(0.9, 'load.progress.indexing', { rows: measured.rows })
  // In a database of its own, so that what the other one has used goes back to the machine first.
  const indexed = worthAnIndex(measured.rows) && (await inDuck(folder, (connection) => indexTable(connection, parquet, fields, indexFile), memoryOf.index).then(() => true, unlessTooLarge))
  const findings = [...grid.findings, ...findingsOfText(dialect, scanned, rejects, choices, isText), ...findingsOfColumns(columns, decimal, rejects)]
  const inspection = inspectionOf(grid, dialect, { foreign: scanned.foreign.count > 0 && !scanned.foreign.mixed, decimal, rows: measured.rows, rejected: rejects.count, columns: columns.map((column, index) => foundOf(column, measured.columns[index])), findings, firstRows: first })
  return { state: 'ready', inspection, table: { file: parquet, fields, rows: measured.rows, rejected: rejects.count, ...(rejects.count > 0 && { rejectedFile: join(folder, 'rejected.csv') }), ...(indexed && { indexFile }) } }
}

async function inDuck<T>(folder: string, work: (connection: DuckDBConnection) => Promise<T>, memory?: number): Promise<T> {
  const { connection, close } = await openDuck(folder, memory)
  return await work(connection).finally(close)
}

// A table that is too large for its index is there all the same, and asked more slowly.
function unlessTooLarge(error: unknown): false {
  if (error instanceof Error && error.message.startsWith('Out of Memory Error')) return false
  throw error
}

type Found = { foreign: boolean; decimal: ',' | '.' | undefined; rows: number; rejected: number; columns: ColumnFound[]; findings: Finding[]; firstRows: (string | null)[][] }

function inspectionOf(grid: Grid, { encoding, delimiter, layout }: Dialect, { foreign, decimal, ...found }: Found): Inspection {
  return {
    kind: grid.kind,
    ...(grid.kind === 'csv' && { encoding: foreign ? 'windows-1252' : encoding, delimiter }),
    ...(grid.encoding && { encoding: grid.encoding }),
    ...(decimal && { decimal }),
    headerLine: layout.headerLine,
    ...(grid.sheets && { sheets: grid.sheets }),
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    ...(grid.layers && { layers: grid.layers }),
    ...(grid.layer !== undefined && { layer: grid.layer }),
    ...(grid.coordinateSystem !== undefined && { coordinateSystem: grid.coordinateSystem }),
    ...found,
  }
}

function foundOf({ found, header, reading, field, tally }: ColumnPlan, statistics: ColumnStatistics | undefined): ColumnFound {
  return {
    id: found,
    header,
    type: reading.type,
    ...(field.meaning && { meaning: field.meaning }),
    empty: tally.counts.empty,
    ...(statistics && { distinct: statistics.distinct }),
    ...(statistics?.min !== undefined && { min: statistics.min }),
    ...(statistics?.max !== undefined && { max: statistics.max }),
    examples: tally.examples,
  }
}
