import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Registration, RegistrationState } from '../schema.ts'

const columns = sql`id, event_id as "eventId", name, email, organisation, needs, locale, state, confirmed_at as "confirmedAt", told_sequence as "toldSequence", created_at as "createdAt"`

export type NewRegistration = Pick<Registration, 'id' | 'eventId' | 'name' | 'email' | 'organisation' | 'needs' | 'locale' | 'toldSequence'> & { readonly deleteAfter: Date }

/**
 * The registration of an address for an event. Asked again before it was confirmed, the words typed last count; a confirmed one
 * is not changed by somebody who only knows the address.
 */
export const keepRegistration = (db: UnitOfWork, r: NewRegistration): Promise<Registration> =>
  db.one(sql<Registration>`
    insert into portfolio.event_registration as r (tenant_id, id, event_id, name, email, organisation, needs, locale, told_sequence, delete_after, created_at)
    values (${db.tenant}, ${r.id}, ${r.eventId}, ${r.name}, ${r.email}, ${r.organisation}, ${r.needs}, ${r.locale}, ${r.toldSequence}, ${r.deleteAfter}, ${db.now})
    on conflict (tenant_id, event_id, email) do update set
      name = case when r.state = 'asked' then excluded.name else r.name end,
      organisation = case when r.state = 'asked' then excluded.organisation else r.organisation end,
      needs = case when r.state = 'asked' then excluded.needs else r.needs end,
      locale = case when r.state = 'asked' then excluded.locale else r.locale end
    returning ${columns}`)
/** Counts a letter that the form causes. 0 when the address has had `most` of them within a day, over all events of the town. */
export const countLetter = (db: UnitOfWork, { id, email }: Pick<Registration, 'id' | 'email'>, most: number): Promise<number> => {
  const yesterday = new Date(db.now.getTime() - 86_400_000)
  return db.run(sql`
    update portfolio.event_registration set letters = case when asked_at > ${yesterday} then letters + 1 else 1 end, asked_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id}
      and (select coalesce(sum(letters), 0) from portfolio.event_registration where tenant_id = ${db.tenant} and email = ${email} and asked_at > ${yesterday}) < ${most}`)
}
export const findRegistration = (db: UnitOfWork, id: string): Promise<Registration | undefined> =>
  db.maybe(sql<Registration>`select ${columns} from portfolio.event_registration where tenant_id = ${db.tenant} and id = ${id}`)
/** Confirmed ones in the order of their confirmation, seats first. */
export const listRegistrations = (db: UnitOfWork, eventId: string): Promise<Registration[]> =>
  db.many(sql<Registration>`
    select ${columns} from portfolio.event_registration where tenant_id = ${db.tenant} and event_id = ${eventId} and state <> 'asked' order by state, confirmed_at, id limit 20000`)
/** `sequence`: of the event as the letter of confirmation tells it. */
export const confirmRegistration = (db: UnitOfWork, id: string, state: RegistrationState, sequence: number): Promise<number> =>
  db.run(sql`update portfolio.event_registration set state = ${state}, confirmed_at = ${db.now}, told_sequence = ${sequence} where tenant_id = ${db.tenant} and id = ${id} and state = 'asked'`)
export const giveSeats = (db: UnitOfWork, ids: readonly string[]): Promise<Registration[]> =>
  db.many(sql<Registration>`update portfolio.event_registration set state = 'confirmed' where tenant_id = ${db.tenant} and id = any(${ids}::uuid[]) and state = 'waiting' returning ${columns}`)
export const deleteRegistration = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from portfolio.event_registration where tenant_id = ${db.tenant} and id = ${id}`)
/** When an event is moved, its names are kept longer or shorter. */
export const setDeleteAfter = (db: UnitOfWork, eventId: string, deleteAfter: Date): Promise<number> =>
  db.run(sql`update portfolio.event_registration set delete_after = ${deleteAfter} where tenant_id = ${db.tenant} and event_id = ${eventId}`)

/** An event on another day: whoever was reminded of the old one is reminded again. */
export const forgetReminders = (db: UnitOfWork, eventId: string): Promise<number> =>
  db.run(sql`update portfolio.event_registration set reminded_at = null where tenant_id = ${db.tenant} and event_id = ${eventId} and reminded_at is not null`)
/** A lot of those who have a seat and were not reminded; locked until the unit ends, skipped by others. */
export const takeUnreminded = (db: UnitOfWork, eventId: string, size: number): Promise<Registration[]> =>
  db.many(sql<Registration>`
    select ${columns} from portfolio.event_registration where tenant_id = ${db.tenant} and event_id = ${eventId} and state = 'confirmed' and reminded_at is null order by id limit ${size} for update skip locked`)
export const markReminded = (db: UnitOfWork, ids: readonly string[]): Promise<number> =>
  db.run(sql`update portfolio.event_registration set reminded_at = ${db.now} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)
/** A lot of those who have not been told of an event as it is now; locked until the unit ends, skipped by others. */
export const takeUntold = (db: UnitOfWork, eventId: string, sequence: number, size: number): Promise<Registration[]> =>
  db.many(sql<Registration>`
    select ${columns} from portfolio.event_registration
    where tenant_id = ${db.tenant} and event_id = ${eventId} and state <> 'asked' and told_sequence < ${sequence} order by id limit ${size} for update skip locked`)
export const markTold = (db: UnitOfWork, ids: readonly string[], sequence: number): Promise<number> =>
  db.run(sql`update portfolio.event_registration set told_sequence = ${sequence} where tenant_id = ${db.tenant} and id = any(${ids}::uuid[])`)

/** Registrations that nobody confirmed since their last letter. */
export const deleteUnconfirmed = (db: UnitOfWork, before: Date): Promise<number> =>
  db.run(sql`delete from portfolio.event_registration where tenant_id = ${db.tenant} and state = 'asked' and coalesce(asked_at, created_at) < ${before}`)
