import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startTown } from '@modellregion/testing'
import type { Row } from '../row.ts'

export const name = 'open-data-api'

type Load = { perSecond: number; failed: number; kilobytes: number; p50: number; p95: number }
type Measured = Load & { perCpuSecond: number }

/** What one process answers over loopback, with the load made by another process and the database in a third, and no answer compressed. */
export async function run(): Promise<Row[]> {
  const town = await startTown({ services: ['open-data'], config: { role: 'web' } })
  const origin = town.url('').replace('localhost', '127.0.0.1')
  const get = async (path: string) => (await fetch(origin + path)).text()
  const { result: names } = JSON.parse(await get('/api/3/action/package_list')) as { result: string[] }
  const words = ['verkehr', 'radverkehr', 'haushalt', 'bevölkerung', 'schulen', 'umwelt', 'wahl', 'parkplätze', 'statistik', 'gewerbe', 'baum', 'wasser', 'luft', 'kita', 'bebauungsplan', 'energie']
  const measured = async (paths: readonly string[]): Promise<Measured> => {
    await load(origin, 1.5, paths) // warms caches and the compiler
    const before = process.cpuUsage()
    const result = await load(origin, 5, paths)
    const { user, system } = process.cpuUsage(before)
    return { ...result, perCpuSecond: (result.perSecond * 5) / ((user + system) / 1e6) }
  }
  try {
    const probe = await measured(['/healthz'])
    const empty = await measured(['/offline'])
    const show = await measured(names.map((id) => `/api/3/action/package_show?id=${id}`))
    const search = await measured(words.map((q) => `/api/3/action/package_search?q=${encodeURIComponent(q)}`))
    const filtered = await measured(['organization', 'groups'].map((field) => `/api/3/action/package_search?fq=res_format:CSV&sort=metadata_modified+desc&facet.field=["${field}"]`))
    const turtle = await measured([1, 2, 3, 4].map((page) => `/catalog.ttl?page=${page}`))
    const list = await measured(['?size=50', '?size=50&theme=TRAN', '?size=50&theme=SOCI', '?size=50&format=CSV'].map((query) => `/open-data/dataset${query}`))
    return [
      rowOf('probe /healthz', undefined, probe, probe),
      rowOf('page without content /offline, ratio to the probe', undefined, empty, probe),
      rowOf('package_show, ratio to the probe', 1_500, show, probe),
      rowOf('package_search by a word, 10 packages, ratio to the probe', 600, search, probe),
      rowOf('package_search by format with a facet, ratio to the probe', 600, filtered, probe),
      rowOf('catalog.ttl, 100 datasets, ratio to the probe', undefined, turtle, probe),
      { ...rowOf('rendered list page of 50 hits, ratio to the page without content', 400, list, empty), target: '≥ 400 a CPU second', ok: list.perCpuSecond >= 400 && list.failed === 0 },
    ]
  } finally {
    await town.close()
  }
}

function rowOf(what: string, target: number | undefined, { perSecond, perCpuSecond, failed, p50, p95, kilobytes }: Measured, baseline: Measured): Row {
  return {
    what,
    target: target === undefined ? '–' : `≥ ${target}/s`,
    measured: `${perSecond.toFixed(0)}/s (${perCpuSecond.toFixed(0)} a CPU second; p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms; ${kilobytes.toFixed(0)} kB${failed ? `; ${failed} failed` : ''})`,
    ratio: perSecond / baseline.perSecond,
    ok: failed === 0 && perSecond >= (target ?? 0),
  }
}

async function load(origin: string, seconds: number, paths: readonly string[]): Promise<Load> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-child.ts'), origin, String(seconds), JSON.stringify(paths)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  for await (const part of child.stdout) text += String(part)
  return JSON.parse(text) as Load // what load-child.ts prints
}
