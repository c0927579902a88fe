import { addDays, instantAt, isWorkingDay, localDate, schoolHolidayOn, type PlainDate } from '@modellregion/standards'
import type { Point } from '../store/schema.ts'
import { standingRules, temperatureLimits, type StandingState } from './limits.ts'
import type { CorrectionData, FlushData, FlushTask, LabData, OutletGroup, TaskReason, UseEvidence, WaterEntry } from './schema.ts'

const hour = 3_600_000

/** Where the clock of an outlet group stands. `lastAt` null: nothing is known, which counts as standing. */
export type WaterClock = { readonly lastAt: Date | null; readonly hours: number | null; readonly state: StandingState | 'unknown'; readonly dueAt: Date | null; readonly isDue: boolean }

/** The clock runs from the last exchange; moments after now count as now, so it never runs backwards. */
export function clockOf(lastAt: Date | null, now: Date, limitHours: number): WaterClock {
  if (lastAt === null) return { lastAt, hours: null, state: 'unknown', dueAt: null, isDue: true }
  const hours = Math.max(0, (now.getTime() - lastAt.getTime()) / hour)
  const state = standingRules.findLast((rule) => hours >= rule.hours)?.id ?? 'running'
  return { lastAt, hours, state, dueAt: new Date(lastAt.getTime() + limitHours * hour), isDue: hours >= limitHours }
}

/** Reads what `properties` of an outlet group say; what is missing becomes the careful assumption. `outlets` may be names or their number. */
export function outletGroupOf(thing: { readonly id: number; readonly schoolId: number | null; readonly name: string; readonly properties: Readonly<Record<string, unknown>> }, hasSensor: boolean): OutletGroup {
  const { outlets, evidence, limitHours, flushMinutes, warm, cold } = thing.properties
  const names = Array.isArray(outlets) ? outlets.filter((name): name is string => typeof name === 'string') : typeof outlets === 'number' ? Array.from({ length: Math.min(200, Math.max(0, Math.floor(outlets))) }, (_, n) => String(n + 1)) : []
  const known: readonly unknown[] = ['sensor', 'room', 'school-day', 'hand'] satisfies UseEvidence[]
  return {
    id: thing.id,
    schoolId: thing.schoolId ?? 0,
    name: thing.name,
    outlets: names,
    evidence: known.includes(evidence) ? (evidence as UseEvidence) : hasSensor ? 'sensor' : 'hand', // just looked up in the list
    limitHours: limitHours === 168 ? 168 : 72,
    flushMinutes: typeof flushMinutes === 'number' && flushMinutes > 0 ? flushMinutes : 3,
    hot: warm === true,
    cold: cold !== false,
  }
}

/** Litres that must have run before water counts as exchanged, when the group does not say (`properties.pipeLitres`). DVGW W 551: 3 litres between heater and tap. */
export const usualPipeLitres = 3

/** When water last ran by a counter in m³: the last moment at which enough had gone through since the one before. Null when it never moved enough. */
export function lastExchangeByCounter(points: readonly Point[], litres: number): Date | null {
  let [last, base]: [Date | null, number | undefined] = [null, undefined]
  for (const { at, value } of [...points].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (base === undefined || value < base) base = value
    else if ((value - base) * 1_000 >= litres) [last, base] = [at, value]
  }
  return last
}

/** When it last ran by a flow meter (l/min) or a flush valve (1 or 0). */
export const lastExchangeByFlow = (points: readonly Point[]): Date | null => points.reduce<Date | null>((last, { at, value }) => (value > 0 && (last === null || at > last) ? at : last), null)

/** When it last ran by the temperature of the pipe alone: a change of 4 K and more within an hour, which standing water never makes. */
export function lastExchangeByTemperature(points: readonly Point[]): Date | null {
  const sorted = [...points].sort((a, b) => a.at.getTime() - b.at.getTime())
  let last: Date | null = null
  for (const [n, { at, value }] of sorted.entries()) {
    const before = sorted[n - 1]
    if (before && at.getTime() - before.at.getTime() <= hour && Math.abs(value - before.value) >= 4) last = at
  }
  return last
}

export type TemperatureFinding = { readonly kind: 'cold-warm' | 'hot-cool'; readonly celsius: number }

/** What is wrong with temperatures somebody measured at the tap at the end of flushing. */
export const temperatureFindings = ({ coldAfter, hotAfter }: Pick<FlushData, 'coldAfter' | 'hotAfter'>): TemperatureFinding[] => [
  ...(coldAfter !== null && coldAfter > temperatureLimits.cold ? [{ kind: 'cold-warm' as const, celsius: coldAfter }] : []),
  ...(hotAfter !== null && hotAfter < temperatureLimits.hot ? [{ kind: 'hot-cool' as const, celsius: hotAfter }] : []),
]

/**
 * What a sensor on the pipe says over its last day: warm water that never came to 55 °C, or cold water that never fell to 25 °C. The best of a day
 * counts, because standing pipes take the temperature of the house. Undefined with less than six values.
 */
