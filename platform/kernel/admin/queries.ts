import { sql } from 'kysely'
import type { UnitOfWork } from '../database/index.ts'

/** Accounts that hold a role without end and may sign in. The rows are locked: of two who take away the last one at once, one waits and then sees it. */
export async function lockHolders(db: UnitOfWork, role: string): Promise<string[]> {
  const rows = await db.many(sql<{ id: string }>`
    select g.account_id as id from platform.role_grant g join platform.account a on a.tenant_id = g.tenant_id and a.id = g.account_id
    where g.tenant_id = ${db.tenant} and g.role = ${role} and g.organisation = '' and g.valid_until is null and a.disabled_at is null
    order by g.account_id for update of g`)
  return rows.map(({ id }) => id)
}

export const countDeadJobs = async (db: UnitOfWork): Promise<number> =>
  (await db.one(sql<{ n: number }>`select count(*)::int as n from platform.job where tenant_id = ${db.tenant} and state = 'dead'`)).n

/** One line of the access review: a role in somebody's hands, own or handed on. */
export type Held = {
  kind: 'grant' | 'delegation'
  accountId: string
  name: string
  disabledAt: Date | null
  lastSeenAt: Date
  delegationId: string | null
  deputyFor: string | null
  role: string
  organisation: string
  since: Date
  grantedBy: string | null
  until: Date | null
  source: string
  reason: string
  reviewedAt: Date | null
  reviewedBy: string | null
}

const held = (db: UnitOfWork) => sql`(
  select 'grant' as kind, g.account_id, null::uuid as delegation_id, null::uuid as delegated_from, g.role, g.organisation, g.created_at as since, g.granted_by, g.valid_until, g.source, g.reason, g.reviewed_at, g.reviewed_by
  from platform.role_grant g where g.tenant_id = ${db.tenant} and g.role <> 'citizen' and (g.valid_until is null or g.valid_until > ${db.now})
  union all
  select 'delegation', d.account_id, d.id, d.delegated_from, d.role, d.organisation, d.valid_from, d.delegated_from, d.valid_until, 'delegation', d.reason, d.valid_from, null
  from platform.role_delegation d where d.tenant_id = ${db.tenant} and d.ended_at is null and d.valid_until > ${db.now})`

const heldColumns = (db: UnitOfWork) => sql`h.kind, h.account_id as "accountId", a.display_name as name, a.disabled_at as "disabledAt", a.last_seen_at as "lastSeenAt", h.delegation_id as "delegationId", f.display_name as "deputyFor",
      h.role, h.organisation, h.since, b.display_name as "grantedBy", h.valid_until as until, h.source, h.reason, h.reviewed_at as "reviewedAt", c.display_name as "reviewedBy"
    from ${held(db)} h
    join platform.account a on a.tenant_id = ${db.tenant} and a.id = h.account_id
    left join platform.account b on b.tenant_id = ${db.tenant} and b.id = h.granted_by
    left join platform.account c on c.tenant_id = ${db.tenant} and c.id = h.reviewed_by
    left join platform.account f on f.tenant_id = ${db.tenant} and f.id = h.delegated_from`

/** What was not looked at since `limit`, the oldest first; everything when there is no limit. */
export const listHeld = (db: UnitOfWork, { limit, from, size }: { limit?: Date | undefined; from: number; size: number }): Promise<Held[]> =>
  db.many(sql<Held>`
    select ${heldColumns(db)}
    where ${limit ?? null}::timestamptz is null or coalesce(h.reviewed_at, h.since) <= ${limit ?? null}
    order by coalesce(h.reviewed_at, h.since), h.account_id, h.role, h.organisation, h.kind limit ${size} offset ${from}`)

/** One line by its name in the form: `grant <account> <role> <organisation>` or `delegation <id>`. */
export const findHeld = async (db: UnitOfWork, key: string): Promise<Held | undefined> => {
  const [, delegation] = /^delegation ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(key) ?? []
  if (delegation !== undefined) return await db.maybe(sql<Held>`select ${heldColumns(db)} where h.delegation_id = ${delegation}`)
  const [, account, role, organisation = ''] = /^grant ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) ([a-z][a-z0-9-]*)(?: (.*))?$/.exec(key) ?? []
  if (account === undefined || role === undefined) return undefined
  return await db.maybe(sql<Held>`select ${heldColumns(db)} where h.kind = 'grant' and h.account_id = ${account} and h.role = ${role} and h.organisation = ${organisation}`)
}

/** People who could be the second pair of eyes. */
export const countConfirming = (db: UnitOfWork): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`
    select count(distinct a.id)::int as n from platform.account a join platform.role_grant g on g.tenant_id = a.tenant_id and g.account_id = a.id
    where a.tenant_id = ${db.tenant} and a.disabled_at is null and g.role in ('town-admin', 'operator') and (g.valid_until is null or g.valid_until > ${db.now})`)

export const countHeld = (db: UnitOfWork, limit: Date): Promise<{ all: number; due: number }> =>
  db.one(sql<{ all: number; due: number }>`
    select count(*)::int as "all", count(*) filter (where coalesce(h.reviewed_at, h.since) <= ${limit})::int as due from ${held(db)} h`)

export const markReviewed = (db: UnitOfWork, accountId: string, role: string, organisation: string): Promise<number> =>
  db.run(sql`
    update platform.role_grant set reviewed_at = ${db.now}, reviewed_by = ${db.actor ?? null}
    where tenant_id = ${db.tenant} and account_id = ${accountId} and role = ${role} and organisation = ${organisation}`)
