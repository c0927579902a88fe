import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { CaseFile } from '../schema.ts'

export type Reader = { confidantId: string; mine: 'reader' | 'holder' }
export type Seat = Pick<CaseFile, 'id' | 'lane' | 'state' | 'openedOn' | 'headSeq' | 'headFrom' | 'headDay'> & { mine: 'reader' | 'holder'; dueOn: PlainDate | null }
export type InboxPage = { size: number; from: number }

/** Who can read from now on, and who holds a share. Replaces what stood before. */
export async function putReaders(db: UnitOfWork, { id, state, dueOn }: { id: string; state: 'open' | 'closed'; dueOn: PlainDate | null }, readers: readonly Reader[]): Promise<void> {
  await db.run(sql`delete from help_chat.case_reader where tenant_id = ${db.tenant} and case_id = ${id}`)
  await db.insertMany('help_chat.case_reader', readers.map(({ confidantId, mine }) => ({ tenant_id: db.tenant, case_id: id, confidant_id: confidantId, mine, state, due_on: dueOn, created_at: db.now })))
}

/** State and next deadline, by which the inboxes are ordered. */
export const moveSeats = (db: UnitOfWork, id: string, { state, dueOn }: { state: 'open' | 'closed'; dueOn: PlainDate | null }): Promise<number> =>
  db.run(sql`
    update help_chat.case_reader set state = ${state}, due_on = ${dueOn}::date
    where tenant_id = ${db.tenant} and case_id = ${id} and (state, due_on) is distinct from (${state}, ${dueOn}::date)`)

export const listReaders = (db: UnitOfWork, id: string): Promise<Reader[]> =>
  db.many(sql<Reader>`select confidant_id as "confidantId", mine from help_chat.case_reader where tenant_id = ${db.tenant} and case_id = ${id} order by mine desc, confidant_id`)

export const findSeat = (db: UnitOfWork, id: string, confidantId: string): Promise<Pick<Reader, 'mine'> | undefined> =>
  db.maybe(sql<Pick<Reader, 'mine'>>`select mine from help_chat.case_reader where tenant_id = ${db.tenant} and case_id = ${id} and confidant_id = ${confidantId}`)

/** One confidant's cases: those they can read first, open ones, the next deadline on top. */
export const listInbox = (db: UnitOfWork, confidantId: string, { size, from }: InboxPage): Promise<Seat[]> =>
  db.many(sql<Seat>`
    select c.id, c.lane, c.state, c.opened_on::text as "openedOn", c.head_seq as "headSeq", c.head_from as "headFrom", c.head_day::text as "headDay", r.mine, r.due_on::text as "dueOn"
    from (
      select case_id, mine, state, due_on from help_chat.case_reader
      where tenant_id = ${db.tenant} and confidant_id = ${confidantId} order by mine desc, state desc, due_on, case_id limit ${size} offset ${from}
    ) r join help_chat.case_file c on c.tenant_id = ${db.tenant} and c.id = r.case_id
    order by r.mine desc, r.state desc, r.due_on, r.case_id`)

export const listReadersOf = (db: UnitOfWork, ids: readonly string[]): Promise<{ caseId: string; confidantId: string }[]> =>
  db.many(sql<{ caseId: string; confidantId: string }>`
    select case_id as "caseId", confidant_id as "confidantId" from help_chat.case_reader
    where tenant_id = ${db.tenant} and case_id = any(${[...ids]}::uuid[]) and mine = 'reader' order by confidant_id`)

/** What happened since a day in a confidant's open cases: for a stream that may have missed something. */
export const listChangedSince = (db: UnitOfWork, confidantId: string, day: PlainDate, size: number): Promise<{ id: string; headSeq: number }[]> =>
  db.many(sql<{ id: string; headSeq: number }>`
    select c.id, c.head_seq as "headSeq" from help_chat.case_reader r join help_chat.case_file c on c.tenant_id = r.tenant_id and c.id = r.case_id
    where r.tenant_id = ${db.tenant} and r.confidant_id = ${confidantId} and r.mine = 'reader' and c.head_day >= ${day} order by c.id limit ${size}`)

export const deleteReaders = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from help_chat.case_reader where tenant_id = ${db.tenant} and case_id = ${id}`)
