import { sql, type UnitOfWork } from '@modellregion/kernel'

/** A new address for an account's calendar; the one before leads nowhere any more. */
export const putToken = (db: UnitOfWork, accountId: string, tokenHash: Buffer): Promise<number> =>
  db.run(sql`
    insert into help_chat.calendar_token (tenant_id, account_id, token_hash, created_at) values (${db.tenant}, ${accountId}, ${tokenHash}, ${db.now})
    on conflict (tenant_id, account_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`)

export const revokeToken = (db: UnitOfWork, accountId: string): Promise<number> => db.run(sql`delete from help_chat.calendar_token where tenant_id = ${db.tenant} and account_id = ${accountId}`)

export const findTokenOwner = async (db: UnitOfWork, tokenHash: Buffer): Promise<string | undefined> =>
  (await db.maybe(sql<{ id: string }>`select account_id as id from help_chat.calendar_token where tenant_id = ${db.tenant} and token_hash = ${tokenHash}`))?.id

export const findToken = (db: UnitOfWork, accountId: string): Promise<{ createdAt: Date } | undefined> =>
  db.maybe(sql<{ createdAt: Date }>`select created_at as "createdAt" from help_chat.calendar_token where tenant_id = ${db.tenant} and account_id = ${accountId}`)
