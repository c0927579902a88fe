import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { CounterCase, Document, FoundPerson, Recovery } from './schema.ts'

const columns = sql`token_hash as "tokenHash", person_id as "personId", source, case_id as "caseId", browser_hash as "browserHash", expires_at as "expiresAt"`

export const insertRecovery = (db: UnitOfWork, { tokenHash, personId, source, caseId, browserHash, expiresAt }: Recovery): Promise<number> =>
  db.run(sql`
    insert into citizen_id.recovery (tenant_id, token_hash, person_id, source, case_id, browser_hash, expires_at, created_at)
    values (${db.tenant}, ${tokenHash}, ${personId}, ${source}, ${caseId}, ${browserHash}, ${expiresAt}, ${db.now}) on conflict (tenant_id, token_hash) do nothing`)

/** A letter's link that nobody has used. */
export const findUnused = (db: UnitOfWork, tokenHash: string): Promise<Recovery | undefined> =>
  db.maybe(sql<Recovery>`select ${columns} from citizen_id.recovery where tenant_id = ${db.tenant} and token_hash = ${tokenHash} and browser_hash is null and expires_at > ${db.now}`)

/** Gives the way back to one browser. Rows changed: none when another one was first. */
export const bindRecovery = (db: UnitOfWork, tokenHash: string, browserHash: string, expiresAt: Date): Promise<number> =>
  db.run(sql`
    update citizen_id.recovery set browser_hash = ${browserHash}, expires_at = ${expiresAt}
    where tenant_id = ${db.tenant} and token_hash = ${tokenHash} and browser_hash is null and expires_at > ${db.now}`)

export const findBound = (db: UnitOfWork, browserHash: string): Promise<Recovery | undefined> =>
  db.maybe(sql<Recovery>`select ${columns} from citizen_id.recovery where tenant_id = ${db.tenant} and browser_hash = ${browserHash} and expires_at > ${db.now}`)

/** Ends every open way back of the person, used or not. Rows changed. */
export const endRecoveries = (db: UnitOfWork, personId: string): Promise<number> => db.run(sql`delete from citizen_id.recovery where tenant_id = ${db.tenant} and person_id = ${personId}`)

export const deleteOldRecoveries = (db: UnitOfWork): Promise<number> => db.run(sql`delete from citizen_id.recovery where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)

/** After recovery at the counter: whatever was proved or set up before counts no more. Keys are revoked, their lifts end, the person is known by a document seen once: low. */
export async function withdrawEverything(db: UnitOfWork, personId: string): Promise<void> {
  await db.run(sql`
    update citizen_id.credential set revoked_at = coalesce(revoked_at, ${db.now}), lifted_level = 'low', lifted_until = null where tenant_id = ${db.tenant} and person_id = ${personId}`)
  await db.run(sql`update citizen_id.person set proofed_level = 'low', proofed_until = null where tenant_id = ${db.tenant} and id = ${personId}`)
}

/** People whom an officer may mean: by sign-in name, mail address, or a part of the family name. */
export const searchPersons = (db: UnitOfWork, { text, key }: { text: string; key: string }): Promise<FoundPerson[]> =>
  db.many(sql<FoundPerson>`
    select id, given_names as "givenNames", family_name as "familyName", user_name as "userName", birth_date::text as "birthDate", email from citizen_id.person
    where tenant_id = ${db.tenant} and (user_name_key = ${key} or lower(email) = lower(${text})
      or lower(family_name) = lower(${text}) or lower(given_names || ' ' || family_name) = lower(${text}))
    order by family_name, given_names, id limit 20`)

const caseColumns = sql`id, person_id as "personId", document, state, opened_by as "openedBy", confirmed_by as "confirmedBy", code_hash as "codeHash", tries,
  expires_at as "expiresAt", created_at as "createdAt"`

export const insertCase = (db: UnitOfWork, { id, personId, document, openedBy, expiresAt }: { id: string; personId: string; document: Document; openedBy: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.counter_case (tenant_id, id, person_id, document, opened_by, expires_at, created_at)
    values (${db.tenant}, ${id}, ${personId}, ${document}, ${openedBy}, ${expiresAt}, ${db.now}) on conflict (tenant_id, id) do nothing`)

export const findCase = (db: UnitOfWork, id: string): Promise<CounterCase | undefined> =>
  db.maybe(sql<CounterCase>`select ${caseColumns} from citizen_id.counter_case where tenant_id = ${db.tenant} and id = ${id}`)

/** @throws NotFound */
export const getCase = (db: UnitOfWork, id: string): Promise<CounterCase> => db.one(sql<CounterCase>`select ${caseColumns} from citizen_id.counter_case where tenant_id = ${db.tenant} and id = ${id}`)

export type ListedCase = CounterCase & { name: string }
/** Cases of the last hours, the newest first. */
export const listCases = (db: UnitOfWork, since: Date): Promise<ListedCase[]> =>
  db.many(sql<ListedCase>`
    select c.id, c.person_id as "personId", c.document, c.state, c.opened_by as "openedBy", c.confirmed_by as "confirmedBy", c.code_hash as "codeHash", c.tries,
      c.expires_at as "expiresAt", c.created_at as "createdAt", p.given_names || ' ' || p.family_name as name
    from citizen_id.counter_case c join citizen_id.person p on p.tenant_id = ${db.tenant} and p.id = c.person_id
    where c.tenant_id = ${db.tenant} and c.created_at > ${since} order by c.created_at desc, c.id limit 50`)

/** The second officer's word. Rows changed: none when the case is no longer open, or the officer is the first one. */
export const confirmCase = (db: UnitOfWork, id: string, { officer, codeHash, expiresAt }: { officer: string; codeHash: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    update citizen_id.counter_case set state = 'confirmed', confirmed_by = ${officer}, code_hash = ${codeHash}, expires_at = ${expiresAt}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'open' and opened_by <> ${officer} and person_id <> ${officer} and expires_at > ${db.now}`)

export const withdrawCase = (db: UnitOfWork, id: string, officer: string): Promise<number> =>
  db.run(sql`update citizen_id.counter_case set state = 'withdrawn', withdrawn_by = ${officer}, code_hash = null where tenant_id = ${db.tenant} and id = ${id} and state in ('open', 'confirmed')`)

/** Confirmed cases of a person whose code may still be typed; locked until the unit ends. */
export const listCodeCases = (db: UnitOfWork, personId: string): Promise<CounterCase[]> =>
  db.many(sql<CounterCase>`
    select ${caseColumns} from citizen_id.counter_case where tenant_id = ${db.tenant} and person_id = ${personId} and state = 'confirmed' and expires_at > ${db.now} order by id for update`)

export const countCodeTry = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update citizen_id.counter_case set tries = tries + 1 where tenant_id = ${db.tenant} and id = ${id}`)

export const useCase = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update citizen_id.counter_case set state = 'used', code_hash = null where tenant_id = ${db.tenant} and id = ${id} and state = 'confirmed'`)
