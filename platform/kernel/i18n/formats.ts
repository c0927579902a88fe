import type { PlainDate } from '@modellregion/standards'
import { isolate } from './typography.ts'
import { intlLocale, type Locale } from './words.ts'

/** An instant is shown in the towns' time zone; a calendar date has none. */
export type Moment = Date | PlainDate

export type DateStyle =
  /** 4. März 2026: in a sentence */
  | 'long'
  /** 04.03.2026: in a table or field */
  | 'medium'
  /** Mittwoch, 4. März */
  | 'weekday'
  /** Mittwoch, 4. März 2026 */
  | 'weekday-year'
  /** März 2026 */
  | 'month'

export type Formats = {
  readonly locale: Locale
  /** Default style: long. */
  date(day: Moment, style?: DateStyle): string
  /** 9:05 Uhr */
  time(instant: Date): string
  /** 4. März 2026 um 9:05 Uhr */
  dateTime(instant: Date): string
  /** 4.–9. März 2026; in Leichter Sprache: vom 4. März bis 9. März 2026. Throws RangeError when `to` lies before `from`. */
  dateRange(from: Moment, to: Moment): string
  /** 9:00 bis 10:30 Uhr */
  timeRange(from: Date, to: Date): string
  /** gestern, heute, in 12 Tagen: whole calendar days, not hours. */
  relativeDay(day: Moment, today: Moment): string
  /** vor 2 Stunden, in 5 Minuten */
  ago(instant: Date, now: Date): string
  /** Integer cents. Whole euros lose their zeros: 40 €. */
  money(cents: number): string
  /** At most `digits` decimals (default 2). */
  number(value: number, digits?: number): string
  /** A share from 0 to 1; at most `digits` decimals (default 1). */
  percent(share: number, digits?: number): string
  /** Decimal units as on a label: 25 MB = 25,000,000 bytes. */
  bytes(count: number): string
  /** Metres below a kilometre, then kilometres. */
  distance(metres: number): string
  /** a, b und c */
  list(items: readonly string[], joint?: 'and' | 'or'): string
  /** What a person typed, in the language's quotation marks and made harmless for the text around it. */
  quote(text: string): string
  /** one or other; German and English need no more. */
  plural(count: number): 'one' | 'other'
}

const timeZone = 'Europe/Berlin'
const cache = new Map<Locale, Formats>()

/** The formats of a language, made once. Everything comes from `Intl`; only words around it are ours (words.md 1.5). */
export function formatsFor(locale: Locale): Formats {
  const known = cache.get(locale)
  if (known) return known
  const formats = makeFormats(locale)
  cache.set(locale, formats)
  return formats
}

const dateStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { dateStyle: 'long' },
  medium: { dateStyle: 'medium' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  'weekday-year': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

function makeFormats(locale: Locale): Formats {
  const tag = intlLocale(locale)
  const easy = locale === 'de-x-leicht'
  const dates = lazily((key: string) => {
    const [style, zone] = key.split('|')
    return new Intl.DateTimeFormat(tag, { ...dateStyles[style as DateStyle], timeZone: zone }) // keys are made below
  })
  const dateFormat = (style: DateStyle, day: Moment) => dates(`${style}|${typeof day === 'string' ? 'UTC' : timeZone}`)
  const clock = lazily(() => new Intl.DateTimeFormat(tag, { hour: locale === 'en' ? '2-digit' : 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone }))
  const numbers = lazily((digits: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }))
  const percents = lazily((digits: number) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }))
  const units = lazily((unit: string) => new Intl.NumberFormat(tag, unitOptions(unit, easy)))
  const euros = lazily(() => {
    const base = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const
    return new Intl.NumberFormat(tag, easy ? { ...base, currencyDisplay: 'name' } : base)
  })
  const relative = lazily((numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(tag, { numeric }))
  const lists = lazily((type: 'conjunction' | 'disjunction') => new Intl.ListFormat(tag, { type }))
  const plurals = lazily(() => new Intl.PluralRules(tag))
  // A list page shows the same few dates many times, and formatting one costs 2 µs.
  const shownDates = new Map<string, string>()

  const formats: Formats = {
    locale,
    date(day, style = 'long') {
      const shown = easy && style === 'medium' ? 'long' : style
      // Berlin is whole hours ahead of UTC, so all instants of one hour share their local date.
      const key = `${shown} ${typeof day === 'string' ? day : Math.floor(day.getTime() / 3_600_000)}`
      const known = shownDates.get(key)
      if (known !== undefined) return known
      const text = dateFormat(shown, day).format(instantOf(day))
      if (shownDates.size >= 5000) shownDates.clear()
      // British English sets a comma before the year only in this one style; the other English dates have none.
      const date = locale === 'en' && style === 'weekday-year' ? text.replace(',', '') : text
      shownDates.set(key, date)
      return date
    },
    time(instant) {
      const text = clock('').format(instant)
      return locale === 'en' ? text : `${text.replace(/^0(?=\d)/, '')}\u00A0Uhr`
    },
    dateTime(instant) {
      const joint = locale === 'en' ? 'at' : 'um'
      return `${formats.date(instant)} ${joint} ${formats.time(instant)}`
    },
    dateRange(from, to) {
      const start = instantOf(from)
      const end = instantOf(to)
      if (end < start) throw new RangeError('a span cannot end before it begins')
      if (!easy) return thinless(dateFormat('long', from).formatRange(start, end))
      const first = formats.date(from)
      const last = formats.date(to)
      if (first === last) return `am ${first}`
      const sameYear = first.slice(-4) === last.slice(-4)
      return `vom ${sameYear ? first.slice(0, -5) : first} bis ${last}`
    },
    timeRange(from, to) {
      const joint = locale === 'en' ? 'to' : 'bis'
      const start = clock('').format(from).replace(locale === 'en' ? /^$/ : /^0(?=\d)/, '')
      return `${start} ${joint} ${formats.time(to)}`
    },
    relativeDay(day, today) {
      const days = dayIndex(day) - dayIndex(today)
      // Leichte Sprache counts: "in 2 Tagen" is shorter and more common than "übermorgen".
      return relative(easy && Math.abs(days) > 1 ? 'always' : 'auto').format(days, 'day')
    },
    ago(instant, now) {
      const [value, unit] = coarse((instant.getTime() - now.getTime()) / 1000)
      return relative('always').format(value, unit)
    },
    money(cents) {
      if (!Number.isSafeInteger(cents)) throw new RangeError(`money is counted in whole cents: ${cents}`)
      return euros('').format(cents / 100)
    },
    // Small whole numbers look the same in every language; asking Intl costs a microsecond.
    number: (value, digits = 2) => (Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers(digits).format(value)),
    percent: (share, digits = 1) => (easy ? oneIn(share) : percents(digits).format(share)),
    bytes(count) {
      if (count < 1000) return hold(units('byte').format(count))
      if (count < 999_500) return hold(units('kilobyte').format(rounded(count / 1e3)))
      if (count < 999_500_000) return hold(units('megabyte').format(rounded(count / 1e6)))
      return hold(units('gigabyte').format(rounded(count / 1e9)))
    },
    distance(metres) {
      if (metres < 995) return hold(units('meter').format(metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10))
      return hold(units('kilometer').format(rounded(metres / 1000)))
    },
    list: (items, joint = 'and') => lists(joint === 'and' ? 'conjunction' : 'disjunction').format(items),
    quote(text) {
      const inside = isolate(text)
      if (easy) return inside // no quotation marks in Leichter Sprache
      return locale === 'en' ? `“${inside}”` : `„${inside}“`
    },
    plural: (count) => (plurals('').select(count) === 'one' ? 'one' : 'other'),
  }
  return formats
}

/** Intl objects are dear to make (about 20 µs) and cheap to use, so each is made at its first use and kept. */
function lazily<K extends string | number, V>(make: (key: K) => V): (key: K | '') => V {
  const made = new Map<K | '', V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key as K) // '' stands for the only key of a maker that ignores it
    made.set(key, fresh)
    return fresh
  }
}

function unitOptions(unit: string, easy: boolean): Intl.NumberFormatOptions {
  const long = unit === 'byte' || (easy && (unit === 'meter' || unit === 'kilometer'))
  return { style: 'unit', unit, unitDisplay: long ? 'long' : 'short', maximumFractionDigits: 1 }
}

function instantOf(day: Moment): Date {
  return typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day
}

const berlinDay = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

function dayIndex(day: Moment): number {
  const date = typeof day === 'string' ? day : berlinDay.format(day)
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

function coarse(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  const size = Math.abs(seconds)
  if (size < 45) return [Math.round(seconds), 'second']
  if (size < 2700) return [Math.round(seconds / 60), 'minute']
  if (size < 79_200) return [Math.round(seconds / 3600), 'hour']
  if (size < 2_246_400) return [Math.round(seconds / 86_400), 'day']
  if (size < 27_648_000) return [Math.round(seconds / 2_629_746), 'month']
  return [Math.round(seconds / 31_556_952), 'year']
}

/** One decimal below ten, none above: 3,2 MB but 31 MB. */
function rounded(value: number): number {
  return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)
}

/** ICU sets thin spaces around the dash of some spans; many fonts of towns lack them. */
function thinless(text: string): string {
  return text.replace(/^(\d+)\u2009–\u2009(?=\d)/u, '$1–').replaceAll('\u2009', ' ')
}

function hold(text: string): string {
  return text.replace(/(?<=\d) (?=\p{L})/u, '\u00A0')
}

/** Percent is hard to read for many people; "1 von 8" is not (words.md 2.2). The closest fraction with a denominator up to 10. */
function oneIn(share: number): string {
  if (share <= 0) return 'niemand oder nichts'
  if (share >= 1) return 'alle'
  if (share < 0.05) return 'sehr wenige'
  if (share > 0.95) return 'fast alle'
  const best = { part: 1, whole: 2, error: Math.abs(share - 0.5) }
  for (let whole = 2; whole <= 10; whole++) {
    const part = Math.round(share * whole)
    const error = Math.abs(share - part / whole)
    if (part > 0 && part < whole && error < best.error - 1e-9) Object.assign(best, { part, whole, error })
  }
  return `${best.part} von ${best.whole}`
}
