import { add, addDays, plainDateOf, weekday, type DateSpan, type PlainDate } from './plain-date.ts'

export type HolidayId =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'ascension'
  | 'whit-monday'
  | 'corpus-christi'
  | 'german-unity'
  | 'reformation-day'
  | 'all-saints'
  | 'christmas'
  | 'second-christmas'

export type Holiday = { readonly id: HolidayId; readonly date: PlainDate; readonly de: string; readonly en: string }

const firstYear = 1995
const cache = new Map<number, readonly Holiday[]>()

/**
 * Easter Sunday in the Gregorian calendar: the anonymous algorithm ("Nature", 1876; Meeus, Astronomical Algorithms,
 * chapter 8). Valid from 1583.
 */
export function easterSunday(year: number): PlainDate {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) throw new RangeError(`no Gregorian Easter in year ${year}`)
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return plainDateOf(year, Math.floor(n / 31), (n % 31) + 1)
}

/**
 * The public holidays of North Rhine-Westphalia in order: § 2 (1) Feiertagsgesetz NW, German Unity Day by federal treaty
 * (Art. 2 (2) Einigungsvertrag). Reformation Day was one in 2017 only. Throws RangeError before 1995, when other days
 * were holidays.
 */
export function holidaysNrw(year: number): readonly Holiday[] {
  const known = cache.get(year)
  if (known) return known
  if (!Number.isInteger(year) || year < firstYear) throw new RangeError(`holidays are known from ${firstYear}, not for ${year}`)
  const easter = easterSunday(year)
  const days: Holiday[] = [
    { id: 'new-year', date: plainDateOf(year, 1, 1), de: 'Neujahr', en: 'New Year’s Day' },
    { id: 'good-friday', date: addDays(easter, -2), de: 'Karfreitag', en: 'Good Friday' },
    { id: 'easter-monday', date: addDays(easter, 1), de: 'Ostermontag', en: 'Easter Monday' },
    { id: 'labour-day', date: plainDateOf(year, 5, 1), de: 'Tag der Arbeit', en: 'Labour Day' },
    { id: 'ascension', date: addDays(easter, 39), de: 'Christi Himmelfahrt', en: 'Ascension Day' },
    { id: 'whit-monday', date: addDays(easter, 50), de: 'Pfingstmontag', en: 'Whit Monday' },
    { id: 'corpus-christi', date: addDays(easter, 60), de: 'Fronleichnam', en: 'Corpus Christi' },
    { id: 'german-unity', date: plainDateOf(year, 10, 3), de: 'Tag der Deutschen Einheit', en: 'German Unity Day' },
    { id: 'all-saints', date: plainDateOf(year, 11, 1), de: 'Allerheiligen', en: 'All Saints’ Day' },
    { id: 'christmas', date: plainDateOf(year, 12, 25), de: '1. Weihnachtstag', en: 'Christmas Day' },
    { id: 'second-christmas', date: plainDateOf(year, 12, 26), de: '2. Weihnachtstag', en: 'Boxing Day' },
  ]
  if (year === 2017) days.push({ id: 'reformation-day', date: plainDateOf(year, 10, 31), de: 'Reformationstag', en: 'Reformation Day' })
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  cache.set(year, days)
  return days
}

/** Every holiday that falls on the day: Labour Day and Ascension met in 2008. */
export function holidaysOn(date: PlainDate): readonly Holiday[] {
  return holidaysNrw(Number(date.slice(0, 4))).filter((holiday) => holiday.date === date)
}

/** Monday to Friday and no holiday. (A "Werktag" of the law may include Saturday; deadlines do not end on one.) */
export function isWorkingDay(date: PlainDate): boolean {
  return weekday(date) <= 5 && holidaysOn(date).length === 0
}

/** The day itself when it is a working day, else the next one: § 193 BGB, § 31 (3) VwVfG NRW. */
export function workingDayFrom(date: PlainDate): PlainDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The n-th working day after (or, when negative, before) a day; 0 gives the day itself. */
export function addWorkingDays(date: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count)) throw new RangeError('working days are counted in whole days')
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/**
 * The last day of a period that an event began: the day of the event does not count (§ 187 (1) BGB), and an end on a
 * Saturday, Sunday or holiday moves to the next working day (§ 193 BGB, § 31 (3) VwVfG NRW).
 */
export function deadlineAfter(event: PlainDate, span: DateSpan): PlainDate {
  return workingDayFrom(add(event, span))
}
