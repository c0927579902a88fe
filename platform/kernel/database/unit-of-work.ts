import { setTimeout as sleep } from 'node:timers/promises'
import { createQueryId, PostgresQueryCompiler, type OperationNodeSource, type RawBuilder } from 'kysely'
import type pg from 'pg'
import { isConnectionLoss, isReadOnly, isRetryable } from './errors.ts'
import { withLiterals } from './literals.ts'
import { NotFound } from './not-found.ts'

/** Anything Kysely can compile: `sql` templates and built queries. */
export type Query<T> = RawBuilder<T> | (OperationNodeSource & { execute(): Promise<T[]> })

/** One transaction of one service in one town. Row level security is set; queries still name the tenant, for speed and for sharding. */
export type UnitOfWork = {
  readonly tenant: string
  readonly service: string
  readonly now: Date
  /** Account id of whoever causes this; absent for guests and for work the platform does by itself. Goes into the audit. */
  readonly actor?: string
  /** True on a server that spreads its tables over several machines (Citus): there `insert … select from unnest` is refused. For the few statements that are worth two forms. */
  readonly sharded: boolean
  many<T>(query: Query<T>): Promise<T[]>
  maybe<T>(query: Query<T>): Promise<T | undefined>
  /** @throws NotFound when there is no row */
  one<T>(query: Query<T>): Promise<T>
  /** Number of rows written. */
  run(query: Query<unknown>): Promise<number>
  /** Multi-row insert, at most 1,000 rows a statement (portable to a sharded server, where COPY and unnest are refused). */
  insertMany(table: string, rows: readonly Record<string, unknown>[], options?: { onConflict?: 'nothing' }): Promise<number>
}

export type Access = 'read' | 'write'
export type Entry = { tenant: string; service: string; now: Date; access: Access; actor?: string }

export type Database = {
  readonly pool: pg.Pool
  /**
   * Runs `work` in one transaction as the service's role in the tenant. It is repeated on connection loss, failover and
   * serialisation errors for up to 30 seconds, so it must not mail, call out or depend on having run once.
   */
  unit<T>(entry: Entry, work: (db: UnitOfWork) => Promise<T>): Promise<T>
  /**
   * A unit of one statement, in one message instead of three: for what is asked thousands of times a second. The same role, town,
   * transaction and repetition as in `unit`; values go as quoted literals, because a message of several statements takes no parameters.
   */
  statement<T>(entry: Entry, query: Query<T>): Promise<{ rows: T[]; written: number }>
  close(): Promise<void>
}

const compiler = new PostgresQueryCompiler()
const patience = 30_000

/** Opens the database door over a pool. `services` are the ids whose roles may be entered. */
export function openDatabase(pool: pg.Pool, services: ReadonlySet<string>): Database {
  return {
    pool,
    unit: async (entry, work) => {
      if (!services.has(entry.service)) throw new Error(`No service "${entry.service}" is installed.`)
      return await repeat(() => attempt(pool, entry, work), entry.access)
    },
    statement: async <T>(entry: Entry, query: Query<T>) => {
      if (!services.has(entry.service)) throw new Error(`No service "${entry.service}" is installed.`)
      return await repeat(() => attemptStatement<T>(pool, entry, query), entry.access)
    },
    close: () => pool.end(),
  }
}

async function repeat<T>(once: () => Promise<T>, access: Access): Promise<T> {
  const giveUp = Date.now() + patience
  for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
    try {
      return await once()
    } catch (error) {
      // A write inside a reading unit is a mistake of ours, not a primary that has moved: repeating it would only hide it for 30 seconds.
      if (access === 'read' && isReadOnly(error)) throw error
      if (!isRetryable(error) || Date.now() + wait > giveUp) throw error
      await sleep(wait * (0.5 + Math.random()))
    }
  }
}

