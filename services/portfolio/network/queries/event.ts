import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { NewEvent, TransferEvent } from '../schema.ts'

// A shared table: row security shows what is published and what belongs to the unit's own town.
const columns = sql`id, town, published, title, description, starts_at as "startsAt", ends_at as "endsAt", place, link, invited, seats, register_until as "registerUntil", topics, entries, state,
  cancel_note as "cancelNote", sequence, registered, waiting, changed_at as "changedAt", created_at as "createdAt"`

type Page = { readonly from: number; readonly size: number }

/** @throws NotFound, also when it is another town's draft */
export const getEvent = (db: UnitOfWork, id: string): Promise<TransferEvent> => db.one(sql<TransferEvent>`select ${columns} from portfolio.event where id = ${id}`)
export const findEvent = (db: UnitOfWork, id: string): Promise<TransferEvent | undefined> => db.maybe(sql<TransferEvent>`select ${columns} from portfolio.event where id = ${id}`)
/** The unit's own event, locked until the unit ends, so that seats are given one after the other. @throws NotFound */
export const lockOwnEvent = (db: UnitOfWork, id: string): Promise<TransferEvent> => db.one(sql<TransferEvent>`select ${columns} from portfolio.event where town = ${db.tenant} and id = ${id} for update`)

/** Published events of the own town that are not over, the next first; cancelled ones among them. */
export const listComing = (db: UnitOfWork, now: Date, page: Page): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where published and town = ${db.tenant} and ends_at > ${now} order by starts_at, id limit ${page.size} offset ${page.from}`)
/** The same of all other towns, without cancelled ones. */
export const listComingElsewhere = (db: UnitOfWork, now: Date, size: number): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where published and town <> ${db.tenant} and state = 'published' and ends_at > ${now} order by starts_at, id limit ${size}`)
/** What took place in the own town, the latest first. */
export const listPast = (db: UnitOfWork, now: Date, page: Page): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where published and town = ${db.tenant} and state = 'published' and ends_at <= ${now} order by starts_at desc, id limit ${page.size} offset ${page.from}`)
export const countComing = (db: UnitOfWork, now: Date): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.event where published and town = ${db.tenant} and ends_at > ${now}`)
export const countPast = (db: UnitOfWork, now: Date): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.event where published and town = ${db.tenant} and state = 'published' and ends_at <= ${now}`)

/** For calendars: the own town's events, or those of all towns, from a moment on; cancelled ones too. */
export const listForCalendar = (db: UnitOfWork, since: Date, everywhere: boolean, size: number): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where published and (${everywhere} or town = ${db.tenant}) and ends_at > ${since} order by starts_at, id limit ${size}`)
/** All of the own town, drafts too, the latest beginning first. */
export const listOwnEvents = (db: UnitOfWork, page: Page): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where town = ${db.tenant} order by starts_at desc, id limit ${page.size} offset ${page.from}`)
export const countOwnEvents = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*)::int as n from portfolio.event where town = ${db.tenant}`)
/** Own events that begin in a span and take place: for reminders. */
export const listBeginning = (db: UnitOfWork, from: Date, until: Date): Promise<TransferEvent[]> =>
  db.many(sql<TransferEvent>`select ${columns} from portfolio.event where town = ${db.tenant} and state = 'published' and starts_at >= ${from} and starts_at < ${until} order by starts_at, id limit 500`)

export const insertEvent = (db: UnitOfWork, e: NewEvent): Promise<number> =>
  db.run(sql`
    insert into portfolio.event (id, town, title, description, starts_at, ends_at, place, link, invited, seats, register_until, topics, entries, changed_at, created_at)
    values (${e.id}, ${db.tenant}, ${e.title}, ${e.description}, ${e.startsAt}, ${e.endsAt}, ${e.place}, ${e.link}, ${e.invited}, ${e.seats}, ${e.registerUntil}, ${e.topics}, ${e.entries}::uuid[], ${db.now}, ${db.now})
    on conflict (id) do nothing`)
/** Changes the own event. `grows`: whoever has it in a calendar must learn of it. */
export const updateEvent = (db: UnitOfWork, e: NewEvent, grows: boolean): Promise<number> =>
  db.run(sql`
    update portfolio.event set title = ${e.title}, description = ${e.description}, starts_at = ${e.startsAt}, ends_at = ${e.endsAt}, place = ${e.place}, link = ${e.link}, invited = ${e.invited}, seats = ${e.seats},
      register_until = ${e.registerUntil}, topics = ${e.topics}, entries = ${e.entries}::uuid[], sequence = sequence + ${grows ? 1 : 0}, changed_at = ${db.now}
    where town = ${db.tenant} and id = ${e.id} and state <> 'cancelled'`)
export const publishEvent = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update portfolio.event set state = 'published', published = true, changed_at = ${db.now} where town = ${db.tenant} and id = ${id} and state = 'draft'`)
export const cancelEvent = (db: UnitOfWork, id: string, note: string): Promise<number> =>
  db.run(sql`update portfolio.event set state = 'cancelled', cancel_note = ${note}, sequence = sequence + 1, changed_at = ${db.now} where town = ${db.tenant} and id = ${id} and state = 'published'`)
/** A draft that is not needed; nobody outside has seen it. */
export const deleteDraft = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from portfolio.event where town = ${db.tenant} and id = ${id} and state = 'draft'`)
export const setSeatCounts = (db: UnitOfWork, id: string, registered: number, waiting: number): Promise<number> =>
  db.run(sql`update portfolio.event set registered = ${registered}, waiting = ${waiting} where town = ${db.tenant} and id = ${id}`)
