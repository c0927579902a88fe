import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { EventKind, EvidenceDocument, Mandate, MandateEvent, MandateState, MandateUse } from './schema.ts'

const columns = sql`id, kind, state, principal_id as "principalId", principal_name as "principalName", principal_birth_date::text as "principalBirthDate",
  register_number as "registerNumber", representative_id as "representativeId", representative_label as "representativeLabel", scope, valid_from as "validFrom",
  valid_until as "validUntil", reference, custody, document, decided_at as "decidedAt", ended_at as "endedAt", created_at as "createdAt"`

export const findMandate = (db: UnitOfWork, id: string): Promise<Mandate | undefined> =>
  db.maybe(sql<Mandate>`select ${columns} from citizen_id.mandate where tenant_id = ${db.tenant} and id = ${id}`)

/** @throws NotFound */
export const getMandate = (db: UnitOfWork, id: string): Promise<Mandate> =>
  db.one(sql<Mandate>`select ${columns} from citizen_id.mandate where tenant_id = ${db.tenant} and id = ${id}`)

export const findMandateByCode = (db: UnitOfWork, codeHash: string): Promise<Mandate | undefined> =>
  db.maybe(sql<Mandate>`select ${columns} from citizen_id.mandate where tenant_id = ${db.tenant} and code_hash = ${codeHash} and state = 'proposed'`)

/** Everything in which a person stands on either side, newest first. */
export const listMandatesOf = (db: UnitOfWork, personId: string): Promise<Mandate[]> =>
  db.many(sql<Mandate>`
    select ${columns} from citizen_id.mandate
    where tenant_id = ${db.tenant} and (principal_id = ${personId} or representative_id = ${personId}) order by created_at desc, id desc limit 200`)

/** Under which a person may act, as far as the table knows; `isUsable` decides. */
export const listActiveFor = (db: UnitOfWork, representativeId: string): Promise<Mandate[]> =>
  db.many(sql<Mandate>`
    select ${columns} from citizen_id.mandate
    where tenant_id = ${db.tenant} and representative_id = ${representativeId} and state = 'active' order by principal_name, id limit 100`)

/** What waits for an officer: representations by law and register, the longest waiting first. */
export const listForReview = (db: UnitOfWork): Promise<Mandate[]> =>
  db.many(sql<Mandate>`
    select ${columns} from citizen_id.mandate
    where tenant_id = ${db.tenant} and state = 'proposed' and kind <> 'power-of-attorney' order by created_at, id limit 200`)

export type NewMandate = Pick<Mandate, 'id' | 'kind' | 'principalId' | 'principalName' | 'principalBirthDate' | 'registerNumber' | 'representativeId' | 'representativeLabel' | 'scope' | 'validUntil' | 'reference' | 'custody'> & { codeHash: string | null }

export const insertMandate = (db: UnitOfWork, mandate: NewMandate): Promise<number> =>
  db.run(sql`
    insert into citizen_id.mandate (tenant_id, id, kind, principal_id, principal_name, principal_birth_date, register_number, representative_id, representative_label,
      scope, valid_from, valid_until, code_hash, reference, custody, created_at)
    values (${db.tenant}, ${mandate.id}, ${mandate.kind}, ${mandate.principalId}, ${mandate.principalName}, ${mandate.principalBirthDate}::date, ${mandate.registerNumber},
      ${mandate.representativeId}, ${mandate.representativeLabel}, ${mandate.scope}, ${db.now}, ${mandate.validUntil}, ${mandate.codeHash}, ${mandate.reference}, ${mandate.custody}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** Ties an offer to whoever has entered its code; the code is used up. 0 when somebody was faster. */
export const takeOffer = (db: UnitOfWork, id: string, representativeId: string, label: string): Promise<number> =>
  db.run(sql`
    update citizen_id.mandate set representative_id = ${representativeId}, representative_label = ${label}, code_hash = null
    where tenant_id = ${db.tenant} and id = ${id} and state = 'proposed' and representative_id is null and principal_id <> ${representativeId}`)

/** 0 when it was decided before. */
export const decide = (db: UnitOfWork, id: string, decision: { state: 'active' | 'declined'; document?: EvidenceDocument; confirmedBy?: string; representativeLabel?: string }): Promise<number> =>
  db.run(sql`
    update citizen_id.mandate set state = ${decision.state}, document = ${decision.document ?? null}, confirmed_by = ${decision.confirmedBy ?? null}, code_hash = null,
      representative_label = coalesce(${decision.representativeLabel ?? null}, representative_label), decided_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'proposed'`)

/** 0 when it was over before. */
export const endMandate = (db: UnitOfWork, id: string, state: Extract<MandateState, 'revoked' | 'ended'>): Promise<number> =>
  db.run(sql`
    update citizen_id.mandate set state = ${state}, ended_at = ${db.now}, code_hash = null
    where tenant_id = ${db.tenant} and id = ${id} and state in ('proposed', 'active')`)

/** What may have ended by itself: children who may be of age, days that are over, offers nobody took. `stateNow` decides. */
export const listPerhapsOver = (db: UnitOfWork, { offeredBefore, bornBefore, size }: { offeredBefore: Date; bornBefore: string; size: number }): Promise<Mandate[]> =>
  db.many(sql<Mandate>`
    select ${columns} from citizen_id.mandate
    where tenant_id = ${db.tenant} and state in ('proposed', 'active')
      and (valid_until <= ${db.now} or (kind = 'parent' and principal_birth_date <= ${bornBefore}::date) or (kind = 'power-of-attorney' and state = 'proposed' and created_at <= ${offeredBefore}))
    order by id limit ${size}`)

export const insertEvent = (db: UnitOfWork, event: { id: string; mandateId: string; what: EventKind; byId?: string }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.mandate_event (tenant_id, id, mandate_id, what, by_id, created_at)
    values (${db.tenant}, ${event.id}, ${event.mandateId}, ${event.what}, ${event.byId ?? null}, ${db.now}) on conflict (tenant_id, id) do nothing`)

