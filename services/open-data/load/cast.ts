import type { Reading } from '../inspect/column-rules.ts'
import { emptyMarkers, falseWords, trueWords } from '../inspect/rules.ts'

/** A name or a text as SQL of DuckDB. */
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const listOf = (texts: readonly string[]): string => `(${texts.map(literal).join(', ')})`

/** The value of a raw column without the blanks around it; null for nothing and for signs that say nothing. */
export const filledValue = (raw: string, hasMarkers: boolean): string => {
  const bare = `nullif(trim(${raw}, ' \t'), '')`
  return hasMarkers ? `(case when length(${raw}) < 20 and lower(trim(${raw}, ' \t')) in ${listOf(emptyMarkers)} then null else ${bare} end)` : bare
}

/**
 * The typed value of a raw text column, null where it does not fit. Reads exactly what `inspect/rules.ts` recognises: that says
 * what a column is, this makes it so.
 */
export function typedValue(raw: string, reading: Reading, hasMarkers: boolean): string {
  if (reading.type === 'text') return `nullif(${raw}, '')`
  const value = filledValue(raw, hasMarkers)
  if (reading.type === 'bool') return `(case when lower(${value}) in ${listOf(trueWords)} then true when lower(${value}) in ${listOf(falseWords)} then false end)`
  if (reading.type === 'int') return whole(number(value, reading), reading)
  if (reading.type === 'numeric') return fraction(number(value, reading), reading)
  if (reading.type === 'date') return day(value, reading)
  if (reading.type === 'timestamp') return moment(value, reading)
  if (reading.type === 'time') return `coalesce(try_cast(${value} as time), try_strptime(replace(${value}, ' Uhr', ''), ['%H:%M', '%I:%M %p', '%I:%M:%S %p'])::time)`
  return `(case when json_valid(${value}) then ${value} end)`
}

// Unit, blanks and thousands signs away, point as decimal sign.
function number(value: string, { unit, spaced, decimal = '.' }: Reading): string {
  let text = unit || spaced ? `regexp_replace(${value}, '^€\\s*|\\s*(%|€|EUR)$', '')` : value
  if (spaced) text = `regexp_replace(${text}, '[ \u00a0\u202f''’]', '', 'g')`
  return decimal === ',' ? `replace(replace(${text}, '.', ''), ',', '.')` : `replace(${text}, ',', '')`
}

// DuckDB would round a fraction to a whole number: where a person has chosen the type, the digits are asked first.
const whole = (text: string, { misfits }: Reading): string => (misfits > 0 ? `(case when regexp_full_match(${text}, '[-+]?\\d+') then try_cast(${text} as bigint) end)` : `try_cast(${text} as bigint)`)

function fraction(text: string, { digits }: Reading): string {
  if (!digits) return `try_cast(${text} as double)`
  const precision = Math.min(38, digits.whole + digits.fraction)
  return `try_cast(${text} as decimal(${precision <= 18 ? 18 : 38}, ${Math.min(digits.fraction, 37)}))`
}

function day(value: string, { order, shortYears }: Reading): string {
  if (order === 'iso') return `try_cast(${value} as date)`
  const format = order === 'german' ? '%d.%m.%Y' : order === 'day-first' ? '%d/%m/%Y' : '%m/%d/%Y'
  const long = `try_strptime(${value}, '${format}')::date`
  return shortYears ? `(case when regexp_full_match(${value}, '.*\\.\\d\\d') then try_strptime(${value}, '%d.%m.%y')::date else ${long} end)` : long
}

const clocks = ['%H:%M:%S', '%H:%M', '%I:%M:%S %p', '%I:%M %p', '%H:%M:%S.%f', '%H:%M Uhr']
function moment(value: string, { order, utc }: Reading): string {
  // Without its zone the moment stays as the file says it; several zones in a column are brought to one.
  if (order === 'iso') return utc ? `try_cast(${value} as timestamp)` : `try_cast(regexp_replace(${value}, '(:\\d\\d(?:\\.\\d+)?) ?(?:Z|[+-]\\d\\d:?(?:\\d\\d)?)$', '\\1') as timestamp)`
  const date = order === 'german' ? '%d.%m.%Y' : order === 'day-first' ? '%d/%m/%Y' : '%m/%d/%Y'
  const formats = [...clocks.map((clock) => `${date} ${clock}`), date]
  return `try_strptime(${value}, [${formats.map(literal).join(', ')}])`
}

/** True where a filled value does not fit its type. */
export const isMisfit = (raw: string, reading: Reading, hasMarkers: boolean): string =>
  reading.type === 'text' ? 'false' : `(${filledValue(raw, hasMarkers)} is not null and ${typedValue(raw, reading, hasMarkers)} is null)`
