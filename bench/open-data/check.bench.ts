import { checkDataset } from '../../services/open-data/check/check.ts'
import { damages } from '../../services/open-data/check/damage-testing.ts'
import { sampleDataset } from '../../services/open-data/check/sample-testing.ts'
import { mqaScore } from '../../services/open-data/quality/mqa.ts'
import type { Row } from '../row.ts'

export const name = 'open-data-check'

const rounds = 20_000

/** What a whole check of one description costs while somebody types: all rules and the points, on right and on damaged descriptions. */
export async function run(): Promise<Row[]> {
  const datasets = [sampleDataset, ...Object.values(damages).map((damage) => damage(sampleDataset))]
  const validate = (at: number) => {
    const dataset = datasets[at % datasets.length] ?? sampleDataset
    return checkDataset(dataset).length + mqaScore(dataset).points
  }
  let seen = 0
  for (let at = 0; at < rounds; at++) seen += validate(at) // warms the compiler
  const times: number[] = []
  for (let at = 0; at < rounds; at++) {
    const begun = performance.now()
    seen += validate(at)
    times.push((performance.now() - begun) * 1_000)
  }
  times.sort((a, b) => a - b)
  const [p50 = 0, p95 = 0] = [times[Math.floor(rounds / 2)], times[Math.floor(rounds * 0.95)]]
  return [{ what: 'full validation of one dataset: all rules of DCAT-AP.de 3.0, HVD, conventions, and 405 points', target: '≤ 4 ms, as shapes alone take', measured: `p50 ${p50.toFixed(0)} µs, p95 ${p95.toFixed(0)} µs`, ok: p95 <= 4_000 && seen > 0 }]
}
