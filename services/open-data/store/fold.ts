import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from 'typebox'
import { defineJob, forgetFile, recordFile, type ReceivedFile } from '@modellregion/kernel'
import { derivedId } from '../load/derived-id.ts'
import { knownChanges, Outdated } from './changes.ts'
import { engineOf, type Host } from './engine.ts'
import { indexTable, worthAnIndex } from './index-table.ts'
import { keyOf, withPlace, type OpenTable } from './open-table.ts'
import { orderedRowsSql, sourcesOf } from './plan.ts'
import * as queries from './queries.ts'
import { rowNumber } from './rules.ts'
import { text } from './sql-text.ts'

/** A change set this large makes questions slow; a large table is not written anew for little. */
export const worthFolding = (changed: number, base: number): boolean => changed > Math.max(5_000, Math.min(100_000, base / 5))

const patience = 900
const largest = 8 * 1024 ** 3

/**
 * Makes a new base of a table and its changes. Nothing is lost or doubled whenever it ends: until the new base is in place in one unit of
 * work the old one counts, and rows written meanwhile stay in the change set.
 */
export const foldJob = defineJob({
  name: 'open-data.store-fold',
  payload: Type.Object({ file: Type.String({ format: 'uuid' }) }),
  timeoutSeconds: 1_800,
  oneAtATime: true,
  run: ({ platform, tenant, payload }) => foldTable(platform, tenant.id, payload.file),
})

export async function foldTable(platform: Host, tenant: string, distributionId: string): Promise<void> {
  const engine = await engineOf(platform)
  const key = keyOf(tenant, { distributionId })
  const enter = (access: 'read' | 'write') => ({ tenant, service: 'open-data', access, now: platform.now() }) as const
  const place = await platform.database.unit(enter('read'), (db) => queries.findPushed(db, distributionId, knownChanges(engine, key)))
  if (!place) return
  const parquet = join(engine.spill, `${randomBytes(12).toString('hex')}.fold.parquet`)
  const index = parquet.replace(/parquet$/, 'duckdb')
  try {
    const rows = await engine.use((connection) => withPlace(platform, engine, connection, tenant, key, place, (open) => writeBase(open, parquet, index)), patience)
    const kept = await put(platform, tenant, parquet, 'application/vnd.apache.parquet')
    const keptIndex = worthAnIndex(rows) ? await put(platform, tenant, index, 'application/octet-stream') : undefined
    await platform.database.unit(enter('write'), async (db) => {
      const now = await queries.lockPushed(db, distributionId)
      if (!now || now.baseFile !== place.baseFile || now.versionId !== place.versionId) return
      for (const [part, file] of [['table', kept], ['index', keptIndex]] as const) {
        await forgetFile(db, derivedId(distributionId, part))
        if (file) await recordFile(db, file, derivedId(distributionId, part))
      }
      await queries.keepFolded(db, distributionId, { revision: place.revision, file: kept.sha256, bytes: kept.size, rows, indexFile: keptIndex?.sha256 ?? null })
      await queries.dropFoldedRows(db, distributionId, place.revision)
      await queries.countChanges(db, distributionId)
    })
  } catch (error) {
    if (!(error instanceof Outdated)) throw error
    await foldTable(platform, tenant, distributionId)
  } finally {
    await rm(parquet, { force: true })
    await rm(index, { force: true })
  }
}

async function writeBase(open: OpenTable, parquet: string, index: string): Promise<number> {
  const rows = orderedRowsSql(await sourcesOf(open, {}, true), [rowNumber, ...open.fields], [], undefined, 0)
  await open.connection.run(`copy (select * from ${rows}) to ${text(parquet)} (format parquet, compression zstd, row_group_size 40960)`)
  const [[count] = []] = await (await open.connection.run(`select count(*) from read_parquet(${text(parquet)})`)).getRows()
  if (worthAnIndex(Number(count))) await indexTable(open.connection, parquet, open.fields, index)
  return Number(count)
}

async function put(platform: Host, tenant: string, path: string, type: string): Promise<ReceivedFile> {
  return { ...(await platform.files.put(tenant, createReadStream(path), { limit: largest })), name: 'table', type }
}
