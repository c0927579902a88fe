import pg from 'pg'
import { indexRecords, search, type Database, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase } from '@modellregion/testing'
import { judgedQueries } from '../../platform/kernel/search/judgements/corpus.ts'
import type { Row } from '../row.ts'
import { generatedDatasets } from './datasets.ts'

export const name = 'search'
type Timed = { ms: number; bare: number }

const count = 100_000
const tenant = 'bench'
const now = new Date('2025-06-01T00:00:00Z')

/** Dataset search with facets at 100,000 datasets, through the product's function under row level security, beside its bare statement. */
export async function run(): Promise<Row[]> {
  await using temporary = await temporaryDatabase({ poolSize: 10 })
  const bare = new pg.Client({ connectionString: temporary.superuserUrl })
  await bare.connect()
  try {
    const perSecond = await fill(temporary.database, bare)
    const alone = await timedAlone(temporary.database, bare)
    return rows(perSecond, alone, await timedTogether(temporary.database, 8))
  } finally {
    await bare.end()
  }
}

async function fill(database: Database, bare: pg.Client): Promise<number> {
  const records = generatedDatasets(count)
  const start = performance.now()
  for (let at = 0; at < records.length; at += 500)
    await database.unit({ tenant, service: 'platform', now, access: 'write' }, (db) => indexRecords(db, records.slice(at, at + 500)))
  const perSecond = (count / (performance.now() - start)) * 1000
  await bare.query('vacuum analyze')
  return perSecond
}

const queries = (): string[] => (judgedQueries() ?? []).map(({ query }) => query)

const ask = (database: Database, q: string, watch: (db: UnitOfWork) => UnitOfWork = (db) => db) =>
  database.unit({ tenant, service: 'platform', now, access: 'read' }, (db) => search(watch(db), { q, service: 'platform', kind: 'dataset', from: 0, size: 20 }))

async function timedAlone(database: Database, bare: pg.Client): Promise<Timed[]> {
  const statements = new Map<string, { text: string; values: unknown[] }>()
  for (const q of queries()) statements.set(q, await statementBehind(database, bare, q))
  const timed: Timed[] = []
  for (let round = 0; round < 6; round++) {
    for (const q of queries()) {
      const ms = await duration(() => ask(database, q))
      const statement = statements.get(q)
      const bareMs = await duration(() => bare.query(statement?.text ?? '', statement?.values))
      if (round > 0) timed.push({ ms, bare: bareMs }) // the first round warms caches
    }
  }
  return timed
}

// The statement of the level that answered, as text with the same two parameters, to be run by the superuser: no policy, no function, no transaction around it.
async function statementBehind(database: Database, bare: pg.Client, q: string): Promise<{ text: string; values: unknown[] }> {
  const requests: string[] = []
  const levels: number[] = []
  await ask(database, q, (db) => ({
    ...db,
    one: async (query) => {
      const row = await db.one(query)
      const [, request] = parametersOf(query)
      if (typeof request === 'string') requests.push(request)
      if (row && typeof row === 'object' && 'run' in row) levels.push((row.run as { level: number }).level) // shape of search.run
      return row
    },
  }))
  const { rows } = await bare.query<{ text: string }>(
    `select search.statement($1, search.few($1, w.matches, 'from search.doc d where d.tenant_id = $1 and d.tsv @@ ' || quote_literal(w.whole) || '::tsquery' || search.scope($1, 'd')), search.page_of_matches($1)) as text
       from (select array_agg(m.t order by m.n) as matches, string_agg(m.t, ' | ' order by m.n) as whole
               from (select (l ->> 'match')::tsquery::text t, n from jsonb_array_elements($1::jsonb -> 'levels') with ordinality x(l, n) where n <= $2) m) w`,
    [requests.at(-1), levels.at(-1)],
  )
  return { text: (rows[0]?.text ?? '').replaceAll('$2 ->>', '$2::jsonb ->>'), values: [tenant, requests.at(-1)] }
}

// Kysely keeps the values of a template in its node.
function parametersOf(query: { toOperationNode(): unknown }): unknown[] {
  const node = query.toOperationNode() as { parameters?: { value?: unknown }[] } // RawNode of kysely
  return (node.parameters ?? []).map(({ value }) => value)
}

async function timedTogether(database: Database, clients: number): Promise<{ ms: number[]; perSecond: number }> {
  const all = Array.from({ length: 8 }, (_, round) => queries().map((_, i, list) => list[(i * 17 + round) % list.length] ?? '')).flat()
  const ms: number[] = []
  const start = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let q = all[next++]; q !== undefined; q = all[next++]) ms.push(await duration(() => ask(database, q ?? '')))
    }),
  )
  return { ms, perSecond: (ms.length / (performance.now() - start)) * 1000 }
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function rows(perSecond: number, alone: readonly Timed[], together: { ms: number[]; perSecond: number }): Row[] {
  const own = alone.map(({ ms }) => ms)
  const bare = alone.map((timed) => timed.bare)
  const ratio = sum(own) / sum(bare)
  return [
    { what: `search with facets, ${count} datasets, alone`, target: 'p95 ≤ 30 ms', measured: percentiles(own), ok: percentile(own, 95) <= 30 },
    { what: 'the same beside its bare statement', target: '≤ 1.5 ×', measured: `bare ${percentiles(bare)}`, ratio, ok: ratio <= 1.5 },
    { what: 'the same, 8 at once', target: 'p95 ≤ 100 ms', measured: `${percentiles(together.ms)}, ${together.perSecond.toFixed(0)}/s`, ok: percentile(together.ms, 95) <= 100 },
    { what: 'indexing in lots of 500', target: '≥ 1,000/s', measured: `${perSecond.toFixed(0)}/s`, ok: perSecond >= 1_000 },
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const percentile = (values: readonly number[], p: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))] ?? 0
const percentiles = (values: readonly number[]): string => [50, 95, 99].map((p) => `p${p} ${percentile(values, p).toFixed(1)}`).join(' ') + ' ms'
