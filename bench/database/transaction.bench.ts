import { sql } from '@modellregion/kernel'
import { temporaryDatabase } from '@modellregion/testing'

export const name = 'database'

/** What entering a unit of work costs, beside the same query on the same pool without it. */
export async function run() {
  const temporary = await temporaryDatabase()
  const { database } = temporary
  const now = new Date()
  const query = 'select id, name from platform.tenant order by name limit 50'
  const bare = async () => void (await database.pool.query(query))
  const entered = () => database.unit({ tenant: 'aachen', service: 'platform', access: 'read', now }, (db) => db.many(sql`select id, name from platform.tenant order by name limit 50`))
  for (const warm of [bare, entered]) for (let i = 0; i < 500; i++) await warm()
  const samples = { bare: [] as number[], entered: [] as number[] }
  // Alternating, so that the noise of the machine hits both alike.
  for (let round = 0; round < 3_000; round++) {
    samples.bare.push(await microseconds(bare))
    samples.entered.push(await microseconds(entered))
  }
  await temporary.close()
  const [without, within] = [median(samples.bare), median(samples.entered)]
  const overhead = within - without
  return [{ what: 'tenant transaction overhead, median of 3,000', target: '≤ 350 µs', measured: `${overhead.toFixed(0)} µs (${without.toFixed(0)} → ${within.toFixed(0)})`, ratio: within / without, ok: overhead <= 350 }]
}

async function microseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) * 1_000
}

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
