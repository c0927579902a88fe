import { audit, cancelDeadlines, type UnitOfWork } from '@modellregion/kernel'
import type { Cents, PlainDate } from '@modellregion/standards'
import { accountOf, usedOf } from './account.ts'
import { lockAccount } from './queries/account.ts'
import { deleteDraft, findCall, insertCall, insertFormerAnswer, listFormerAnswers, markPaid, markRefused, markSent, replaceAnswer } from './queries/call.ts'
import { maySend, whyNotCall, whyNotCorrectAnswer, whyNotSettle, type AnswerRefusal, type CallRefusal } from './rules/call.ts'
import type { Call, CallAnswer, NewCall } from './schema.ts'
import { renewUse } from './terms.ts'

/** Drafts a call for funds, when it fits the notice. */
export async function draftCall(db: UnitOfWork, call: NewCall): Promise<CallRefusal | undefined> {
  await lockAccount(db, call.project)
  const { notice, calls } = await accountOf(db, call.project)
  if (calls.some(({ id }) => id === call.id)) return undefined
  const refusal = whyNotCall(notice, calls, call)
  if (refusal) return refusal
  await insertCall(db, call)
  await audit(db, { action: 'grant.call-draft', subject: `grant/${call.project}`, detail: { call: call.id, cents: call.amountCents } })
  return undefined
}

/** Sends a draft: by somebody else than who drafted it, and only while it still fits the notice. */
export async function sendCall(db: UnitOfWork, project: string, id: string, actor: string | undefined, today: PlainDate): Promise<'unknown' | 'same-person' | CallRefusal | undefined> {
  await lockAccount(db, project)
  const call = await findCall(db, project, id)
  if (!call) return 'unknown'
  if (call.state !== 'draft') return undefined
  if (!maySend(call, actor)) return 'same-person'
  const { notice, calls } = await accountOf(db, project)
  const refusal = whyNotCall(notice, calls, call)
  if (refusal) return refusal
  await markSent(db, id, today)
  await audit(db, { action: 'grant.call-send', subject: `grant/${project}`, detail: { call: id } })
  return undefined
}

/** Takes a draft away. What was sent stays, and nothing is said. */
export async function discardCall(db: UnitOfWork, project: string, id: string): Promise<void> {
  if ((await deleteDraft(db, project, id)) > 0) await audit(db, { action: 'grant.call-discard', subject: `grant/${project}`, detail: { call: id } })
}

/** What the authority answered. */
export type Outcome = { readonly paid: Cents; readonly on: PlainDate } | { readonly refusal: string; readonly on: PlainDate }

/** What became of a call that was sent: paid on a day, which starts the time to use the money, or refused with a reason. A second answer changes nothing. */
export async function settleCall(db: UnitOfWork, project: string, id: string, outcome: Outcome): Promise<'unknown' | 'before-sent' | 'above-call' | undefined> {
  await lockAccount(db, project)
  const call = await findCall(db, project, id)
  if (!call || call.state === 'draft') return 'unknown'
  if (call.state !== 'sent') return undefined
  const refusal = whyNotSettle(call, outcome)
  if (refusal) return refusal
  if ('paid' in outcome) {
    await markPaid(db, id, outcome.on, outcome.paid)
    await renewUseOf(db, project)
  } else await markRefused(db, id, outcome.on, outcome.refusal)
  await audit(db, { action: 'paid' in outcome ? 'grant.call-paid' : 'grant.call-refused', subject: `grant/${project}`, detail: { call: id } })
  return undefined
}

async function renewUseOf(db: UnitOfWork, project: string): Promise<void> {
  const account = await accountOf(db, project)
  await renewUse(db, account, (await usedOf(db, account)).used)
}

/** The id under which it is kept, what the authority answered indeed, why it is corrected, and how many corrections the writer had before them. */
export type Correction = { readonly id: string; readonly outcome: Outcome; readonly reason: string; readonly basis: number; readonly accountId: string }

/**
 * Puts another answer in the place of one that was entered wrongly. What stood there stays, with the reason; the time to use the money runs from the
 * right day. Statements that were submitted keep their numbers. Returns the refusal, if any; the same correction sent twice counts once.
 */
export async function correctAnswer(db: UnitOfWork, project: string, id: string, { outcome, basis, ...correction }: Correction): Promise<'unknown' | 'changed' | AnswerRefusal | undefined> {
  await lockAccount(db, project)
  const { notice, calls } = await accountOf(db, project)
  const call = calls.find((one) => one.id === id)
  const stands = call && answerOf(call)
  if (!stands) return 'unknown'
  const former = await listFormerAnswers(db, id)
  if (former.some((one) => one.id === correction.id)) return undefined
  if (former.length !== basis) return 'changed'
  const refusal = whyNotCorrectAnswer(notice, calls.filter((one) => one !== call), call, outcome)
  if (refusal) return refusal
  await insertFormerAnswer(db, call, { ...correction, ...stands, number: basis + 1 })
  await replaceAnswer(db, id, 'paid' in outcome ? { state: 'paid', settledOn: outcome.on, paidCents: outcome.paid, refusal: null } : { state: 'refused', settledOn: outcome.on, paidCents: null, refusal: outcome.refusal })
  await cancelDeadlines(db, 'grant-call', id)
  await renewUseOf(db, project)
  await audit(db, { action: 'grant.call-correct', subject: `grant/${project}`, detail: { call: id } })
  return undefined
}

const answerOf = ({ state, settledOn, paidCents, refusal }: Call): CallAnswer | undefined =>
  (state === 'paid' || state === 'refused') && settledOn !== null ? { state, settledOn, paidCents, refusal } : undefined
