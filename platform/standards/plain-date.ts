/**
 * Calendar dates without a time of day and without a time zone, as ISO 8601 strings (`2026-03-04`) in the proleptic
 * Gregorian calendar, years 0001 to 9999. A string sorts, compares with `<`, survives JSON and SQL unchanged, and cannot
 * shift by a day because somebody's clock stands elsewhere.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }
export type DateSpan = { readonly years?: number; readonly months?: number; readonly weeks?: number; readonly days?: number }

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000
const firstDay = daysFromCivil(1, 1, 1)
const lastDay = daysFromCivil(9999, 12, 31)

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date, or undefined when the text is no ISO date that exists in the calendar (2026-02-30 does not). */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (!exists(year, month, day)) return undefined
  return text as PlainDate // checked just above: this is the door where text becomes a date
}

/** Like `parsePlainDate`, for constants and data that must be right. Throws RangeError otherwise. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** Throws RangeError when the day does not exist. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

export function partsOf(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Days since 1970-01-01, negative before. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  return daysFromCivil(year, month, day)
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 1 to 9999. */
export function fromDayNumber(days: number): PlainDate {
  if (!Number.isInteger(days) || days < firstDay || days > lastDay) throw new RangeError(`no calendar date: day ${days}`)
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10) as PlainDate // ISO form of a whole day in range
}

/**
 * Years and months first, then weeks and days. A day that the target month lacks becomes its last one: 31 January plus a
 * month is 28 or 29 February (the rule of § 188 (3) BGB for periods counted in months).
 */
export function add(date: PlainDate, span: DateSpan): PlainDate {
  const { year, month, day } = partsOf(date)
  const months = year * 12 + (month - 1) + (span.years ?? 0) * 12 + (span.months ?? 0)
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  if (toYear < 1 || toYear > 9999) throw new RangeError(`no calendar date: year ${toYear}`)
  const toDay = Math.min(day, daysInMonth(toYear, toMonth))
  return fromDayNumber(daysFromCivil(toYear, toMonth, toDay) + (span.weeks ?? 0) * 7 + (span.days ?? 0))
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whole days from the first to the second date; negative when the second lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Full years from birth (or any start) to a day. Born on 29 February counts as one year older on 1 March (§ 187 (2), § 188 BGB). */
export function yearsBetween(from: PlainDate, to: PlainDate): number {
  const a = partsOf(from)
  const b = partsOf(to)
  const before = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (before ? 1 : 0)
}

/** For `sort`: negative, zero or positive. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b
}

export function weekday(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday (4).
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7
  return (index + 1) as Weekday // 0…6 plus one
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  const { year, month } = partsOf(date)
  return plainDateOf(year, month, daysInMonth(year, month))
}

/** Calendar week and its year by ISO 8601: week 1 holds the first Thursday. */
export function isoWeek(date: PlainDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekday(date))
  const { year } = partsOf(thursday)
  return { year, week: Math.floor(daysBetween(plainDateOf(year, 1, 1), thursday) / 7) + 1 }
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function daysFromCivil(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / millisecondsPerDay
}
