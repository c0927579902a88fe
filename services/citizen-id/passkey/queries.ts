import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { KeyOfPerson } from './schema.ts'

/** A key that counts, with its owner, by the id that the authenticator sends. */
export const findKey = (db: UnitOfWork, webauthnId: string): Promise<KeyOfPerson | undefined> =>
  db.maybe(sql<KeyOfPerson>`
    select c.id, c.person_id as "personId", c.kind, c.name, c.webauthn_id as "webauthnId", c.public_key as "publicKey", c.counter::int8 as counter, c.transports, c.aaguid,
      c.device_bound as "deviceBound", c.lifted_level as "liftedLevel", c.lifted_by as "liftedBy", c.lifted_until as "liftedUntil", c.last_used_at as "lastUsedAt",
      c.revoked_at as "revokedAt", c.created_at as "createdAt", p.proofed_level as "proofedLevel", p.proofed_until as "proofedUntil", p.locked_at as "lockedAt",
      p.given_names as "givenNames", p.family_name as "familyName"
    from citizen_id.credential c join citizen_id.person p on p.tenant_id = ${db.tenant} and p.id = c.person_id
    where c.tenant_id = ${db.tenant} and c.webauthn_id = ${webauthnId} and c.revoked_at is null`)

export type NewCredential = {
  id: string
  personId: string
  kind: 'passkey' | 'pass'
  name: string
  webauthnId: string
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
  aaguid: string | null
  deviceBound: boolean
  lift?: { level: 'low' | 'substantial' | 'high'; by: string; until: Date }
}

/** 0 when this key is known, whoever has it, or when the person has `most` already. */
export const insertCredential = (db: UnitOfWork, key: NewCredential, most: number): Promise<number> =>
  db.run(sql`
    insert into citizen_id.credential (tenant_id, id, person_id, kind, name, webauthn_id, public_key, counter, transports, aaguid, device_bound, lifted_level, lifted_by, lifted_until, last_used_at, created_at)
    select ${db.tenant}, ${key.id}::uuid, ${key.personId}::uuid, ${key.kind}::text, ${key.name}::text, ${key.webauthnId}::text, ${Buffer.from(key.publicKey)}::bytea, ${key.counter}::bigint, ${[...key.transports]}::text[],
      ${key.aaguid}::uuid, ${key.deviceBound}::boolean, ${key.lift?.level ?? 'low'}::text, ${key.lift?.by ?? ''}::text, ${key.lift?.until ?? null}::timestamptz, null::timestamptz, ${db.now}::timestamptz
    where (select count(*) from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${key.personId} and revoked_at is null) < ${most}
    on conflict (tenant_id, webauthn_id) do nothing`)

/**
 * Notes the use of a key and that its challenge is answered, in one statement. 0 when the challenge was answered before, the counter has not
 * grown, or the key was taken back meanwhile: then nobody may go on.
 */
export const useKey = (db: UnitOfWork, use: { id: string; counter: number; deviceBound: boolean; challengeHash: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    with fresh as (
      insert into citizen_id.used_challenge (tenant_id, challenge_hash, expires_at, created_at) values (${db.tenant}, ${use.challengeHash}, ${use.expiresAt}, ${db.now})
      on conflict (tenant_id, challenge_hash) do nothing returning 1)
    update citizen_id.credential set counter = ${use.counter}::bigint, device_bound = device_bound and ${use.deviceBound}, last_used_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${use.id} and revoked_at is null and (counter < ${use.counter}::bigint or (counter = 0 and ${use.counter}::bigint = 0)) and exists (select 1 from fresh)`)

/** True once for each challenge. */
export const useChallenge = async (db: UnitOfWork, challengeHash: string, expiresAt: Date): Promise<boolean> =>
  (await db.run(sql`
    insert into citizen_id.used_challenge (tenant_id, challenge_hash, expires_at, created_at) values (${db.tenant}, ${challengeHash}, ${expiresAt}, ${db.now})
    on conflict (tenant_id, challenge_hash) do nothing`)) > 0

export const renameCredential = (db: UnitOfWork, personId: string, id: string, name: string): Promise<number> =>
  db.run(sql`update citizen_id.credential set name = ${name} where tenant_id = ${db.tenant} and person_id = ${personId} and id = ${id} and revoked_at is null`)

/** The key counts for nothing from now on; its name stays for the history. */
export const revokeCredential = (db: UnitOfWork, personId: string, id: string): Promise<number> =>
  db.run(sql`update citizen_id.credential set revoked_at = ${db.now}, lifted_level = 'low', lifted_until = null where tenant_id = ${db.tenant} and person_id = ${personId} and id = ${id} and revoked_at is null`)

export const saveLift = (db: UnitOfWork, id: string, lift: { level: 'substantial' | 'high'; by: string; until: Date }): Promise<number> =>
  db.run(sql`
    update citizen_id.credential set lifted_level = ${lift.level}, lifted_by = ${lift.by}, lifted_until = ${lift.until}
    where tenant_id = ${db.tenant} and id = ${id} and revoked_at is null and device_bound`)

export const deleteOldChallenges = (db: UnitOfWork): Promise<number> => db.run(sql`delete from citizen_id.used_challenge where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
