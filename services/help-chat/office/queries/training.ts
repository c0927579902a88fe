import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Training } from '../schema.ts'

const columns = sql`id, confidant_id as "confidantId", title, done_on::text as "doneOn", valid_until::text as "validUntil", source`

/** What confidants of this town have learnt, the latest first; of one confidant when named. */
export const listTraining = (db: UnitOfWork, confidantId?: string): Promise<Training[]> =>
  db.many(sql<Training>`
    select ${columns} from help_chat.training
    where tenant_id = ${db.tenant} ${confidantId === undefined ? sql`` : sql`and confidant_id = ${confidantId}`} order by done_on desc, id desc limit 500`)

export type NewTraining = Training & { readonly accountId: string | null }
/** Rows written: none when the unit of work has written it before. */
export const insertTraining = (db: UnitOfWork, t: NewTraining): Promise<number> =>
  db.run(sql`
    insert into help_chat.training (tenant_id, id, confidant_id, account_id, title, done_on, valid_until, source, created_at)
    values (${db.tenant}, ${t.id}, ${t.confidantId}, ${t.accountId}, ${t.title}, ${t.doneOn}, ${t.validUntil}, ${t.source}, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Takes a wrong entry out, if it is not the course's own. */
export const deleteTraining = (db: UnitOfWork, confidantId: string, id: string): Promise<number> =>
  db.run(sql`delete from help_chat.training where tenant_id = ${db.tenant} and confidant_id = ${confidantId} and id = ${id} and source <> 'course'`)
