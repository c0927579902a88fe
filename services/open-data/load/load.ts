import { statSync } from 'node:fs'
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
import { openDuck } from './duck.ts'
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
  const { connection, close } = await openDuck(folder)
  try {
    tell(0.45, 'load.progress.writing', { rows: scanned.rows })
    const rows = { file, delimiter: dialect.delimiter, width }
    await listMisfits(connection, rows, columns, rejects)
    await writeTable(connection, rows, columns, parquet)
    tell(0.85, 'load.progress.measuring', { rows: scanned.rows })
    const measured = await measureTable(connection, parquet, columns, scanned.rows)
    const first = await firstRows(connection, parquet, columns, 10)
    rejects.close()
    const indexFile = join(folder, 'table.duckdb')
    const indexed = worthAnIndex(measured.rows)
    if (indexed) {
      tell(0.9, 'load.progress.indexing', { rows: measured.rows })
      await indexTable(connection, parquet, columns.map(({ field }) => field), indexFile)
    }
    const findings = [...grid.findings, ...findingsOfText(dialect, scanned, rejects, choices, isText), ...findingsOfColumns(columns, decimal, rejects)]
    const inspection = inspectionOf(grid, dialect, { foreign: scanned.foreign.count > 0 && !scanned.foreign.mixed, decimal, rows: measured.rows, rejected: rejects.count, columns: columns.map((column, index) => foundOf(column, measured.columns[index])), findings, firstRows: first })
    return { state: 'ready', inspection, table: { file: parquet, fields: columns.map(({ field }) => field), rows: measured.rows, rejected: rejects.count, ...(rejects.count > 0 && { rejectedFile: join(folder, 'rejected.csv') }), ...(indexed && { indexFile }) } }
  } finally {
    close()
  }
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
