import type { UnitOfWork } from '../database/index.ts'
import { pushToQueue, reviveJob } from './queries.ts'

/** Lets a given-up job begin again from its first try. False when it is not dead (any more). */
export async function retryJob(db: UnitOfWork, id: string): Promise<boolean> {
  const revived = await reviveJob(db, id)
  if (!revived) return false
  await pushToQueue(db, { name: revived.name, id })
  return true
}

/** Seconds before try number `attempt + 1`: doubled each time, up to an hour. */
export const backOffSeconds = (attempt: number, first: number): number => Math.min(first * 2 ** (attempt - 1), 3_600)
