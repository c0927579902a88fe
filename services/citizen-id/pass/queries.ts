import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { DeclineReason, Pairing, PassContext, PassRequest } from './schema.ts'

const columns = sql`id, origin, state, reason, handle, context, wanted, number, person_id as "personId", credential_id as "credentialId", level, decided_at as "decidedAt",
  expires_at as "expiresAt", created_at as "createdAt"`

export type NewPassRequest = { id: string; origin: 'screen' | 'ciba'; askedBy: string; handle: string | null; codeHash: string | null; context: PassContext; wanted: string | null; number: number; personId: string | null; expiresAt: Date }

export const insertRequest = (db: UnitOfWork, one: NewPassRequest): Promise<number> =>
  db.run(sql`
    insert into citizen_id.pass_request (tenant_id, id, origin, asked_by, handle, code_hash, context, wanted, number, person_id, expires_at, created_at)
    values (${db.tenant}, ${one.id}, ${one.origin}, ${one.askedBy}, ${one.handle}, ${one.codeHash}, ${JSON.stringify(one.context)}::jsonb, ${one.wanted}, ${one.number}, ${one.personId}, ${one.expiresAt}, ${db.now})`)

/** Of two questions of one sign-in only the newer is answered. */
export const replaceRequests = (db: UnitOfWork, askedBy: string): Promise<number> =>
  db.run(sql`
    update citizen_id.pass_request set state = 'declined', reason = 'replaced', code_hash = null
    where tenant_id = ${db.tenant} and asked_by = ${askedBy} and state in ('waiting', 'seen', 'approved')`)

export const findLatestRequest = (db: UnitOfWork, askedBy: string): Promise<PassRequest | undefined> =>
  db.maybe(sql<PassRequest>`select ${columns} from citizen_id.pass_request where tenant_id = ${db.tenant} and asked_by = ${askedBy} order by created_at desc, id desc limit 1`)

/** A phone has the code: it belongs to this phone now, and the code is gone. Undefined when there is no such code, or another phone was faster. */
export const takeByCode = (db: UnitOfWork, codeHash: string, phone: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`
    update citizen_id.pass_request set state = 'seen', seen_by = ${phone}, code_hash = null
    where tenant_id = ${db.tenant} and code_hash = ${codeHash} and state = 'waiting' and expires_at > ${db.now} returning id`)

/** A question that is open for this phone, or for this person when they are asked by name. */
export const findOpenRequest = (db: UnitOfWork, id: string, { phone, personId }: { phone: string | undefined; personId: string | undefined }): Promise<PassRequest | undefined> =>
  db.maybe(sql<PassRequest>`
    select ${columns} from citizen_id.pass_request
    where tenant_id = ${db.tenant} and id = ${id} and expires_at > ${db.now}
      and ((origin = 'screen' and state = 'seen' and seen_by = ${phone ?? null}) or (origin = 'ciba' and state in ('waiting', 'seen') and person_id = ${personId ?? null}::uuid))`)

/** 1 for the one confirmation that counts. Whoever asked has until `expiresAt` to fetch it. */
export const approveRequest = (db: UnitOfWork, id: string, by: { personId: string; credentialId: string; level: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    update citizen_id.pass_request set state = 'approved', person_id = ${by.personId}, credential_id = ${by.credentialId}, level = ${by.level}, decided_at = ${db.now}, expires_at = ${by.expiresAt}
    where tenant_id = ${db.tenant} and id = ${id} and state in ('waiting', 'seen') and expires_at > ${db.now} and (person_id is null or person_id = ${by.personId})`)

export const declineRequest = (db: UnitOfWork, id: string, reason: DeclineReason): Promise<number> =>
  db.run(sql`
    update citizen_id.pass_request set state = 'declined', reason = ${reason}, decided_at = ${db.now}, code_hash = null
    where tenant_id = ${db.tenant} and id = ${id} and state in ('waiting', 'seen')`)

/** Fetches a confirmation, once, by whoever asked; not when the key was taken back meanwhile. */
export const takeApproved = (db: UnitOfWork, id: string, askedBy: string): Promise<{ personId: string; credentialId: string; level: 'low' | 'substantial' | 'high' } | undefined> =>
  db.maybe(sql<{ personId: string; credentialId: string; level: 'low' | 'substantial' | 'high' }>`
    update citizen_id.pass_request r set state = 'used'
    where r.tenant_id = ${db.tenant} and r.id = ${id} and r.asked_by = ${askedBy} and r.state = 'approved' and r.expires_at > ${db.now}
      and exists (select 1 from citizen_id.credential c where c.tenant_id = ${db.tenant} and c.id = r.credential_id and c.revoked_at is null)
    returning r.person_id as "personId", r.credential_id as "credentialId", r.level`)

/** What asks for this person by name and waits. */
export const listWaiting = (db: UnitOfWork, personId: string): Promise<PassRequest[]> =>
  db.many(sql<PassRequest>`
    select ${columns} from citizen_id.pass_request
    where tenant_id = ${db.tenant} and person_id = ${personId} and origin = 'ciba' and state in ('waiting', 'seen') and expires_at > ${db.now} order by created_at desc limit 20`)

export const insertPairing = (db: UnitOfWork, one: { id: string; personId: string; credentialId: string; codeHash: string; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.pass_pairing (tenant_id, id, person_id, credential_id, code_hash, expires_at, created_at)
    values (${db.tenant}, ${one.id}, ${one.personId}, ${one.credentialId}, ${one.codeHash}, ${one.expiresAt}, ${db.now})`)

export const takePairingByCode = (db: UnitOfWork, codeHash: string, phone: string): Promise<{ id: string } | undefined> =>
  db.maybe(sql<{ id: string }>`
    update citizen_id.pass_pairing set seen_by = ${phone}, code_hash = null
    where tenant_id = ${db.tenant} and code_hash = ${codeHash} and seen_by is null and expires_at > ${db.now} returning id`)

const pairingColumns = sql`id, person_id as "personId", credential_id as "credentialId", new_credential_id as "newCredentialId", expires_at as "expiresAt"`

/** The pairing as the new phone may see it. */
export const findPairing = (db: UnitOfWork, id: string, phone: string): Promise<Pairing | undefined> =>
  db.maybe(sql<Pairing>`
    select ${pairingColumns} from citizen_id.pass_pairing
    where tenant_id = ${db.tenant} and id = ${id} and seen_by = ${phone} and new_credential_id is null and expires_at > ${db.now}`)

/** The pairing as the old phone may see it. */
export const findOwnPairing = (db: UnitOfWork, id: string, personId: string): Promise<(Pairing & { seen: boolean }) | undefined> =>
  db.maybe(sql<Pairing & { seen: boolean }>`select ${pairingColumns}, seen_by is not null as seen from citizen_id.pass_pairing where tenant_id = ${db.tenant} and id = ${id} and person_id = ${personId}`)

export const finishPairing = (db: UnitOfWork, id: string, newCredentialId: string): Promise<number> =>
  db.run(sql`update citizen_id.pass_pairing set new_credential_id = ${newCredentialId} where tenant_id = ${db.tenant} and id = ${id} and new_credential_id is null and expires_at > ${db.now}`)

/** What has been over for an hour. */
export const deleteOldRequests = async (db: UnitOfWork): Promise<number> =>
  (await db.run(sql`delete from citizen_id.pass_request where tenant_id = ${db.tenant} and expires_at < ${db.now}::timestamptz - interval '1 hour'`)) +
  (await db.run(sql`delete from citizen_id.pass_pairing where tenant_id = ${db.tenant} and expires_at < ${db.now}::timestamptz - interval '1 hour'`))
