import type { Row } from '../row.ts'
import { questions, take } from './questions.ts'
import { openWorld, perYear } from './world.ts'

export const name = 'smart-school-queries'

/** Series with a year of values each: 190 make ten million observations. */
const filled = 190

/** What pages and programs ask of ten million observations. */
export async function run(): Promise<Row[]> {
  const world = await openWorld()
  try {
    await world.fill(0, filled)
    const rows: Row[] = []
    for (const question of questions(world)) {
      const { p50, p95 } = await take(question, 60)
      const bare = question.bare && (await take({ ...question, ask: async () => (await question.bare?.(), question.rows) }, 20))
      rows.push({ what: `${question.what}, ${((filled * perYear) / 1e6).toFixed(1)} million observations`, target: `p95 ≤ ${question.target} ms`, measured: `p95 ${p95.toFixed(1)} ms (p50 ${p50.toFixed(1)})`, ...(bare && { ratio: p50 / bare.p50 }), ok: p95 <= question.target })
    }
    return rows
  } finally {
    await world.close()
  }
}
