import type { Platform } from '../boot/platform.ts'
import type { Service } from '../boot/service.ts'
import type { DatabaseError, UnitOfWork } from '../database/index.ts'
import { backOffSeconds } from '../jobs/retry.ts'
import { recordDelivery } from '../observe/metrics.ts'
import type { Subscriber } from './event.ts'
import { markDelivered, markFailed, nextPending, reviveDelivery } from './queries.ts'
import { taskOf, wake } from './wake.ts'

const batch = 100
const firstWait = 5

/** A task of the queue for each subscriber this process knows. */
export function deliverTasks(platform: Platform): Record<string, (task: unknown) => Promise<void>> {
  return Object.fromEntries(
    platform.registry.subscribers.map(({ service, subscriber }) => [
      taskOf(subscriber.id),
      (task: unknown) => deliverAll(platform, service, subscriber, (task as { tenant: string }).tenant), // written by jobs.enqueue
    ]),
  )
}

/** Delivers what waits for this subscriber in this town, in order, until nothing is due. */
export async function deliverAll(platform: Platform, service: Service, subscriber: Subscriber, tenant: string): Promise<void> {
  const enter = (as: string) => ({ tenant, service: as, access: 'write' as const, now: platform.now() })
  for (let count = 0; count < batch; count++) {
    let tried: { id: string; attempts: number } | undefined
    try {
      const more = await platform.database.unit(enter(service.id), async (db) => {
        const event = await nextPending(db, subscriber.id)
        if (!event?.due) return false
        tried = { id: event.id, attempts: event.attempts }
        const wanted = isEnabled(platform, service, tenant)
        if (wanted) await subscriber.handle(db, { ...event, payload: event.payload as never, attempt: event.attempts + 1 })
        await markDelivered(db, subscriber.id, event.id, wanted ? 'done' : 'skipped')
        return true
      })
      if (!more) return
      recordDelivery(subscriber.id, 'done')
    } catch (error) {
      if (isLocked(error)) return // whoever holds the first event goes on with ours
      if (!tried) throw error
      const { id, attempts } = tried
      const dead = attempts + 1 >= (subscriber.maxAttempts ?? 12)
      await platform.database.unit(enter('platform'), (db) => fail(db, subscriber.id, id, attempts, dead, error))
      recordDelivery(subscriber.id, dead ? 'dead' : 'failed')
      if (!dead) return // the ones behind it wait: the order of the town
    }
  }
  await platform.database.unit(enter('platform'), (db) => wake(db, subscriber.id))
}

async function fail(db: UnitOfWork, subscriber: string, event: string, attempts: number, dead: boolean, error: unknown): Promise<void> {
  const waitSeconds = backOffSeconds(attempts + 1, firstWait)
  await markFailed(db, subscriber, event, { error: (error instanceof Error ? error.message : String(error)).slice(0, 2_000), waitSeconds, dead })
  if (!dead) await wake(db, subscriber, waitSeconds)
}

const isLocked = (error: unknown): boolean => error instanceof Error && (error as DatabaseError).code === '55P03'

const isEnabled = (platform: Platform, service: Service, tenant: string): boolean =>
  service.id === 'platform' || (platform.directory.byId(tenant)?.services.includes(service.id) ?? false)

/** Gives a dead event to its subscriber once more, from the first try. False when it is not dead. */
export async function retryDelivery(db: UnitOfWork, subscriber: string, event: string): Promise<boolean> {
  if ((await reviveDelivery(db, subscriber, event)) === 0) return false
  await wake(db, subscriber)
  return true
}
