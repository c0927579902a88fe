import { addDays, instantAt, lastDayOfMonth, parsePlainDate, partsOf, plainDate, plainDateOf, weekday, type PlainDate } from '@modellregion/standards'

export const roomPeriods = ['day', 'week', 'month', 'year'] as const
export type RoomPeriod = (typeof roomPeriods)[number]

/** A day, week (Monday to Sunday), month or year of the local calendar. `until` is the first day after it. */
export type Span = { readonly period: RoomPeriod; readonly from: PlainDate; readonly until: PlainDate; readonly start: Date; readonly end: Date }

/** Before it nothing was measured, and no holidays are known. */
export const firstDay = plainDate('2000-01-01')
const yearsAhead = 5

/** The day that an address asks for; today where it says none, or one so far away that no calendar here reaches it. */
export function dayAsked(text: string | undefined, today: PlainDate): PlainDate {
  const day = parsePlainDate(text ?? '')
  return day !== undefined && day >= firstDay && day <= addDays(today, yearsAhead * 365) ? day : today
}

/** The span of the calendar that a day lies in. */
export function spanOf(period: RoomPeriod, day: PlainDate): Span {
  const { year, month } = partsOf(day)
  const [from, until] = {
    day: (): [PlainDate, PlainDate] => [day, addDays(day, 1)],
    week: (): [PlainDate, PlainDate] => [addDays(day, 1 - weekday(day)), addDays(day, 8 - weekday(day))],
    month: (): [PlainDate, PlainDate] => [plainDateOf(year, month, 1), addDays(lastDayOfMonth(day), 1)],
    year: (): [PlainDate, PlainDate] => [plainDateOf(year, 1, 1), plainDateOf(year + 1, 1, 1)],
  }[period]()
  return { period, from, until, start: instantAt(from), end: instantAt(until) }
}

/** The spans before and after, the latter only as long as it has begun today. */
export function neighbours(span: Span, today: PlainDate): { readonly before: PlainDate; readonly after: PlainDate | undefined } {
  return { before: addDays(span.from, -1), after: span.until <= today ? span.until : undefined }
}

/** Bounds for means within a span: single values of a day, hours of a week, days of a month or year. Undefined: show each value. */
export function meanBounds(span: Span): Date[] | undefined {
  if (span.period === 'day') return undefined
  if (span.period === 'week') {
    const bounds: Date[] = []
    for (let time = span.start.getTime(); time <= span.end.getTime(); time += 3_600_000) bounds.push(new Date(time))
    return bounds
  }
  return dayBoundsOf(span)
}

/** Midnights of the span: days have 23, 24 or 25 hours. */
export function dayBoundsOf({ from, until }: Pick<Span, 'from' | 'until'>): Date[] {
  const bounds: Date[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) bounds.push(instantAt(day))
  return bounds
}

