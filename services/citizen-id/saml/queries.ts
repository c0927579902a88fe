import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import type { ForeignSignIn, Source } from './schema.ts'

export type SamlKeyRow = { purpose: 'signing' | 'encryption'; sealed: string; certificate: string }

export const listSamlKeys = (db: UnitOfWork): Promise<SamlKeyRow[]> =>
  db.many(sql<SamlKeyRow>`select purpose, sealed, certificate from citizen_id.saml_key where tenant_id = ${db.tenant}`)

/** 0 when another process was first. */
export const insertSamlKey = (db: UnitOfWork, row: SamlKeyRow): Promise<number> =>
  db.run(sql`
    insert into citizen_id.saml_key (tenant_id, purpose, sealed, certificate, created_at)
    values (${db.tenant}, ${row.purpose}, ${row.sealed}, ${row.certificate}, ${db.now}) on conflict (tenant_id, purpose) do nothing`)

const columns = sql`id, source, interaction, request_id as "requestId", wanted, sealed, wants_connection as "wantsConnection"`

export type NewForeignSignIn = { id: string; source: Source; interaction: string; requestId: string; relayHash: string; wanted: Level | null; expiresAt: Date }

export const insertForeignSignIn = (db: UnitOfWork, row: NewForeignSignIn): Promise<number> =>
  db.run(sql`
    insert into citizen_id.foreign_sign_in (tenant_id, id, source, interaction, request_id, relay_hash, wanted, expires_at, created_at)
    values (${db.tenant}, ${row.id}, ${row.source}, ${row.interaction}, ${row.requestId}, ${row.relayHash}, ${row.wanted}, ${row.expiresAt}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** One that is not answered yet. */
export const findBegun = (db: UnitOfWork, source: Source, relayHash: string): Promise<ForeignSignIn | undefined> =>
  db.maybe(sql<ForeignSignIn>`
    select ${columns} from citizen_id.foreign_sign_in
    where tenant_id = ${db.tenant} and source = ${source} and relay_hash = ${relayHash} and answered_at is null and expires_at > ${db.now}`)

/** 0 when it was answered before, or this assertion was used before. */
export const answerForeignSignIn = (db: UnitOfWork, id: string, answer: { sealed: string; returnHash: string; assertionId: string | null }): Promise<number> =>
  db.run(sql`
    update citizen_id.foreign_sign_in f set sealed = ${answer.sealed}, return_hash = ${answer.returnHash}, assertion_id = ${answer.assertionId}, answered_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and answered_at is null
      and not exists (select from citizen_id.foreign_sign_in o where o.tenant_id = ${db.tenant} and o.source = f.source and o.assertion_id = ${answer.assertionId})`)

/** Ends one without an outcome, so that it is answered once and no second answer is tried. */
export const spoilForeignSignIn = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update citizen_id.foreign_sign_in set answered_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and answered_at is null`)

export const findAnswered = (db: UnitOfWork, source: Source, interaction: string, returnHash: string): Promise<ForeignSignIn | undefined> =>
  db.maybe(sql<ForeignSignIn>`
    select ${columns} from citizen_id.foreign_sign_in
    where tenant_id = ${db.tenant} and source = ${source} and interaction = ${interaction} and return_hash = ${returnHash} and sealed is not null and expires_at > ${db.now}`)

/** The newest identity that waits for an account in this sign-in; `connecting`: only one that shall be connected with it. */
export const findWaiting = (db: UnitOfWork, interaction: string, { source, connecting = false }: { source?: Source; connecting?: boolean }): Promise<ForeignSignIn | undefined> =>
  db.maybe(sql<ForeignSignIn>`
    select ${columns} from citizen_id.foreign_sign_in
    where tenant_id = ${db.tenant} and interaction = ${interaction} and sealed is not null and expires_at > ${db.now}
      and (${source ?? null}::text is null or source = ${source ?? null}) and (not ${connecting} or wants_connection)
    order by answered_at desc, id desc limit 1`)

export const wantConnection = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update citizen_id.foreign_sign_in set wants_connection = true where tenant_id = ${db.tenant} and id = ${id}`)

/** What was said is forgotten. The rest stays until it expires: it holds the name of the assertion, which must not count again. */
export const forgetOutcomes = (db: UnitOfWork, interaction: string): Promise<number> =>
  db.run(sql`update citizen_id.foreign_sign_in set sealed = null, return_hash = null, wants_connection = false where tenant_id = ${db.tenant} and interaction = ${interaction}`)
