import { createHash } from 'node:crypto'
import { audit, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { accountOf, figuresFor, type GrantAccount } from './account.ts'
import { lockAccount } from './queries/account.ts'
import { listCorrections, listVouchers } from './queries/booking.ts'
import { freezeStatement, insertStatement, listStatements, lockStatement, updateNarrative } from './queries/statement.ts'
import { canonical } from './rules/canonical.ts'
import type { Booking, BookingRow, Figures, Notice, Statement } from './schema.ts'
import { finishStatementDeadlines } from './terms.ts'

/** All that a statement shows; `notice` is the one that it was reckoned with. `intact`: a submitted one still has the hash that it was submitted with. */
export type FullStatement = { readonly notice: Notice; readonly account: GrantAccount; readonly statement: Statement; readonly figures: Figures; readonly vouchers: readonly Booking[]; readonly corrections: readonly BookingRow[]; readonly intact: boolean | undefined }

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

/** Why a report was not written: its statement is submitted, or somebody else has written it meanwhile. */
export type NarrativeRefusal = { readonly code: 'submitted' } | { readonly code: 'changed'; readonly now: string }

/** Writes the report of a draft. `since` is the mark of the text that the writer had before them; without it whatever stands there is replaced. @throws NotFound */
export async function writeNarrative(db: UnitOfWork, { project, number }: Pick<Statement, 'project' | 'number'>, narrative: string, since?: string): Promise<NarrativeRefusal | undefined> {
  const statement = await lockStatement(db, project, number)
  if (!statement) throw new NotFound()
  if (statement.state === 'submitted') return { code: 'submitted' }
  if (statement.narrative === narrative) return undefined
  if (since !== undefined && since !== markOfText(statement.narrative)) return { code: 'changed', now: statement.narrative }
  await updateNarrative(db, statement.id, narrative)
  await audit(db, { action: 'grant.statement-write', subject: `grant/${project}`, detail: { number } })
  return undefined
}

/** By which a form knows whether a text is still the one that it was filled from. */
export const markOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** A statement with its numbers: those of now for a draft, those of its day for a submitted one. */
export async function fullStatement(db: UnitOfWork, statement: Statement): Promise<FullStatement> {
  const account = await accountOf(db, statement.project)
  const { fromDay, untilDay, project, number } = statement
  const before = (await listStatements(db, project)).find((one) => one.state === 'submitted' && one.number < number)
  const live = statement.figures ?? (await figuresFor(db, account, fromDay, untilDay))
  const afterSeq = live.afterSeq ?? before?.throughSeq ?? 0
  const vouchers = await listVouchers(db, project, fromDay, untilDay, live.throughSeq)
  // What was paid before the span and booked after the last statement stands in no list of vouchers, neither here nor there.
  const withLate = statement.figures === null ? before !== undefined : live.withLateEntries === true
  const corrections = (await listCorrections(db, project, { afterSeq, throughSeq: live.throughSeq, lateBefore: withLate ? fromDay : undefined })).map((row) => asOf(row, live.throughSeq))
  const figures = statement.figures ?? { ...live, corrections: corrections.length, afterSeq, ...(withLate && { withLateEntries: true }) }
  const notice = noticeOf(account, statement, figures)
  return { notice, account, statement, figures, vouchers, corrections, intact: statement.sha256 === null ? undefined : statement.sha256 === hashOfStatement(statement, figures, vouchers) }
}

// A submitted statement does not hear of what was booked back after it.
const asOf = (row: BookingRow, throughSeq: number): BookingRow => (row.settledBy !== null && row.settledBy > throughSeq ? { ...row, settledBy: null } : row)

function noticeOf({ notice, history }: GrantAccount, { submittedAt }: Statement, { noticeNumber }: Figures): Notice {
  if (noticeNumber !== undefined) return history.find(({ number }) => number === noticeNumber) ?? notice
  return submittedAt === null ? notice : (history.find(({ createdAt }) => createdAt <= submittedAt) ?? notice)
}

/** Freezes a statement as it is now: by somebody else than who opened it. What is corrected later appears in the next one. `since` is the mark of the report as it was read. Returns a refusal, if any. */
export async function submitStatement(db: UnitOfWork, project: string, number: number, actor: string | undefined, since?: string): Promise<'unknown' | 'no-narrative' | 'same-person' | 'changed' | undefined> {
  await lockAccount(db, project)
  const statement = await lockStatement(db, project, number)
  if (!statement) return 'unknown'
  if (statement.state === 'submitted') return undefined
  if (!maySubmit(statement, actor)) return 'same-person'
  if (statement.narrative.trim() === '') return 'no-narrative'
  if (since !== undefined && since !== markOfText(statement.narrative)) return 'changed'
  const { figures, vouchers, account } = await fullStatement(db, statement)
  await freezeStatement(db, statement.id, figures, hashOfStatement(statement, figures, vouchers))
  await finishStatementDeadlines(db, account, statement)
  await audit(db, { action: 'grant.statement-submit', subject: `grant/${project}`, detail: { number, kind: statement.kind, repayment: figures.repayment } })
  return undefined
}

/** Four eyes: whoever opened a statement does not submit it. */
export const maySubmit = ({ accountId }: Pick<Statement, 'accountId'>, actor: string | undefined): boolean => actor !== undefined && accountId !== actor

/** SHA-256 over what was submitted: numbers, report, span and each voucher. */
export function hashOfStatement({ kind, fromDay, untilDay, narrative, project, number }: Pick<Statement, 'kind' | 'fromDay' | 'untilDay' | 'narrative' | 'project' | 'number'>, figures: Figures, vouchers: readonly Booking[]): string {
  const hash = createHash('sha256').update(canonical({ project, number, kind, fromDay, untilDay, narrative, figures }))
  for (const { seq, lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents, eligibleCents, role } of vouchers) hash.update(JSON.stringify([seq, lineKey, paidOn, voucher, payee, purpose, amountCents, vatCents, eligibleCents, role]))
  return hash.digest('hex')
}
