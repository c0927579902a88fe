import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Ask } from '@modellregion/kernel'
import { engineOf } from '../store/engine.ts'
import { localFile } from '../store/local-file.ts'
import { compareTables, differenceCsvQuery, type Compared } from './compare.ts'
import type { Difference } from './difference.ts'
import { findDifference, keepDifference } from './queries.ts'
import type { FileVersion } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'read' | 'write'>

/** Seconds that comparing two tables may take. */
const patience = 60

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
  const { folder } = await engineOf(ask.platform)
  const path = join(folder, `difference-${randomUUID()}.csv`)
  await withTables(ask, version, before, (db, from, to) => db.run(`copy (${differenceCsvQuery(from, to, difference)}) to '${path.replaceAll("'", "''")}' (format csv, header)`))
  const content = createReadStream(path)
  content.once('close', () => void rm(path, { force: true }))
  return content
}

async function withTables<R>({ platform, tenant }: Asks, version: FileVersion, before: FileVersion, work: (db: DuckDBConnection, before: Compared, after: Compared) => Promise<R>): Promise<R | undefined> {
  const { tableFile: to } = version
  const { tableFile: from } = before
  if (to === null || from === null) return undefined
  const engine = await engineOf(platform)
  const tableOf = async ({ fields, rowCount }: FileVersion, sha256: string): Promise<Compared> => ({ path: await localFile(platform, engine.folder, tenant.id, sha256, 'parquet'), fields: fields ?? [], rows: rowCount ?? 0 })
  const [old, fresh] = [await tableOf(before, from), await tableOf(version, to)]
  return await engine.use((connection) => work(connection, old, fresh), patience)
}
