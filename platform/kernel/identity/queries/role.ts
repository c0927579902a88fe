import { sql, type RawBuilder } from 'kysely'
import type { UnitOfWork } from '../../database/index.ts'
import type { RoleGrant } from '../actor.ts'

/** Who decided: an administrator in the console, two of them, or the staff directory of the town. */
export type GrantSource = 'console' | 'four-eyes' | 'directory'
export type NewGrant = { role: string; organisation?: string | undefined; /** Last moment; absent: without end. */ until?: Date | undefined; source?: GrantSource; reason?: string | undefined }

/**
 * What an account may do now: roles of its own whose time is not over, and roles it was handed for a time by somebody who
 * still holds them. Used in every statement that reads people, so that nobody can forget the time.
 */
export const rolesInForce = (db: UnitOfWork, account: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', r.role, 'organisation', nullif(r.organisation, ''), 'until', r.valid_until, 'deputyFor', r.delegated_from)) order by r.role, r.organisation)
    from (
      select g.role, g.organisation, g.valid_until, null::uuid as delegated_from from platform.role_grant g
      where g.tenant_id = ${db.tenant} and g.account_id = ${account} and (g.valid_until is null or g.valid_until > ${db.now})
      union all
      select d.role, d.organisation, d.valid_until, d.delegated_from from platform.role_delegation d
      where d.tenant_id = ${db.tenant} and d.account_id = ${account} and d.ended_at is null and d.valid_from <= ${db.now} and d.valid_until > ${db.now}
        and exists (select from platform.role_grant o join platform.account p on p.tenant_id = o.tenant_id and p.id = o.account_id
          where o.tenant_id = ${db.tenant} and o.account_id = d.delegated_from and o.role = d.role and o.organisation = d.organisation
            and (o.valid_until is null or o.valid_until > ${db.now}) and p.disabled_at is null)
    ) r), '[]')`

/** 0 when the account holds the role already, for at least as long. */
export const insertGrant = (db: UnitOfWork, accountId: string, { role, organisation, until, source = 'console', reason = '' }: NewGrant): Promise<number> =>
  db.run(sql`
    insert into platform.role_grant (tenant_id, account_id, role, organisation, valid_until, source, reason, granted_by, created_at)
    values (${db.tenant}, ${accountId}, ${role}, ${organisation ?? ''}, ${until ?? null}, ${source}, ${reason}, ${db.actor ?? null}, ${db.now})
    on conflict (tenant_id, account_id, role, organisation) do update
      set valid_until = excluded.valid_until, source = excluded.source, reason = excluded.reason, granted_by = excluded.granted_by, created_at = excluded.created_at
      where (role_grant.valid_until is not null and (excluded.valid_until is null or excluded.valid_until > role_grant.valid_until))
        or (role_grant.source = 'directory' and excluded.source <> 'directory')`)

/** Takes the role back, wherever it came from. */
export const deleteGrant = (db: UnitOfWork, accountId: string, { role, organisation }: RoleGrant): Promise<number> =>
  db.run(sql`
    delete from platform.role_grant
    where tenant_id = ${db.tenant} and account_id = ${accountId} and role = ${role} and organisation = ${organisation ?? ''}`)

export const deleteExpiredGrants = (db: UnitOfWork): Promise<{ accountId: string; role: string; organisation: string }[]> =>
  db.many(sql`
    delete from platform.role_grant where tenant_id = ${db.tenant} and valid_until <= ${db.now}
    returning account_id as "accountId", role, organisation`)

/** Roles that the staff directory gave, for taking back what it no longer says. */
export const listDirectoryGrants = (db: UnitOfWork, accountId: string): Promise<{ role: string; organisation: string }[]> =>
  db.many(sql`select role, organisation from platform.role_grant where tenant_id = ${db.tenant} and account_id = ${accountId} and source = 'directory'`)

// ── handed on for a time ──

export type Delegation = {
  id: string
  accountId: string
  name: string
  delegatedFrom: string
  fromName: string
  role: string
  organisation: string
  validFrom: Date
  validUntil: Date
  reason: string
  endedAt: Date | null
  endedBy: string | null
  createdAt: Date
}

const delegationColumns = sql`d.id, d.account_id as "accountId", a.display_name as name, d.delegated_from as "delegatedFrom", f.display_name as "fromName", d.role, d.organisation,
  d.valid_from as "validFrom", d.valid_until as "validUntil", d.reason, d.ended_at as "endedAt", d.ended_by as "endedBy", d.created_at as "createdAt"`
const delegations = sql`platform.role_delegation d
  join platform.account a on a.tenant_id = d.tenant_id and a.id = d.account_id
  join platform.account f on f.tenant_id = d.tenant_id and f.id = d.delegated_from`

export type NewDelegation = { id: string; accountId: string; delegatedFrom: string; role: string; organisation: string; validFrom: Date; validUntil: Date; reason: string }
export const insertDelegation = (db: UnitOfWork, d: NewDelegation): Promise<number> =>
  db.run(sql`
    insert into platform.role_delegation (tenant_id, id, account_id, delegated_from, role, organisation, valid_from, valid_until, reason, created_at)
    values (${db.tenant}, ${d.id}, ${d.accountId}, ${d.delegatedFrom}, ${d.role}, ${d.organisation}, ${d.validFrom}, ${d.validUntil}, ${d.reason}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

export const findDelegation = (db: UnitOfWork, id: string): Promise<Delegation | undefined> =>
  db.maybe(sql<Delegation>`select ${delegationColumns} from ${delegations} where d.tenant_id = ${db.tenant} and d.id = ${id}`)

/** What a person has handed on or was handed, the latest first; also what is over. */
export const listDelegationsOf = (db: UnitOfWork, accountId: string): Promise<Delegation[]> =>
  db.many(sql<Delegation>`
    select ${delegationColumns} from ${delegations}
    where d.tenant_id = ${db.tenant} and (d.account_id = ${accountId} or d.delegated_from = ${accountId}) order by d.valid_from desc, d.id limit 200`)

/** The same role, from anybody, in the hands of the same person within the span. */
export const countOverlapping = (db: UnitOfWork, d: Omit<NewDelegation, 'id' | 'reason'>): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`
    select count(*)::int as n from platform.role_delegation
    where tenant_id = ${db.tenant} and account_id = ${d.accountId} and role = ${d.role} and organisation = ${d.organisation} and ended_at is null
      and valid_from < ${d.validUntil} and valid_until > ${d.validFrom}`)

