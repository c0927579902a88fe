import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Person } from '../person/schema.ts'

export type ArtifactRow = { payload: Record<string, unknown>; consumedAt: Date | null }
export type NewArtifact = { kind: string; idHash: string; payload: Record<string, unknown>; accountId?: string; clientId?: string; grantId?: string; uid?: string; expiresAt?: Date }

export const upsertArtifact = (db: UnitOfWork, row: NewArtifact): Promise<number> => db.run(artifactSaved(db.tenant, db.now, row))

/** The statement alone, for `Database.statement`: tokens are written thousands of times a second. */
export const artifactSaved = (tenant: string, now: Date, row: NewArtifact) =>
  sql`
    insert into citizen_id.artifact (tenant_id, kind, id_hash, payload, account_id, client_id, grant_id, uid, expires_at, created_at)
    values (${tenant}, ${row.kind}, ${row.idHash}, ${JSON.stringify(row.payload)}::jsonb, ${row.accountId ?? null}, ${row.clientId ?? null}, ${row.grantId ?? null}, ${row.uid ?? null},
      ${row.expiresAt ?? null}, ${now})
    on conflict (tenant_id, kind, id_hash) do update set payload = excluded.payload, account_id = excluded.account_id, client_id = excluded.client_id,
      grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`

export const findArtifact = (db: UnitOfWork, kind: string, idHash: string): Promise<ArtifactRow | undefined> => db.maybe(artifactById(db.tenant, db.now, kind, idHash))

/** The statement alone, for `Database.statement`. */
export const artifactById = (tenant: string, now: Date, kind: string, idHash: string) => sql<ArtifactRow>`
    select payload, consumed_at as "consumedAt" from citizen_id.artifact
    where tenant_id = ${tenant} and kind = ${kind} and id_hash = ${idHash} and (expires_at is null or expires_at > ${now})`

export const findArtifactByUid = (db: UnitOfWork, kind: string, uid: string): Promise<ArtifactRow | undefined> =>
  db.maybe(sql<ArtifactRow>`
    select payload, consumed_at as "consumedAt" from citizen_id.artifact
    where tenant_id = ${db.tenant} and kind = ${kind} and uid = ${uid} and (expires_at is null or expires_at > ${db.now})`)

/** 0 when it was used before: of two that redeem the same code at the same moment, one wins. */
export const consumeArtifact = (db: UnitOfWork, kind: string, idHash: string): Promise<number> =>
  db.run(sql`update citizen_id.artifact set consumed_at = ${db.now} where tenant_id = ${db.tenant} and kind = ${kind} and id_hash = ${idHash} and consumed_at is null`)

export const deleteArtifact = (db: UnitOfWork, kind: string, idHash: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and kind = ${kind} and id_hash = ${idHash}`)

export const deleteArtifactsOfGrant = (db: UnitOfWork, grantId: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and grant_id = ${grantId}`)

/** Remembers which session stands behind the `sid` values that clients know. */
export const insertClientSession = (db: UnitOfWork, row: { sid: string; sessionUid: string; clientId: string }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.client_session (tenant_id, sid, session_uid, client_id, created_at)
    values (${db.tenant}, ${row.sid}, ${row.sessionUid}, ${row.clientId}, ${db.now}) on conflict (tenant_id, sid) do nothing`)

export const findClientSession = (db: UnitOfWork, sid: string): Promise<{ sessionUid: string } | undefined> =>
  db.maybe(sql<{ sessionUid: string }>`select session_uid as "sessionUid" from citizen_id.client_session where tenant_id = ${db.tenant} and sid = ${sid}`)

/** Session uids of a person that are not over. */
export const listSessionUids = (db: UnitOfWork, accountId: string): Promise<{ uid: string }[]> =>
  db.many(sql<{ uid: string }>`
    select uid from citizen_id.artifact where tenant_id = ${db.tenant} and account_id = ${accountId} and kind = 'Session' and uid is not null and expires_at > ${db.now}`)

export const deleteSessionByUid = (db: UnitOfWork, uid: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and kind = 'Session' and uid = ${uid}`)

export const deleteClientSessions = (db: UnitOfWork, sessionUid: string): Promise<number> =>
  db.run(sql`delete from citizen_id.client_session where tenant_id = ${db.tenant} and session_uid = ${sessionUid}`)

/** Sets or clears the moment from which a person gets in nowhere. */
export const lockPerson = (db: UnitOfWork, personId: string, locked: boolean): Promise<number> =>
  db.run(sql`update citizen_id.person set locked_at = ${locked ? db.now : null} where tenant_id = ${db.tenant} and id = ${personId}`)

