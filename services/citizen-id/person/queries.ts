import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Credential, Level, LevelCause, LevelEvent, Person, PostalAddress, ProofSource } from './schema.ts'

const columns = sql`id, user_name as "userName", given_names as "givenNames", family_name as "familyName", email, email_verified_at as "emailVerifiedAt",
  birth_date::text as "birthDate", address, proofed_level as "proofedLevel", proofed_by as "proofedBy", proofed_until as "proofedUntil",
  locked_at as "lockedAt", last_used_at as "lastUsedAt", created_at as "createdAt"`

export const findPerson = (db: UnitOfWork, id: string): Promise<Person | undefined> =>
  db.maybe(sql<Person>`select ${columns} from citizen_id.person where tenant_id = ${db.tenant} and id = ${id}`)

/** @throws NotFound */
export const getPerson = (db: UnitOfWork, id: string): Promise<Person> =>
  db.one(sql<Person>`select ${columns} from citizen_id.person where tenant_id = ${db.tenant} and id = ${id}`)

/** `key` is the folded name, see `password/user-name.ts`. */
export const findPersonByUserName = (db: UnitOfWork, key: string): Promise<Person | undefined> =>
  db.maybe(sql<Person>`select ${columns} from citizen_id.person where tenant_id = ${db.tenant} and user_name_key = ${key}`)

/** Everybody who has confirmed this mail address; several people may share one. */
export const listPersonsByMail = (db: UnitOfWork, email: string): Promise<Person[]> =>
  db.many(sql<Person>`
    select ${columns} from citizen_id.person
    where tenant_id = ${db.tenant} and email is not null and lower(email) = lower(${email}) and email_verified_at is not null order by created_at limit 20`)

export type NewPerson = {
  id: string
  userName?: string
  userNameKey?: string
  givenNames: string
  familyName: string
  email?: string
  emailVerified?: boolean
  birthDate?: string
  address?: PostalAddress
  proofedLevel: Level
  proofedBy: ProofSource
  proofedUntil?: Date
}

/** 0 when the id or the user name is taken. */
export const insertPerson = (db: UnitOfWork, person: NewPerson): Promise<number> =>
  db.run(sql`
    insert into citizen_id.person (tenant_id, id, user_name, user_name_key, given_names, family_name, email, email_verified_at, birth_date, address,
      proofed_level, proofed_by, proofed_until, last_used_at, created_at)
    values (${db.tenant}, ${person.id}, ${person.userName ?? null}, ${person.userNameKey ?? null}, ${person.givenNames}, ${person.familyName}, ${person.email ?? null},
      ${person.emailVerified === true ? db.now : null}, ${person.birthDate ?? null}, ${person.address ? JSON.stringify(person.address) : null}::jsonb,
      ${person.proofedLevel}, ${person.proofedBy}, ${person.proofedUntil ?? null}, ${db.now}, ${db.now})
    on conflict do nothing`)

/** Puts what an official proof says in place of what the person had typed. */
export const updateProofed = (db: UnitOfWork, id: string, proofed: { givenNames?: string; familyName?: string; birthDate?: string; address?: PostalAddress; level: Level; by: ProofSource; until: Date | null }): Promise<number> =>
  db.run(sql`
    update citizen_id.person set given_names = coalesce(${proofed.givenNames ?? null}, given_names), family_name = coalesce(${proofed.familyName ?? null}, family_name),
      birth_date = coalesce(${proofed.birthDate ?? null}::date, birth_date), address = coalesce(${proofed.address ? JSON.stringify(proofed.address) : null}::jsonb, address),
      proofed_level = ${proofed.level}, proofed_by = ${proofed.by}, proofed_until = ${proofed.until}
    where tenant_id = ${db.tenant} and id = ${id}`)

