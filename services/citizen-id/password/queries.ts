import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Registration, StoredPassword, StoredTotp } from './schema.ts'

export const findPassword = (db: UnitOfWork, personId: string): Promise<StoredPassword | undefined> =>
  db.maybe(sql<StoredPassword>`select hash, changed_at as "changedAt" from citizen_id.password where tenant_id = ${db.tenant} and person_id = ${personId}`)

/** Sets a password or puts it in place of the one before. */
export const savePassword = (db: UnitOfWork, personId: string, hash: string): Promise<number> =>
  db.run(sql`
    insert into citizen_id.password (tenant_id, person_id, hash, changed_at, created_at) values (${db.tenant}, ${personId}, ${hash}, ${db.now}, ${db.now})
    on conflict (tenant_id, person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`)

/** Gives a sign-in name to somebody who has none. 0 when somebody else has it. */
export const nameNameless = (db: UnitOfWork, personId: string, name: { userName: string; userNameKey: string }): Promise<number> =>
  db.run(sql`
    update citizen_id.person set user_name = ${name.userName}, user_name_key = ${name.userNameKey}
    where tenant_id = ${db.tenant} and id = ${personId} and user_name is null
      and not exists (select from citizen_id.person o where o.tenant_id = ${db.tenant} and o.user_name_key = ${name.userNameKey})`)

/** The same password at today's cost; nothing when it was changed meanwhile. */
export const renewPassword = (db: UnitOfWork, personId: string, { old, fresh }: { old: string; fresh: string }): Promise<number> =>
  db.run(sql`update citizen_id.password set hash = ${fresh} where tenant_id = ${db.tenant} and person_id = ${personId} and hash = ${old}`)

export const findTotp = (db: UnitOfWork, personId: string): Promise<StoredTotp | undefined> =>
  db.maybe(sql<StoredTotp>`
    select sealed, last_step::int8 as "lastStep", confirmed_at as "confirmedAt" from citizen_id.totp where tenant_id = ${db.tenant} and person_id = ${personId}`)

/** A secret that is not confirmed yet; one that counts already stays. */
export const offerTotp = (db: UnitOfWork, personId: string, sealed: string): Promise<number> =>
  db.run(sql`
    insert into citizen_id.totp (tenant_id, person_id, sealed, created_at) values (${db.tenant}, ${personId}, ${sealed}, ${db.now})
    on conflict (tenant_id, person_id) do update set sealed = excluded.sealed, last_step = 0, created_at = excluded.created_at where citizen_id.totp.confirmed_at is null`)

/** Rows changed: none when it counted already. */
export const confirmTotp = (db: UnitOfWork, personId: string, step: number): Promise<number> =>
  db.run(sql`update citizen_id.totp set confirmed_at = ${db.now}, last_step = ${step} where tenant_id = ${db.tenant} and person_id = ${personId} and confirmed_at is null`)

/** Uses up a time step. Rows changed: none when it, or a later one, was used before; of two at once only one wins. */
export const useTotpStep = (db: UnitOfWork, personId: string, step: number): Promise<number> =>
  db.run(sql`update citizen_id.totp set last_step = ${step} where tenant_id = ${db.tenant} and person_id = ${personId} and confirmed_at is not null and last_step < ${step}`)

export const deleteTotp = (db: UnitOfWork, personId: string): Promise<number> => db.run(sql`delete from citizen_id.totp where tenant_id = ${db.tenant} and person_id = ${personId}`)

/** Puts new recovery codes in place of all old ones. */
export async function replaceRecoveryCodes(db: UnitOfWork, personId: string, hashes: readonly string[]): Promise<void> {
  await db.run(sql`delete from citizen_id.recovery_code where tenant_id = ${db.tenant} and person_id = ${personId}`)
  if (hashes.length === 0) return
  await db.insertMany('citizen_id.recovery_code', hashes.map((hash) => ({ tenant_id: db.tenant, person_id: personId, code_hash: hash, created_at: db.now })))
}

/** Rows changed: none when there is no such code, or it was used. */
export const useRecoveryCode = (db: UnitOfWork, personId: string, hash: string): Promise<number> =>
  db.run(sql`update citizen_id.recovery_code set used_at = ${db.now} where tenant_id = ${db.tenant} and person_id = ${personId} and code_hash = ${hash} and used_at is null`)

export const countRecoveryCodes = (db: UnitOfWork, personId: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from citizen_id.recovery_code where tenant_id = ${db.tenant} and person_id = ${personId} and used_at is null`)

const columns = sql`id, page_hash as "pageHash", token_hash as "tokenHash", code_hash as "codeHash", tries, given_names as "givenNames", family_name as "familyName", email,
  user_name as "userName", user_name_key as "userNameKey", password_hash as "passwordHash", interaction, expires_at as "expiresAt"`

export const insertRegistration = (db: UnitOfWork, made: Omit<Registration, 'tries'>): Promise<number> =>
  db.run(sql`
    insert into citizen_id.registration (tenant_id, id, page_hash, token_hash, code_hash, given_names, family_name, email, user_name, user_name_key, password_hash, interaction,
      expires_at, created_at)
    values (${db.tenant}, ${made.id}, ${made.pageHash}, ${made.tokenHash}, ${made.codeHash}, ${made.givenNames}, ${made.familyName}, ${made.email}, ${made.userName},
      ${made.userNameKey}, ${made.passwordHash}, ${made.interaction}, ${made.expiresAt}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** A registration that has not run out, by the hash of its page's or of its mail's address. */
export const findRegistration = (db: UnitOfWork, by: { pageHash: string } | { tokenHash: string }): Promise<Registration | undefined> =>
  db.maybe(sql<Registration>`
    select ${columns} from citizen_id.registration
    where tenant_id = ${db.tenant} and expires_at > ${db.now} and ${'pageHash' in by ? sql`page_hash = ${by.pageHash}` : sql`token_hash = ${by.tokenHash}`}`)

/** Counts one try of the code. Rows changed: none when all tries are used up. */
export const tryRegistration = (db: UnitOfWork, id: string, most: number): Promise<number> =>
  db.run(sql`update citizen_id.registration set tries = tries + 1 where tenant_id = ${db.tenant} and id = ${id} and tries < ${most}`)

export const renameRegistration = (db: UnitOfWork, id: string, name: { userName: string; userNameKey: string }): Promise<number> =>
  db.run(sql`update citizen_id.registration set user_name = ${name.userName}, user_name_key = ${name.userNameKey} where tenant_id = ${db.tenant} and id = ${id}`)

/** Takes a registration out, once: of two at the same moment only one gets it. */
export const takeRegistration = (db: UnitOfWork, id: string): Promise<Registration | undefined> =>
  db.maybe(sql<Registration>`delete from citizen_id.registration where tenant_id = ${db.tenant} and id = ${id} and expires_at > ${db.now} returning ${columns}`)

export const deleteOldRegistrations = (db: UnitOfWork): Promise<number> =>
  db.run(sql`delete from citizen_id.registration where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
