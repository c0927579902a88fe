import { cancelDeadlines, deadlineClock, defineDeadlines, extendDeadline, finishDeadline, listDeadlinesAmong, listDeadlinesOf, startDeadline, type Deadline, type DeadlineRule, type UnitOfWork } from '@modellregion/kernel'
import { addDays, type PlainDate } from '@modellregion/standards'
import { dayOf } from './only-day.ts'
import type { Act, Clock, ClockRule, ExtensionReason } from './schema.ts'

export const promiseIds = ['promise-1', 'promise-2', 'promise-3', 'promise-4', 'promise-5', 'promise-10'] as const
type PromiseId = (typeof promiseIds)[number]
export type RuleId = 'receipt' | 'feedback' | 'feedback-latest' | 'erase-counsel' | 'erase-report' | PromiseId

const promise = (id: PromiseId): DeadlineRule<RuleId> => ({
  id,
  source: 'Zusage der Kommune für eine erste Antwort',
  length: { workingDays: Number(id.slice('promise-'.length)) },
  atNonWorkingDay: 'next-working-day',
  warn: [{ before: { workingDays: id === 'promise-1' ? 0 : 1 } }],
  extension: { length: { workingDays: 3 }, reasonNeeded: true, most: 1 },
})

/**
 * Periods of the HinSchG for internal offices, and the town's own promise. Whether an end on a Saturday moves to Monday (§ 193 BGB) is open for
 * what an office owes; nobody is wronged by the earlier day (so § 31 (4) VwVfG NRW), so it stays. § 17 knows no extension; the six months of
 * § 28 (4) are for external offices.
 */
export const rules = defineDeadlines<RuleId>([
  { id: 'receipt', source: 'HinSchG § 17 Abs. 1 Nr. 1', length: { days: 7 }, atNonWorkingDay: 'stays', warn: [{ before: { workingDays: 2 } }, { before: { workingDays: 0 } }] },
  { id: 'feedback', source: 'HinSchG § 17 Abs. 2 Satz 1 Halbsatz 1', length: { months: 3 }, atNonWorkingDay: 'stays', warn: [{ before: { workingDays: 10 } }, { before: { workingDays: 2 } }] },
  { id: 'feedback-latest', source: 'HinSchG § 17 Abs. 2 Satz 1 Halbsatz 2', length: { months: 3, days: 7 }, atNonWorkingDay: 'stays', warn: [{ before: { workingDays: 10 } }, { before: { workingDays: 2 } }] },
  ...promiseIds.map(promise),
  { id: 'erase-counsel', source: 'Art. 5 Abs. 1 Buchst. e DSGVO', length: { days: 90 }, atNonWorkingDay: 'stays', warn: [] },
  { id: 'erase-report', source: 'HinSchG § 11 Abs. 5', length: { years: 3 }, atNonWorkingDay: 'stays', warn: [] },
])

const kind = 'case'
/** Erasure has a subject of its own, because a case that is opened again takes it back. */
export const endKind = 'case-end'

/** The promise that fits hours as the office's settings give them, in working days, rounded up. */
export const promiseFor = (hours: number): PromiseId => promiseIds.find((id) => Number(id.slice('promise-'.length)) * 24 >= hours) ?? 'promise-10'

/** A case begins: the town's promise runs. */
export const startPromise = (db: UnitOfWork, id: string, hours: number): Promise<Deadline> => startDeadline(db, rules, { kind, ref: id, rule: promiseFor(hours) }, dayOf(db))

/** It became a report: seven days, and at the latest three months and seven days (§ 17 HinSchG). */
export async function startReport(db: UnitOfWork, id: string): Promise<void> {
  await startDeadline(db, rules, { kind, ref: id, rule: 'receipt' }, dayOf(db))
  await startDeadline(db, rules, { kind, ref: id, rule: 'feedback-latest' }, dayOf(db))
}

/**
 * What an answer of a confidant does: any answer keeps the promise, some do more. A late receipt does not move the latest day of the feedback.
 * Returns how many clocks it stopped.
 */
