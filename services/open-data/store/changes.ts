import type { DuckDBConnection } from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import { sqlTypes } from './literals.ts'
import type { Known, StoredChange, TablePlace } from './queries.ts'
import type { Field } from './schema.ts'
import { list, name } from './sql-text.ts'

/**
 * What has been pushed into a table since its base was made, as the engine keeps it beside the base: rows as they are now, and numbers of
 * rows that are no longer those of the base. Read anew from PostgreSQL as it grows; nothing is lost when this process ends.
 */
export type Changes = { readonly from: string; readonly gone: string; readonly any: boolean }

type Held = { readonly madeAt: Date; readonly baseFile: string | null; readonly shape: string; revision: number; readonly at: number; users: number; rows: number; turn: Promise<unknown> }
const held = new WeakMap<Engine, Map<string, Held>>()
let tables = 1

/** At most so many tables' changes are kept. */
const most = 50

const mapOf = (engine: Engine): Map<string, Held> => {
  const all = held.get(engine) ?? new Map<string, Held>()
  held.set(engine, all)
  return all
}

/** What this process knows of a table's changes, so that only newer ones are read. */
export function knownChanges(engine: Engine, key: string): Known | undefined {
  const known = mapOf(engine).get(key)
  return known && { madeAt: known.madeAt, baseFile: known.baseFile, revision: known.revision }
}

/** The table has gone on since it was read: it must be read again. */
export class Outdated extends Error {}

/** Works with a table's changes, which stay as they are at least as new as `place`. @throws Outdated */
export async function withChanges<T>(engine: Engine, connection: DuckDBConnection, key: string, place: TablePlace, work: (changes: Changes | undefined) => Promise<T>): Promise<T> {
  if (place.revision === 0) return await work(undefined)
  const all = mapOf(engine)
  const columns = place.fields.map(({ type }) => sqlTypes[type])
  const current = await currentOf(connection, all, key, place, columns)
  current.users++
  try {
    current.turn = current.turn.catch(() => {}).then(() => catchUp(connection, current, place.fields, columns, place))
    await current.turn
    return await work({ from: `memory.main.change_${current.at}`, gone: `memory.main.gone_${current.at}`, any: current.rows > 0 })
  } finally {
    current.users--
    // Another took its place meanwhile.
    if (all.get(key) !== current) await drop(connection, [current])
  }
}

async function currentOf(connection: DuckDBConnection, all: Map<string, Held>, key: string, place: TablePlace, columns: readonly string[]): Promise<Held> {
  const shape = JSON.stringify([place.madeAt, place.baseFile, place.fields.map(({ id }) => id), columns])
  const known = all.get(key)
  if (known && known.shape === shape && place.since <= known.revision) {
    all.delete(key)
    all.set(key, known) // the least used stand first
    return known
  }
  // What was known when the table was read is known no longer.
  if (place.since > 0) {
    all.delete(key)
    if (known) await drop(connection, [known])
    throw new Outdated()
  }
  const made: Held = { madeAt: place.madeAt, baseFile: place.baseFile, shape, revision: 0, at: tables++, users: 0, rows: 0, turn: Promise.resolve() }
  all.set(key, made)
  made.turn = make(connection, made.at, place.fields, columns)
  await made.turn
  const oldest = [...all].slice(0, Math.max(0, all.size - most))
  for (const [old] of oldest) all.delete(old)
  await drop(connection, [...(known ? [known] : []), ...oldest.map(([, old]) => old)])
  return made
}

async function make(connection: DuckDBConnection, at: number, fields: readonly Field[], columns: readonly string[]): Promise<void> {
  await connection.run(`create table memory.main.change_${at} (_id bigint, ${list(fields.map(({ id }, position) => `${name(id)} ${columns[position] ?? 'VARCHAR'}`))})`)
  await connection.run(`create table memory.main.gone_${at} (_id bigint)`)
}

/** What is in use is dropped by its last user. */
async function drop(connection: DuckDBConnection, old: readonly Held[]): Promise<void> {
  for (const { at, users } of old) {
    if (users > 0) continue
    await connection.run(`drop table if exists memory.main.change_${at}`)
    await connection.run(`drop table if exists memory.main.gone_${at}`)
  }
}

/** Applies what is newer than what is held, in one step for all readers. */
async function catchUp(connection: DuckDBConnection, current: Held, fields: readonly Field[], columns: readonly string[], { revision, changes }: TablePlace): Promise<void> {
  if (revision <= current.revision) return
  if (changes.length > 0) await apply(connection, current.at, fields, columns, changes)
  current.rows += changes.length
  current.revision = Math.max(revision, ...changes.map(([, of]) => of))
}

async function apply(connection: DuckDBConnection, at: number, fields: readonly Field[], columns: readonly string[], changes: readonly StoredChange[]): Promise<void> {
  const staging = `stage_${at}`
  const names = fields.map((_, position) => `v${position}`)
  await connection.run(`create or replace temp table ${staging} (_id bigint, gone boolean${names.map((column) => `, ${column} varchar`).join('')})`)
  const appender = await connection.createAppender(staging, 'main', 'temp')
  for (const [row, , cells] of changes) {
    appender.appendBigInt(BigInt(row))
    appender.appendBoolean(cells === null)
    for (let position = 0; position < fields.length; position++) {
      const cell = cells?.[position] ?? null
      if (cell === null) appender.appendNull()
      else appender.appendVarchar(cell)
    }
    appender.endRow()
  }
  appender.closeSync()
  await connection.run('begin')
  try {
    await connection.run(`delete from memory.main.change_${at} where _id in (select _id from ${staging})`)
    await connection.run(`insert into memory.main.gone_${at} select _id from ${staging} where _id not in (select _id from memory.main.gone_${at})`)
    await connection.run(`insert into memory.main.change_${at} select _id${names.map((column, position) => `, ${column}::${columns[position] ?? 'VARCHAR'}`).join('')} from ${staging} where not gone`)
    await connection.run('commit')
  } catch (error) {
    await connection.run('rollback')
    throw error
  } finally {
    await connection.run(`drop table if exists ${staging}`)
  }
}