async function attempt<T>(pool: pg.Pool, entry: Entry, work: (db: UnitOfWork) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const sharded = await isSharded(pool, client)
    // One message instead of two: every unit begins like this, and a round trip costs more than what it asks.
    await client.query(beginning(client, entry))
    const result = await work(bind(client, entry, sharded))
    await client.query('commit')
    return result
  } catch (error) {
    if (isConnectionLoss(error)) broken = error as Error // isConnectionLoss is true for errors only
    else await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

async function attemptStatement<T>(pool: pg.Pool, entry: Entry, query: Query<T>): Promise<{ rows: T[]; written: number }> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { sql, parameters } = compile(query)
    const results = (await client.query(`${beginning(client, entry)}; ${withLiterals(sql, parameters)}; commit`)) as unknown as pg.QueryResult[] // one for each statement
    const result = results[2]
    return { rows: (result?.rows ?? []) as T[], written: result?.rowCount ?? 0 } // the query's author names the row type
  } catch (error) {
    if (isConnectionLoss(error)) broken = error as Error // isConnectionLoss is true for errors only
    else await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

// Asked once: nobody makes a running server a sharded one.
const known = new WeakMap<pg.Pool, boolean>()
async function isSharded(pool: pg.Pool, client: pg.PoolClient): Promise<boolean> {
  const before = known.get(pool)
  if (before !== undefined) return before
  const { rows } = await client.query<{ sharded: boolean }>(`select exists (select from pg_extension where extname = 'citus') as sharded`)
  const sharded = rows[0]?.sharded ?? false
  known.set(pool, sharded)
  return sharded
}

const beginning = (client: pg.PoolClient, { access, tenant, service }: Entry): string =>
  `begin${access === 'read' ? ' read only' : ''}; select platform.enter(${client.escapeLiteral(tenant)}, ${client.escapeLiteral(roleOf(service))})`

const compile = (query: Query<unknown>) => compiler.compileQuery(query.toOperationNode() as never, createQueryId()) // raw and built nodes alike

/** The database role of a service: `open-data` works as `svc_open_data`. */
export const roleOf = (service: string): string => `svc_${service.replaceAll('-', '_')}`
/** The schema of a service: `open-data` keeps its tables in `open_data`. */
export const schemaOf = (service: string): string => service.replaceAll('-', '_')

function bind(client: pg.PoolClient, { tenant, service, now, actor }: Entry, sharded: boolean): UnitOfWork {
  const execute = async <T>(query: Query<T>) => {
    const { sql, parameters } = compile(query)
    return await client.query(sql, parameters as unknown[])
  }
  return {
    tenant,
    service,
    now,
    sharded,
    ...(actor !== undefined && { actor }),
    many: async <T>(query: Query<T>) => (await execute(query)).rows as T[], // the query's author names the row type
    maybe: async <T>(query: Query<T>) => (await execute(query)).rows[0] as T | undefined,
    one: async <T>(query: Query<T>) => {
      const { rows } = await execute(query)
      if (rows.length === 0) throw new NotFound()
      return rows[0] as T
    },
    run: async (query) => (await execute(query)).rowCount ?? 0,
    insertMany: async (table, rows, options) => {
      let written = 0
      for (const chunk of chunksOf(rows, rowsPerStatement(rows[0]))) written += await insertChunk(client, table, chunk, options?.onConflict)
      return written
    },
  }
}

// The protocol carries at most 65,535 parameters.
const rowsPerStatement = (row: Record<string, unknown> | undefined): number =>
  Math.max(1, Math.min(1_000, Math.floor(60_000 / Math.max(1, Object.keys(row ?? {}).length))))

function* chunksOf<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

async function insertChunk(client: pg.PoolClient, table: string, rows: readonly Record<string, unknown>[], onConflict?: 'nothing'): Promise<number> {
  const columns = Object.keys(rows[0] ?? {})
  const names = columns.map(quote).join(', ')
  const values = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`).join(', ')
  const text = `insert into ${table.split('.').map(quote).join('.')} (${names}) values ${values}${onConflict ? ' on conflict do nothing' : ''}`
  const result = await client.query(text, rows.flatMap((row) => columns.map((column) => row[column])))
  return result.rowCount ?? 0
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