export async function answered(db: UnitOfWork, id: string, act: Act | undefined): Promise<number> {
  const running = (await listDeadlinesOf(db, kind, id)).filter(({ doneAt }) => doneAt === null)
  const stops = (rule: string): boolean => {
    const clock = clockRuleOf(rule)
    return clock === 'promise' || (clock === 'receipt' && act !== undefined) || (clock === 'feedback' && (act === 'feedback' || act === 'close'))
  }
  const stopped = running.filter(({ rule }) => stops(rule))
  for (const { rule } of stopped) await finishDeadline(db, { kind, ref: id, rule })
  if (act === 'receipt' && stopped.some(({ rule }) => rule === 'receipt')) await startDeadline(db, rules, { kind, ref: id, rule: 'feedback' }, dayOf(db))
  return stopped.length
}

/** It is closed: counts to the first day on which nothing of it may be left. */
export async function startEnd(db: UnitOfWork, id: string, lane: 'counsel' | 'report'): Promise<PlainDate> {
  const { dueOn } = await startDeadline(db, rules, { kind: endKind, ref: id, rule: lane === 'report' ? 'erase-report' : 'erase-counsel' }, dayOf(db))
  return addDays(dueOn, 1)
}

export const cancelEnd = (db: UnitOfWork, id: string): Promise<number> => cancelDeadlines(db, endKind, id)

export async function cancelAll(db: UnitOfWork, id: string): Promise<void> {
  await cancelDeadlines(db, kind, id)
  await cancelDeadlines(db, endKind, id)
}

/** Only the town's own promise can be made longer. */
export async function extendPromise(db: UnitOfWork, id: string, reason: ExtensionReason): Promise<'not-extendable' | 'extended-enough' | undefined> {
  const running = (await listDeadlinesOf(db, kind, id)).find(({ rule, doneAt }) => clockRuleOf(rule) === 'promise' && doneAt === null)
  if (!running) return 'not-extendable'
  const answer = await extendDeadline(db, rules, { kind, ref: id, rule: running.rule as PromiseId }, reason) // clockRuleOf said so
  return 'refusal' in answer ? 'extended-enough' : undefined
}

export const clockRuleOf = (rule: string): ClockRule | undefined => (rule.startsWith('promise-') ? 'promise' : rule.startsWith('feedback') ? 'feedback' : rule === 'receipt' ? 'receipt' : undefined)

/** What a case's clocks show. Of the two ends of the feedback the earlier one counts. */
export function clocksOf(deadlines: readonly Deadline[], now: Date): Clock[] {
  const clocks = new Map<ClockRule, Clock>()
  for (const deadline of deadlines) {
    const rule = clockRuleOf(deadline.rule)
    const earlier = rule && clocks.get(rule)
    if (!rule || (earlier && earlier.dueOn <= deadline.dueOn)) continue
    const version = rules.find(({ id }) => id === deadline.rule) ?? { warn: [] }
    clocks.set(rule, { rule, dueOn: deadline.dueOn, state: deadlineClock(version, deadline, now).state, extended: deadline.extended > 0 })
  }
  return [...clocks.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

export const listClocks = async (db: UnitOfWork, id: string): Promise<Clock[]> => clocksOf(await listDeadlinesOf(db, kind, id), db.now)

/** Clocks of several cases, by their id. */
export async function listClocksAmong(db: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, Clock[]>> {
  const byCase = Map.groupBy(await listDeadlinesAmong(db, kind, ids), ({ ref }) => ref)
  return new Map([...byCase].map(([id, deadlines]) => [id, clocksOf(deadlines, db.now)]))
}

/** Deadlines that still run, of several cases. */
export const listRunning = async (db: UnitOfWork, ids: readonly string[]): Promise<Deadline[]> => (await listDeadlinesAmong(db, kind, ids)).filter(({ doneAt }) => doneAt === null)

/** The clock that runs out next; nothing when none runs. */
export const nextOf = (clocks: readonly Clock[]): Clock | null => clocks.find(({ state }) => state !== 'done') ?? null
export const nextDue = async (db: UnitOfWork, id: string): Promise<PlainDate | null> => nextOf(await listClocks(db, id))?.dueOn ?? null
