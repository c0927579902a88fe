import { add, cents, type Cents } from '@modellregion/standards'
import type { Call, Notice } from '../schema.ts'
import { useWithinMonths } from './law.ts'

export type CallRefusal = { readonly field: 'amount' | 'neededUntil' | 'neededFrom'; readonly code: 'above-grant' | 'before-start' | 'after-end' | 'too-long' | 'ends-before'; readonly cents?: Cents }

/** What is still to be called: the grant without what is held back, what was paid and what is on its way. Drafts do not count. */
export const callable = (notice: Pick<Notice, 'mostCents' | 'retainedCents'>, calls: readonly Pick<Call, 'state' | 'amountCents' | 'paidCents'>[]): Cents =>
  cents(Math.max(0, notice.mostCents - notice.retainedCents - calls.reduce((sum, { state, amountCents, paidCents }) => sum + (state === 'paid' ? (paidCents ?? 0) : state === 'sent' ? amountCents : 0), 0)))

/** Why money cannot be called like this (ANBest-P no. 1.4: no more and no earlier than it is needed for payments that fall due). */
export function whyNotCall(
  notice: Pick<Notice, 'mostCents' | 'retainedCents' | 'startsOn' | 'endsOn'>,
  calls: readonly Pick<Call, 'state' | 'amountCents' | 'paidCents'>[],
  wish: Pick<Call, 'neededFrom' | 'neededUntil' | 'amountCents'>,
): CallRefusal | undefined {
  const rest = callable(notice, calls)
  if (wish.neededFrom < notice.startsOn) return { field: 'neededFrom', code: 'before-start' }
  if (wish.neededUntil < wish.neededFrom) return { field: 'neededUntil', code: 'ends-before' }
  if (wish.neededUntil > add(wish.neededFrom, { months: useWithinMonths })) return { field: 'neededUntil', code: 'too-long' }
  // Bills of the last days are paid shortly after the period.
  if (wish.neededFrom > add(notice.endsOn, { months: 1 })) return { field: 'neededFrom', code: 'after-end' }
  if (wish.amountCents > rest) return { field: 'amount', code: 'above-grant', cents: rest }
  return undefined
}

/** Four eyes: whoever drafted a call does not send it. */
export const maySend = (call: Pick<Call, 'accountId' | 'state'>, actor: string | undefined): boolean => call.state === 'draft' && actor !== undefined && call.accountId !== actor

