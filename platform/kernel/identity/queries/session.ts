import { sql } from 'kysely'
import type { UnitOfWork } from '../../database/index.ts'
import type { MandateClaim } from '@modellregion/contracts'
import type { LevelOfAssurance, RoleGrant } from '../actor.ts'
import type { SessionData } from '../session-data.ts'
import { rolesInForce } from './role.ts'

export type SessionRow = {
  id: string
  accountId: string | null
  name: string | null
  roles: RoleGrant[]
  level: LevelOfAssurance
  issuer: string | null
  methods: string[]
  mandate: MandateClaim | null
  shared: boolean
  data: SessionData
  lastSeenAt: Date
  expiresAt: Date
  createdAt: Date
}

/** Session, account and roles in one statement: what a person may do is fresh on every request. A disabled account has no session. */
export const findSession = (db: UnitOfWork, sidHash: string): Promise<SessionRow | undefined> =>
  db.maybe(sql<SessionRow>`
    select s.id, s.account_id as "accountId", a.display_name as name, s.level, s.issuer, s.methods, s.mandate, s.shared, s.data, s.last_seen_at as "lastSeenAt",
      s.expires_at as "expiresAt", s.created_at as "createdAt",
      ${rolesInForce(db, sql`s.account_id`)} as roles
    from platform.session s left join platform.account a on a.tenant_id = ${db.tenant} and a.id = s.account_id
    where s.tenant_id = ${db.tenant} and s.sid_hash = ${sidHash} and s.expires_at > ${db.now} and a.disabled_at is null`)

export type NewSession = {
  sidHash: string
  id: string
  accountId?: string
  level: LevelOfAssurance
  issuer?: string
  providerSession?: string
  methods?: readonly string[]
  mandate?: MandateClaim
  shared?: boolean
  device: string
  data: SessionData
  expiresAt: Date
}

export const insertSession = (db: UnitOfWork, session: NewSession): Promise<number> =>
  db.run(sql`
    insert into platform.session (tenant_id, sid_hash, id, account_id, level, issuer, provider_session, methods, mandate, shared, device, data, last_seen_at, expires_at, created_at)
    values (${db.tenant}, ${session.sidHash}, ${session.id}, ${session.accountId ?? null}, ${session.level}, ${session.issuer ?? null},
      ${session.providerSession ?? null}, ${[...(session.methods ?? [])]}, ${session.mandate ? JSON.stringify(session.mandate) : null}::jsonb, ${session.shared === true}, ${session.device}, ${JSON.stringify(session.data)}::jsonb, ${db.now}, ${session.expiresAt}, ${db.now})
    on conflict (tenant_id, sid_hash) do update set account_id = excluded.account_id, level = excluded.level, issuer = excluded.issuer,
      provider_session = excluded.provider_session, methods = excluded.methods, mandate = excluded.mandate, shared = excluded.shared, data = excluded.data, expires_at = excluded.expires_at`)

/** Changes what a session remembers. Never makes one: a session that was ended meanwhile stays ended. */
export const saveSessionData = (db: UnitOfWork, sidHash: string, data: SessionData): Promise<number> =>
  db.run(sql`update platform.session set data = ${JSON.stringify(data)}::jsonb, last_seen_at = ${db.now} where tenant_id = ${db.tenant} and sid_hash = ${sidHash}`)

export const touchSession = (db: UnitOfWork, sidHash: string): Promise<number> =>
  db.run(sql`update platform.session set last_seen_at = ${db.now} where tenant_id = ${db.tenant} and sid_hash = ${sidHash}`)

export const endSession = (db: UnitOfWork, sidHash: string): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and sid_hash = ${sidHash}`)

/** Ends one session of this person; another person's id changes nothing. */
export const endOwnSession = (db: UnitOfWork, accountId: string, id: string): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and account_id = ${accountId} and id = ${id}`)

/** Ends the sessions of this person that began with one session of the provider. */
export const endSessionsBegunBy = (db: UnitOfWork, accountId: string, providerSession: string): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and account_id = ${accountId} and provider_session = ${providerSession}`)

/** Ends all sessions of a person on all devices. */
export const endSessionsOf = (db: UnitOfWork, accountId: string): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and account_id = ${accountId}`)

/** Ends every session in which somebody acts under a mandate. */
export const endSessionsUnderMandate = (db: UnitOfWork, mandateId: string): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and mandate->>'id' = ${mandateId}`)

/** From now on the session acts for the person themself. */
export const clearMandate = (db: UnitOfWork, accountId: string, sessionId: string): Promise<number> =>
  db.run(sql`update platform.session set mandate = null where tenant_id = ${db.tenant} and account_id = ${accountId} and id = ${sessionId}`)

/** The provider's name of a session, to end there what is ended here. */
export const findProviderSession = (db: UnitOfWork, accountId: string, sessionId: string): Promise<{ providerSession: string | null } | undefined> =>
  db.maybe(sql<{ providerSession: string | null }>`
    select provider_session as "providerSession" from platform.session where tenant_id = ${db.tenant} and account_id = ${accountId} and id = ${sessionId}`)

/** Back-channel logout: one session of the provider, or all of the person when the provider names none. Younger sessions stay. */
export const endProviderSessions = (db: UnitOfWork, { issuer, subject, providerSession, until }: ProviderLogout): Promise<number> =>
  db.run(sql`
    delete from platform.session s where s.tenant_id = ${db.tenant} and s.issuer = ${issuer} and s.created_at <= ${until}
      and (${providerSession ?? null}::text is null or s.provider_session = ${providerSession ?? null})
      and (${subject ?? null}::text is null or s.account_id in (
        select l.account_id from platform.oidc_link l where l.tenant_id = ${db.tenant} and l.issuer = ${issuer} and l.subject = ${subject ?? null}))`)

export type ProviderLogout = { issuer: string; subject?: string; providerSession?: string; until: Date }

export type OwnSession = { id: string; device: string; level: LevelOfAssurance; providerSession: string | null; createdAt: Date; lastSeenAt: Date }

/** Where a person is signed in, the latest first. */
export const listSessionsOf = (db: UnitOfWork, accountId: string): Promise<OwnSession[]> =>
  db.many(sql<OwnSession>`
    select id, device, level, provider_session as "providerSession", created_at as "createdAt", last_seen_at as "lastSeenAt" from platform.session
    where tenant_id = ${db.tenant} and account_id = ${accountId} and expires_at > ${db.now} order by last_seen_at desc, id`)

/** Sessions whose time is over. Idle ones are refused when they come back and go with their end of life. */
export const deleteExpiredSessions = (db: UnitOfWork): Promise<number> =>
  db.run(sql`delete from platform.session where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
