import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Consent, Office, OwnSession, Use } from './schema.ts'

type UseFilter = { personId: string; office?: string | undefined; since?: Date | undefined }

const useWhere = (db: UnitOfWork, { personId, office, since }: UseFilter) => sql`u.tenant_id = ${db.tenant} and u.person_id = ${personId}
  and (${office ?? null}::text is null or u.client_id = ${office ?? null}) and (${since ?? null}::timestamptz is null or u.created_at >= ${since ?? null})`

/** Uses of an identity, newest first. */
export const listUses = (db: UnitOfWork, filter: UseFilter & { size: number; start?: number }): Promise<Use[]> =>
  db.many(sql<Use>`
    select u.id, u.client_id as "clientId", u.client_name as "clientName", u.purpose, u.legal_basis as "legalBasis", u.claims, u.level, u.method,
      m.principal_name as behalf, u.created_at as "createdAt"
    from citizen_id.use u left join citizen_id.mandate m on m.tenant_id = ${db.tenant} and m.id = u.mandate_id
    where ${useWhere(db, filter)} order by u.created_at desc, u.id desc limit ${filter.size} offset ${filter.start ?? 0}`)

export const countUses = (db: UnitOfWork, filter: UseFilter): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from citizen_id.use u where ${useWhere(db, filter)}`)

/** Everybody who has asked for this person, by the name they last had. */
export const listOffices = (db: UnitOfWork, personId: string): Promise<Office[]> =>
  db.many(sql<Office>`
    select client_id as "clientId", (array_agg(client_name order by created_at desc))[1] as "clientName", count(*)::int as count from citizen_id.use
    where tenant_id = ${db.tenant} and person_id = ${personId} group by client_id order by 2, 1 limit 500`)

/** The last time the person proved who they are to this client before a moment. */
export const findLastProof = (db: UnitOfWork, personId: string, clientId: string): Promise<{ at: Date | null } | undefined> =>
  db.maybe(sql<{ at: Date | null }>`select max(created_at) as at from citizen_id.use where tenant_id = ${db.tenant} and person_id = ${personId} and client_id = ${clientId}`)

/** Sessions of a person at the provider, the latest sign-in first. */
export const listOwnSessions = (db: UnitOfWork, personId: string): Promise<OwnSession[]> =>
  db.many(sql<OwnSession>`
    select a.uid, a.payload->>'acr' as acr, coalesce(array(select jsonb_array_elements_text(case when jsonb_typeof(a.payload->'amr') = 'array' then a.payload->'amr' else '[]' end)), '{}') as amr,
      to_timestamp((a.payload->>'loginTs')::float) as "signedInAt", a.expires_at as "expiresAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', k.key, 'name', c.metadata->>'client_name', 'sid', k.value->>'sid') order by k.key)
        from jsonb_each(coalesce(a.payload->'authorizations', '{}')) k
        left join citizen_id.client c on c.tenant_id = ${db.tenant} and c.client_id = k.key), '[]') as clients
    from citizen_id.artifact a
    where a.tenant_id = ${db.tenant} and a.account_id = ${personId} and a.kind = 'Session' and a.uid is not null and a.expires_at > ${db.now}
    order by 4 desc nulls last, a.uid limit 200`)

/** Services that a person has agreed to, the platform's own (`except`) left out. */
export const listConsents = (db: UnitOfWork, personId: string, except: string): Promise<Consent[]> =>
  db.many(sql<Consent>`
    select a.client_id as "clientId", max(c.metadata->>'client_name') as name, coalesce(max(c.office), '') as office, coalesce(max(c.purpose), '') as purpose,
      coalesce(max(c.legal_basis), '') as "legalBasis",
      array(select distinct s from citizen_id.artifact g, unnest(string_to_array(coalesce(g.payload->'openid'->>'scope', ''), ' ')) s
        where g.tenant_id = ${db.tenant} and g.kind = 'Grant' and g.account_id = ${personId} and g.client_id = a.client_id and g.expires_at > ${db.now} and s <> '' order by s) as scopes,
      min(a.created_at) as since, max(a.expires_at) as until
    from citizen_id.artifact a left join citizen_id.client c on c.tenant_id = ${db.tenant} and c.client_id = a.client_id
    where a.tenant_id = ${db.tenant} and a.kind = 'Grant' and a.account_id = ${personId} and a.client_id is not null and a.client_id <> ${except} and a.expires_at > ${db.now}
    group by a.client_id order by 7 desc, 1 limit 200`)

/** Takes consent back: the grant, and every code and token that was given on its ground. Sessions stay. */
export const deleteConsent = (db: UnitOfWork, personId: string, clientId: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and account_id = ${personId} and client_id = ${clientId} and kind not in ('Session', 'Interaction')`)

