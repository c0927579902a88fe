import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

export type NewEvent = { id: string; type: string; version: number; payload: unknown }

/** Its place in the order of the town. */
export async function insertEvent(db: UnitOfWork, event: NewEvent): Promise<number> {
  const { position } = await db.one(sql<{ position: number }>`
    insert into platform.outbox (tenant_id, id, service, type, version, payload, at, created_at)
    values (${db.tenant}, ${event.id}, ${db.service}, ${event.type}, ${event.version}, ${JSON.stringify(event.payload)}, ${db.now}, ${db.now})
    returning position`)
  return position
}

export async function listSubscribersOf(db: UnitOfWork, type: string): Promise<string[]> {
  const rows = await db.many(sql<{ subscriber: string }>`select subscriber from platform.subscription where type = ${type} order by subscriber`)
  return rows.map((row) => row.subscriber)
}

export const insertDeliveries = (db: UnitOfWork, event: { id: string; position: number }, subscribers: readonly string[]): Promise<number> =>
  db.insertMany(
    'platform.event_delivery',
    subscribers.map((subscriber) => ({ tenant_id: db.tenant, subscriber, event_id: event.id, position: event.position, next_at: db.now, created_at: db.now })),
  )

export type Pending = { id: string; type: string; version: number; payload: unknown; at: Date; attempts: number; due: boolean }

/**
 * The next event this subscriber has not heard, locked until the unit ends. `due` is false while it waits for its next try.
 * @throws 55P03 when another process is at it
 */
export const nextPending = (db: UnitOfWork, subscriber: string): Promise<Pending | undefined> =>
  db.maybe(sql<Pending>`
    select o.id, o.type, o.version, o.payload, o.at, d.attempts, d.attempts = 0 or d.next_at <= now() as due
    from platform.event_delivery d join platform.outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
    where d.tenant_id = ${db.tenant} and d.subscriber = ${subscriber} and d.state = 'pending'
    order by d.position limit 1 for update of d nowait`)

export const markDelivered = (db: UnitOfWork, subscriber: string, event: string, state: 'done' | 'skipped'): Promise<number> =>
  db.run(sql`update platform.event_delivery set state = ${state}, attempts = attempts + 1, error = null, done_at = ${db.now}
    where tenant_id = ${db.tenant} and subscriber = ${subscriber} and event_id = ${event} and state = 'pending'`)

/** After the last try the event is dead for this subscriber and the next one gets its turn. */
export const markFailed = (db: UnitOfWork, subscriber: string, event: string, failure: { error: string; waitSeconds: number; dead: boolean }): Promise<number> =>
  db.run(sql`update platform.event_delivery
    set attempts = attempts + 1, error = ${failure.error}, next_at = now() + make_interval(secs => ${failure.waitSeconds}), state = ${failure.dead ? 'dead' : 'pending'}
    where tenant_id = ${db.tenant} and subscriber = ${subscriber} and event_id = ${event} and state = 'pending'`)

export const reviveDelivery = (db: UnitOfWork, subscriber: string, event: string): Promise<number> =>
  db.run(sql`update platform.event_delivery set state = 'pending', attempts = 0, error = null
    where tenant_id = ${db.tenant} and subscriber = ${subscriber} and event_id = ${event} and state = 'dead'`)

/** Subscribers with something to hear, and how long until the first of it is due. */
export const listPendingSubscribers = (db: UnitOfWork): Promise<{ subscriber: string; waitSeconds: number }[]> =>
  db.many(sql<{ subscriber: string; waitSeconds: number }>`
    select subscriber, greatest(0, extract(epoch from min(case when attempts = 0 then now() else next_at end) - now()))::double precision as "waitSeconds"
    from platform.event_delivery where tenant_id = ${db.tenant} and state = 'pending' group by subscriber`)

export type DeadDelivery = { subscriber: string; event: string; type: string; at: Date; attempts: number; error: string | null }

/** Events that a subscriber could not take, for the console. */
export const listDeadDeliveries = (db: UnitOfWork, limit = 50): Promise<DeadDelivery[]> =>
  db.many(sql<DeadDelivery>`
    select d.subscriber, o.id as event, o.type, o.at, d.attempts, d.error
    from platform.event_delivery d join platform.outbox o on o.tenant_id = d.tenant_id and o.id = d.event_id
    where d.tenant_id = ${db.tenant} and d.state = 'dead' order by d.position desc limit ${limit}`)

/** Events that everybody has heard. */
export const deleteHeardEvents = (db: UnitOfWork, before: Date): Promise<number> =>
  db.run(sql`delete from platform.outbox o where o.tenant_id = ${db.tenant} and o.created_at < ${before} and not exists (
    select from platform.event_delivery d where d.tenant_id = ${db.tenant} and d.event_id = o.id and d.state in ('pending', 'dead'))`)

export async function saveSubscriptions(db: UnitOfWork, known: readonly { subscriber: string; service: string; type: string }[], onlyThese: boolean): Promise<void> {
  for (const { subscriber, service, type } of known)
    await db.run(sql`insert into platform.subscription (subscriber, service, type) values (${subscriber}, ${service}, ${type})
      on conflict (subscriber) do update set service = excluded.service, type = excluded.type
      where (platform.subscription.service, platform.subscription.type) is distinct from (excluded.service, excluded.type)`)
  if (onlyThese) await db.run(sql`delete from platform.subscription where subscriber <> all(${known.map((row) => row.subscriber)}::text[])`)
}
