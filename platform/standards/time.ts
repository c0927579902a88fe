import { addDays, type PlainDate } from './plain-date.ts'

/** Local time of German towns: Central European Time with summer time, so a day has 24 hours, but 23 and 25 once a year. */
const timeZone = 'Europe/Berlin'
const hour = 3_600_000

// hourCycle h23, because "24:00" of h24 would belong to the wrong day.
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export type LocalTime = { readonly date: PlainDate; readonly hour: number; readonly minute: number; readonly second: number }

/** What calendar and clock in Berlin show at an instant. */
export function localTime(instant: Date): LocalTime {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of clock.formatToParts(instant)) part[type] = value
  const date = `${(part.year ?? '').padStart(4, '0')}-${part.month}-${part.day}` as PlainDate // parts of a real date
  return { date, hour: Number(part.hour), minute: Number(part.minute), second: Number(part.second) }
}

/** The calendar day in Berlin: half past midnight there may still be yesterday in UTC. */
export function localDate(instant: Date): PlainDate {
  return localTime(instant).date
}

/** Minutes that Berlin is ahead of UTC at an instant: 60 in winter, 120 in summer. */
export function offsetMinutes(instant: Date): number {
  const local = localTime(instant)
  const shown = Date.parse(`${local.date}T00:00:00Z`) + ((local.hour * 60 + local.minute) * 60 + local.second) * 1000
  return Math.round((shown - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
}

/**
 * The instant at which clocks in Berlin show a time on a day. A time that summer time skips (2:30 in March) becomes the
 * instant one hour later on the clock (3:30); of a time that occurs twice (2:30 in October) the first is taken.
 */
export function instantAt(date: PlainDate, hours = 0, minutes = 0): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000
  // Offsets change only by night and by an hour, so the offsets a day around enclose every candidate.
  const offsets = [offsetMinutes(new Date(wanted - 24 * hour)), offsetMinutes(new Date(wanted + 24 * hour))]
  const candidates = offsets.map((offset) => wanted - offset * 60_000).sort((a, b) => a - b)
  const exact = candidates.find((candidate) => candidate + offsetMinutes(new Date(candidate)) * 60_000 === wanted)
  // In the gap the old offset still counts: 2:30 winter time is 3:30 summer time.
  return new Date(exact ?? wanted - Math.min(...offsets) * 60_000)
}

/** First and one-past-last instant of a calendar day in Berlin: for `at >= start and at < end`. */
export function dayBounds(date: PlainDate): { readonly start: Date; readonly end: Date } {
  return { start: instantAt(date), end: instantAt(addDays(date, 1)) }
}

/** 24, or 23 and 25 on the days on which the clocks change. */
export function hoursOfDay(date: PlainDate): number {
  const { start, end } = dayBounds(date)
  return (end.getTime() - start.getTime()) / hour
}
