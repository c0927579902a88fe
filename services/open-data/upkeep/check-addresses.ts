import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import { askAddress } from './ask-address.ts'
import * as queries from './queries.ts'
import { addressesOf, nextCheck, queuesByHost } from './rules.ts'
import type { Answered, DueAddress } from './schema.ts'

/** Addresses a night, addresses of one host a night, hosts asked at the same time, and milliseconds between two questions to one host. */
export const limits = { aNight: 5_000, perHost: 300, hosts: 6, pause: 500 }

type Unit = <T>(access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>) => Promise<T>
type Context = { platform: Platform; tenant: Tenant; signal: AbortSignal; ask?: (address: string, signal: AbortSignal) => Promise<Answered>; wait?: number }

/** Collects the addresses of what has changed, then asks those that are due. Returns how many were asked. */
export async function checkAddresses(context: Context): Promise<number> {
  const { platform, tenant, signal } = context
  const unit: Unit = (access, work) => platform.database.unit({ tenant: tenant.id, service: 'open-data', access, now: platform.now() }, work)
  while ((await unit('write', collect)) > 0) signal.throwIfAborted()
  await unit('write', queries.forgetUnused)
  const queues = queuesByHost(await unit('read', (db) => queries.listDue(db, limits.aNight)), limits.perHost)
  let asked = 0
  const work = async () => {
    for (let queue = queues.pop(); queue; queue = queues.pop()) {
      for (const due of queue) {
        signal.throwIfAborted()
        await askOne(context, unit, due)
        asked++
        await pause(context.wait ?? limits.pause, undefined, { signal })
      }
    }
  }
  await Promise.all(Array.from({ length: limits.hosts }, work))
  return asked
}

async function askOne({ platform, signal, ask }: Context, unit: Unit, due: DueAddress): Promise<void> {
  const answer = ask ? await ask(due.address, signal) : await askAddress(due.address, { signal, allow: platform.config.harvest?.allow ?? [] })
  if (answer.reason === 'open-data.fetch.cancelled') return
  const now = platform.now()
  const failures = answer.state === 'unreachable' ? due.failures + 1 : answer.state === 'unknown' ? due.failures : 0
  // A server that is only busy has not answered the question: what was known stays.
  const state = answer.state === 'unknown' && due.failures > 0 ? 'unreachable' : answer.state
  const failingSince = failures === 0 ? null : (due.failingSince ?? now)
  await unit('write', (db) => queries.keepAnswer(db, due.key, { ...answer, state }, { failures, failingSince, next: nextCheck(now, answer, failures) }))
}

const lot = 200

async function collect(db: UnitOfWork): Promise<number> {
  const datasets = await queries.listUncollected(db, lot)
  const uses = datasets.flatMap(({ id, document }) => addressesOf(document).map(({ address, role }) => ({ datasetId: id, role, address, key: createHash('sha256').update(address).digest('hex'), host: new URL(address).host })))
  await queries.replaceUses(db, datasets.map(({ id }) => id), uses)
  // Datasets without any address of the web would come again and again: the lot ends when only those are left.
  return uses.length > 0 ? datasets.length : 0
}
