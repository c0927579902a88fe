import { looksLikeFormula, shapeOf, shapes, slashOrder, spacedNumber, withoutUnit, type Shape } from './rules.ts'

/** What a column has shown, over all rows. */
export type Tally = {
  readonly counts: Record<Shape, number>
  filled: number
  /** Most digits before and after the decimal sign. */
  whole: number
  fraction: number
  /** Most digits of values that may be thousands, should they be. */
  thousands: number
  /** Values of several groups, by their sign: `1.234.567` can be thousands and nothing else. */
  severalPoints: number
  severalCommas: number
  percent: number
  euro: number
  spaced: number
  dayFirst: number
  monthFirst: number
  /** Zones of moments, at most a few. */
  readonly zones: Set<string>
  readonly markers: Map<string, number>
  readonly examples: string[]
  formulas: number
  readonly formulaLines: number[]
  /** A line for each of the first values that are text, for saying where a nearly numeric column breaks. */
  readonly textLines: number[]
  readonly textExamples: string[]
  longest: number
  /** So many words that it can be nothing but text: shapes are no longer looked at. */
  settled: boolean
}

export const newTally = (): Tally => ({
  counts: Object.fromEntries(shapes.map((shape) => [shape, 0])) as Record<Shape, number>, // all shapes are there
  filled: 0, whole: 0, fraction: 0, thousands: 0, severalPoints: 0, severalCommas: 0, percent: 0, euro: 0, spaced: 0, dayFirst: 0, monthFirst: 0, zones: new Set(), markers: new Map(), examples: [], formulas: 0, formulaLines: [], textLines: [], textExamples: [], longest: 0, settled: false,
}) // prettier-ignore

/** At most this many values of a column may not fit its type, and at most this share; they are set apart, the type stays. */
export const misfits = { most: 1_000, share: 0.005, from: 200 }
const kept = 5

/** Looks at one value (blanks around it cut off) of a column; `line` is where it stands in the file. */
export function observe(tally: Tally, value: string, line: number): void {
  if (value === '') return void tally.counts.empty++
  tally.filled++
  if (value.length > tally.longest) tally.longest = value.length
  if (tally.examples.length < kept && !tally.examples.includes(value)) tally.examples.push(value.length > 120 ? `${value.slice(0, 120)}…` : value)
  const shape = read(tally, value)
  tally.counts[shape]++
  if (shape === 'text') observeText(tally, value, line)
  else if (shape === 'marker') tally.markers.set(value, (tally.markers.get(value) ?? 0) + 1)
}

function observeText(tally: Tally, value: string, line: number): void {
  if (tally.textLines.length < 50) tally.textLines.push(line)
  if (tally.textExamples.length < 3) tally.textExamples.push(value.slice(0, 60))
  if (looksLikeFormula(value)) {
    tally.formulas++
    if (tally.formulaLines.length < 50) tally.formulaLines.push(line)
  }
  if (tally.counts.text > misfits.most && tally.counts.text > tally.filled * misfits.share) tally.settled = true
}

function read(tally: Tally, value: string): Shape {
  const shape = shapeOf(value)
  if (shape === 'text') return readMarked(tally, value)
  if (shape === 'int') keepDigits(tally, value, -1)
  else if (shape === 'comma' || shape === 'point') keepDigits(tally, value, value.lastIndexOf(shape === 'comma' ? ',' : '.'))
  else if (shape === 'grouped-point' || shape === 'grouped-comma') keepThousands(tally, value)
  else if (shape === 'date-slash' || shape === 'timestamp-slash') keepOrder(tally, value)
  else if (shape === 'timestamp-iso' && tally.zones.size < 4) keepZone(tally, value)
  return shape
}

// Numbers with a unit or with blanks between the thousands.
function readMarked(tally: Tally, value: string): Shape {
  const marked = withoutUnit(value)
  const number = marked?.number ?? value
  const spaced = number.length < 40 && spacedNumber.test(number)
  if (!marked && !spaced) return 'text'
  const shape = shapeOf(spaced ? number.replace(/[ \u00a0\u202f'’]/g, '') : number)
  if (!numbers.has(shape)) return 'text'
  if (marked?.unit === '%') tally.percent++
  if (marked?.unit === '€') tally.euro++
  if (spaced) tally.spaced++
  if (shape === 'grouped-point' || shape === 'grouped-comma') return keepThousands(tally, number), shape
  keepDigits(tally, number, shape === 'comma' ? number.lastIndexOf(',') : shape === 'point' ? number.lastIndexOf('.') : -1)
  return shape
}

const numbers = new Set<Shape>(['int', 'comma', 'point', 'grouped-point', 'grouped-comma'])

// One group may be a fraction, several cannot.
function keepThousands(tally: Tally, value: string): void {
  const digits = value.replace(/\D/g, '').length
  if (digits > tally.thousands) tally.thousands = digits
  const first = value.search(/[.,]/)
  if (first === value.search(/[.,]\d+$/)) return keepDigits(tally, value, first)
  if (value[first] === '.') tally.severalPoints++
  else tally.severalCommas++
}

function keepDigits(tally: Tally, value: string, sign: number): void {
  const signed = value.charCodeAt(0) === 45 || value.charCodeAt(0) === 43 ? 1 : 0
  const whole = (sign < 0 ? value.length : sign) - signed
  const fraction = sign < 0 ? 0 : value.length - sign - 1
  if (whole > tally.whole) tally.whole = whole
  if (fraction > tally.fraction) tally.fraction = fraction
}

function keepOrder(tally: Tally, value: string): void {
  const order = slashOrder(value)
  if (order === 'day') tally.dayFirst++
  else if (order === 'month') tally.monthFirst++
}

function keepZone(tally: Tally, value: string): void {
  const found = /\d:\d{2}.*?(Z|[+-]\d{2}(?::?\d{2})?)$/.exec(value)?.[1]
  tally.zones.add(found ?? '')
}