/** Notes that the person was here; a warning of deletion for inactivity is then over. */
export const touchPerson = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update citizen_id.person set last_used_at = ${db.now}, notices = 0 where tenant_id = ${db.tenant} and id = ${id}`)

/** All that hangs on the person goes with the row. */
export const deletePerson = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`delete from citizen_id.person where tenant_id = ${db.tenant} and id = ${id}`)

const credentialColumns = sql`id, person_id as "personId", kind, name, webauthn_id as "webauthnId", public_key as "publicKey", counter::int8 as counter, transports, aaguid,
  device_bound as "deviceBound", lifted_level as "liftedLevel", lifted_by as "liftedBy", lifted_until as "liftedUntil", last_used_at as "lastUsedAt",
  revoked_at as "revokedAt", created_at as "createdAt"`

export const listCredentials = (db: UnitOfWork, personId: string): Promise<Credential[]> =>
  db.many(sql<Credential>`select ${credentialColumns} from citizen_id.credential where tenant_id = ${db.tenant} and person_id = ${personId} order by created_at, id`)

/** A key that is not revoked, by the id that the authenticator sends. */
export const findCredential = (db: UnitOfWork, webauthnId: string): Promise<Credential | undefined> =>
  db.maybe(sql<Credential>`select ${credentialColumns} from citizen_id.credential where tenant_id = ${db.tenant} and webauthn_id = ${webauthnId} and revoked_at is null`)

export const insertLevelEvent = (db: UnitOfWork, event: { id: string; personId: string; credentialId?: string; level: Level; cause: LevelCause; until?: Date | null }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.level_event (tenant_id, id, person_id, credential_id, level, cause, until, created_at)
    values (${db.tenant}, ${event.id}, ${event.personId}, ${event.credentialId ?? null}, ${event.level}, ${event.cause}, ${event.until ?? null}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** The history of how surely the person is known, newest first. */
export const listLevelEvents = (db: UnitOfWork, personId: string): Promise<LevelEvent[]> =>
  db.many(sql<LevelEvent>`
    select id, credential_id as "credentialId", level, cause, until, created_at as "createdAt" from citizen_id.level_event
    where tenant_id = ${db.tenant} and person_id = ${personId} order by created_at desc, id desc limit 500`)

/** The person behind an identity elsewhere. `subjectHash` is a keyed hash, see `subjectHash` in `person/subject-hash.ts`. */
export const findLinkedPerson = (db: UnitOfWork, source: 'eid' | 'bundid' | 'wallet', subjectHash: string): Promise<{ personId: string } | undefined> =>
  db.maybe(sql<{ personId: string }>`select person_id as "personId" from citizen_id.link where tenant_id = ${db.tenant} and source = ${source} and subject_hash = ${subjectHash}`)

/** 0 when this identity belongs to somebody already. */
export const insertLinkedPerson = (db: UnitOfWork, source: 'eid' | 'bundid' | 'wallet', subjectHash: string, personId: string): Promise<number> =>
  db.run(sql`
    insert into citizen_id.link (tenant_id, source, subject_hash, person_id, last_used_at, created_at)
    values (${db.tenant}, ${source}, ${subjectHash}, ${personId}, ${db.now}, ${db.now}) on conflict (tenant_id, source, subject_hash) do nothing`)

export type NewUse = { id: string; personId: string; clientId: string; clientName: string; purpose: string; legalBasis: string; claims: readonly string[]; level: Level; method: string; mandateId?: string }

/** One line of the data cockpit. */
export const insertUse = (db: UnitOfWork, use: NewUse): Promise<number> =>
  db.run(sql`
    insert into citizen_id.use (tenant_id, id, person_id, client_id, client_name, purpose, legal_basis, claims, level, method, mandate_id, created_at)
    values (${db.tenant}, ${use.id}, ${use.personId}, ${use.clientId}, ${use.clientName}, ${use.purpose}, ${use.legalBasis}, ${[...use.claims]}, ${use.level}, ${use.method},
      ${use.mandateId ?? null}, ${db.now}) on conflict (tenant_id, id) do nothing`)
