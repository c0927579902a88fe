import type { Platform } from '../boot/platform.ts'
import type { UnitOfWork } from '../database/index.ts'
import { wakeSubscribers } from '../events/wake.ts'
import { listInQueue, listWaiting, pushToQueue, waitAgain } from './queries.ts'

const minute = 60_000

/** Hands jobs and deliveries that wait without an entry in the queue to it again: after a restore the queue is empty. */
export async function requeueLost(platform: Platform, olderThan = minute): Promise<number> {
  let found = 0
  for (const { id: tenant } of platform.directory.all())
    found += await platform.database.unit({ tenant, service: 'platform', access: 'write', now: platform.now() }, (db) => requeueLostIn(db, olderThan))
  return found
}

export async function requeueLostIn(db: UnitOfWork, olderThan = minute): Promise<number> {
  const waiting = await listWaiting(db, new Date(db.now.getTime() - olderThan))
  const known = await listInQueue(db, waiting.map((job) => job.id))
  const lost = waiting.filter((job) => !known.has(job.id))
  for (const { id, name, runAt } of lost) {
    await waitAgain(db, id)
    await pushToQueue(db, { name, id, runAt })
  }
  await wakeSubscribers(db)
  return lost.length
}
