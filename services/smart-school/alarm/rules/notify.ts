import { dayBounds, instantAt, isWorkingDay, localTime, addDays, weekday } from '@modellregion/standards'
import type { Alarm, AlarmKind, Severity } from '../schema.ts'

/** How somebody wants to be told. Times are local, `HH:MM`; equal ones mean that there are no quiet hours. */
export type Preference = {
  readonly quietFrom: string
  readonly quietTo: string
  readonly quietWeekend: boolean
  readonly mail: boolean
  readonly mailFrom: Severity
  readonly perDay: number
  readonly perWeek: number
  readonly digestHour: number
}

export const usualPreference: Preference = { quietFrom: '18:00', quietTo: '06:30', quietWeekend: true, mail: true, mailFrom: 'warn', perDay: 8, perWeek: 25, digestHour: 7 }

/** What harms by the minute: no quiet hours, no budget. That is no promise of safety: the platform is no fire alarm system. */
const undelayed: ReadonlySet<AlarmKind> = new Set(['smoke', 'leak'])
export const isUndelayed = ({ kind, severity }: Pick<Alarm, 'kind' | 'severity'>): boolean => undelayed.has(kind) && severity === 'urgent'

const order: Readonly<Record<Severity, number>> = { info: 0, warn: 1, urgent: 2 }
export const isAtLeast = (severity: Severity, least: Severity): boolean => order[severity] >= order[least]

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Whether somebody does not want to be disturbed at a moment. */
export function isQuiet({ quietFrom, quietTo, quietWeekend }: Preference, at: Date): boolean {
  const { date, hour, minute } = localTime(at)
  if (quietWeekend && !isWorkingDay(date)) return true
  const [from, to, now] = [minuteOf(quietFrom), minuteOf(quietTo), hour * 60 + minute]
  if (from === to) return false
  return from < to ? now >= from && now < to : now >= from || now < to
}

/** The first moment from `at` on that is not quiet. Looks 14 days ahead, longer than any run of holidays. */
export function endOfQuiet(preference: Preference, at: Date): Date {
  if (!isQuiet(preference, at)) return at
  const { date } = localTime(at)
  const to = minuteOf(preference.quietTo)
  for (let day = 0; day <= 14; day++) {
    const on = addDays(date, day)
    for (const moment of [dayBounds(on).start, instantAt(on, Math.floor(to / 60), to % 60)]) if (moment > at && !isQuiet(preference, moment)) return moment
  }
  return at
}

/** Minutes after which the next people are told while nobody has acknowledged; null: never. */
export type Chain = Readonly<Record<Severity, { readonly deputyMinutes: number | null; readonly technicianMinutes: number | null }>>
export const usualChain: Chain = {
  info: { deputyMinutes: null, technicianMinutes: null },
  warn: { deputyMinutes: 240, technicianMinutes: 1_440 },
  urgent: { deputyMinutes: 15, technicianMinutes: 30 },
}

export const steps = [1, 2, 3] as const
export type Step = (typeof steps)[number]

/** Which steps of the chain are due: caretakers at once, deputies and technicians while nobody has acknowledged. */
export function dueSteps({ state, severity, raisedAt }: Pick<Alarm, 'state' | 'severity' | 'raisedAt'>, chain: Chain, now: Date): Step[] {
  if (state !== 'raised') return []
  const minutes = (now.getTime() - raisedAt.getTime()) / 60_000
  const { deputyMinutes, technicianMinutes } = chain[severity]
  return [1 as const, ...(deputyMinutes !== null && minutes >= deputyMinutes ? [2 as const] : []), ...(technicianMinutes !== null && minutes >= technicianMinutes ? [3 as const] : [])]
}

export type Told = { readonly today: number; readonly week: number }
export type Fate = { readonly state: 'sent' | 'shown' | 'bundled' } | { readonly state: 'waiting'; readonly until: Date }

/**
 * What becomes of one notification: sent by mail, shown on the pages only (as wished), kept until the quiet hours end, or bundled into the summary because
 * the budget is used up. Smoke and leaks are always sent.
 */
export function fateOf(alarm: Pick<Alarm, 'kind' | 'severity'>, preference: Preference, told: Told, now: Date, hasAddress: boolean): Fate {
  if (!hasAddress) return { state: 'shown' }
  if (isUndelayed(alarm)) return { state: 'sent' }
  if (!preference.mail || !isAtLeast(alarm.severity, preference.mailFrom)) return { state: 'shown' }
  if (isQuiet(preference, now)) return { state: 'waiting', until: endOfQuiet(preference, now) }
  return { state: told.today >= preference.perDay || told.week >= preference.perWeek ? 'bundled' : 'sent' }
}

/** Beginnings of the local day and of the week (Monday) in which a moment lies: within them the budget counts. */
export function budgetSpans(now: Date): { day: Date; week: Date } {
  const { date } = localTime(now)
  return { day: dayBounds(date).start, week: dayBounds(addDays(date, 1 - weekday(date))).start }
}
