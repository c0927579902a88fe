import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Figures, Statement } from '../schema.ts'

const columns = sql`id, project, number, kind, from_day::text as "fromDay", until_day::text as "untilDay", narrative, state, through_seq as "throughSeq", figures, sha256, submitted_at as "submittedAt", account_id as "accountId"`

/** Newest first. */
export const listStatements = (db: UnitOfWork, project: string): Promise<Statement[]> => db.many(sql<Statement>`select ${columns} from portfolio.grant_statement where tenant_id = ${db.tenant} and project = ${project} order by number desc`)
export const findStatement = (db: UnitOfWork, project: string, number: number): Promise<Statement | undefined> =>
  db.maybe(sql<Statement>`select ${columns} from portfolio.grant_statement where tenant_id = ${db.tenant} and project = ${project} and number = ${number}`)
/** Until the unit ends nobody else writes it. */
export const lockStatement = (db: UnitOfWork, project: string, number: number): Promise<Statement | undefined> =>
  db.maybe(sql<Statement>`select ${columns} from portfolio.grant_statement where tenant_id = ${db.tenant} and project = ${project} and number = ${number} for update`)

/** A draft with the next number of the account: lock the account before. */
export const insertStatement = (db: UnitOfWork, s: Pick<Statement, 'id' | 'project' | 'kind' | 'fromDay' | 'untilDay' | 'accountId' | 'number'>): Promise<number> =>
  db.run(sql`
    insert into portfolio.grant_statement (tenant_id, id, project, number, kind, from_day, until_day, state, account_id, created_at)
    values (${db.tenant}, ${s.id}, ${s.project}, ${s.number}, ${s.kind}, ${s.fromDay}, ${s.untilDay}, 'draft', ${s.accountId}, ${db.now}) on conflict do nothing`)
/** Only of a draft: what was submitted stays. */
export const updateNarrative = (db: UnitOfWork, id: string, narrative: string): Promise<number> =>
  db.run(sql`update portfolio.grant_statement set narrative = ${narrative} where tenant_id = ${db.tenant} and id = ${id} and state = 'draft'`)
export const freezeStatement = (db: UnitOfWork, id: string, figures: Figures, sha256: string): Promise<number> =>
  db.run(sql`
    update portfolio.grant_statement set state = 'submitted', submitted_at = ${db.now}, through_seq = ${figures.throughSeq}, figures = ${JSON.stringify(figures)}::jsonb, sha256 = ${sha256}
    where tenant_id = ${db.tenant} and id = ${id} and state = 'draft'`)
