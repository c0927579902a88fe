import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { WalletRequest } from './schema.ts'

const columns = sql`id, interaction, device, state, client_id as "clientId", sealed_key as "sealedKey", with_address as "withAddress",
  client_name as "clientName", number, sealed_answer as "sealedAnswer", failure, failures, expires_at as "expiresAt", created_at as "createdAt"`

export type NewWalletRequest = Pick<WalletRequest, 'id' | 'interaction' | 'device' | 'clientId' | 'sealedKey' | 'withAddress' | 'clientName' | 'number' | 'expiresAt'>

export const insertRequest = (db: UnitOfWork, request: NewWalletRequest): Promise<number> =>
  db.run(sql`
    insert into citizen_id.wallet_request (tenant_id, id, interaction, device, client_id, sealed_key, with_address, client_name, number, expires_at, created_at)
    values (${db.tenant}, ${request.id}, ${request.interaction}, ${request.device}, ${request.clientId}, ${request.sealedKey},
      ${request.withAddress}, ${request.clientName}, ${request.number}, ${request.expiresAt}, ${db.now}) on conflict (tenant_id, id) do nothing`)

/** Ends what the same sign-in had asked before: of two questions only the newer one is answered. */
export const endOtherRequests = (db: UnitOfWork, interaction: string): Promise<number> =>
  db.run(sql`
    update citizen_id.wallet_request set state = 'over', sealed_answer = null, sealed_key = '' where tenant_id = ${db.tenant} and interaction = ${interaction} and state <> 'over'`)

/** A question that is not over. */
export const findRequest = (db: UnitOfWork, id: string): Promise<WalletRequest | undefined> =>
  db.maybe(sql<WalletRequest>`
    select ${columns} from citizen_id.wallet_request where tenant_id = ${db.tenant} and id = ${id} and state <> 'over' and expires_at > ${db.now}`)

/** The newest question of a sign-in, over or not. */
export const findLatestRequest = (db: UnitOfWork, interaction: string): Promise<WalletRequest | undefined> =>
  db.maybe(sql<WalletRequest>`
    select ${columns} from citizen_id.wallet_request where tenant_id = ${db.tenant} and interaction = ${interaction} order by created_at desc, id desc limit 1`)

/** An answered question, by the code that led back from the wallet. */
export const findAnsweredRequest = (db: UnitOfWork, codeHash: string): Promise<WalletRequest | undefined> =>
  db.maybe(sql<WalletRequest>`
    select ${columns} from citizen_id.wallet_request where tenant_id = ${db.tenant} and code_hash = ${codeHash} and state = 'answered' and expires_at > ${db.now}`)

/** 1 for the first good answer, 0 for every other: a question is answered once. */
export const answerRequest = (db: UnitOfWork, id: string, answer: { sealedAnswer: string; codeHash: string }): Promise<number> =>
  db.run(sql`
    update citizen_id.wallet_request set state = 'answered', sealed_answer = ${answer.sealedAnswer}, code_hash = ${answer.codeHash}, sealed_key = '', failure = null
    where tenant_id = ${db.tenant} and id = ${id} and state = 'open' and expires_at > ${db.now}`)

/** Notes why an answer was not believed. The question stays open, so that nobody can end another's sign-in with nonsense; after twenty it is over. */
export const failRequest = (db: UnitOfWork, id: string, failure: string): Promise<number> =>
  db.run(sql`
    update citizen_id.wallet_request set failure = ${failure}, failures = failures + 1, state = case when failures >= 19 then 'over' else state end
    where tenant_id = ${db.tenant} and id = ${id} and state = 'open'`)

/** The number was named on the other device. Takes the code away: it is good for one page. 0 when another request was faster. */
export const confirmRequest = (db: UnitOfWork, id: string, expiresAt: Date): Promise<number> =>
  db.run(sql`
    update citizen_id.wallet_request set state = 'confirmed', code_hash = null, expires_at = ${expiresAt}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'answered' and expires_at > ${db.now}`)

/** What was answered is forgotten. 0 when it had been used already. */
export const endRequest = (db: UnitOfWork, id: string, failure: string | null = null): Promise<number> =>
  db.run(sql`
    update citizen_id.wallet_request set state = 'over', sealed_answer = null, sealed_key = '', code_hash = null, failure = ${failure}
    where tenant_id = ${db.tenant} and id = ${id} and state <> 'over'`)

export const deleteOldRequests = (db: UnitOfWork): Promise<number> =>
  db.run(sql`delete from citizen_id.wallet_request where tenant_id = ${db.tenant} and expires_at < ${db.now}::timestamptz - interval '1 hour'`)
