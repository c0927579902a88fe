import type { FieldType } from '../store/schema.ts'
import type { Shape } from './rules.ts'
import { misfits, type Tally } from './tally.ts'

/** How the values of a column are read. `load/cast.ts` makes SQL of it. */
export type Reading = {
  readonly type: FieldType
  readonly decimal?: ',' | '.'
  /** Digits before and after the decimal sign; absent: floating point. */
  readonly digits?: { readonly whole: number; readonly fraction: number }
  readonly unit?: '%' | '€'
  readonly spaced?: boolean
  readonly order?: 'iso' | 'day-first' | 'month-first' | 'german'
  readonly shortYears?: boolean
  /** Moments in several zones are brought to UTC. */
  readonly utc?: boolean
  /** Values that the tally has seen and that do not fit. */
  readonly misfits: number
}

const numberShapes: readonly Shape[] = ['int', 'grouped-point', 'grouped-comma', 'comma', 'point', 'exponent']
const keyNames = /(?:^|[\s_.\-/(])(?:plz|postleitzahl|postal_?code|zip(?:_?code)?|ags|ars|rs|gemeinde(?:schl(?:ü|ue)ssel|kennziffer)|regionalschl(?:ü|ue)ssel|kreisschl(?:ü|ue)ssel|\p{L}*schl(?:ü|ue)ssel|vorwahl|telefon|telefonnummer|phone|tel|fax|telefax|mobil|hausnummer|hausnr|hnr|kennziffer|iban|blz|aktenzeichen)(?:$|[\s_.\-/)])/iu

/** Column names behind which figures are codes: they stay text, with their zeros. */
export const isKeyName = (header: string): boolean => keyNames.test(header)

/** Of all columns together: whether this table writes decimals with a comma. Undefined when no value tells. */
export function decimalOf(tallies: readonly Tally[]): ',' | '.' | undefined {
  const sum = (shape: Shape) => tallies.reduce((total, tally) => total + (tally.settled ? 0 : tally.counts[shape]), 0)
  const german = sum('comma') + tallies.reduce((total, tally) => total + tally.counts['date-german'], 0)
  const english = sum('point')
  if (german === 0 && english === 0) return undefined
  return german >= english ? ',' : '.'
}

/** The type all values of a column share but for a few, over the whole file. `table` is how the rest of the table writes decimals. */
export function readingOf(header: string, tally: Tally, table: ',' | '.' | undefined, chosenDecimal?: ',' | '.'): Reading {
  if (tally.settled || isKeyName(header)) return text
  const all = tally.filled - tally.counts.marker
  if (all === 0) return text
  // One leading zero is enough: then the figures are a code.
  const number = tally.counts.code > 0 ? [] : [intOrNumeric(tally, table, chosenDecimal)]
  const candidates = [...number, bool(tally), date(tally), timestamp(tally), time(tally)]
  const best = candidates.toSorted((a, b) => a.misfits - b.misfits)[0] ?? text
  return tolerable(best.misfits, all) ? best : text
}

/** The reading for a type that a person has chosen, however many values fit. */
export function readingAs(type: FieldType, tally: Tally, table: ',' | '.' | undefined, chosenDecimal?: ',' | '.'): Reading {
  if (type === 'bool') return bool(tally)
  if (type === 'date') return date(tally)
  if (type === 'timestamp') return timestamp(tally)
  if (type === 'time') return time(tally)
  if (type !== 'int' && type !== 'numeric') return { type, misfits: 0 }
  const number = intOrNumeric(tally, table, chosenDecimal)
  // A person who asks for numbers has seen the leading zeros and the long digits.
  const fitting = number.misfits - tally.counts.code
  // Fractions are no whole numbers, and of a column that was taken for words not all values have been looked at.
  if (type === 'int') return { ...number, type, misfits: number.type === 'numeric' || tally.settled ? Math.max(1, fitting) : fitting }
  const { digits, ...loose } = { ...number, type, misfits: fitting }
  if (tally.settled) return { ...loose, misfits: Math.max(1, fitting) }
  return digits || tally.counts.exponent > 0 || tally.fraction > 6 ? { ...loose, ...(digits && { digits }) } : { ...loose, digits: digitsOf(tally) }
}

/** The type that nearly all values have, when the column became text because of too many others. For a hint. */
export function nearlyOf(header: string, tally: Tally, table: ',' | '.' | undefined): Reading | undefined {
  const all = tally.filled - tally.counts.marker
  if (tally.settled || isKeyName(header) || all < 3) return undefined
  const best = [intOrNumeric(tally, table), date(tally), timestamp(tally)].toSorted((a, b) => a.misfits - b.misfits)[0]
  return best && best.misfits > 0 && best.misfits <= all * 0.2 ? best : undefined
}

