import { add, addDays, addWorkingDays, dayBounds, daysBetween, isWorkingDay, later, localDate, partsOf, workingDayFrom, type DateSpan, type PlainDate } from '@modellregion/standards'
import type { Deadline, DeadlineRule, DeadlineState, DeadlineStep, Lead, NonWorkingDay, Period, PeriodLength } from './schema.ts'

// Sources: §§ 187 to 193 BGB, which § 31 (1) VwVfG NRW and § 186 BGB make the measure of all periods. Holidays are known from 1995.

/** The version of a rule that counts for an event of that day. @throws when there is none */
export function deadlineRuleOn<Id extends string>(rules: readonly DeadlineRule<Id>[], id: string, day: PlainDate): DeadlineRule<Id> {
  const rule = rules.find((one) => one.id === id && (one.from === undefined || one.from <= day) && (one.until === undefined || day <= one.until))
  if (!rule) throw new Error(`No version of the deadline "${id}" counts for an event on ${day}.`)
  return rule
}

/** Where a period leads that began on a day. */
export const periodFrom = (rule: DeadlineRule, startedOn: PlainDate): Period => landed(rule, lastCountedDay(rule, startedOn))

/**
 * The last day after an extension. It is counted from the end as it was kept, weekend included (§ 190 BGB; BGH, 14.12.2005,
 * IX ZB 198/04), not from the Saturday to which counting had led.
 */
export function extendedPeriod(rule: DeadlineRule, { countedTo, dueOn }: Period): Period {
  if (!rule.extension) return { countedTo, dueOn }
  const period = landed(rule, after(dueOn, rule.extension.length))
  return { ...period, dueOn: later(dueOn, period.dueOn) }
}

/**
 * The period after a pause. Days of the pause do not count (§ 209 BGB), and neither do the day on which it began and the one on
 * which it ended; a pause before the first day that counts takes nothing away. Periods of working days leave out working days only.
 */
export function resumedPeriod(rule: DeadlineRule, { startedOn, countedTo, dueOn }: Pick<Deadline, 'startedOn' | keyof Period>, pausedOn: PlainDate, resumedOn: PlainDate): Period {
  const first = later(pausedOn, rule.firstDayCounts ? startedOn : addDays(startedOn, 1))
  if (resumedOn < first) return { countedTo, dueOn }
  return landed(rule, 'workingDays' in rule.length ? addWorkingDays(countedTo, countWorkingDays(first, resumedOn)) : addDays(countedTo, daysBetween(first, resumedOn) + 1))
}

/** The instant at which a last day is over: midnight in Berlin, 23, 24 or 25 hours after it began. */
export const endOfDeadline = (dueOn: PlainDate): Date => dayBounds(dueOn).end

/** Warnings in order, then the first day after the end. */
export function stepsOf({ warn }: Pick<DeadlineRule, 'warn'>, dueOn: PlainDate): DeadlineStep[] {
  const warnings = warn.map(({ before }): DeadlineStep => ({ kind: 'warning', before, on: dayBefore(dueOn, before) }))
  return [...warnings.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), { kind: 'over', on: addDays(dueOn, 1) }]
}

/** Steps that have come and of which nobody was told. What would have come before the period began is left out. */
export const untoldSteps = (rule: Pick<DeadlineRule, 'warn'>, { startedOn, dueOn, warnedOn }: Pick<Deadline, 'startedOn' | 'dueOn' | 'warnedOn'>, today: PlainDate): DeadlineStep[] =>
  stepsOf(rule, dueOn).filter(({ on }) => on > startedOn && on <= today && (warnedOn === null || on > warnedOn))

/** Where the clock stands. Working days are those after today (after the pause began, while it lasts) up to the last day. */
export type DeadlineClock = { readonly state: DeadlineState; readonly workingDaysLeft: number; readonly nextWarning: PlainDate | undefined }

/** What a page says about a deadline now. */
export function deadlineClock(rule: Pick<DeadlineRule, 'warn'>, deadline: Pick<Deadline, 'startedOn' | 'dueOn' | 'pausedOn' | 'doneAt'>, now: Date): DeadlineClock {
  const today = localDate(now)
  const state = stateOn(rule, deadline, today)
  if (state === 'done' || state === 'over') return { state, workingDaysLeft: 0, nextWarning: undefined }
  const workingDaysLeft = countWorkingDays(addDays(deadline.pausedOn ?? today, 1), deadline.dueOn)
  const next = state === 'paused' ? undefined : warningsOf(rule, deadline).find((on) => on > today)
  return { state, workingDaysLeft, nextWarning: next }
}

