import { add, addDays, partsOf, plainDateOf, weekday, type PlainDate } from '@modellregion/standards'
import type { Period } from '../../meter/schema.ts'

/** What a chart shows: whole spans up to and with the one of a day, and the same a year before. */
export type Range = { readonly from: PlainDate; readonly until: PlainDate; readonly before: { readonly from: PlainDate; readonly until: PlainDate }; readonly earlier: PlainDate; readonly later: PlainDate }

/**
 * 31 days, 26 weeks, 12 months or 5 years. "A year before" are the same days of the week 52 weeks before for days and weeks, and the same months or years
 * before otherwise. `earlier` and `later` are days to which one may turn the page.
 */
export function rangeOf(day: PlainDate, by: Period): Range {
  const { year, month } = partsOf(day)
  switch (by) {
    case 'day':
      return shifted(addDays(day, -30), addDays(day, 1), -364, addDays(day, -31), addDays(day, 31))
    case 'week': {
      const monday = addDays(day, 1 - weekday(day))
      return shifted(addDays(monday, -25 * 7), addDays(monday, 7), -364, addDays(day, -26 * 7), addDays(day, 26 * 7))
    }
    case 'month': {
      const first = plainDateOf(year, month, 1)
      const [from, until] = [add(first, { months: -11 }), add(first, { months: 1 })]
      return { from, until, before: { from: add(from, { years: -1 }), until: add(until, { years: -1 }) }, earlier: add(first, { years: -1 }), later: add(first, { years: 1 }) }
    }
    case 'year':
      return { from: plainDateOf(year - 4, 1, 1), until: plainDateOf(year + 1, 1, 1), before: { from: plainDateOf(year - 5, 1, 1), until: plainDateOf(year, 1, 1) }, earlier: plainDateOf(year - 5, 1, 1), later: plainDateOf(year + 5, 1, 1) }
  }
}

const shifted = (from: PlainDate, until: PlainDate, days: number, earlier: PlainDate, later: PlainDate): Range => ({ from, until, before: { from: addDays(from, days), until: addDays(until, days) }, earlier, later })
