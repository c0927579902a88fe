import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Ask } from '@modellregion/kernel'
import { compareTables, differenceCsvQuery, type Compared } from './compare.ts'
import type { Difference } from './difference.ts'
import { findDifference, keepDifference } from './queries.ts'
import type { FileVersion } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'read' | 'write'>

/** What differs between two versions, counted once and remembered. Undefined when one of them is no table. */
export async function differenceOf(ask: Asks, version: FileVersion, before: FileVersion): Promise<Difference | undefined> {
  const known = await ask.read((db) => findDifference(db, version.id, before.id))
  if (known) return known
  const difference = await withTables(ask, version, before, compareTables)
  if (difference) await ask.write((db) => keepDifference(db, version.id, before.id, difference))
  return difference
}

/** All rows that differ, as CSV. Undefined when one of the versions is no table. */
export async function csvOfDifference(ask: Asks, version: FileVersion, before: FileVersion): Promise<Readable | undefined> {
  const difference = await differenceOf(ask, version, before)
  if (!difference) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-difference-'))
  const path = join(folder, 'changes.csv')
  await withTables(ask, version, before, (db, from, to) => db.run(`copy (${differenceCsvQuery(from, to, difference)}) to '${path}' (format csv, header)`))
  const content = createReadStream(path)
  content.once('close', () => void rm(folder, { recursive: true, force: true }))
  return content
}

// Comparing is seldom and reads both tables whole: a DuckDB of its own with a small memory, so that nothing else waits for it.
async function withTables<R>(ask: Pick<Ask, 'platform' | 'tenant'>, version: FileVersion, before: FileVersion, work: (db: DuckDBConnection, before: Compared, after: Compared) => Promise<R>): Promise<R | undefined> {
  if (!version.tableFile || !before.tableFile) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-compare-'))
  try {
    const [from, to] = [await fetchTable(ask, before, folder), await fetchTable(ask, version, folder)]
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: '256MB', threads: '1', temp_directory: join(folder, 'spill'), autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
    const db = await instance.connect()
    try {
      return await work(db, from, to)
    } finally {
      db.closeSync()
      instance.closeSync()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fetchTable({ platform, tenant }: Pick<Ask, 'platform' | 'tenant'>, { id, tableFile, fields, rowCount }: FileVersion, folder: string): Promise<Compared> {
  const path = join(folder, `${id}.parquet`)
  if (tableFile) await writeFile(path, await platform.files.get(tenant.id, tableFile))
  return { path, fields: fields ?? [], rows: rowCount ?? 0 }
}
