import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { ApiToken, Scope } from './schema.ts'

const columns = sql`id, account_id as "accountId", title, scope, organisations, expires_at as "expiresAt", last_used_on::text as "lastUsedOn", revoked_at as "revokedAt", allowed_by as "allowedBy", created_at as "createdAt"`

/** The key with this hash, when it is in force. */
export const tokenWithHash = (db: Pick<UnitOfWork, 'tenant' | 'now'>, hash: string) =>
  sql<ApiToken>`select ${columns} from open_data.api_token where tenant_id = ${db.tenant} and hash = ${hash} and revoked_at is null and expires_at > ${db.now}`
export const findTokenByHash = (db: UnitOfWork, hash: string): Promise<ApiToken | undefined> => db.maybe(tokenWithHash(db, hash))

export const findToken = (db: UnitOfWork, id: string): Promise<ApiToken | undefined> => db.maybe(sql<ApiToken>`select ${columns} from open_data.api_token where tenant_id = ${db.tenant} and id = ${id}`)

/** Keys in force or ended within 30 days, the newest first; `accountId` absent: of the whole town. */
export const listTokens = (db: UnitOfWork, accountId: string | undefined, size: number): Promise<ApiToken[]> =>
  db.many(sql<ApiToken>`
    select ${columns} from open_data.api_token
    where tenant_id = ${db.tenant} and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}) and coalesce(revoked_at, expires_at) > ${db.now}::timestamptz - interval '30 days'
    order by created_at desc, id limit ${size}`)

export const countTokens = (db: UnitOfWork, accountId: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*) as n from open_data.api_token where tenant_id = ${db.tenant} and account_id = ${accountId} and revoked_at is null and expires_at > ${db.now}`)

export type NewToken = { id: string; accountId: string; title: string; hash: string; scope: Scope; organisations: readonly string[]; expiresAt: Date; allowedBy: string | null }
export const insertToken = (db: UnitOfWork, token: NewToken): Promise<number> =>
  db.run(sql`
    insert into open_data.api_token (tenant_id, id, account_id, title, hash, scope, organisations, expires_at, allowed_by, created_at)
    values (${db.tenant}, ${token.id}, ${token.accountId}, ${token.title}, ${token.hash}, ${token.scope}, ${token.organisations}::uuid[], ${token.expiresAt}, ${token.allowedBy}, ${db.now})`)

/** Writes down that the key was used today. */
export const markUsed = (db: UnitOfWork, id: string, day: string): Promise<number> => db.run(sql`update open_data.api_token set last_used_on = ${day} where tenant_id = ${db.tenant} and id = ${id} and last_used_on is distinct from ${day}`)

/** Ends a key. Returns 0 when it had ended before. */
export const revokeToken = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update open_data.api_token set revoked_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and revoked_at is null`)

/** Lets a writing key publish without review. Returns 0 when it is no writing key in force. */
export const allowPublishing = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update open_data.api_token set scope = 'publish', allowed_by = ${db.actor ?? null} where tenant_id = ${db.tenant} and id = ${id} and scope = 'write' and revoked_at is null and expires_at > ${db.now}`)