const text: Reading = { type: 'text', misfits: 0 }
const tolerable = (number: number, all: number): boolean => number === 0 || (all >= misfits.from && number <= misfits.most && number <= all * misfits.share)
const missing = (tally: Tally, fitting: number): number => tally.filled - tally.counts.marker - fitting
const digitsOf = (tally: Tally) => ({ whole: Math.max(1, tally.whole, tally.thousands), fraction: tally.fraction })

function intOrNumeric(tally: Tally, table: ',' | '.' | undefined, chosen?: ',' | '.'): Reading {
  const { counts } = tally
  const decimal = chosen ?? decimalOfColumn(tally, table)
  const grouped = decimal === ',' ? counts['grouped-point'] : counts['grouped-comma']
  const fractions = decimal === ',' ? counts.comma + counts['grouped-comma'] - tally.severalCommas : counts.point + counts['grouped-point'] - tally.severalPoints
  const unit = unitOf(tally)
  // A few percentages among bare numbers would lose their sign and their meaning.
  const strangers = (unit.unit === '%' ? 0 : tally.percent) + (unit.unit === '€' ? 0 : tally.euro)
  const common = { decimal, ...unit, ...(tally.spaced > 0 && { spaced: true }) }
  if (fractions + counts.exponent === 0) return { type: 'int', ...common, misfits: missing(tally, counts.int + grouped - strangers) }
  const digits = digitsOf(tally)
  // Money and counts are exact; coordinates and measurements with many places are what they were: floating point.
  const exact = counts.exponent === 0 && digits.fraction <= 6 && digits.whole + digits.fraction <= 38
  return { type: 'numeric', ...common, ...(exact && { digits }), misfits: missing(tally, counts.int + grouped + fractions + counts.exponent - strangers) }
}

// A column's own fractions and values of several groups decide, then the rest of the table, then that several groups in a column are hardly all fractions of three digits.
function decimalOfColumn({ counts, severalPoints, severalCommas }: Tally, table: ',' | '.' | undefined): ',' | '.' {
  const [comma, point] = [counts.comma + severalPoints, counts.point + severalCommas]
  if (comma !== point) return comma > point ? ',' : '.'
  if (table) return table
  return counts['grouped-comma'] > counts['grouped-point'] ? '.' : ','
}

function unitOf(tally: Tally): { unit?: '%' | '€' } {
  const numbers = numberShapes.reduce((sum, shape) => sum + tally.counts[shape], 0)
  if (tally.percent > numbers * 0.5) return { unit: '%' }
  return tally.euro > numbers * 0.5 ? { unit: '€' } : {}
}

function bool(tally: Tally): Reading {
  return { type: 'bool', misfits: missing(tally, tally.counts.bool) }
}

function date(tally: Tally): Reading {
  const { counts } = tally
  const german = counts['date-german'] + counts['date-german-short']
  if (counts['date-iso'] >= german && counts['date-iso'] >= counts['date-slash']) return { type: 'date', order: 'iso', misfits: missing(tally, counts['date-iso']) }
  if (german >= counts['date-slash']) return { type: 'date', order: 'german', ...(counts['date-german-short'] > 0 && { shortYears: true }), misfits: missing(tally, german) }
  return slashed('date', tally, counts['date-slash'])
}

function timestamp(tally: Tally): Reading {
  const { counts } = tally
  const iso = counts['timestamp-iso']
  const most = Math.max(iso, counts['timestamp-german'], counts['timestamp-slash'])
  if (most === 0) return { type: 'timestamp', order: 'iso', misfits: missing(tally, 0) }
  if (iso === most) return { type: 'timestamp', order: 'iso', ...(tally.zones.size > 1 && { utc: true }), misfits: missing(tally, iso + counts['date-iso']) }
  if (counts['timestamp-german'] === most) return { type: 'timestamp', order: 'german', misfits: missing(tally, most + counts['date-german']) }
  return slashed('timestamp', tally, most + counts['date-slash'])
}

// Day and month with slashes are believed only when some value tells which is which and none contradicts.
function slashed(type: 'date' | 'timestamp', tally: Tally, fitting: number): Reading {
  const known = tally.dayFirst > 0 !== tally.monthFirst > 0
  return { type, order: tally.dayFirst > 0 ? 'day-first' : 'month-first', misfits: missing(tally, known ? fitting : 0) }
}

function time(tally: Tally): Reading {
  return { type: 'time', misfits: missing(tally, tally.counts.time) }
}
