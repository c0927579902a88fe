import type { PlainDate } from '@modellregion/standards'
import { audit } from '../audit/index.ts'
import { newId, type UnitOfWork } from '../database/index.ts'
import * as queries from './queries.ts'
import { deadlineRuleOn, extendedPeriod, periodFrom, resumedPeriod, whyNotExtend, whyNotPause, whyNotResume, type ExtendRefusal, type PauseRefusal, type ResumeRefusal } from './rules.ts'
import type { Deadline, DeadlineKey, DeadlineRule } from './schema.ts'

/** Begins a deadline with an event of a day. Repeated for the same thing and rule it changes nothing and gives what stands. */
export async function startDeadline<Id extends string>(db: UnitOfWork, rules: readonly DeadlineRule<Id>[], key: DeadlineKey<Id>, startedOn: PlainDate): Promise<Deadline> {
  await queries.insertDeadline(db, { ...key, id: newId(db.now), startedOn, ...periodFrom(deadlineRuleOn(rules, key.rule, startedOn), startedOn) })
  return await queries.getDeadline(db, key)
}

/** Makes a deadline longer, as its rule allows. `reason` is a code of the service and goes into the audit: call it last. @throws NotFound */
export async function extendDeadline<Id extends string>(db: UnitOfWork, rules: readonly DeadlineRule<Id>[], key: DeadlineKey<Id>, reason: string): Promise<{ refusal: ExtendRefusal } | { deadline: Deadline }> {
  const before = await queries.lockDeadline(db, key)
  const rule = deadlineRuleOn(rules, key.rule, before.startedOn)
  const refusal = whyNotExtend(rule, before, reason)
  if (refusal) return { refusal }
  const deadline = await queries.extendTo(db, before.id, extendedPeriod(rule, before))
  await audit(db, { action: 'deadline.extend', subject: `${key.kind}/${key.ref}`, detail: { rule: key.rule, reason, from: before.dueOn, to: deadline.dueOn } })
  return { deadline }
}

/** Stops the clock from a day on: no day counts and nobody is warned until it goes on. @throws NotFound */
export async function pauseDeadline(db: UnitOfWork, key: DeadlineKey, on: PlainDate): Promise<{ refusal: PauseRefusal } | { deadline: Deadline }> {
  const before = await queries.lockDeadline(db, key)
  const refusal = whyNotPause(before, on)
  return refusal ? { refusal } : { deadline: await queries.pauseOn(db, before.id, on) }
}

/** Lets the clock go on after a day; the end moves by the days that did not count. @throws NotFound */
export async function resumeDeadline<Id extends string>(db: UnitOfWork, rules: readonly DeadlineRule<Id>[], key: DeadlineKey<Id>, on: PlainDate): Promise<{ refusal: ResumeRefusal } | { deadline: Deadline }> {
  const before = await queries.lockDeadline(db, key)
  const refusal = whyNotResume(before, on)
  if (refusal || before.pausedOn === null) return { refusal: refusal ?? 'not-paused' }
  const rule = deadlineRuleOn(rules, key.rule, before.startedOn)
  return { deadline: await queries.resumeWith(db, before.id, resumedPeriod(rule, before, before.pausedOn, on)) }
}
