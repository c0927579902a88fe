import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Kind, Party, WaitingRequest } from './schema.ts'

export type KeyRow = { purpose: string; sealed: string; publicKey: string }

export const findKey = (db: UnitOfWork, purpose: string): Promise<KeyRow | undefined> =>
  db.maybe(sql<KeyRow>`select purpose, sealed, public_key as "publicKey" from identity_test_kit.simulator_key where tenant_id = ${db.tenant} and purpose = ${purpose}`)

/** 0 when another process was first. */
export const insertKey = (db: UnitOfWork, key: KeyRow): Promise<number> =>
  db.run(sql`
    insert into identity_test_kit.simulator_key (tenant_id, purpose, sealed, public_key, created_at)
    values (${db.tenant}, ${key.purpose}, ${key.sealed}, ${key.publicKey}, ${db.now}) on conflict (tenant_id, purpose) do nothing`)

export const findParty = (db: UnitOfWork, kind: Kind, issuer: string): Promise<Party | undefined> =>
  db.maybe(sql<Party>`
    select kind, issuer, answers_to as "answersTo", signing_certificate as "signingCertificate", encryption_certificate as "encryptionCertificate"
    from identity_test_kit.relying_party where tenant_id = ${db.tenant} and kind = ${kind} and issuer = ${issuer}`)

export const saveParty = (db: UnitOfWork, party: Party): Promise<number> =>
  db.run(sql`
    insert into identity_test_kit.relying_party (tenant_id, kind, issuer, answers_to, signing_certificate, encryption_certificate, created_at)
    values (${db.tenant}, ${party.kind}, ${party.issuer}, ${party.answersTo}, ${party.signingCertificate}, ${party.encryptionCertificate}, ${db.now})
    on conflict (tenant_id, kind, issuer) do update set answers_to = excluded.answers_to, signing_certificate = excluded.signing_certificate,
      encryption_certificate = excluded.encryption_certificate`)

export const insertRequest = (db: UnitOfWork, request: Omit<WaitingRequest, 'card' | 'wrongPins'> & { expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into identity_test_kit.request (tenant_id, id, kind, issuer, request_id, relay_state, level, expires_at, created_at)
    values (${db.tenant}, ${request.id}, ${request.kind}, ${request.issuer}, ${request.requestId}, ${request.relayState}, ${request.level}, ${request.expiresAt}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** @throws NotFound when it is over */
export const getRequest = (db: UnitOfWork, kind: Kind, id: string): Promise<WaitingRequest> =>
  db.one(sql<WaitingRequest>`
    select id, kind, issuer, request_id as "requestId", relay_state as "relayState", level, card, wrong_pins as "wrongPins"
    from identity_test_kit.request where tenant_id = ${db.tenant} and kind = ${kind} and id = ${id} and expires_at > ${db.now}`)

export const layDown = (db: UnitOfWork, id: string, card: string): Promise<number> =>
  db.run(sql`update identity_test_kit.request set card = ${card}, wrong_pins = 0 where tenant_id = ${db.tenant} and id = ${id} and card is distinct from ${card}`)

/** Counts a wrong PIN and says how many there were. */
export const countWrongPin = (db: UnitOfWork, id: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`update identity_test_kit.request set wrong_pins = wrong_pins + 1 where tenant_id = ${db.tenant} and id = ${id} returning wrong_pins as n`)

export const deleteRequest = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from identity_test_kit.request where tenant_id = ${db.tenant} and id = ${id}`)

export const deleteOldRequests = (db: UnitOfWork): Promise<number> => db.run(sql`delete from identity_test_kit.request where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)
