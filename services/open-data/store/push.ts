import type { DuckDBConnection } from '@duckdb/node-api'
import { enqueue, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { ask } from './ask.ts'
import { knownChanges, Outdated } from './changes.ts'
import { engineOf, type Host } from './engine.ts'
import { foldJob, worthFolding } from './fold.ts'
import { keyOf, withPlace, type OpenTable } from './open-table.ts'
import { listSql, sourcesOf } from './plan.ts'
import { readRows } from './cells.ts'
import { applyRecords, keyText, readRecords, type Method, type PushRecord, type ReadRecord } from './push-rules.ts'
import { PushRefused, type KeptCell, type Row } from './pushed.ts'
import * as queries from './queries.ts'
import { mostRows, rowNumber } from './rules.ts'
import type { Cell, Condition, Field } from './schema.ts'

export type Pushed = { readonly rows: readonly Row[]; readonly numbers: readonly number[]; readonly fields: readonly Field[] }

/**
 * Writes records into a table, all of them or none. They are safe when the unit of work is committed.
 * @throws NotFound when there is no table programs write into; PushRefused when a record does not fit
 */
export async function pushRecords(platform: Host, db: UnitOfWork, distributionId: string, method: Method, records: readonly PushRecord[]): Promise<Pushed> {
  const table = await queries.lockPushed(db, distributionId)
  if (!table) throw new NotFound()
  const read = readRecords(table.fields, records)
  if (method !== 'insert' && table.primaryKey.length === 0 && read.some(({ number }) => number === undefined)) throw new PushRefused({ why: 'no-key', fields: [] })
  const numbered = method === 'insert' ? [] : read.flatMap(({ number }) => number ?? [])
  const keyed = table.primaryKey.length > 0 && !(table.rowCount === 0)
  const found = keyed || numbered.length > 0 ? await onTable(platform, db, distributionId, async (open) => ({ byKey: keyed ? await rowsByKey(open, table.primaryKey, read) : new Map<string, Row>(), byNumber: await rowsByNumber(open, numbered) })) : undefined
  const { rows, added, numbers } = applyRecords(table.fields, table.primaryKey, method, read, found?.byKey ?? new Map(), found?.byNumber ?? new Map(), table.nextRow)
  await write(db, table, rows.map(({ number, cells }) => ({ number, cells })), { rows: table.rowCount + added, nextRow: table.nextRow + added })
  return { rows, numbers, fields: table.fields }
}

/**
 * Removes the rows that fit all conditions; all rows without any. Returns how many.
 * @throws NotFound, QueryRefused
 */
export async function removeRecords(platform: Host, db: UnitOfWork, distributionId: string, where: readonly Condition[]): Promise<number> {
  const table = await queries.lockPushed(db, distributionId)
  if (!table) throw new NotFound()
  const numbers = await onTable(platform, db, distributionId, async (open) => {
    const found: number[] = []
    for (let offset = 0; ; offset += mostRows) {
      const { rows } = await ask(open, { where, fields: ['_id'], limit: mostRows, offset, total: false })
      found.push(...rows.map(([number]) => Number(number)))
      if (rows.length < mostRows) return found
    }
  })
  await write(db, table, numbers.map((number) => ({ number, cells: null })), { rows: table.rowCount - numbers.length, nextRow: table.nextRow })
  return numbers.length
}

type Written = { readonly number: number; readonly cells: readonly KeptCell[] | null }

async function write(db: UnitOfWork, table: queries.PushedTable, rows: readonly Written[], after: { rows: number; nextRow: number }): Promise<void> {
  if (rows.length === 0) return
  const revision = table.revision + 1
  for (let at = 0; at < rows.length; at += 1_000) await queries.putRows(db, table.distributionId, revision, rows.slice(at, at + 1_000))
  const changed = await queries.raiseRevision(db, table.distributionId, { revision, ...after })
  if (worthFolding(changed.changedRows, table.baseRows)) await enqueue(db, foldJob, { file: table.distributionId }, { key: table.distributionId })
}

/** Looks into a table as it is in this unit of work, whose lock keeps others from writing. */
async function onTable<T>(platform: Host, db: UnitOfWork, distributionId: string, work: (open: OpenTable) => Promise<T>): Promise<T> {
  const engine = await engineOf(platform)
  const key = keyOf(db.tenant, { distributionId })
  for (let tries = 1; ; tries++) {
    const place = await queries.findPushed(db, distributionId, knownChanges(engine, key))
    if (!place) throw new NotFound()
    try {
      return await engine.use((connection: DuckDBConnection) => withPlace(platform, engine, connection, db.tenant, key, place, work))
    } catch (error) {
      if (!(error instanceof Outdated) || tries === 5) throw error
    }
  }
}

async function rowsByKey(open: OpenTable, key: readonly string[], records: readonly ReadRecord[]): Promise<Map<string, Row>> {
  const [first = ''] = key
  const values = [...new Set(records.flatMap(({ cells }) => cells.get(first) ?? []))]
  if (values.length === 0) return new Map()
  // By the first part of the key, the rest is compared here.
  const rows = await rowsWhere(open, [{ field: first, is: 'in', values }])
  const at = new Map(open.fields.map(({ id }, position) => [id, position]))
  return new Map(rows.map((row) => [keyText(open.fields, key, (id) => row.cells[at.get(id) ?? -1] ?? null) ?? '', row]))
}

const rowsByNumber = async (open: OpenTable, numbers: readonly number[]): Promise<Map<number, Row>> =>
  numbers.length === 0 ? new Map() : new Map((await rowsWhere(open, [{ field: rowNumber.id, is: 'in', values: numbers }])).map((row) => [row.number, row]))

/** Rows as they are kept. */
async function rowsWhere(open: OpenTable, where: readonly Condition[]): Promise<Row[]> {
  const columns = [rowNumber, ...open.fields]
  const sources = await sourcesOf(open, { where })
  const rows = await readRows(await open.connection.run(listSql(sources, open.fields, columns, [], undefined, 0)), columns)
  return rows.map(([number, ...cells]) => ({ number: Number(number), cells: cells.map(kept) }))
}

const kept = (cell: Cell): KeptCell => (cell === null ? null : typeof cell === 'object' ? JSON.stringify(cell) : String(cell))
