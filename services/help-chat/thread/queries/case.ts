import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { CaseFile } from '../schema.ts'

const columns = sql`
  id, sign_key as "signKey", box_key as "boxKey", lane, state, opened_on::text as "openedOn", declared_on::text as "declaredOn", closed_on::text as "closedOn", erase_on::text as "eraseOn",
  head_seq as "headSeq", head_hash as "headHash", head_from as "headFrom", head_day::text as "headDay", epoch, survey_open as "surveyOpen"`

export const findByLookup = (db: UnitOfWork, lookupHash: Buffer): Promise<CaseFile | undefined> =>
  db.maybe(sql<CaseFile>`select ${columns} from help_chat.case_file where tenant_id = ${db.tenant} and lookup_hash = ${lookupHash}`)

export const findCase = (db: UnitOfWork, id: string): Promise<CaseFile | undefined> => db.maybe(sql<CaseFile>`select ${columns} from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id}`)

/** Nobody else writes to this case until the unit ends. */
export const lockCase = (db: UnitOfWork, id: string): Promise<CaseFile | undefined> =>
  db.maybe(sql<CaseFile>`select ${columns} from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id} for update`)

export type NewCase = { id: string; lookupHash: Buffer; signKey: string; boxKey: string; day: PlainDate }
/** Rows written: none when the case or its look-up exists. `db.now` is midnight. */
export const insertCase = (db: UnitOfWork, { id, lookupHash, signKey, boxKey, day }: NewCase): Promise<number> =>
  db.run(sql`
    insert into help_chat.case_file (tenant_id, id, lookup_hash, sign_key, box_key, opened_on, head_seq, head_from, head_day, epoch, created_at)
    values (${db.tenant}, ${id}, ${lookupHash}, ${signKey}, ${boxKey}, ${day}, -1, 'person', ${day}, 1, ${db.now})
    on conflict do nothing`)

export type Head = { seq: number; hash: string; from: string; day: PlainDate; epoch: number }
export const moveHead = (db: UnitOfWork, id: string, { seq, hash, from, day, epoch }: Head): Promise<number> =>
  db.run(sql`
    update help_chat.case_file set head_seq = ${seq}, head_hash = ${hash}, head_from = ${from}, head_day = ${day}, epoch = ${epoch}
    where tenant_id = ${db.tenant} and id = ${id}`)

export const declareReport = (db: UnitOfWork, id: string, day: PlainDate): Promise<number> =>
  db.run(sql`update help_chat.case_file set lane = 'report', declared_on = ${day} where tenant_id = ${db.tenant} and id = ${id} and lane = 'counsel'`)

export const closeCase = (db: UnitOfWork, id: string, day: PlainDate, eraseOn: PlainDate): Promise<number> =>
  db.run(sql`
    update help_chat.case_file set state = 'closed', closed_on = ${day}, erase_on = ${eraseOn}, survey_open = true
    where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)

export const reopenCase = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update help_chat.case_file set state = 'open', closed_on = null, erase_on = null, survey_open = false where tenant_id = ${db.tenant} and id = ${id} and state = 'closed'`)

/** The survey has been answered, once. Rows changed: none when it was not open. */
export const closeSurvey = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update help_chat.case_file set survey_open = false where tenant_id = ${db.tenant} and id = ${id} and survey_open`)

/** Cases of which nothing may be left on this day, oldest first. */
export const listToErase = (db: UnitOfWork, today: PlainDate, size: number): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from help_chat.case_file where tenant_id = ${db.tenant} and erase_on <= ${today} order by erase_on, id limit ${size}`)

/** The numbers of the last envelopes of several cases: what streams have missed. */
export const listHeads = (db: UnitOfWork, ids: readonly string[]): Promise<{ id: string; headSeq: number }[]> =>
  db.many(sql<{ id: string; headSeq: number }>`select id, head_seq as "headSeq" from help_chat.case_file where tenant_id = ${db.tenant} and id = any(${[...ids]}::uuid[])`)

export const deleteCase = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from help_chat.case_file where tenant_id = ${db.tenant} and id = ${id}`)
