import type { UnitOfWork } from '../database/index.ts'
import { pushToQueue } from '../jobs/queries.ts'
import { listPendingSubscribers } from './queries.ts'

/** The kind of queue entry that lets a subscriber look. */
export const taskOf = (subscriber: string): string => `event:${subscriber}`

export const wake = (db: UnitOfWork, subscriber: string, waitSeconds = 0): Promise<number> =>
  pushToQueue(db, { name: taskOf(subscriber), id: null, runAt: new Date(db.now.getTime() + waitSeconds * 1_000) })

/** Everybody in the town who has something to hear. */
export async function wakeSubscribers(db: UnitOfWork): Promise<void> {
  for (const { subscriber, waitSeconds } of await listPendingSubscribers(db)) await wake(db, subscriber, waitSeconds)
}
