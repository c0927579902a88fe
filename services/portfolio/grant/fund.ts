import { audit, startDeadline, type UnitOfWork } from '@modellregion/kernel'
import type { Cents, PlainDate } from '@modellregion/standards'
import { accountOf, renewUse } from './account.ts'
import { grantDeadlineRules } from './deadlines.ts'
import { lockAccount } from './queries/account.ts'
import { findCall, insertCall, listCalls, markPaid, markRefused, markSent } from './queries/call.ts'
import { maySend, whyNotCall, type CallRefusal } from './rules/call.ts'
import type { NewCall } from './schema.ts'

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

/** Sends a draft: by somebody else than who drafted it, and only while the grant still holds it. */
export async function sendCall(db: UnitOfWork, project: string, id: string, actor: string | undefined, today: PlainDate): Promise<'unknown' | 'same-person' | 'above-grant' | undefined> {
  await lockAccount(db, project)
  const call = await findCall(db, project, id)
  if (!call) return 'unknown'
  if (call.state !== 'draft') return undefined
  if (!maySend(call, actor)) return 'same-person'
  const { notice } = await accountOf(db, project)
  if (whyNotCall(notice, await listCalls(db, project), call)?.code === 'above-grant') return 'above-grant'
  await markSent(db, id, today)
  await audit(db, { action: 'grant.call-send', subject: `grant/${project}`, detail: { call: id } })
  return undefined
}

/** What became of a call: paid on a day, which starts the time to use the money, or refused with a reason. */
export async function settleCall(db: UnitOfWork, project: string, id: string, outcome: { readonly paid: Cents; readonly on: PlainDate } | { readonly refusal: string; readonly on: PlainDate }): Promise<void> {
  await lockAccount(db, project)
  if ('paid' in outcome) {
    await markPaid(db, id, outcome.on, outcome.paid)
    await startDeadline(db, grantDeadlineRules, { kind: 'grant-call', ref: id, rule: 'use-money' }, outcome.on)
    await renewUse(db, await accountOf(db, project))
  } else await markRefused(db, id, outcome.on, outcome.refusal)
  await audit(db, { action: 'paid' in outcome ? 'grant.call-paid' : 'grant.call-refused', subject: `grant/${project}`, detail: { call: id } })
}
