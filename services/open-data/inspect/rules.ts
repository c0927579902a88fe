/** What single values of German tables look like. Pure; the same reading is written as SQL in `load/cast.ts`. */

/** `grouped` is a whole number with thousands signs that could also be a fraction (`1.234`, `1,234`): other values of the column decide. */
export type Shape =
  | 'empty' | 'marker' | 'text' | 'code' | 'int' | 'grouped-point' | 'grouped-comma' | 'comma' | 'point' | 'exponent' | 'bool'
  | 'date-iso' | 'date-german' | 'date-german-short' | 'date-slash' | 'timestamp-iso' | 'timestamp-german' | 'timestamp-slash' | 'time' // prettier-ignore

export const shapes = [
  'empty', 'marker', 'text', 'code', 'int', 'grouped-point', 'grouped-comma', 'comma', 'point', 'exponent', 'bool',
  'date-iso', 'date-german', 'date-german-short', 'date-slash', 'timestamp-iso', 'timestamp-german', 'timestamp-slash', 'time',
] as const satisfies readonly Shape[] // prettier-ignore

/** Signs that say "nothing here" in German office tables; those of official statistics (`-`, `.`, `/`, `x`, `…`) among them. */
export const emptyMarkers = ['-', '–', '—', '.', '/', 'x', '...', '…', '?', 'k.a.', 'k. a.', 'k.a', 'ka', 'n/a', 'n.a.', 'na', '#n/a', '#nv', 'nan', 'null', 'none', 'keine angabe', 'unbekannt'] as const
export const trueWords = ['ja', 'wahr', 'true', 'yes'] as const
export const falseWords = ['nein', 'falsch', 'false', 'no'] as const

const markers = new Set<string>(emptyMarkers)
const bools = new Set<string>([...trueWords, ...falseWords])

const int = /^[-+]?\d+$/
const groupedPoint = /^[-+]?\d{1,3}(?:\.\d{3})+$/
const groupedComma = /^[-+]?\d{1,3}(?:,\d{3})+$/
const comma = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+|),\d+$/
const point = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+|)\.\d+$/
const exponent = /^[-+]?(?:\d+\.?\d*|\.\d+)[eE][-+]?\d{1,3}$/
const dateIso = /^(\d{4})-(\d{2})-(\d{2})$/
const dateGerman = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/
const dateSlash = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?Uhr)?$/
const zone = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/
/** At most this many digits fit a whole number of 64 bits; longer ones are numbers of files and accounts. */
export const mostDigits = 18

/** The shape of one value, blanks around it already cut off. Dates that the calendar does not know are text. */
export function shapeOf(value: string): Shape {
  if (value === '') return 'empty'
  const first = value.charCodeAt(0)
  const digitFirst = first >= 48 && first <= 57
  if (!digitFirst && first !== 43 && first !== 45 && first !== 44 && first !== 46) return wordShape(value)
  const number = numberShape(value)
  if (number) return number
  return (digitFirst && momentShape(value)) || wordShape(value)
}

function wordShape(value: string): Shape {
  if (value.length > 14) return 'text'
  const small = value.toLowerCase()
  if (bools.has(small)) return 'bool'
  return markers.has(small) ? 'marker' : 'text'
}

function numberShape(value: string): Shape | undefined {
  if (int.test(value)) return /^[-+]?0\d/.test(value) || value.length > mostDigits ? 'code' : 'int'
  if (groupedPoint.test(value)) return leadingZero(value) ? 'point' : 'grouped-point'
  if (groupedComma.test(value)) return leadingZero(value) ? 'comma' : 'grouped-comma'
  if (comma.test(value)) return 'comma'
  if (point.test(value)) return 'point'
  return exponent.test(value) ? 'exponent' : undefined
}

// `0.125` and `0,125` are fractions whatever the column says.
const leadingZero = (value: string): boolean => /^[-+]?0/.test(value)

function momentShape(value: string): Shape | undefined {
  if (isDay(dateIso.exec(value), 1, 2, 3)) return 'date-iso'
  const german = dateGerman.exec(value)
  if (german) return isDay(german, 3, 2, 1) ? (german[3]?.length === 2 ? 'date-german-short' : 'date-german') : undefined
  const slash = dateSlash.exec(value)
  if (slash) return isDay(slash, 3, 1, 2) || isDay(slash, 3, 2, 1) ? 'date-slash' : undefined
  if (isClock(value)) return 'time'
  return timestampShape(value)
}

function timestampShape(value: string): Shape | undefined {
  const cut = value.search(/[T ]/)
  if (cut < 8) return undefined
  const day = value.slice(0, cut)
  const rest = value.slice(cut + 1).trim()
  if (isDay(dateIso.exec(day), 1, 2, 3)) return isClock(rest.replace(zone, '').trim()) ? 'timestamp-iso' : undefined
  if (!isClock(rest)) return undefined
  const german = dateGerman.exec(day)
  if (german?.[3]?.length === 4 && isDay(german, 3, 2, 1)) return 'timestamp-german'
  const slash = dateSlash.exec(day)
  return slash && (isDay(slash, 3, 1, 2) || isDay(slash, 3, 2, 1)) ? 'timestamp-slash' : undefined
}

function isClock(value: string): boolean {
  const match = clock.exec(value)
  if (!match) return false
  const hour = Number(match[1])
  return hour <= (match[4] ? 12 : 23) && (!match[4] || hour >= 1) && Number(match[2]) <= 59 && Number(match[3] ?? 0) <= 59
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function isDay(match: RegExpExecArray | null, yearAt: number, monthAt: number, dayAt: number): boolean {
  if (!match) return false
  const [year, month, day] = [Number(match[yearAt]), Number(match[monthAt]), Number(match[dayAt])]
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return false
  const full = match[yearAt]?.length === 2 ? 2000 + year : year
  return !(month === 2 && day === 29) || (full % 4 === 0 && (full % 100 !== 0 || full % 400 === 0))
}

/** Of a date with slashes: whether it can only be day first, only month first, or either. */
export function slashOrder(value: string): 'day' | 'month' | 'either' {
  const [first = 0, second = 0] = value.split(/[/ ]/).map(Number)
  return first > 12 ? 'day' : second > 12 ? 'month' : 'either'
}

/** A unit behind (or the euro sign before) a number, and the number without it. */
export function withoutUnit(value: string): { number: string; unit: '%' | '€' } | undefined {
  const last = value.charCodeAt(value.length - 1)
  if (last === 37) return { number: value.slice(0, -1).trim(), unit: '%' }
  if (last === 0x20ac) return { number: value.slice(0, -1).trim(), unit: '€' }
  if (last === 82 && value.endsWith('EUR')) return { number: value.slice(0, -3).trim(), unit: '€' }
  return value.charCodeAt(0) === 0x20ac ? { number: value.slice(1).trim(), unit: '€' } : undefined
}

/** Blanks as thousands signs, the narrow and the unbreakable one included: `1 234 567,5`. */
export const spacedNumber = /^[-+]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/
/** A cell that a spreadsheet would run as a formula (CWE-1236). Signed numbers and single signs are none. */
export const looksLikeFormula = (value: string): boolean => /^[=@\t\r]./.test(value) || (/^[-+][^ ]/.test(value) && !/^[-+][\s\d.,()/-]*$/.test(value) && /[(!|:]/.test(value))
