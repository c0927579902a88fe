import { daysBetween, plainDate, type PlainDate } from '@modellregion/standards'

const [firstDay, lastDay] = [plainDate('1990-01-01'), plainDate('2199-12-31')]
const mostDays = 15 * 366

/** A day that a notice can mean. Anything else is a slip in the year. */
export const isPlausible = (day: PlainDate): boolean => day >= firstDay && day <= lastDay

/** No grant runs for more than fifteen years; each of its years would ask for a statement. */
export const isTooLong = (startsOn: PlainDate, endsOn: PlainDate): boolean => daysBetween(startsOn, endsOn) > mostDays
