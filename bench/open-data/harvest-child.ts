// Harvests one address twice in a process of its own, so that its memory can be measured. Prints one line of JSON.
import { openDatabase, openPool } from '@modellregion/kernel'
import { temporaryDatabase, testTenants } from '@modellregion/testing'
import * as queries from '../../services/open-data/harvest/queries.ts'
import { harvest } from '../../services/open-data/harvest/run.ts'

const [address = '', host = ''] = process.argv.slice(2)
const temporary = await temporaryDatabase()
const database = openDatabase(openPool(temporary.appUrl, { name: 'bench' }), new Set(['platform', 'open-data']))
const tenant = testTenants.erlenau
const now = new Date()
const source = { id: crypto.randomUUID(), name: 'many', title: 'Sehr viele Daten', kind: 'dcat' as const, url: address, options: {}, removal: 'withdraw' as const, paused: false }
await database.unit({ tenant: tenant.id, service: 'open-data', access: 'write', now }, (db) => queries.insertSource(db, source))
const platform = { database, config: { demo: false, harvest: { allow: [host] } }, now: () => now }
const context = { platform, tenant, signal: new AbortController().signal, progress: () => {} }
const base = process.memoryUsage.rss()

const first = await timed(() => harvest(context, 'many'))
const peak = process.resourceUsage().maxRSS * 1_024
const second = await timed(() => harvest(context, 'many'))
process.stdout.write(`${JSON.stringify({ first, second, base, peak })}\n`)
await database.close()
await temporary.close()

async function timed(work: () => ReturnType<typeof harvest>) {
  const began = performance.now()
  const { run, counts } = await work()
  return { milliseconds: performance.now() - began, counts, state: run.state, refusal: run.refusal }
}
