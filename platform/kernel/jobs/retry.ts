import type { UnitOfWork } from '../database/index.ts'
import type { Queue } from './queue.ts'
import { pushToQueue, reviveJob } from './queries.ts'
import { queueOf } from './enqueue.ts'

/** Lets a given-up job begin again from its first try. False when it is not dead (any more), or of a kind this process does not know. */
export async function retryJob(db: UnitOfWork, queue: Queue, id: string): Promise<boolean> {
  const revived = await reviveJob(db, id)
  if (!revived) return false
  const job = queue.byName(revived.name)?.job
  await pushToQueue(db, { name: revived.name, id, queue: job ? queueOf(job) : null })
  return true
}

/** Seconds before try number `attempt + 1`: doubled each time, up to an hour. */
export const backOffSeconds = (attempt: number, first: number): number => Math.min(first * 2 ** (attempt - 1), 3_600)
