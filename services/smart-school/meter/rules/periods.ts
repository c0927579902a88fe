import { add, addDays, earlier, instantAt, partsOf, plainDateOf, weekday, type PlainDate } from '@modellregion/standards'
import type { Period } from '../schema.ts'

/** A span of whole local days: from the first instant of one until before the first instant of another. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate }

/** The calendar's days, weeks (Monday to Sunday, ISO 8601), months or years between two days; the first and the last are cut to them. */
export function spansOf(from: PlainDate, until: PlainDate, by: Period): Span[] {
  const spans: Span[] = []
  for (let day = from; day < until; ) {
    const next = earlier(until, nextStart(day, by))
    spans.push({ from: day, until: next })
    day = next
  }
  return spans
}

function nextStart(day: PlainDate, by: Period): PlainDate {
  const { year, month } = partsOf(day)
  switch (by) {
    case 'day':
      return addDays(day, 1)
    case 'week':
      return addDays(day, 8 - weekday(day))
    case 'month':
      return add(plainDateOf(year, month, 1), { months: 1 })
    case 'year':
      return plainDateOf(year + 1, 1, 1)
  }
}

const starts = new Map<PlainDate, Date>()

/** The first instant of a local day. Asked for again and again, so the answer is kept: a year by days needs 366 of them. */
export function startOf(day: PlainDate): Date {
  const known = starts.get(day)
  if (known) return known
  if (starts.size > 20_000) starts.clear()
  const start = instantAt(day)
  starts.set(day, start)
  return start
}

/** Edges of spans that follow each other, as instants: one more than there are spans. */
export function edgesOf(spans: readonly Span[]): Date[] {
  const last = spans.at(-1)
  return last ? [...spans.map(({ from }) => startOf(from)), startOf(last.until)] : []
}