export type UnusedPerson = { id: string; lastUsedAt: Date; notices: number; noticedAt: Date | null; email: string | null; emailVerifiedAt: Date | null }

/** Accounts that nobody has used since, the longest silent first. `after` continues behind the last one. */
export const listUnused = (db: UnitOfWork, since: Date, after: { lastUsedAt: Date; id: string } | undefined, size: number): Promise<UnusedPerson[]> =>
  db.many(sql<UnusedPerson>`
    select p.id, p.last_used_at as "lastUsedAt", p.notices, p.email, p.email_verified_at as "emailVerifiedAt",
      (select max(n.created_at) from citizen_id.notice n where n.tenant_id = ${db.tenant} and n.person_id = p.id and n.kind in ('unused-1', 'unused-2') and n.created_at >= p.last_used_at) as "noticedAt"
    from citizen_id.person p
    where p.tenant_id = ${db.tenant} and p.last_used_at < ${since}
      and (${after?.id ?? null}::uuid is null or (p.last_used_at, p.id) > (${after?.lastUsedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by p.last_used_at, p.id limit ${size}`)

/** Counts a notice; 0 when the person came back in between. */
export const raiseNotices = (db: UnitOfWork, id: string, notices: number, lastUsedAt: Date): Promise<number> =>
  db.run(sql`update citizen_id.person set notices = ${notices} + 1 where tenant_id = ${db.tenant} and id = ${id} and notices = ${notices} and last_used_at = ${lastUsedAt}`)

/** Is the account still as unused as it was? With a lock. */
export const lockUnused = (db: UnitOfWork, id: string, lastUsedAt: Date): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`select id from citizen_id.person where tenant_id = ${db.tenant} and id = ${id} and last_used_at = ${lastUsedAt} for update`)

/** What ways in a person has, in numbers. */
export const countWays = (db: UnitOfWork, personId: string): Promise<{ password: number; totp: number; passkeys: number; passes: number; card: number; bundid: number; mandates: number }> =>
  db.one(sql<{ password: number; totp: number; passkeys: number; passes: number; card: number; bundid: number; mandates: number }>`
    select (select count(*)::int from citizen_id.password where tenant_id = ${db.tenant} and person_id = ${personId}) as password,
      (select count(*)::int from citizen_id.totp where tenant_id = ${db.tenant} and person_id = ${personId} and confirmed_at is not null) as totp,
      (select count(*)::int from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId} and kind = 'passkey' and revoked_at is null) as passkeys,
      (select count(*)::int from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId} and kind = 'pass' and revoked_at is null) as passes,
      (select count(*)::int from citizen_id.link where tenant_id = ${db.tenant} and person_id = ${personId} and source = 'eid') as card,
      (select count(*)::int from citizen_id.link where tenant_id = ${db.tenant} and person_id = ${personId} and source = 'bundid') as bundid,
      (select count(*)::int from citizen_id.mandate where tenant_id = ${db.tenant} and state = 'active' and (principal_id = ${personId} or representative_id = ${personId})) as mandates`)
