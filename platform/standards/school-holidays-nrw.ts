import { isWorkingDay } from './holidays-nrw.ts'
import { addDays, plainDate, plainDateOf, type PlainDate } from './plain-date.ts'

/** `closure`: single days without lessons that the state added by decree. */
export type SchoolHolidayId = 'easter' | 'whitsun' | 'summer' | 'autumn' | 'christmas' | 'closure'

/** School holidays; first and last day both included. */
export type SchoolHoliday = { readonly id: SchoolHolidayId; readonly from: PlainDate; readonly until: PlainDate; readonly de: string; readonly en: string }

const names: Readonly<Record<SchoolHolidayId, { de: string; en: string }>> = {
  easter: { de: 'Osterferien', en: 'Easter holidays' },
  whitsun: { de: 'Pfingstferien', en: 'Whitsun holidays' },
  summer: { de: 'Sommerferien', en: 'summer holidays' },
  autumn: { de: 'Herbstferien', en: 'autumn holidays' },
  christmas: { de: 'Weihnachtsferien', en: 'Christmas holidays' },
  closure: { de: 'unterrichtsfreie Tage', en: 'days without lessons' },
}

/**
 * As published: up to 2021/22 RdErl. v. 10.11.2014, from 2022/23 to 2029/30 RdErl. v. 19.05.2022 (ABl. NRW. 06/22, BASS 12-65 Nr. 1), both of the
 * Ministry for Schools; read at schulministerium.nrw and in copies of it (duesseldorf.de, openholidaysapi.org) on 29 November 2026. First day, last
 * day. In years without whitsun holidays the ministry gave the day to the movable ones, which each school sets itself and which are not here.
 * The two days of 2020 come from the ministry's decree of November 2020 on the pandemic.
 */
const published: readonly (readonly [SchoolHolidayId, string, string])[] = [
  ['summer', '2019-07-15', '2019-08-27'],
  ['autumn', '2019-10-14', '2019-10-26'],
  ['christmas', '2019-12-23', '2020-01-06'],
  ['easter', '2020-04-06', '2020-04-18'],
  ['whitsun', '2020-06-02', '2020-06-02'],
  ['summer', '2020-06-29', '2020-08-11'],
  ['autumn', '2020-10-12', '2020-10-24'],
  ['closure', '2020-12-21', '2020-12-22'],
  ['christmas', '2020-12-23', '2021-01-06'],
  ['easter', '2021-03-29', '2021-04-10'],
  ['whitsun', '2021-05-25', '2021-05-25'],
  ['summer', '2021-07-05', '2021-08-17'],
  ['autumn', '2021-10-11', '2021-10-23'],
  ['christmas', '2021-12-24', '2022-01-08'],
  ['easter', '2022-04-11', '2022-04-23'],
  ['summer', '2022-06-27', '2022-08-09'],
  ['autumn', '2022-10-04', '2022-10-15'],
  ['christmas', '2022-12-23', '2023-01-06'],
  ['easter', '2023-04-03', '2023-04-15'],
  ['whitsun', '2023-05-30', '2023-05-30'],
  ['summer', '2023-06-22', '2023-08-04'],
  ['autumn', '2023-10-02', '2023-10-14'],
  ['christmas', '2023-12-21', '2024-01-05'],
  ['easter', '2024-03-25', '2024-04-06'],
  ['whitsun', '2024-05-21', '2024-05-21'],
  ['summer', '2024-07-08', '2024-08-20'],
  ['autumn', '2024-10-14', '2024-10-26'],
  ['christmas', '2024-12-23', '2025-01-06'],
  ['easter', '2025-04-14', '2025-04-26'],
  ['whitsun', '2025-06-10', '2025-06-10'],
  ['summer', '2025-07-14', '2025-08-26'],
  ['autumn', '2025-10-13', '2025-10-25'],
  ['christmas', '2025-12-22', '2026-01-06'],
  ['easter', '2026-03-30', '2026-04-11'],
  ['whitsun', '2026-05-26', '2026-05-26'],
  ['summer', '2026-07-20', '2026-09-01'],
  ['autumn', '2026-10-17', '2026-10-31'],
  ['christmas', '2026-12-23', '2027-01-06'],
  ['easter', '2027-03-22', '2027-04-03'],
  ['whitsun', '2027-05-18', '2027-05-18'],
  ['summer', '2027-07-19', '2027-08-31'],
  ['autumn', '2027-10-23', '2027-11-06'],
  ['christmas', '2027-12-24', '2028-01-08'],
  ['easter', '2028-04-10', '2028-04-22'],
  ['summer', '2028-07-10', '2028-08-22'],
  ['autumn', '2028-10-23', '2028-11-04'],
  ['christmas', '2028-12-21', '2029-01-05'],
  ['easter', '2029-03-26', '2029-04-07'],
  ['whitsun', '2029-05-22', '2029-05-22'],
  ['summer', '2029-07-02', '2029-08-14'],
  ['autumn', '2029-10-15', '2029-10-27'],
  ['christmas', '2029-12-20', '2030-01-04'],
  ['easter', '2030-04-15', '2030-04-27'],
  ['summer', '2030-06-24', '2030-08-06'],
]

const all: readonly SchoolHoliday[] = published.map(([id, from, until]) => ({ id, from: plainDate(from), until: plainDate(until), ...names[id] }))

/** First and last day of which the school holidays are known here. Whoever plans beyond says so. */
export const schoolHolidaysKnown = { from: plainDate('2019-07-15'), until: plainDate('2030-08-06') } as const

/** All school holidays that touch a calendar year, in order. Throws RangeError for years of which nothing has been published or kept. */
export function schoolHolidaysNrw(year: number): readonly SchoolHoliday[] {
  const [first, last] = [plainDateOf(year, 1, 1), plainDateOf(year, 12, 31)]
  if (last < schoolHolidaysKnown.from || first > schoolHolidaysKnown.until) throw new RangeError(`school holidays are known from ${schoolHolidaysKnown.from} to ${schoolHolidaysKnown.until}, not for ${year}`)
  return all.filter(({ from, until }) => from <= last && until >= first)
}

/** The school holidays in which a day lies. */
export const schoolHolidayOn = (date: PlainDate): SchoolHoliday | undefined => all.find(({ from, until }) => from <= date && date <= until)

/** The school holidays that begin after a day, the next ones; undefined where nothing more has been published. */
export const nextSchoolHoliday = (date: PlainDate): SchoolHoliday | undefined => all.find(({ from }) => from > date)

/**
 * Lessons are given: Monday to Friday, no public holiday, no school holidays, and none of the school's own free days (movable holidays,
 * in-service training). Outside of `schoolHolidaysKnown` every working day counts as one.
 */
export const isSchoolDay = (date: PlainDate, ownFreeDays?: ReadonlySet<string>): boolean => isWorkingDay(date) && schoolHolidayOn(date) === undefined && ownFreeDays?.has(date) !== true

/** The next school day after a day. */
export function nextSchoolDay(date: PlainDate, ownFreeDays?: ReadonlySet<string>): PlainDate {
  let day = addDays(date, 1)
  while (!isSchoolDay(day, ownFreeDays)) day = addDays(day, 1)
  return day
}
