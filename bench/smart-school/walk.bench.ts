import type { Row } from '../row.ts'
import { questions, take, type Taken } from './questions.ts'
import { openWorld } from './world.ts'

export const name = 'smart-school-walk'

/** As many series as make ten and a hundred million observations in a year, with the last 38 days of them: one and ten million. */
const steps = [190, 1_903] as const
const points = 38 * 144

/**
 * What has to walk along the moments of a whole town until it has found enough: its way grows with the number of series, not with the years that lie
 * behind. So 38 days of all series take the same steps as a year of them (`smart-school-large`), in a tenth of the time and disk.
 */
export async function run(): Promise<Row[]> {
  const world = await openWorld()
  try {
    const asked = () => questions(world).filter(({ walks }) => walks)
    const taken: Taken[][] = []
    let from = 0
    for (const until of steps) {
      await world.fill(from, until, points)
      from = until
      const here: Taken[] = []
      for (const question of asked()) here.push(await take(question, 60))
      taken.push(here)
    }
    return asked().map(({ what }, at) => {
      const [few, many] = [taken[0]?.[at]?.p50 ?? Number.NaN, taken[1]?.[at]?.p50 ?? Number.NaN]
      return { what: `${what}, ${steps[1]} series beside ${steps[0]}, 38 days each`, target: '≤ 2×', measured: `p50 ${many.toFixed(1)} ms beside ${few.toFixed(1)} (p95 ${(taken[1]?.[at]?.p95 ?? Number.NaN).toFixed(1)})`, ratio: many / few, ok: many / few <= 2 }
    })
  } finally {
    await world.close()
  }
}
