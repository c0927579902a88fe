import { readFileSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surviveKills } from '../../services/open-data/harvest/kill-testing.ts'
import { realDatasets, writeCatalogue } from './many-datasets.ts'

export const name = 'open-data-kill'
const count = 2_000
const kills = 20

/** SIGKILL during the harvest of 2,000 datasets, twenty times at random moments. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-bench-'))
  const file = join(folder, 'catalogue.rdf')
  await writeCatalogue(file, count, await realDatasets())
  const survived = await surviveKills(readFileSync(file, 'utf8'), count, kills, Math.random)
  rmSync(folder, { recursive: true })
  const lost = count - survived.distinct
  const doubled = survived.datasets - survived.distinct + (survived.items - count) + (survived.found - count)
  return [{ what: `kill -9 ${kills} times (${survived.duringHarvest} of them in mid-harvest)`, target: '0 lost, 0 doubled', measured: `${lost} lost, ${doubled} doubled`, ok: lost === 0 && doubled === 0 }]
}
