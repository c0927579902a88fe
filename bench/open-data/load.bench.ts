import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFile, openFiles, readConfig, receiveFile, recordFile } from '@modellregion/kernel'
import { root, temporaryDatabase, testMoment, testTenants } from '@modellregion/testing'
import { loadVersion } from '../../services/open-data/load/load-version.ts'
import { findVersion, insertVersion } from '../../services/open-data/version/queries.ts'
import { requestRows, writeRequests } from './service-requests.ts'

export const name = 'open-data-load'

/** Published for the same number of rows: ckanext-xloader, README, "Performance". */
const xloaderSeconds = 206

/** A CSV of a million rows from the upload's first byte to the finished table, its words indexed: through the file store, the database and the loading process as in a town. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-bench-'))
  const csv = join(folder, 'requests.csv')
  const bytes = await writeRequests(csv)
  const bare = bareDuck(csv, folder)
  const temporary = await temporaryDatabase()
  const files = openFiles(readConfig({ env: {}, options: { data: folder }, root }))
  const tenant = testTenants.erlenau.id
  const unit = (access: 'read' | 'write') => <T>(work: Parameters<typeof temporary.database.unit<T>>[1]) => temporary.database.unit({ tenant, service: 'open-data', access, now: new Date(testMoment) }, work)
  const id = '01980000-0000-7000-8000-000000000001'
  const began = performance.now()
  const received = await receiveFile(files, tenant, { name: 'upload', declaredType: '', content: createReadStream(csv) }, { limit: 2 * 1024 ** 3 })
  if (!received.ok) throw new Error(received.code)
  await unit('write')(async (db) => {
    await recordFile(db, received.file, id)
    await insertVersion(db, { id, distributionId: id, datasetId: id, name: 'requests.csv', mediaType: 'text/csv', sha256: received.file.sha256, byteSize: received.file.size, note: '' })
  })
  const uploaded = (performance.now() - began) / 1_000
  let peak = 0
  await loadVersion({ platform: { files }, tenant: { id: tenant }, attempt: 1, signal: new AbortController().signal, progress: (_share, _words, counts) => (peak = Math.max(peak, counts?.['peak'] ?? 0)), read: unit('read'), write: unit('write') }, id)
  const seconds = (performance.now() - began) / 1_000
  const version = await unit('read')((db) => findVersion(db, id))
  const there = await unit('read')((db) => findFile(db, id))
  await temporary.close()
  rmSync(folder, { recursive: true })
  const types = new Set(version?.fields?.map(({ type }) => type))
  const whole = version?.rowCount === requestRows && version.rejectedCount === 0 && there !== undefined && ['int', 'timestamp', 'numeric', 'text'].every((type) => types.has(type as 'int'))
  const megabytes = peak / 1e6
  return [
    { what: `CSV of ${requestRows} rows / ${Math.round(bytes / 1e6)} MB, upload to typed table with its words (upload ${uploaded.toFixed(1)} s), beside xloader's published ${xloaderSeconds} s`, target: '≤ 60 s', measured: `${seconds.toFixed(1)} s`, ratio: xloaderSeconds / seconds, ok: seconds <= 60 && whole },
    { what: 'most memory of the loading process', target: '≤ 600 MB', measured: `${megabytes.toFixed(0)} MB`, ok: peak > 0 && megabytes <= 600 },
    { what: 'bare DuckDB: read_csv with a sample of types to Parquet, no checks, no words', target: 'for comparison', measured: `${bare.toFixed(1)} s`, ratio: bare / seconds, ok: true },
  ]
}

// In a process of its own, so that neither measures the other's memory.
function bareDuck(csv: string, folder: string): number {
  const script = `import { DuckDBInstance } from '@duckdb/node-api'
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '300MB', temp_directory: ${JSON.stringify(folder)} })).connect()
    const began = performance.now()
    await connection.run("copy (select * from read_csv('${csv}')) to '${join(folder, 'bare.parquet')}' (format parquet, compression zstd)")
    console.log((performance.now() - began) / 1000)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: join(root, 'services/open-data'), encoding: 'utf8' }).trim())
}