function stateOn(rule: Pick<DeadlineRule, 'warn'>, deadline: Pick<Deadline, 'startedOn' | 'dueOn' | 'pausedOn' | 'doneAt'>, today: PlainDate): DeadlineState {
  if (deadline.doneAt !== null) return 'done'
  if (deadline.pausedOn !== null) return 'paused'
  if (today > deadline.dueOn) return 'over'
  if (today === deadline.dueOn) return 'today'
  return warningsOf(rule, deadline).some((on) => on <= today) ? 'near' : 'running'
}

const warningsOf = (rule: Pick<DeadlineRule, 'warn'>, { startedOn, dueOn }: Pick<Deadline, 'startedOn' | 'dueOn'>): PlainDate[] =>
  stepsOf(rule, dueOn).flatMap(({ kind, on }) => (kind === 'warning' && on > startedOn ? [on] : []))

export type ExtendRefusal = 'done' | 'not-extendable' | 'extended-enough' | 'reason-missing'

/** Why a deadline cannot be extended. An end that has gone by is no reason: § 31 (7) VwVfG NRW lets it be extended afterwards. */
export function whyNotExtend({ extension }: DeadlineRule, { doneAt, extended }: Pick<Deadline, 'doneAt' | 'extended'>, reason: string): ExtendRefusal | undefined {
  if (doneAt !== null) return 'done'
  if (!extension) return 'not-extendable'
  if (extended >= extension.most) return 'extended-enough'
  return /^[a-z][a-z0-9-]*$/.test(reason) ? undefined : 'reason-missing' // a code and no sentence, which could name somebody
}

export type PauseRefusal = 'done' | 'paused' | 'before-start' | 'over'

/** Why a deadline cannot stand still from a day on; what has ended stays ended. */
export function whyNotPause({ doneAt, pausedOn, startedOn, dueOn }: Pick<Deadline, 'doneAt' | 'pausedOn' | 'startedOn' | 'dueOn'>, on: PlainDate): PauseRefusal | undefined {
  if (doneAt !== null) return 'done'
  if (pausedOn !== null) return 'paused'
  if (on < startedOn) return 'before-start'
  return on > dueOn ? 'over' : undefined
}

export type ResumeRefusal = 'done' | 'not-paused' | 'before-pause'

/** Why a deadline cannot go on on a day. */
export function whyNotResume({ doneAt, pausedOn }: Pick<Deadline, 'doneAt' | 'pausedOn'>, on: PlainDate): ResumeRefusal | undefined {
  if (doneAt !== null) return 'done'
  if (pausedOn === null) return 'not-paused'
  return on < pausedOn ? 'before-pause' : undefined
}

/** As many days ahead as the earliest warning of all rules may come, and some more: whoever looks so far misses none. */
export const longestLead = (rules: readonly Pick<DeadlineRule, 'warn'>[]): number =>
  Math.max(1, ...rules.flatMap(({ warn }) => warn.map(({ before }) => ('days' in before ? before.days : before.workingDays * 2 + 14)))) // a week has five working days, Christmas fewer

function lastCountedDay({ length, firstDayCounts }: DeadlineRule, startedOn: PlainDate): PlainDate {
  if (!firstDayCounts) return after(startedOn, length)
  if ('workingDays' in length) return addWorkingDays(addDays(startedOn, -1), length.workingDays)
  const corresponding = add(startedOn, length)
  // § 188 (2) BGB ends it the day before; § 188 (3): a month that lacks the day ends it with its last one, which `add` has found.
  return lacksTheDay(startedOn, length) ? corresponding : addDays(corresponding, -1)
}

const lacksTheDay = (day: PlainDate, { years = 0, months = 0 }: DateSpan): boolean => partsOf(add(day, { years, months })).day !== partsOf(day).day

// § 187 (1) BGB: the day of the event does not count, so the same number or weekday ends the period (§ 188 (2), (3)).
const after = (day: PlainDate, length: PeriodLength): PlainDate => ('workingDays' in length ? addWorkingDays(day, length.workingDays) : add(day, length))

const landings: Readonly<Record<NonWorkingDay, (day: PlainDate) => PlainDate>> = {
  'next-working-day': workingDayFrom,
  stays: (day) => day,
  'previous-working-day': (day) => (isWorkingDay(day) ? day : addWorkingDays(day, -1)),
}

const landed = ({ atNonWorkingDay }: DeadlineRule, countedTo: PlainDate): Period => ({ countedTo, dueOn: landings[atNonWorkingDay](countedTo) })

const dayBefore = (day: PlainDate, before: Lead): PlainDate => ('days' in before ? addDays(day, -before.days) : addWorkingDays(day, -before.workingDays))

/** Both days included; 0 when the second lies before. */
function countWorkingDays(first: PlainDate, last: PlainDate): number {
  let count = 0
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(day)) count++
  return count
}
