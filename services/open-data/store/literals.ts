import type { Cell, Field, FieldType } from './schema.ts'
import { text } from './sql-text.ts'
import { QueryRefused } from './table.ts'

/** How columns of a type are kept where no file says otherwise. */
export const sqlTypes: Readonly<Record<FieldType, string>> = { text: 'VARCHAR', int: 'BIGINT', numeric: 'DOUBLE', bool: 'BOOLEAN', date: 'DATE', time: 'TIME', timestamp: 'TIMESTAMP', json: 'VARCHAR', geometry: 'VARCHAR' }

const truths = new Map<unknown, boolean>([[true, true], ['true', true], ['t', true], [1, true], ['1', true], [false, false], ['false', false], ['f', false], [0, false], ['0', false]]) // prettier-ignore

/**
 * A value as it is kept in a column: the text that reads as the column's type. Undefined when it does not fit.
 * Numbers have a point, days are `2024-05-31`, moments `2024-05-31T10:00:00` without zone.
 */
export function canonical(type: FieldType, value: Cell): string | undefined {
  if (value === null) return undefined
  if (type === 'json' || type === 'geometry') return typeof value === 'string' && isJson(value) ? value : JSON.stringify(value)
  if (type === 'bool') return truths.has(value) ? String(truths.get(value)) : undefined
  if (typeof value === 'object') return type === 'text' ? JSON.stringify(value) : undefined
  const written = String(value)
  if (type === 'text') return written
  const trimmed = written.trim()
  if (type === 'int') return isWhole(trimmed) ? trimmed : undefined
  if (type === 'numeric') return isNumber(trimmed) ? trimmed : undefined
  if (type === 'date') return isDay(trimmed) ? trimmed : undefined
  return type === 'time' ? clock(trimmed) : moment(trimmed)
}

/** A value as literal for a comparison with a column. @throws QueryRefused when it is none of the column's type */
export function literal({ id, type }: Field, value: Cell): string {
  const fits = (type === 'int' && (typeof value === 'number' || typeof value === 'string') ? numberLike(String(value).trim()) : undefined) ?? canonical(type, value)
  if (fits === undefined) throw new QueryRefused({ code: 'open-data.store.wrong-value', field: id, values: { value: String(JSON.stringify(value)).slice(0, 100), type } })
  // Exact as written where that is short; a decimal of many places might not fit beside those of a column.
  if (type === 'int' || type === 'numeric') return /^[+-]?\d{1,18}(\.\d{1,6})?$/.test(fits) || (type === 'int' && /^[+-]?\d+$/.test(fits)) ? fits : `${text(fits)}::double`
  if (type === 'bool') return fits
  if (type === 'date' || type === 'time' || type === 'timestamp') return `${text(fits)}::${type}`
  return text(fits)
}

// Whole numbers are compared with any number.
const numberLike = (written: string): string | undefined => (isNumber(written) && (!/^[+-]?\d+$/.test(written) || written.length <= 38) ? written : undefined)
const isNumber = (written: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(written) && written.length <= 400 && Number.isFinite(Number(written))
const isWhole = (written: string): boolean => /^[+-]?\d{1,19}$/.test(written) && BigInt.asIntN(64, BigInt(written)) === BigInt(written)

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || written.startsWith('0000')) return false
  const day = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written)
}

function moment(written: string): string | undefined {
  const [, day = '', hour = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)Z?)?$/.exec(written) ?? []
  const time = clock(hour)
  return isDay(day) && time !== undefined ? `${day}T${time}` : undefined
}

// As the database spells it: with seconds, their parts without zeros at the end.
function clock(written: string): string | undefined {
  const [, minutes, seconds = ':00', parts = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?:(:[0-5]\d)(\.\d{1,6})?)?$/.exec(written) ?? []
  return minutes === undefined ? undefined : `${minutes}${seconds}${parts.replace(/\.?0+$/, '')}`
}

function isJson(written: string): boolean {
  try {
    return JSON.parse(written) !== undefined
  } catch {
    return false
  }
}
