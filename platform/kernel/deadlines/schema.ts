import type { DateSpan, PlainDate } from '@modellregion/standards'

/** How long a period is: units of the calendar, also together (three months and seven days), or working days alone. */
export type PeriodLength = DateSpan | { readonly workingDays: number }

/** How long before the last day somebody is warned; zero is the last day itself. */
export type Lead = { readonly days: number } | { readonly workingDays: number }

/** What becomes of a last day on a Saturday, Sunday or holiday: § 193 BGB and § 31 (3) VwVfG NRW move it on, § 31 (4) leaves it. */
export type NonWorkingDay = 'next-working-day' | 'stays' | 'previous-working-day'

/** One version of a rule: the same id may stand several times, for events of different days. */
export type DeadlineRule<Id extends string = string> = {
  readonly id: Id
  /** Where it is written, as cited: `HinSchG § 17 Abs. 2 Satz 1`. */
  readonly source: string
  /** First and last day of an event for which this version counts; absent: always so far, until further notice. */
  readonly from?: PlainDate
  readonly until?: PlainDate
  readonly length: PeriodLength
  /** The day that begins the period is its first (§ 187 (2) BGB). Absent: an event began it, and counting starts the day after (§ 187 (1)). */
  readonly firstDayCounts?: true
  readonly atNonWorkingDay: NonWorkingDay
  /** How it may be made longer, and how often. Whoever does so gives a reason, which goes into the audit. */
  readonly extension?: { readonly length: PeriodLength; readonly reasonNeeded: true; readonly most: number }
  readonly warn: readonly { readonly before: Lead }[]
}

/** What a deadline belongs to (kind and id of a thing of the service, never a name or a text) and by which rule it runs. */
export type DeadlineKey<Id extends string = string> = { readonly kind: string; readonly ref: string; readonly rule: Id }

/** Where a period leads: the day that counting ends on, and the last day once weekends and holidays have been looked at. */
export type Period = { readonly countedTo: PlainDate; readonly dueOn: PlainDate }

/** One deadline of one thing. */
export type Deadline = DeadlineKey & Period & {
  readonly id: string
  readonly startedOn: PlainDate
  /** How often it was extended. */
  readonly extended: number
  /** Since when it stands still. */
  readonly pausedOn: PlainDate | null
  readonly doneAt: Date | null
  /** Day of the last step that the service was told of. */
  readonly warnedOn: PlainDate | null
}

/** A warning, or the first day after the end. `on` is the day it was meant for, which may be gone when nothing ran. */
export type DeadlineStep = { readonly kind: 'warning'; readonly before: Lead; readonly on: PlainDate } | { readonly kind: 'over'; readonly on: PlainDate }

/** What a service is told, once for each step. */
export type DeadlineEvent = { readonly deadline: Deadline; readonly rule: DeadlineRule; readonly step: DeadlineStep }

/** `near` begins with the first warning; `today` is the last day; `over` begins when it has ended. */
export type DeadlineState = 'running' | 'near' | 'today' | 'over' | 'done' | 'paused'
