import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Challenge, Hackday } from './schema.ts'

const columns = sql`h.id, h.name, h.title, h.starts_at as "startsAt", h.ends_at as "endsAt", h.place, h.programme, h.accessibility, h.seats, h.state,
  (select count(*)::int from open_data.hackday_registration g where g.tenant_id = h.tenant_id and g.hackday_id = h.id) as registered`

/** The latest first; drafts only for staff. */
export const listHackdays = (db: UnitOfWork, { drafts, size }: { drafts: boolean; size: number }): Promise<Hackday[]> =>
  db.many(sql<Hackday>`
    select ${columns} from open_data.hackday h where h.tenant_id = ${db.tenant} and (${drafts} or h.state <> 'draft') order by h.starts_at desc, h.id limit ${size}`)

/** @throws NotFound */
export const getHackday = (db: UnitOfWork, name: string): Promise<Hackday> => db.one(sql<Hackday>`select ${columns} from open_data.hackday h where h.tenant_id = ${db.tenant} and h.name = ${name}`)

export const isNameTaken = (db: UnitOfWork, name: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`select exists (select 1 from open_data.hackday where tenant_id = ${db.tenant} and name = ${name}) as yes`)

export type HackdayValues = Omit<Hackday, 'registered'>
/** Writes a hackday; its address stays what it was. */
export const saveHackday = (db: UnitOfWork, day: HackdayValues): Promise<number> =>
  db.run(sql`
    insert into open_data.hackday (tenant_id, id, name, title, starts_at, ends_at, place, programme, accessibility, seats, state, created_at)
    values (${db.tenant}, ${day.id}, ${day.name}, ${day.title}, ${day.startsAt}, ${day.endsAt}, ${day.place}, ${day.programme}, ${day.accessibility}, ${day.seats}, ${day.state}, ${db.now})
    on conflict (tenant_id, id) do update set title = excluded.title, starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place, programme = excluded.programme,
      accessibility = excluded.accessibility, seats = excluded.seats, state = excluded.state`)

/** Waits for others who register at the same moment, so that no seat is given twice. */
export const lockHackday = (db: UnitOfWork, id: string): Promise<{ id: string }> => db.one(sql<{ id: string }>`select id from open_data.hackday where tenant_id = ${db.tenant} and id = ${id} for update`)

export const insertRegistration = (db: UnitOfWork, hackdayId: string, accountId: string, keepUntil: PlainDate): Promise<number> =>
  db.run(sql`insert into open_data.hackday_registration (tenant_id, hackday_id, account_id, keep_until, created_at) values (${db.tenant}, ${hackdayId}, ${accountId}, ${keepUntil}::date, ${db.now}) on conflict do nothing`)

export const deleteRegistration = (db: UnitOfWork, hackdayId: string, accountId: string): Promise<number> =>
  db.run(sql`delete from open_data.hackday_registration where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} and account_id = ${accountId}`)

export const isRegistered = (db: UnitOfWork, hackdayId: string, accountId: string): Promise<{ yes: boolean }> =>
  db.one(sql<{ yes: boolean }>`select exists (select 1 from open_data.hackday_registration where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} and account_id = ${accountId}) as yes`)

export const listChallenges = (db: UnitOfWork, hackdayId: string): Promise<Challenge[]> =>
  db.many(sql<Challenge>`
    select id, title, text, dataset_id as "datasetIds", request_id as "requestId" from open_data.hackday_challenge where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} order by created_at, id limit 100`)

export const insertChallenge = (db: UnitOfWork, hackdayId: string, { id, title, text, datasetIds, requestId }: Challenge): Promise<number> =>
  db.run(sql`
    insert into open_data.hackday_challenge (tenant_id, id, hackday_id, title, text, dataset_id, request_id, created_at)
    values (${db.tenant}, ${id}, ${hackdayId}, ${title}, ${text}, ${datasetIds}::uuid[], ${requestId}, ${db.now}) on conflict (tenant_id, id) do nothing`)

export const deleteChallenge = (db: UnitOfWork, hackdayId: string, id: string): Promise<number> =>
  db.run(sql`delete from open_data.hackday_challenge where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} and id = ${id}`)

/** Ids of the showcases that came out of it. */
export const resultIds = (db: UnitOfWork, hackdayId: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select showcase_id as id from open_data.hackday_result where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} limit 100`)

export const insertResult = (db: UnitOfWork, hackdayId: string, showcaseId: string): Promise<number> =>
  db.run(sql`insert into open_data.hackday_result (tenant_id, hackday_id, showcase_id, created_at) values (${db.tenant}, ${hackdayId}, ${showcaseId}, ${db.now}) on conflict do nothing`)

export const deleteResult = (db: UnitOfWork, hackdayId: string, showcaseId: string): Promise<number> =>
  db.run(sql`delete from open_data.hackday_result where tenant_id = ${db.tenant} and hackday_id = ${hackdayId} and showcase_id = ${showcaseId}`)