export const listEvents = (db: UnitOfWork, mandateId: string): Promise<MandateEvent[]> =>
  db.many(sql<MandateEvent>`
    select what, by_id as "byId", created_at as "createdAt" from citizen_id.mandate_event
    where tenant_id = ${db.tenant} and mandate_id = ${mandateId} order by created_at, id limit 200`)

/** Each sign-in under it, newest first: both sides see them. */
export const listUses = (db: UnitOfWork, mandateId: string, representativeId: string): Promise<MandateUse[]> =>
  db.many(sql<MandateUse>`
    select id, client_name as "clientName", level, created_at as "createdAt" from citizen_id.use
    where tenant_id = ${db.tenant} and person_id = ${representativeId} and mandate_id = ${mandateId} order by created_at desc, id desc limit 50`)

export const countUses = (db: UnitOfWork, personId: string): Promise<{ mandateId: string; n: number }[]> =>
  db.many(sql<{ mandateId: string; n: number }>`
    select u.mandate_id as "mandateId", count(*)::int as n from citizen_id.use u
    where u.tenant_id = ${db.tenant} and u.mandate_id in (select m.id from citizen_id.mandate m where m.tenant_id = ${db.tenant} and (m.principal_id = ${personId} or m.representative_id = ${personId}))
    group by u.mandate_id`)

export type Choice = { grantId: string; mandateId: string | null }
export type NewChoice = Choice & { sessionUid: string; clientId: string; personId: string; expiresAt: Date }

/** The last choice of a session at a client counts. */
export const saveChoice = (db: UnitOfWork, choice: NewChoice): Promise<number> =>
  db.run(sql`
    insert into citizen_id.mandate_choice (tenant_id, grant_id, session_uid, client_id, person_id, mandate_id, expires_at, created_at)
    values (${db.tenant}, ${choice.grantId}, ${choice.sessionUid}, ${choice.clientId}, ${choice.personId}, ${choice.mandateId}, ${choice.expiresAt}, ${db.now})
    on conflict (tenant_id, grant_id) do update set session_uid = excluded.session_uid, mandate_id = excluded.mandate_id, expires_at = excluded.expires_at, created_at = excluded.created_at`)

export const findChoice = (db: UnitOfWork, grantId: string): Promise<Choice | undefined> =>
  db.maybe(sql<Choice>`select grant_id as "grantId", mandate_id as "mandateId" from citizen_id.mandate_choice where tenant_id = ${db.tenant} and grant_id = ${grantId}`)

export const findChoiceOfSession = (db: UnitOfWork, sessionUid: string, clientId: string): Promise<Choice | undefined> =>
  db.maybe(sql<Choice>`
    select grant_id as "grantId", mandate_id as "mandateId" from citizen_id.mandate_choice
    where tenant_id = ${db.tenant} and session_uid = ${sessionUid} and client_id = ${clientId} order by created_at desc limit 1`)

export const listChoicesUnder = (db: UnitOfWork, mandateId: string): Promise<Choice[]> =>
  db.many(sql<Choice>`select grant_id as "grantId", mandate_id as "mandateId" from citizen_id.mandate_choice where tenant_id = ${db.tenant} and mandate_id = ${mandateId}`)

export const deleteOldChoices = (db: UnitOfWork): Promise<number> => db.run(sql`delete from citizen_id.mandate_choice where tenant_id = ${db.tenant} and expires_at <= ${db.now}`)

export const deleteChoice = (db: UnitOfWork, grantId: string): Promise<number> => db.run(sql`delete from citizen_id.mandate_choice where tenant_id = ${db.tenant} and grant_id = ${grantId}`)
