import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'
import type { Mail } from './mailer.ts'

export type WaitingMail = { id: string; recipient: string; subject: string; text: string; replyTo: string | null; unsubscribe: string | null; createdAt: Date; sentAt: Date | null }

export const insertMail = (db: UnitOfWork, id: string, mail: Mail): Promise<number> =>
  db.run(sql`
    insert into platform.mail_outbox (tenant_id, id, service, recipient, subject, text, reply_to, unsubscribe, created_at)
    values (${db.tenant}, ${id}, ${db.service}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.replyTo ?? null}, ${mail.unsubscribe ?? null}, ${db.now})`)

const columns = sql`id, recipient, subject, text, reply_to as "replyTo", unsubscribe, created_at as "createdAt", sent_at as "sentAt"`

export const findMail = (db: UnitOfWork, id: string): Promise<WaitingMail | undefined> =>
  db.maybe(sql<WaitingMail>`select ${columns} from platform.mail_outbox where tenant_id = ${db.tenant} and id = ${id}`)

export const listMail = (db: UnitOfWork, limit: number): Promise<WaitingMail[]> =>
  db.many(sql<WaitingMail>`select ${columns} from platform.mail_outbox where tenant_id = ${db.tenant} order by created_at desc, id desc limit ${limit}`)

export const markSent = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update platform.mail_outbox set sent_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)

export const deleteOldMail = (db: UnitOfWork, before: Date): Promise<number> =>
  db.run(sql`delete from platform.mail_outbox where tenant_id = ${db.tenant} and created_at < ${before}`)
