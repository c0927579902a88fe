import type { Row } from '../row.ts'
import { questions, take, type Taken } from './questions.ts'
import { openWorld, perYear } from './world.ts'

export const name = 'smart-school-large'

const steps = [190, 1_903] as const

/** The same questions of ten and of a hundred million observations, in one run. Takes a quarter of an hour and 16 GB of disk. */
export async function run(): Promise<Row[]> {
  const world = await openWorld()
  try {
    const taken: Taken[][] = []
    let from = 0
    for (const until of steps) {
      await world.fill(from, until)
      from = until
      const here: Taken[] = []
      for (const question of questions(world)) here.push(await take(question, 60))
      taken.push(here)
    }
    return questions(world).map(({ what }, at) => {
      const [few, many] = [taken[0]?.[at]?.p50 ?? Number.NaN, taken[1]?.[at]?.p50 ?? Number.NaN]
      const p95 = taken[1]?.[at]?.p95 ?? Number.NaN
      return { what: `${what}, ${((steps[1] * perYear) / 1e6).toFixed(0)} million observations, beside ten million`, target: '≤ 2×', measured: `p50 ${many.toFixed(1)} ms beside ${few.toFixed(1)} (p95 ${p95.toFixed(1)})`, ratio: many / few, ok: many / few <= 2 }
    })
  } finally {
    await world.close()
  }
}
