import { chmodSync, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openFiles, readConfig, receiveFile, recordFile } from '@modellregion/kernel'
import { root, temporaryDatabase, testMoment, testTenants } from '@modellregion/testing'
import { loadVersion } from '../../services/open-data/load/load-version.ts'
import { askTable } from '../../services/open-data/store/ask.ts'
import { dumpTable } from '../../services/open-data/store/dump.ts'
import type { TableQuery } from '../../services/open-data/store/schema.ts'
import { findVersion, insertVersion } from '../../services/open-data/version/queries.ts'
import type { Row } from '../row.ts'
import { requestRows, writeRequests } from './service-requests.ts'
import { bareTable } from './store-bare.ts'

export const name = 'open-data-store'
const id = '01980000-0000-7000-8000-000000000002'

/** Questions to a table of a million rows, beside the same questions to a table of PostgreSQL with the indexes it needs for them. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-bench-'))
  chmodSync(folder, 0o777) // PostgreSQL reads and writes the invented rows as an account of its own
  const temporary = await temporaryDatabase()
  const superuser = new pg.Client({ connectionString: temporary.superuserUrl })
  await superuser.connect()
  try {
    const csv = join(folder, 'requests.csv')
    await writeRequests(csv)
    const host = { database: temporary.database, files: openFiles(readConfig({ env: {}, options: { data: folder }, root })), now: () => new Date(testMoment), config: { dataFolder: folder } }
    const fields = await load(host, csv)
    const bare = await bareTable(superuser, csv, fields)
    const ask = (query: TableQuery) => askTable(host, testTenants.erlenau.id, { versionId: id }, query)
    const rows: Row[] = []
    for (const { what, target, most, query, sql } of questions) {
      const own = await median(() => ask(query))
      const theirs = await median(() => superuser.query(sql), 3)
      rows.push({ what: `${what}; beside PostgreSQL ${theirs.toFixed(1)} ms`, target, measured: `${own.toFixed(1)} ms`, ratio: own / theirs, ok: own <= most })
    }
    const dumped = await timedDump(host)
    const copied = await bare.copyOut(join(folder, 'bare.csv'))
    return [
      ...rows,
      { what: `whole table as CSV, ${(dumped.bytes / 1e6).toFixed(0)} MB; beside COPY of PostgreSQL ${(requestRows / copied).toFixed(0)} rows/s`, target: '≥ 200,000 rows/s', measured: `${(requestRows / dumped.seconds).toFixed(0)} rows/s, first bytes after ${dumped.first.toFixed(0)} ms`, ratio: copied / dumped.seconds, ok: requestRows / dumped.seconds >= 200_000 },
      { what: 'PostgreSQL: COPY into a table, key and full-text index', target: 'for comparison', measured: `${bare.seconds.copy.toFixed(0)} s + ${bare.seconds.index.toFixed(0)} s, ${bare.megabytes} MB`, ok: true },
    ]
  } finally {
    await superuser.end()
    await temporary.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const questions: { what: string; target: string; most: number; query: TableQuery; sql: string }[] = [
  { what: 'first page of 100 rows with their number', target: '≤ 20 ms', most: 20, query: {}, sql: 'select *, (select count(*) from requests) from requests order by _id limit 100' },
  { what: 'page at offset 900,000', target: '≤ 150 ms', most: 150, query: { offset: 900_000 }, sql: 'select * from requests order by _id limit 100 offset 900000' },
  { what: 'filter and words, page and number', target: '≤ 100 ms', most: 100, query: { where: [{ field: 'Borough', is: 'in', values: ['QUEENS'] }], words: { text: 'noise' } }, sql: `select *, count(*) over () from requests where "Borough" = 'QUEENS' and words @@ to_tsquery('simple', 'noise') order by _id limit 100` },
  { what: 'a rare word', target: '≤ 100 ms', most: 100, query: { words: { text: '24500001' } }, sql: "select *, count(*) over () from requests where words @@ to_tsquery('simple', '24500001') order by _id limit 100" },
  { what: 'rows by group', target: '≤ 100 ms', most: 100, query: { group: ['Borough'], aggregates: [{ as: 'n', function: 'count' }] }, sql: 'select "Borough", count(*) from requests group by "Borough"' },
]

type Host = Parameters<typeof askTable>[0]

async function load(host: Host, csv: string): Promise<string[]> {
  const tenant = testTenants.erlenau.id
  const unit = (access: 'read' | 'write') => <T>(work: Parameters<typeof host.database.unit<T>>[1]) => host.database.unit({ tenant, service: 'open-data', access, now: host.now() }, work)
  const received = await receiveFile(host.files, tenant, { name: 'requests.csv', declaredType: '', content: createReadStream(csv) }, { limit: 2 * 1024 ** 3 })
  if (!received.ok) throw new Error(received.code)
  await unit('write')(async (db) => {
    await recordFile(db, received.file, id)
    await insertVersion(db, { id, distributionId: id, datasetId: id, name: 'requests.csv', mediaType: 'text/csv', sha256: received.file.sha256, byteSize: received.file.size, note: '' })
  })
  await loadVersion({ platform: host, tenant: { id: tenant }, attempt: 1, signal: new AbortController().signal, progress: () => {}, read: unit('read'), write: unit('write') }, id)
  const version = await unit('read')((db) => findVersion(db, id))
  return version?.fields?.map((field) => field.id) ?? []
}

async function timedDump(host: Host): Promise<{ seconds: number; bytes: number; first: number }> {
  const began = performance.now()
  let bytes = 0
  let first = 0
  for await (const piece of (await dumpTable(host, testTenants.erlenau.id, { versionId: id }, 'csv')) as AsyncIterable<Buffer>) {
    // The head comes before the rows are read.
    if (bytes > 1_000 && first === 0) first = performance.now() - began
    bytes += piece.length
  }
  return { seconds: (performance.now() - began) / 1_000, bytes, first }
}

/** Of several runs, the first left out: it fills caches. */
async function median(work: () => Promise<unknown>, runs = 9): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run++) {
    const began = performance.now()
    await work()
    if (run > 0) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
