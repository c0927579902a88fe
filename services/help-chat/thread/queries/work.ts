import { sql, type UnitOfWork } from '@modellregion/kernel'

/** Marks a proof of work or a ticket as used. Rows written: none when it was used before. */
export const spend = (db: UnitOfWork, hash: Buffer, expiresAt: Date): Promise<number> =>
  db.run(sql`insert into help_chat.spent_work (tenant_id, hash, expires_at) values (${db.tenant}, ${hash}, ${expiresAt}) on conflict (tenant_id, hash) do nothing`)

export const isSpent = async (db: UnitOfWork, hash: Buffer): Promise<boolean> => (await db.maybe(sql`select 1 from help_chat.spent_work where tenant_id = ${db.tenant} and hash = ${hash}`)) !== undefined

export const forgetSpent = (db: UnitOfWork): Promise<number> => db.run(sql`delete from help_chat.spent_work where tenant_id = ${db.tenant} and expires_at < ${db.now}`)
