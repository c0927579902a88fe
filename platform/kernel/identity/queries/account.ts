import { sql } from 'kysely'
import type { UnitOfWork } from '../../database/index.ts'
import type { RoleGrant } from '../actor.ts'
import { rolesInForce } from './role.ts'

export type Account = {
  id: string
  name: string
  email: string | null
  disabledAt: Date | null
  lastSeenAt: Date
  createdAt: Date
  roles: RoleGrant[]
}

const columns = sql`a.id, a.display_name as name, a.email, a.disabled_at as "disabledAt", a.last_seen_at as "lastSeenAt", a.created_at as "createdAt"`
const roles = (db: UnitOfWork) => sql`${rolesInForce(db, sql`a.id`)} as roles`

export const findAccount = (db: UnitOfWork, id: string): Promise<Account | undefined> =>
  db.maybe(sql<Account>`select ${columns}, ${roles(db)} from platform.account a where a.tenant_id = ${db.tenant} and a.id = ${id}`)

/** @throws NotFound */
export const getAccount = (db: UnitOfWork, id: string): Promise<Account> =>
  db.one(sql<Account>`select ${columns}, ${roles(db)} from platform.account a where a.tenant_id = ${db.tenant} and a.id = ${id}`)

/** People of a town by name. `text` is a part of the name or the beginning of the mail address. */
export const listAccounts = (db: UnitOfWork, { text = '', after, size }: { text?: string; after?: string; size: number }): Promise<Account[]> =>
  db.many(sql<Account>`
    select ${columns}, ${roles(db)} from platform.account a
    where a.tenant_id = ${db.tenant}
      and (${text} = '' or position(lower(${text}) in lower(a.display_name)) > 0 or position(lower(${text}) in lower(coalesce(a.email, ''))) = 1)
      and (${after ?? null}::uuid is null or (a.display_name, a.id) > (select b.display_name, b.id from platform.account b where b.tenant_id = ${db.tenant} and b.id = ${after ?? null}))
    order by a.display_name, a.id limit ${size}`)

/** Staff whose mail address or full name is exactly this, at most five; of people with only the role of a citizen, none. */
export const findStaff = (db: UnitOfWork, text: string): Promise<Account[]> =>
  db.many(sql<Account>`
    select ${columns}, ${roles(db)} from platform.account a
    where a.tenant_id = ${db.tenant} and a.disabled_at is null and (lower(a.email) = lower(${text}) or lower(a.display_name) = lower(${text}))
      and exists (select from platform.role_grant g where g.tenant_id = ${db.tenant} and g.account_id = a.id and g.role <> 'citizen' and (g.valid_until is null or g.valid_until > ${db.now}))
    order by a.display_name, a.id limit 5`)

/** Everybody with an open account who may act in a role now, by right of their own or as a deputy; by name. */
export const listHolders = async (db: UnitOfWork, role: string): Promise<Account[]> =>
  (
    await db.many(sql<Account>`
      select ${columns}, ${roles(db)} from platform.account a
      where a.tenant_id = ${db.tenant} and a.disabled_at is null
        and (exists (select from platform.role_grant g where g.tenant_id = ${db.tenant} and g.account_id = a.id and g.role = ${role})
          or exists (select from platform.role_delegation d where d.tenant_id = ${db.tenant} and d.account_id = a.id and d.role = ${role}))
      order by a.display_name, a.id`)
  ).filter((account) => account.roles.some((grant) => grant.role === role))

export type NewAccount = { id: string; name: string; email?: string }

export const insertAccount = (db: UnitOfWork, account: NewAccount): Promise<number> =>
  db.run(sql`
    insert into platform.account (tenant_id, id, display_name, email, last_seen_at, created_at)
    values (${db.tenant}, ${account.id}, ${account.name}, ${account.email ?? null}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const updateAccount = (db: UnitOfWork, account: NewAccount): Promise<number> =>
  db.run(sql`
    update platform.account set display_name = ${account.name}, email = ${account.email ?? null}, last_seen_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${account.id}`)

/** Makes the account of somebody whom the staff directory names before the first sign-in, or corrects name and address. */
export const ensureAccount = (db: UnitOfWork, account: NewAccount): Promise<number> =>
  db.run(sql`
    insert into platform.account (tenant_id, id, display_name, email, last_seen_at, created_at)
    values (${db.tenant}, ${account.id}, ${account.name}, ${account.email ?? null}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do update set display_name = excluded.display_name, email = excluded.email`)

export const deleteAccount = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from platform.account where tenant_id = ${db.tenant} and id = ${id}`)

export const setDisabled = (db: UnitOfWork, id: string, disabledAt: Date | null): Promise<number> =>
  db.run(sql`update platform.account set disabled_at = ${disabledAt} where tenant_id = ${db.tenant} and id = ${id}`)

export const findLinked = (db: UnitOfWork, issuer: string, subject: string): Promise<{ accountId: string } | undefined> =>
  db.maybe(sql<{ accountId: string }>`
    select account_id as "accountId" from platform.oidc_link where tenant_id = ${db.tenant} and issuer = ${issuer} and subject = ${subject}`)

/** 0 when another request linked the same person a moment earlier. */
export const insertLink = (db: UnitOfWork, issuer: string, subject: string, accountId: string): Promise<number> =>
  db.run(sql`
    insert into platform.oidc_link (tenant_id, issuer, subject, account_id, created_at)
    values (${db.tenant}, ${issuer}, ${subject}, ${accountId}, ${db.now}) on conflict (tenant_id, issuer, subject) do nothing`)