export const closeDelegation = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update platform.role_delegation set ended_at = ${db.now}, ended_by = ${db.actor ?? null} where tenant_id = ${db.tenant} and id = ${id} and ended_at is null`)

/** Both those the person gave and those the person received. Returns how many ended. */
export const closeDelegationsOf = (db: UnitOfWork, accountId: string): Promise<number> =>
  db.run(sql`
    update platform.role_delegation set ended_at = ${db.now}, ended_by = ${db.actor ?? null}
    where tenant_id = ${db.tenant} and (account_id = ${accountId} or delegated_from = ${accountId}) and ended_at is null and valid_until > ${db.now}`)

// ── waiting for a second person ──

export type RoleRequest = {
  id: string
  accountId: string
  name: string
  role: string
  organisation: string
  delegatedFrom: string | null
  fromName: string | null
  validFrom: Date | null
  validUntil: Date | null
  reason: string
  source: 'console' | 'directory'
  requestedBy: string | null
  requestedByName: string | null
  expiresAt: Date
  decision: 'confirmed' | 'refused' | 'withdrawn' | null
  createdAt: Date
}

const requestColumns = sql`r.id, r.account_id as "accountId", a.display_name as name, r.role, r.organisation, r.delegated_from as "delegatedFrom", f.display_name as "fromName",
  r.valid_from as "validFrom", r.valid_until as "validUntil", r.reason, r.source, r.requested_by as "requestedBy", b.display_name as "requestedByName",
  r.expires_at as "expiresAt", r.decision, r.created_at as "createdAt"`
const requests = (db: UnitOfWork) => sql`platform.role_request r
  join platform.account a on a.tenant_id = r.tenant_id and a.id = r.account_id
  left join platform.account f on f.tenant_id = ${db.tenant} and f.id = r.delegated_from
  left join platform.account b on b.tenant_id = ${db.tenant} and b.id = r.requested_by`

export type NewRequest = { id: string; accountId: string; role: string; organisation: string; delegatedFrom?: string; validFrom?: Date; validUntil?: Date | undefined; reason: string; source: 'console' | 'directory'; expiresAt: Date }
/** 0 when the same wish waits already. */
export const insertRequest = (db: UnitOfWork, r: NewRequest): Promise<number> =>
  db.run(sql`
    insert into platform.role_request (tenant_id, id, account_id, role, organisation, delegated_from, valid_from, valid_until, reason, source, requested_by, expires_at, created_at)
    values (${db.tenant}, ${r.id}, ${r.accountId}, ${r.role}, ${r.organisation}, ${r.delegatedFrom ?? null}, ${r.validFrom ?? null}, ${r.validUntil ?? null}, ${r.reason}, ${r.source},
      ${db.actor ?? null}, ${r.expiresAt}, ${db.now})
    on conflict (tenant_id, account_id, role, organisation) where decision is null do nothing`)

/** Locked: of two who decide at once, one waits and then sees the decision. */
export const findRequest = async (db: UnitOfWork, id: string): Promise<RoleRequest | undefined> => {
  await db.maybe(sql`select id from platform.role_request where tenant_id = ${db.tenant} and id = ${id} for update`)
  return await db.maybe(sql<RoleRequest>`select ${requestColumns} from ${requests(db)} where r.tenant_id = ${db.tenant} and r.id = ${id}`)
}

export const listOpenRequests = (db: UnitOfWork): Promise<RoleRequest[]> =>
  db.many(sql<RoleRequest>`
    select ${requestColumns} from ${requests(db)}
    where r.tenant_id = ${db.tenant} and r.decision is null and r.expires_at > ${db.now} order by r.created_at, r.id limit 200`)

export const countOpenRequests = (db: UnitOfWork): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from platform.role_request where tenant_id = ${db.tenant} and decision is null and expires_at > ${db.now}`)

export const decideRequest = (db: UnitOfWork, id: string, decision: 'confirmed' | 'refused' | 'withdrawn'): Promise<number> =>
  db.run(sql`
    update platform.role_request set decision = ${decision}, decided_by = ${db.actor ?? null}, decided_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and decision is null`)

/** Wishes nobody answered in time make room for new ones. */
export const withdrawExpiredRequests = (db: UnitOfWork): Promise<{ id: string; accountId: string; role: string }[]> =>
  db.many(sql`
    update platform.role_request set decision = 'withdrawn', decided_at = ${db.now}
    where tenant_id = ${db.tenant} and decision is null and expires_at <= ${db.now} returning id, account_id as "accountId", role`)

/** Open wishes for an account, of one source when named. */
export const listRequestsFor = (db: UnitOfWork, accountId: string): Promise<{ id: string; role: string; organisation: string; source: string }[]> =>
  db.many(sql`select id, role, organisation, source from platform.role_request where tenant_id = ${db.tenant} and account_id = ${accountId} and decision is null`)
