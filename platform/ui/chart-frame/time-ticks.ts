import { add, addDays, instantAt, lastDayOfMonth, localDate, localTime, partsOf, plainDateOf, type PlainDate, weekday } from '@modellregion/standards'

export type TimeStep = 'hour' | 'day' | 'month' | 'year'
export type TimeTick = { at: Date; step: TimeStep }

/** What a chart needs to write dates and numbers; `t.format` of a page has it. */
export type ChartFormat = {
  number(value: number, digits?: number): string
  date(day: Date | PlainDate, style?: 'long' | 'medium' | 'weekday' | 'month'): string
  time(at: Date): string
}

const day = 86_400_000

/**
 * Moments of the local calendar between `from` and `until` at which an axis gets a word: hours of a day, days, Mondays, first days of months or of
 * years; at most `most`. Days are calendar days, so on the days on which clocks change the distances differ.
 */
export function timeTicks(from: Date, until: Date, most: number): TimeTick[] {
  const span = until.getTime() - from.getTime()
  if (!(span > 0)) return []
  const steps: (() => TimeTick[])[] = []
  if (span <= 3 * day) steps.push(...[1, 2, 3, 6, 12].map((hours) => () => hourTicks(from, until, hours)))
  if (span <= 60 * day) steps.push(() => dayTicks(from, until, 1), () => dayTicks(from, until, 2), () => mondayTicks(from, until, 1), () => mondayTicks(from, until, 2))
  steps.push(...[1, 2, 3, 6].map((months) => () => monthTicks(from, until, months)), ...[12, 24, 60, 120].map((months) => () => monthTicks(from, until, months)))
  for (const ticks of steps) {
    const found = ticks()
    if (found.length > 0 && found.length <= most) return found
  }
  return []
}

/** The word at a tick: `6:00`, `04.03.`, `März`, `2026`. */
export function tickWord({ at, step }: TimeTick, format: ChartFormat): string {
  if (step === 'hour') return format.time(at).replace(/\s?Uhr$/, '')
  if (step === 'year') return String(partsOf(localDate(at)).year)
  return format.date(at, step === 'day' ? 'medium' : 'month').replace(/\s?\d{4}$/, '')
}

const within = (from: Date, until: Date, ticks: readonly TimeTick[]): TimeTick[] => ticks.filter(({ at }) => at >= from && at < until)

function hourTicks(from: Date, until: Date, every: number): TimeTick[] {
  const ticks: TimeTick[] = []
  for (let date = localDate(from); instantAt(date) < until; date = addDays(date, 1))
    // A skipped hour is shown one later on the clock; it is left out, because the next tick may stand there.
    for (let hour = 0; hour < 24; hour += every) if (localTime(instantAt(date, hour)).hour === hour) ticks.push({ at: instantAt(date, hour), step: 'hour' })
  return within(from, until, ticks)
}

function dayTicks(from: Date, until: Date, every: number): TimeTick[] {
  const ticks: TimeTick[] = []
  for (let date = localDate(from); instantAt(date) < until; date = addDays(date, every)) ticks.push({ at: instantAt(date), step: 'day' })
  return within(from, until, ticks)
}

function mondayTicks(from: Date, until: Date, weeks: number): TimeTick[] {
  const first = localDate(from)
  const ticks: TimeTick[] = []
  for (let date = addDays(first, (8 - weekday(first)) % 7); instantAt(date) < until; date = addDays(date, 7 * weeks)) ticks.push({ at: instantAt(date), step: 'day' })
  return within(from, until, ticks)
}

function monthTicks(from: Date, until: Date, every: number): TimeTick[] {
  const { year, month } = partsOf(localDate(from))
  // Months count from January, so that quarters and years begin where people expect them.
  const start = every >= 12 ? plainDateOf(year - (year % (every / 12)), 1, 1) : plainDateOf(year, month - ((month - 1) % every), 1)
  const ticks: TimeTick[] = []
  for (let date = start; instantAt(date) < until; date = add(date, { months: every })) ticks.push({ at: instantAt(date), step: every >= 12 ? 'year' : 'month' })
  return within(from, until, ticks)
}

/** Bounds of local calendar steps that cover a span in at most `most` rows: for the table beside a chart. */
export function tableBounds(from: Date, until: Date, most = 100): { bounds: Date[]; step: TimeStep } {
  const hours = (until.getTime() - from.getTime()) / 3_600_000
  if (hours <= most) {
    const bounds: Date[] = []
    for (let at = Math.floor(from.getTime() / 3_600_000) * 3_600_000; at < until.getTime(); at += 3_600_000) bounds.push(new Date(at))
    return { bounds: [...bounds, until], step: 'hour' }
  }
  const days: Date[] = []
  const monthly = hours / 24 > most
  for (let date = monthly ? firstOfMonth(localDate(from)) : localDate(from); instantAt(date) < until; date = monthly ? addDays(lastDayOfMonth(date), 1) : addDays(date, 1)) days.push(instantAt(date))
  return { bounds: [...days, until], step: monthly ? 'month' : 'day' }
}

const firstOfMonth = (date: PlainDate): PlainDate => plainDateOf(partsOf(date).year, partsOf(date).month, 1)
