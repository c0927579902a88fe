import { createHash } from 'node:crypto'
import { audit, type UnitOfWork } from '@modellregion/kernel'
import { accountOf, figuresFor, finishStatementDeadlines, type GrantAccount } from './account.ts'
import { lockAccount } from './queries/account.ts'
import { listCorrections, listVouchers } from './queries/booking.ts'
import { freezeStatement, insertStatement, listStatements, lockStatement, updateNarrative } from './queries/statement.ts'
import { canonical } from './rules/canonical.ts'
import type { Booking, BookingRow, Figures, Statement } from './schema.ts'

/** All that a statement shows. `intact`: a submitted one still has the hash that it was submitted with. */
export type FullStatement = { readonly account: GrantAccount; readonly statement: Statement; readonly figures: Figures; readonly vouchers: readonly Booking[]; readonly corrections: readonly BookingRow[]; readonly intact: boolean | undefined }

/** Opens a draft. Its number follows that of the last one. */
export async function openStatement(db: UnitOfWork, wish: Pick<Statement, 'id' | 'project' | 'kind' | 'fromDay' | 'untilDay' | 'accountId'>): Promise<number> {
  await lockAccount(db, wish.project)
  const known = await listStatements(db, wish.project)
  const mine = known.find(({ id }) => id === wish.id)
  if (mine) return mine.number
  const number = (known[0]?.number ?? 0) + 1
  await insertStatement(db, { ...wish, number })
  await audit(db, { action: 'grant.statement-open', subject: `grant/${wish.project}`, detail: { number, kind: wish.kind } })
  return number
}

export async function writeNarrative(db: UnitOfWork, statement: Pick<Statement, 'id' | 'project' | 'number'>, narrative: string): Promise<void> {
  if ((await updateNarrative(db, statement.id, narrative)) > 0) await audit(db, { action: 'grant.statement-write', subject: `grant/${statement.project}`, detail: { number: statement.number } })
}

/** A statement with its numbers: those of now for a draft, those of its day for a submitted one. */
export async function fullStatement(db: UnitOfWork, statement: Statement): Promise<FullStatement> {
  const account = await accountOf(db, statement.project)
  const { fromDay, untilDay, project } = statement
  const before = (await listStatements(db, project)).find((one) => one.state === 'submitted' && one.number < statement.number)
  const live = statement.figures ?? (await figuresFor(db, account, fromDay, untilDay))
  const vouchers = await listVouchers(db, project, fromDay, untilDay, live.throughSeq)
  const corrections = await listCorrections(db, project, before?.throughSeq ?? 0, live.throughSeq)
  const figures = statement.figures ?? { ...live, corrections: corrections.length }
  return { account, statement, figures, vouchers, corrections, intact: statement.sha256 === null ? undefined : statement.sha256 === hashOfStatement(statement, figures, vouchers) }
}

/** Freezes a statement as it is now. What is corrected later appears in the next one. Returns a refusal, if any. */
export async function submitStatement(db: UnitOfWork, project: string, number: number): Promise<'unknown' | 'no-narrative' | undefined> {
  await lockAccount(db, project)
  const statement = await lockStatement(db, project, number)
  if (!statement) return 'unknown'
  if (statement.state === 'submitted') return undefined
  if (statement.narrative.trim() === '') return 'no-narrative'
  const { figures, vouchers } = await fullStatement(db, statement)
  await freezeStatement(db, statement.id, figures, hashOfStatement(statement, figures, vouchers))
  await finishStatementDeadlines(db, project, statement.kind, statement.untilDay)
  await audit(db, { action: 'grant.statement-submit', subject: `grant/${project}`, detail: { number, kind: statement.kind, repayment: figures.repayment } })
  return undefined
}

/** SHA-256 over what was submitted: numbers, report, span and each voucher. */
export function hashOfStatement({ kind, fromDay, untilDay, narrative, project, number }: Pick<Statement, 'kind' | 'fromDay' | 'untilDay' | 'narrative' | 'project' | 'number'>, figures: Figures, vouchers: readonly Booking[]): string {
  const hash = createHash('sha256').update(canonical({ project, number, kind, fromDay, untilDay, narrative, figures }))
  for (const { seq, lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents, eligibleCents, role } of vouchers) hash.update(JSON.stringify([seq, lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents, eligibleCents, role]))
  return hash.digest('hex')
}
