import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { root, temporaryDatabase, testTenants } from '@modellregion/testing'
import * as queries from './queries.ts'
import type { Counts } from './schema.ts'

export type Survived = { kills: number; duringHarvest: number; datasets: number; distinct: number; items: number; found: number; counts: Counts }

/**
 * Kills a harvesting process with SIGKILL `kills` times at moments drawn by `chance` (0 to 1), then lets one finish.
 * `content` is a catalogue of `count` datasets.
 */
export async function surviveKills(content: string, count: number, kills: number, chance: () => number): Promise<Survived> {
  const temporary = await temporaryDatabase()
  const tenant = testTenants.erlenau
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>, access: 'read' | 'write' = 'read') => temporary.database.unit({ tenant: tenant.id, service: 'open-data', access, now: new Date('2026-03-04T09:00:00Z') }, work)
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/rdf+xml').end(content)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has a port
  const source = { id: crypto.randomUUID(), name: 'killed', title: 'Killed', kind: 'dcat' as const, url: `http://${host}/catalogue.rdf`, options: {}, removal: 'withdraw' as const, paused: false }
  await unit((db) => queries.insertSource(db, source), 'write')
  const start = () => spawn(process.execPath, ['--import', join(root, 'app/tsx-hook.ts'), join(import.meta.dirname, 'kill-child.ts'), temporary.appUrl, tenant.id, 'killed', host, '2026-03-04T09:00:00Z'], { stdio: ['ignore', 'pipe', 'inherit'] })

  let duringHarvest = 0
  for (let round = 0; round < kills; round++) {
    const child = start()
    await saying(child, 'ready')
    const finished = saying(child, 'done').then(
      () => true,
      () => true,
    )
    const early = await Promise.race([finished, sleep(chance() * 1_500).then(() => false)])
    if (!early) duringHarvest++
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    // A run that came to its end would make the next rounds meet an unchanged page: the catalogue begins anew.
    if (early) await unit(forgetEverything, 'write')
  }
  const last = start()
  await once(last, 'exit')
  const numbers = await unit((db) => db.one(sql<Omit<Survived, 'kills' | 'duringHarvest' | 'counts'>>`
    select count(*) as datasets, count(distinct source_key) as distinct,
      (select count(*) from open_data.harvest_item i where i.tenant_id = ${db.tenant} and i.run_id = (select id from open_data.harvest_run r where r.tenant_id = ${db.tenant} and r.state = 'done' order by created_at desc limit 1)) as items,
      (select documents from search.state s where s.tenant_id = ${db.tenant}) as found
    from open_data.dataset where tenant_id = ${db.tenant} and withdrawn_at is null`))
  const [run] = await unit((db) => queries.listRuns(db, source.id, 1))
  const rows = await unit((db) => queries.countItems(db, run?.id ?? ''))
  const counts = Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) as Counts // outcomes without items are absent
  server.close()
  await temporary.close()
  if (numbers.datasets !== count) throw new Error(`${numbers.datasets} of ${count} datasets are there.`)
  return { kills, duringHarvest, counts, ...numbers }
}

async function forgetEverything(db: UnitOfWork): Promise<void> {
  await db.run(sql`delete from open_data.harvest_page where tenant_id = ${db.tenant}`)
  await db.run(sql`update open_data.dataset set digest = '' where tenant_id = ${db.tenant}`)
}

function saying(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.toString().includes(word) && resolve())
    child.once('exit', (code, signal) => signal !== 'SIGKILL' && reject(new Error(`The harvesting process ended with ${code ?? signal} before it was ${word}.`)))
  })
}
