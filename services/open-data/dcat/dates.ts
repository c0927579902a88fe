import { refuse } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { DateText, PeriodOfTime } from './schema.ts'

/** Years a catalogue may speak of: data reach back to medieval registers, plans to the next centuries. */
const EARLIEST = 1000
const LATEST = 2500

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const german = /(?:^|\s)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s*[,-]?\s*(\d{1,2}):(\d{2}))?$/
const germanLong = /(?:^|\s)(\d{1,2})\.\s?([A-Za-zäÄ]{3,9})\.?\s(\d{4})(?:\s*-\s*(\d{1,2}):(\d{2}))?$/
const months = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember']

/**
 * Reads a date as portals write them: ISO 8601 in any exactness, `31.05.2024`, `Mittwoch, 26. Juni 2013 - 13:25`.
 * Keeps the exactness of the source. Refuses impossible days and years outside 1000 to 2500 (year 0, 9999).
 */
export function readDate(text: string, field: string): { date: DateText } | { refusal: Refusal } {
  const value = text.trim()
  const parts = isoParts(value) ?? germanParts(value)
  if (!parts) return { refusal: refuse('open-data.dataset.date-invalid', { field, detail: text }) }
  const [year, month, day, hour, minute, second, zone] = parts
  if (year < EARLIEST || year > LATEST) return { refusal: refuse('open-data.dataset.date-implausible', { field, detail: text }) }
  if (month === undefined) return { date: pad(year, 4) }
  if (month < 1 || month > 12) return { refusal: refuse('open-data.dataset.date-invalid', { field, detail: text }) }
  if (day === undefined) return { date: `${pad(year, 4)}-${pad(month)}` }
  if (day < 1 || day > daysIn(year, month)) return { refusal: refuse('open-data.dataset.date-invalid', { field, detail: text }) }
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  if (hour === undefined) return { date }
  if (hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return { refusal: refuse('open-data.dataset.date-invalid', { field, detail: text }) }
  return { date: `${date}T${pad(hour)}:${pad(minute ?? 0)}:${pad(second ?? 0)}${zone ?? ''}` }
}

type Maybe = number | undefined
type Parts = readonly [year: number, month?: Maybe, day?: Maybe, hour?: Maybe, minute?: Maybe, second?: Maybe, zone?: string | undefined]

function isoParts(value: string): Parts | undefined {
  const match = iso.exec(value)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined) return undefined
  return [year, month, day, hour, minute, second, match[8]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')]
}

function germanParts(value: string): Parts | undefined {
  const short = german.exec(value)
  if (short) return [Number(short[3]), Number(short[2]), Number(short[1]), ...time(short[4], short[5])]
  const long = germanLong.exec(value)
  if (!long) return undefined
  const month = months.findIndex((name) => name.startsWith((long[2] ?? '').toLowerCase().slice(0, 3))) + 1
  return month === 0 ? undefined : [Number(long[3]), month, Number(long[1]), ...time(long[4], long[5])]
}

const time = (hour: string | undefined, minute: string | undefined): [number?, number?] =>
  hour === undefined || minute === undefined ? [] : [Number(hour), Number(minute)]

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The XSD type of a date by its exactness. */
export function dateType(date: DateText): 'gYear' | 'gYearMonth' | 'date' | 'dateTime' {
  if (date.length === 4) return 'gYear'
  if (date.length === 7) return 'gYearMonth'
  return date.length === 10 ? 'date' : 'dateTime'
}

/** A period with at least one end; one that ends before it begins loses its end. */
export function readPeriod(start: string | undefined, end: string | undefined, field: string): { period?: PeriodOfTime; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const read = (text: string | undefined, part: string) => {
    if (text === undefined || text.trim() === '') return undefined
    const result = readDate(text, `${field}.${part}`)
    if ('date' in result) return result.date
    refusals.push(result.refusal)
    return undefined
  }
  const startDate = read(start, 'startDate')
  const endDate = read(end, 'endDate')
  if (startDate !== undefined && endDate !== undefined && endDate.slice(0, startDate.length) < startDate.slice(0, endDate.length)) {
    refusals.push(refuse('open-data.dataset.period-reversed', { field, detail: `${startDate} – ${endDate}` }))
    return { period: { startDate }, refusals }
  }
  if (startDate === undefined && endDate === undefined) return { refusals }
  return { period: { ...(startDate !== undefined && { startDate }), ...(endDate !== undefined && { endDate }) }, refusals }
}
