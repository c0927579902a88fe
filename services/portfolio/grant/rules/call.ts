import { add, cents, daysBetween, portion, type Cents, type PlainDate } from '@modellregion/standards'
import type { Call, Notice } from '../schema.ts'
import { grantUsed } from './finance.ts'

export type CallRefusal = { readonly field: 'amount' | 'neededUntil' | 'neededFrom'; readonly code: 'above-grant' | 'before-start' | 'after-end' | 'too-long' | 'ends-before'; readonly cents?: Cents }

/** What is still to be called: the grant without what is held back, what was paid and what is on its way. Drafts do not count. */
export const callable = (notice: Pick<Notice, 'mostCents' | 'retainedCents'>, calls: readonly Pick<Call, 'state' | 'amountCents' | 'paidCents'>[]): Cents =>
  cents(Math.max(0, notice.mostCents - notice.retainedCents - calls.reduce((sum, { state, amountCents, paidCents }) => sum + (state === 'paid' ? (paidCents ?? 0) : state === 'sent' ? amountCents : 0), 0)))

/** Why money cannot be called like this (ANBest no. 1.4, VV no. 7.2 to § 44 LHO NRW: no more and no earlier than it is needed for payments that fall due). */
export function whyNotCall(
  notice: Pick<Notice, 'mostCents' | 'retainedCents' | 'startsOn' | 'endsOn' | 'useMonths'>,
  calls: readonly Pick<Call, 'state' | 'amountCents' | 'paidCents'>[],
  wish: Pick<Call, 'neededFrom' | 'neededUntil' | 'amountCents'>,
): CallRefusal | undefined {
  const rest = callable(notice, calls)
  if (wish.neededFrom < notice.startsOn) return { field: 'neededFrom', code: 'before-start' }
  if (wish.neededUntil < wish.neededFrom) return { field: 'neededUntil', code: 'ends-before' }
  // Bills of the last days are paid shortly after the period.
  if (wish.neededFrom > add(notice.endsOn, { months: 1 })) return { field: 'neededFrom', code: 'after-end' }
  if (wish.neededUntil > add(wish.neededFrom, { months: notice.useMonths })) return { field: 'neededUntil', code: 'too-long' }
  if (wish.amountCents > rest) return { field: 'amount', code: 'above-grant', cents: rest }
  return undefined
}

/** Four eyes: whoever drafted a call does not send it. */
export const maySend = (call: Pick<Call, 'accountId' | 'state'>, actor: string | undefined): boolean => call.state === 'draft' && actor !== undefined && call.accountId !== actor

/** Why an answer to a call cannot be right: it is dated before the call, or pays more than was asked for. */
export const whyNotSettle = (call: Pick<Call, 'amountCents' | 'sentOn'>, answer: { readonly on: PlainDate; readonly paid?: Cents }): 'before-sent' | 'above-call' | undefined =>
  call.sentOn !== null && answer.on < call.sentOn ? 'before-sent' : answer.paid !== undefined && answer.paid > call.amountCents ? 'above-call' : undefined

type GivenAnswer = { readonly on: PlainDate; readonly paid?: Cents; readonly refusal?: string }
export type AnswerRefusal = 'same' | 'before-sent' | 'above-call' | 'above-grant'

/** Why an answer cannot take the place of the one that stands: it says the same, cannot be right by itself, or pays what others have called meanwhile. `others` are the other calls of the account. */
export function whyNotCorrectAnswer(notice: Pick<Notice, 'mostCents' | 'retainedCents'>, others: readonly Pick<Call, 'state' | 'amountCents' | 'paidCents'>[], call: Pick<Call, 'amountCents' | 'sentOn' | 'settledOn' | 'paidCents' | 'refusal'>, answer: GivenAnswer): AnswerRefusal | undefined {
  if (answer.on === call.settledOn && (answer.paid ?? null) === call.paidCents && (answer.refusal ?? null) === call.refusal) return 'same'
  return whyNotSettle(call, answer) ?? (answer.paid !== undefined && answer.paid > callable(notice, others) ? 'above-grant' : undefined)
}

/** What speaks against a call without forbidding it. In cents: money that is still there, what the plan leaves, what an even course of the plan would need. */
export type CallWarning = { readonly code: 'unused' | 'above-plan' | 'ahead'; readonly cents: Cents }

/** An account as a call is compared with it. `received` are other payments and calls on their way; `used` is what of the grant is used up. */
export type CallFacts = {
  readonly notice: Pick<Notice, 'financing' | 'rateBp' | 'mostCents' | 'retainedCents' | 'startsOn' | 'endsOn'>
  readonly planned: Cents
  readonly otherMeans: Cents
  readonly used: Cents
  readonly paid: Cents
  readonly received: Cents
}

/** A call compared with the spending that is planned. The plan knows no months, so it is taken to run evenly over the period. */
export function callWarnings({ notice, planned, otherMeans, used, paid, received }: CallFacts, call: Pick<Call, 'amountCents' | 'neededUntil'>): CallWarning[] {
  const whole = grantUsed(notice, planned, planned, otherMeans)
  const [unused, rest] = [paid - used, whole - Math.max(used, received)]
  const run = daysBetween(notice.startsOn, call.neededUntil < notice.endsOn ? call.neededUntil : notice.endsOn) + 1
  const even = portion(whole, Math.max(0, run), daysBetween(notice.startsOn, notice.endsOn) + 1)
  return [
    ...(unused > 0 ? [{ code: 'unused' as const, cents: cents(unused) }] : []),
    ...(call.amountCents > rest ? [{ code: 'above-plan' as const, cents: cents(Math.max(0, rest)) }] : []),
    ...(received + call.amountCents > even ? [{ code: 'ahead' as const, cents: even }] : []),
  ]
}
