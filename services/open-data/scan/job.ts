import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { Type } from 'typebox'
import { defineJob, newId, type JobRun } from '@modellregion/kernel'
import { getSetting } from '../review/queries.ts'
import { findVersion } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { deleteScan, insertFindings, insertScan, listUnscanned } from './queries.ts'
import { rulesVersion } from './schema.ts'
import { searchTable, type Searched } from './search-table.ts'

const lot = 20

/** Every few minutes, and when a draft is sent in: looks through the tables of drafts that nobody has looked through yet. */
export const scanJob = defineJob({
  name: 'open-data.scan',
  payload: Type.Object({}),
  schedule: '*/3 * * * *',
  timeoutSeconds: 1_800,
  oneAtATime: true,
  run: async (run) => {
    const due = await run.read((db) => listUnscanned(db, rulesVersion, lot))
    for (const { id } of due) {
      run.signal.throwIfAborted()
      await scanVersion(run, id)
    }
    run.progress(1, undefined, { scanned: due.length })
  },
})

type Run = Pick<JobRun<unknown>, 'platform' | 'tenant' | 'signal' | 'read' | 'write'>

/** Looks through one table and keeps what was found instead of what was found before. A table that cannot be read is kept as such. */
export async function scanVersion(run: Run, id: string): Promise<void> {
  const { version, smallestGroup } = await run.read(async (db) => ({ version: await findVersion(db, id), smallestGroup: (await getSetting(db)).smallestGroup }))
  if (!version?.tableFile) return
  const begun = performance.now()
  const searched = await search(run, version, smallestGroup)
  const milliseconds = Math.round(performance.now() - begun)
  await run.write(async (db) => {
    await deleteScan(db, id)
    const scan = { versionId: id, datasetId: version.datasetId, rules: rulesVersion, smallestGroup, milliseconds }
    if (typeof searched === 'string') return void (await insertScan(db, { ...scan, state: 'failed', rowCount: 0, columnCount: 0, failure: searched }))
    await insertScan(db, { ...scan, state: 'done', rowCount: searched.rows, columnCount: searched.columns, failure: '' })
    if (searched.findings.length > 0) await insertFindings(db, scan, searched.findings.map((found) => ({ ...found, id: newId(db.now) })))
  })
}

// The failure names no values: DuckDB's messages may repeat what stands in the table.
async function search({ platform, tenant, signal }: Run, { tableFile, fields }: FileVersion, smallestGroup: number): Promise<Searched | string> {
  const folder = await mkdtemp(join(tmpdir(), 'modellregion-scan-'))
  try {
    const path = join(folder, 'table.parquet')
    await pipeline(await platform.files.get(tenant.id, tableFile ?? ''), createWriteStream(path, { mode: 0o600 }), { signal })
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: '300MB', threads: '1', temp_directory: join(folder, 'spill'), autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' })
    const db = await instance.connect()
    try {
      return await searchTable(db, path, fields ?? [], smallestGroup, signal)
    } catch (error) {
      if (signal.aborted) throw error
      return error instanceof Error ? error.name : 'Error'
    } finally {
      db.closeSync()
      instance.closeSync()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
