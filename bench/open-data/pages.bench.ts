import { newId, refreshTown, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { emptyDataset, emptyDistribution } from '../../services/open-data/dcat/empty.ts'
import type { Dataset } from '../../services/open-data/dcat/schema.ts'
import { prepare } from '../../services/open-data/harvest/prepare.ts'
import { getSource, insertRun, insertSource } from '../../services/open-data/harvest/queries.ts'
import type { Source } from '../../services/open-data/harvest/schema.ts'
import { storeLot } from '../../services/open-data/harvest/store.ts'
import type { Row } from '../row.ts'
import { realDatasets, renamed } from './many-datasets.ts'

export const name = 'open-data-pages'

const town = 'hohenried'
const sizes = [200, 20_000, 100_000]
const rounds = 20

/**
 * CKAN's own protocol for its pages (github.com/ckan/ckan/wiki/Performance-Testing-Protocol): one reader, each page warm, percentiles;
 * with 200, 20,000 and 100,000 datasets, and with the set of ckan/ckan#6842, 100 datasets of 20 files described in 3,000 words each.
 */
export async function run(): Promise<Row[]> {
  const at = await startTown({ services: ['open-data'], config: { role: 'web', rateLimit: 0 } })
  try {
    const tenant = at.running.platform.directory.byId(town)
    if (!tenant) throw new Error(`The demonstration has no town ${town}.`)
    const rows: Row[] = []
    const real = await realDatasets()
    let filled = 0
    for (const size of sizes) {
      await fill(at.running.platform, tenant, `many-${size}`, skip(renamed(real, size), filled))
      filled = size
      rows.push(...(await measure(at, pagesOf(await namesIn(at)), `${size.toLocaleString('en')} datasets`, 100)))
    }
    await fill(at.running.platform, tenant, 'wordy', wordy())
    return [...rows, ...(await measure(at, wordyPages, 'ckan#6842', 150))]
  } finally {
    await at.close()
  }
}

function* skip<T>(all: Iterable<T>, count: number): Generator<T> {
  let at = 0
  for (const one of all) if (at++ >= count) yield one
}

async function fill(platform: Platform, tenant: Tenant, source: string, datasets: Iterable<Dataset>): Promise<void> {
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now: platform.now() }, work)
  const runId = newId(platform.now())
  const kept: Source = await unit(async (db) => {
    await insertSource(db, { id: newId(db.now), name: source, title: source, kind: 'dcat', url: 'https://data.example.org/', options: {}, removal: 'keep', paused: true })
    const made = await getSource(db, source)
    await insertRun(db, runId, made.id)
    return made
  })
  for (const lot of lots(datasets, 500)) {
    const prepared = lot.map((dataset) => prepare({ key: dataset.uri ?? '', dataset, warnings: [] }))
    await unit((db) => storeLot(db, kept, { runId, page: '' }, prepared))
  }
  await refreshTown(platform, tenant, new AbortController().signal)
}

function* lots<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let lot: T[] = []
  for (const one of all) {
    lot.push(one)
    if (lot.length < size) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}

const words = ['Straße', 'Fahrrad', 'Haushalt', 'Kita', 'Baum', 'Lärm', 'Wasser', 'Bezirk', 'Messung', 'Jahr', 'Anteil', 'Bestand', 'Zählung', 'Verkehr', 'Schule', 'Gebäude', 'Fläche', 'Wert', 'Quelle', 'Stand']
function* wordy(): Generator<Dataset> {
  for (let at = 0; at < 100; at++) {
    const text = (file: number): string => Array.from({ length: 3_000 }, (_, word) => words[(at * 31 + file * 17 + word * 7 + (word % 13)) % words.length]).join(' ')
    yield {
      ...emptyDataset,
      uri: `https://wordy.example.org/${at}`,
      title: { de: `Ausführlich beschrieben ${at}` },
      description: { de: text(99) },
      distribution: Array.from({ length: 20 }, (_, file) => ({ ...emptyDistribution, title: { de: `Datei ${file}` }, description: { de: text(file) }, accessURL: [`https://wordy.example.org/${at}/${file}`] })),
    }
  }
}

const namesIn = async (at: Town): Promise<string[]> => (JSON.parse((await open(at, '/api/3/action/package_list?limit=200')).body) as { result: string[] }).result

async function open(at: Town, path: string): Promise<{ body: string }> {
  const answer = await at.running.app?.inject({ url: path, headers: { host: new URL(at.url('/', town)).host, accept: path.startsWith('/api') ? '*/*' : 'text/html' } })
  if (answer?.statusCode !== 200) throw new Error(`${path} answered ${answer?.statusCode}.`)
  return answer
}

const pagesOf = (names: readonly string[]): Readonly<Record<string, (round: number) => string>> => ({
  home: () => '/open-data',
  list: (round) => `/open-data/dataset?page=${(round % 5) + 1}`,
  'filtered list': (round) => `/open-data/dataset?theme=${['TRAN', 'SOCI', 'ENVI', 'GOVE'][round % 4]}&format=CSV`,
  dataset: (round) => `/open-data/dataset/${names[(round * 7) % names.length]}`,
  organisations: () => '/open-data/organisation',
  package_list: () => '/api/3/action/package_list',
  tag_list: () => '/api/3/action/tag_list',
  package_search: (round) => `/api/3/action/package_search?q=${encodeURIComponent(['verkehr', 'haushalt', 'bevölkerung', 'umwelt'][round % 4] ?? '')}`,
})

const wordyPages: ReturnType<typeof pagesOf> = {
  list: () => '/open-data/dataset?q=ausf%C3%BChrlich',
  dataset: (round) => `/open-data/dataset/ausfuehrlich-beschrieben-${round}`,
  package_show: (round) => `/api/3/action/package_show?id=ausfuehrlich-beschrieben-${round + 30}`,
  'package_search, 100 rows': () => '/api/3/action/package_search?q=ausf%C3%BChrlich&rows=100',
}

async function measure(at: Town, pages: ReturnType<typeof pagesOf>, set: string, target: number): Promise<Row[]> {
  const rows: Row[] = []
  const probe = await timed(at, () => '/healthz')
  for (const [page, pathOf] of Object.entries(pages)) {
    const taken = await timed(at, pathOf)
    const p = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0
    rows.push({ what: `${page}, ${set}, ratio to the probe`, target: `p95 ≤ ${target} ms`, measured: `p50 ${p(0.5).toFixed(0)}, p95 ${p(0.95).toFixed(0)} ms`, ratio: p(0.5) / (probe[Math.floor(probe.length / 2)] ?? 1), ok: p(0.95) <= target })
  }
  return rows
}

async function timed(at: Town, pathOf: (round: number) => string): Promise<number[]> {
  const taken: number[] = []
  for (let round = -4; round < rounds; round++) {
    const path = pathOf(Math.abs(round))
    const began = performance.now()
    await open(at, path)
    const ms = performance.now() - began
    if (round >= 0) taken.push(ms) // the first rounds warm caches and the compiler
  }
  return taken.sort((a, b) => a - b)
}