/** Everything but the sessions, which are ended one by one because services are told. */
export const deleteTokensOf = (db: UnitOfWork, accountId: string): Promise<number> =>
  db.run(sql`delete from citizen_id.artifact where tenant_id = ${db.tenant} and account_id = ${accountId} and kind <> 'Session'`)

/** Person and choice of a token in one statement, for `Database.statement`; `mandateId` is null for whoever acts for themself. */
export type Holder = Person & { mandateId: string | null }
export const holderOf = (tenant: string, personId: string, grantId: string | null) => sql<Holder>`
    select p.id, p.user_name as "userName", p.given_names as "givenNames", p.family_name as "familyName", p.email, p.email_verified_at as "emailVerifiedAt",
      p.birth_date::text as "birthDate", p.address, p.proofed_level as "proofedLevel", p.proofed_by as "proofedBy", p.proofed_until as "proofedUntil",
      p.locked_at as "lockedAt", p.last_used_at as "lastUsedAt", p.created_at as "createdAt",
      (select c.mandate_id from citizen_id.mandate_choice c where c.tenant_id = ${tenant} and c.grant_id = ${grantId}) as "mandateId"
    from citizen_id.person p where p.tenant_id = ${tenant} and p.id = ${personId}`

export type ClientRow = { clientId: string; metadata: Record<string, unknown>; office: string; purpose: string; legalBasis: string; disabledAt: Date | null; createdAt: Date }

export const findClient = (db: UnitOfWork, clientId: string): Promise<ClientRow | undefined> =>
  db.maybe(sql<ClientRow>`
    select client_id as "clientId", metadata, office, purpose, legal_basis as "legalBasis", disabled_at as "disabledAt", created_at as "createdAt"
    from citizen_id.client where tenant_id = ${db.tenant} and client_id = ${clientId}`)

export type SigningKeyRow = { kid: string; algorithm: 'RS256' | 'ES256' | 'EdDSA'; state: 'next' | 'active' | 'retired'; sealed: string; activatedAt: Date | null; retiredAt: Date | null; createdAt: Date }

/** The keys that are published, the signing ones first. */
export const listSigningKeys = (db: UnitOfWork): Promise<SigningKeyRow[]> =>
  db.many(sql<SigningKeyRow>`
    select kid, algorithm, state, sealed, activated_at as "activatedAt", retired_at as "retiredAt", created_at as "createdAt"
    from citizen_id.signing_key where tenant_id = ${db.tenant} order by case state when 'active' then 0 when 'next' then 1 else 2 end, created_at desc`)

/** 0 when another process has just made the same. */
export const insertSigningKey = (db: UnitOfWork, key: { kid: string; algorithm: string; state: string; sealed: string }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.signing_key (tenant_id, kid, algorithm, state, sealed, activated_at, created_at)
    values (${db.tenant}, ${key.kid}, ${key.algorithm}, ${key.state}, ${key.sealed}, ${key.state === 'active' ? db.now : null}, ${db.now})
    on conflict do nothing`)

/** Rotations of one town one after the other. */
export const lockSigningKeys = (db: UnitOfWork): Promise<{ kid: string }[]> =>
  db.many(sql<{ kid: string }>`select kid from citizen_id.signing_key where tenant_id = ${db.tenant} and state = 'active' order by kid for update`)

export const retireSigningKey = (db: UnitOfWork, kid: string): Promise<number> =>
  db.run(sql`update citizen_id.signing_key set state = 'retired', retired_at = ${db.now} where tenant_id = ${db.tenant} and kid = ${kid} and state = 'active'`)

export const activateSigningKey = (db: UnitOfWork, kid: string): Promise<number> =>
  db.run(sql`update citizen_id.signing_key set state = 'active', activated_at = ${db.now} where tenant_id = ${db.tenant} and kid = ${kid} and state = 'next'`)

export const deleteSigningKey = (db: UnitOfWork, kid: string): Promise<number> =>
  db.run(sql`delete from citizen_id.signing_key where tenant_id = ${db.tenant} and kid = ${kid}`)

/** Whether a person has a phone that can be asked. */
export const hasPass = async (db: UnitOfWork, personId: string): Promise<boolean> =>
  (await db.maybe(sql<{ id: string }>`select id from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId} and kind = 'pass' and revoked_at is null limit 1`)) !== undefined
