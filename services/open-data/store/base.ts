import type { DuckDBConnection } from '@duckdb/node-api'
import type { Engine } from './engine.ts'
import type { ColumnKind } from './index-table.ts'
import { localFile, type Stored } from './local-file.ts'
import { sqlTypes } from './literals.ts'
import type { Field } from './schema.ts'
import { list, name, text } from './sql-text.ts'

/** The unchanging rows of a table as the engine reads them. */
export type Base = {
  /** What stands after `from`. */
  readonly from: string
  readonly rows: number
  /** The rows as Parquet: the same, quicker where all of them are read. */
  readonly whole: () => Promise<string>
  /** Only of large tables: the database with `data`, `word` and `block`, and what each field is in it. */
  readonly index?: { readonly catalog: string; readonly kinds: readonly ColumnKind[] }
}
export type BaseFiles = { readonly fields: readonly Field[]; readonly baseFile: string | null; readonly indexFile: string | null; readonly baseRows: number; readonly revision: number }

/** At most so many databases are open at a time. */
const most = 64

type Attached = { catalog: string; kinds: Promise<readonly ColumnKind[]>; users: number; used: number }
const attached = new WeakMap<Engine, Map<string, Attached>>()

/** Works with the base of a table; while it does the files stay. */
export async function withBase<T>(platform: Stored, engine: Engine, connection: DuckDBConnection, tenant: string, files: BaseFiles, work: (base: Base | undefined) => Promise<T>): Promise<T> {
  if (files.baseFile === null) return await work(undefined)
  const { baseFile } = files
  const whole = async () => await withNewColumns(connection, `read_parquet(${text(await localFile(platform, engine.folder, tenant, baseFile, 'parquet'))})`, files)
  if (files.indexFile === null) {
    return await work({ from: await whole(), whole, rows: files.baseRows })
  }
  const path = await localFile(platform, engine.folder, tenant, files.indexFile, 'duckdb')
  const database = await attach(engine, connection, path)
  try {
    const from = await withNewColumns(connection, `${database.catalog}.main.data`, files, 'rowid, ')
    return await work({ from, whole, rows: files.baseRows, index: { catalog: database.catalog, kinds: await database.kinds } })
  } finally {
    database.users--
  }
}

async function attach(engine: Engine, connection: DuckDBConnection, path: string): Promise<Attached> {
  const all = attached.get(engine) ?? new Map<string, Attached>()
  attached.set(engine, all)
  const known = all.get(path)
  const database = known ?? { catalog: `t${catalogs++}`, kinds: Promise.resolve([]), users: 0, used: 0 }
  database.users++
  database.used = turn++
  if (!known) {
    all.set(path, database)
    database.kinds = open(connection, path, database.catalog)
    database.kinds.catch(() => all.delete(path)) // asked again, it is tried again
    await detachOldest(connection, all)
  }
  await database.kinds.catch((error: unknown) => {
    database.users--
    throw error
  })
  return database
}
let catalogs = 1
let turn = 1

async function open(connection: DuckDBConnection, path: string, catalog: string): Promise<readonly ColumnKind[]> {
  await connection.run(`attach ${text(path)} as ${catalog} (read_only)`)
  const rows = await (await connection.run(`select kind from ${catalog}.main.kind order by field`)).getRows()
  return rows.map(([kind]) => kind as ColumnKind) // written by indexTable
}

async function detachOldest(connection: DuckDBConnection, all: Map<string, Attached>): Promise<void> {
  const idle = [...all].filter(([, { users }]) => users === 0).toSorted(([, a], [, b]) => a.used - b.used)
  for (const [path, { catalog }] of idle.slice(0, Math.max(0, all.size - most))) {
    all.delete(path)
    await connection.run(`detach ${catalog}`)
  }
}

/** Columns that programs have added since the base was made have no values in it. */
async function withNewColumns(connection: DuckDBConnection, from: string, { fields, revision }: BaseFiles, more = ''): Promise<string> {
  if (revision === 0) return from
  const there = new Set((await (await connection.run(`describe select * from ${from}`)).getRows()).map(([column]) => String(column)))
  const missing = fields.filter(({ id }) => !there.has(id))
  return missing.length === 0 ? from : `(select ${more}*, ${list(missing.map(({ id, type }) => `null::${sqlTypes[type]} as ${name(id)}`))} from ${from})`
}
