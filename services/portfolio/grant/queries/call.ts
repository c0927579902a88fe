import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Call, CallAnswer, FormerAnswer, NewCall } from '../schema.ts'

const columns = sql`id, project, number, needed_from::text as "neededFrom", needed_until::text as "neededUntil", amount_cents::float8 as "amountCents", reason, state, sent_on::text as "sentOn", settled_on::text as "settledOn",
  paid_cents::float8 as "paidCents", refusal, account_id as "accountId"`

/** In the order of their numbers. */
export const listCalls = (db: UnitOfWork, project: string): Promise<Call[]> => db.many(sql<Call>`select ${columns} from portfolio.grant_call where tenant_id = ${db.tenant} and project = ${project} order by number`)
export const findCall = (db: UnitOfWork, project: string, id: string): Promise<Call | undefined> =>
  db.maybe(sql<Call>`select ${columns} from portfolio.grant_call where tenant_id = ${db.tenant} and project = ${project} and id = ${id}`)
export const findProjectOfCall = async (db: UnitOfWork, id: string): Promise<string | undefined> =>
  (await db.maybe(sql<{ project: string }>`select project from portfolio.grant_call where tenant_id = ${db.tenant} and id = ${id}`))?.project
/** Calls of all accounts in one state, for the board. */
export const listCallsIn = (db: UnitOfWork, state: Call['state']): Promise<Call[]> => db.many(sql<Call>`select ${columns} from portfolio.grant_call where tenant_id = ${db.tenant} and state = ${state} order by project, number`)

/** A draft with the next number of the account: lock it before. */
export const insertCall = (db: UnitOfWork, c: NewCall): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_call (tenant_id, id, project, number, needed_from, needed_until, amount_cents, reason, state, account_id, created_at)
    select ${db.tenant}::text, ${c.id}::uuid, ${c.project}::text, coalesce(max(number), 0) + 1, ${c.neededFrom}::date, ${c.neededUntil}::date, ${c.amountCents}::bigint, ${c.reason}::text, 'draft', ${c.accountId}::uuid, ${db.now}::timestamptz
    from portfolio.grant_call where tenant_id = ${db.tenant} and project = ${c.project} on conflict (tenant_id, id) do nothing`)
export const markSent = (db: UnitOfWork, id: string, on: string): Promise<number> =>
  db.run(sql`update portfolio.grant_call set state = 'sent', sent_on = ${on} where tenant_id = ${db.tenant} and id = ${id} and state = 'draft'`)
export const markPaid = (db: UnitOfWork, id: string, on: string, paidCents: number): Promise<number> =>
  db.run(sql`update portfolio.grant_call set state = 'paid', settled_on = ${on}, paid_cents = ${paidCents} where tenant_id = ${db.tenant} and id = ${id} and state = 'sent'`)
export const markRefused = (db: UnitOfWork, id: string, on: string, refusal: string): Promise<number> =>
  db.run(sql`update portfolio.grant_call set state = 'refused', settled_on = ${on}, refusal = ${refusal} where tenant_id = ${db.tenant} and id = ${id} and state = 'sent'`)
/** Another answer in place of the one that was entered. */
export const replaceAnswer = (db: UnitOfWork, id: string, a: CallAnswer): Promise<number> =>
  db.run(sql`
    update portfolio.grant_call set state = ${a.state}, settled_on = ${a.settledOn}, paid_cents = ${a.paidCents}::bigint, refusal = ${a.refusal}::text where tenant_id = ${db.tenant} and id = ${id} and state in ('paid', 'refused')`)
/** What was entered wrongly, the first on top. */
export const listFormerAnswers = (db: UnitOfWork, callId: string): Promise<FormerAnswer[]> =>
  db.many(sql<FormerAnswer>`
    select id, number, state, settled_on::text as "settledOn", paid_cents::float8 as "paidCents", refusal, reason, created_at as "createdAt"
    from portfolio.grant_former_answer where tenant_id = ${db.tenant} and call_id = ${callId} order by number`)
export const insertFormerAnswer = (db: UnitOfWork, call: Pick<Call, 'id' | 'project'>, a: Omit<FormerAnswer, 'createdAt'> & { readonly accountId: string }): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_former_answer (tenant_id, id, project, call_id, number, state, settled_on, paid_cents, refusal, reason, account_id, created_at)
    values (${db.tenant}, ${a.id}, ${call.project}, ${call.id}, ${a.number}, ${a.state}, ${a.settledOn}, ${a.paidCents}, ${a.refusal}, ${a.reason}, ${a.accountId}, ${db.now})`)
/** A draft that was not sent; what was sent stays. */
export const deleteDraft = (db: UnitOfWork, project: string, id: string): Promise<number> =>
  db.run(sql`delete from portfolio.grant_call where tenant_id = ${db.tenant} and project = ${project} and id = ${id} and state = 'draft'`)