export function pipeFinding(points: readonly Point[], isHot: boolean): TemperatureFinding | undefined {
  if (points.length < 6) return undefined
  const values = points.map(({ value }) => value)
  const best = isHot ? Math.max(...values) : Math.min(...values)
  if (isHot) return best < temperatureLimits.hot ? { kind: 'hot-cool', celsius: best } : undefined
  return best > temperatureLimits.cold ? { kind: 'cold-warm', celsius: best } : undefined
}

/** The log as it counts: corrected entries are out, the replacement of a correction stands in the place of what it corrects. In order of what happened. */
export function standing(entries: readonly WaterEntry[]): WaterEntry[] {
  const kept = new Map<number, WaterEntry>(entries.filter(({ kind }) => kind !== 'correction').map((entry) => [entry.seq, entry]))
  for (const { kind, data } of [...entries].sort((a, b) => a.seq - b.seq)) {
    if (kind !== 'correction') continue
    const { of, replacement } = data as CorrectionData // kind says so
    const old = kept.get(of)
    if (!old) continue
    if (replacement) kept.set(of, { ...old, data: replacement })
    else kept.delete(of)
  }
  return [...kept.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)
}

/** The last exchange that somebody wrote down. */
export const lastExchangeByHand = (entries: readonly WaterEntry[]): Date | null => standing(entries).filter(({ kind }) => kind === 'flush' || kind === 'use').at(-1)?.at ?? null

/** The result of the latest sample that stands; of one day the one entered last. A report may arrive after that of a later sample. */
export function lastLab(entries: readonly WaterEntry[]): { at: Date; data: LabData } | undefined {
  const found = standing(entries)
    .filter(({ kind }) => kind === 'lab')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)
    .at(-1)
  return found && { at: found.at, data: found.data as LabData } // kind says so
}

export type PlannedFlush = Pick<FlushTask, 'day' | 'dueAt' | 'reason' | 'beyondLimit'>
export type PlanWish = {
  /** Last exchange; null: unknown, so the first flush is due at once. */
  readonly lastAt: Date | null
  readonly now: Date
  /** The last day of the plan, included. */
  readonly until: PlainDate
  readonly limitHours: number
  /** Days on which use exchanges the water without anybody's doing. */
  readonly isUsed: (day: PlainDate) => boolean
  /** Days on which somebody is there to flush; default: working days. */
  readonly isStaffed?: (day: PlainDate) => boolean
}

/** Local hours between which somebody goes round on a staffed day; a flush before lessons is done by the first of them. */
const round = { from: 7, until: 14 } as const
/** Local hour by which a day with lessons has surely used the water. */
const usedByHour = 10

/**
 * What is to be flushed, and when: as late as the limit allows, on days when somebody is there, and before the first use when water stood beyond the
 * limit. Where nobody works for longer than the limit, the next flush says so (`beyondLimit`): the school then needs weekend duty or a valve that
 * flushes by itself.
 */
export function planFlushes({ lastAt, now, until, limitHours, isUsed, isStaffed = isWorkingDay }: PlanWish): PlannedFlush[] {
  const plan: PlannedFlush[] = []
  const today = localDate(now)
  let last = lastAt
  const limitOf = (moment: Date): Date => new Date(moment.getTime() + limitHours * hour)
  const add = (day: PlainDate, dueAt: Date, reason: TaskReason): void => {
    plan.push({ day, dueAt, reason, beyondLimit: last === null || dueAt > limitOf(last) || limitOf(last) < now })
    last = later(dueAt, now)
  }
  for (let day = today; day <= until; day = addDays(day, 1)) {
    const [opening, closing] = [instantAt(day, round.from), instantAt(day, round.until)]
    if (isUsed(day)) {
      if (opening > now && (last === null || opening > limitOf(last))) add(day, opening, 'before-lessons')
      last = later(last, instantAt(day, usedByHour))
    } else if (isStaffed(day) || (day === today && (last === null || limitOf(last) <= now))) {
      // What is overdue is due today, also on a Sunday: somebody has to know.
      const isOverdue = last === null || limitOf(last) <= now
      const isLate = closing <= now
      if (isLate && !isOverdue) continue
      const next = nextChance(day, isUsed, isStaffed)
      if (last !== null && !isOverdue && limitOf(last) >= next) continue
      const due = last === null || (isOverdue && isLate) ? now : earlier(closing, later(opening, limitOf(last)))
      add(day, isOverdue && last !== null && limitOf(last) < due && day === today ? limitOf(last) : due, reasonOf(day, isStaffed))
    }
  }
  return plan
}

const later = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b)
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)

/** The next morning on which water moves or could be moved. Looks a month ahead: no school closes longer without anybody. */
function nextChance(day: PlainDate, isUsed: (day: PlainDate) => boolean, isStaffed: (day: PlainDate) => boolean): Date {
  let next = addDays(day, 1)
  for (let tries = 0; tries < 31 && !isUsed(next) && !isStaffed(next); tries++) next = addDays(next, 1)
  return instantAt(next, round.from)
}

const reasonOf = (day: PlainDate, isStaffed: (day: PlainDate) => boolean): TaskReason => (!isStaffed(addDays(day, 1)) ? 'weekend' : schoolHolidayOn(day) ? 'holidays' : 'clock')
