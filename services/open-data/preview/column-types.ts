/** Types of columns from all values seen, not from the first rows: one odd value makes a column text (ckan/ckan#3517). */
import { readDate } from '../dcat/dates.ts'
import type { Cell, Column, ColumnType } from './schema.ts'

/** What a column has shown so far. */
export type Tally = {
  values: number; empty: number; plain: number; germanNumber: number; decimalComma: number; thousands: number; decimalPoint: number
  key: number; isoDate: number; germanDate: number; dateTime: number; boolean: number; unsafe: number
}

export function newTally(): Tally {
  return { values: 0, empty: 0, plain: 0, germanNumber: 0, decimalComma: 0, thousands: 0, decimalPoint: 0, key: 0, isoDate: 0, germanDate: 0, dateTime: 0, boolean: 0, unsafe: 0 }
}

const integer = /^[-+]?\d+$/
const point = /^[-+]?\d*\.\d+(?:[eE][-+]?\d+)?$/
const comma = /^[-+]?\d+,\d+$/
const grouped = /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const isoDate = /^\d{4}-\d{2}-\d{2}$/
const germanDate = /^\d{1,2}\.\d{1,2}\.\d{4}$/
const dateTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/
const truth = /^(?:ja|nein|true|false|wahr|falsch|yes|no)$/i
const missing = /^(?:|-|–|\.|n\/?a|null|k\.\s?a\.)$/i

/** Counts one value. */
export function observe(tally: Tally, raw: string): void {
  const value = raw.trim()
  if (value === '' || missing.test(value)) {
    tally.empty++
    return
  }
  tally.values++
  const first = value.charCodeAt(0)
  // Most cells are words: letters at the start can only be a truth value.
  if ((first >= 65 && first !== 0xfeff) && !truth.test(value)) return
  if (integer.test(value)) {
    tally.plain++
    if (/^[-+]?0\d/.test(value)) tally.key++
    if (!Number.isSafeInteger(Number(value))) tally.unsafe++
  } else if (grouped.test(value)) {
    tally.germanNumber++
    if (value.includes(',')) tally.decimalComma++
    else tally.thousands++
    // `1.234` may also be a number with three decimals.
    if (point.test(value)) tally.decimalPoint++
  } else if (comma.test(value)) { tally.germanNumber++; tally.decimalComma++ }
  else if (point.test(value)) tally.decimalPoint++
  else if (isoDate.test(value)) tally.isoDate++
  else if (germanDate.test(value)) tally.germanDate++
  else if (dateTime.test(value)) tally.dateTime++
  else if (truth.test(value)) tally.boolean++
}

const keyNames = /(?:^|[\s_.-])(?:plz|postleitzahl|postal_?code|zip(?:code)?|ags|ars|rs|gemeinde(?:schl(?:ü|ue)ssel|kennziffer)|regionalschl(?:ü|ue)ssel|kreisschl(?:ü|ue)ssel|schl(?:ü|ue)ssel|vorwahl|telefon|tel|fax|hausnummer|kennziffer)(?:$|[\s_.-])/i

/** Whether a table writes numbers the German way: then `249.070` is a quarter of a million, not a fraction. */
export function isGermanTable(tallies: readonly Tally[], delimiter?: string): boolean {
  if (tallies.some((tally) => tally.decimalComma > 0)) return true
  return delimiter === ';' && tallies.every((tally) => tally.decimalPoint === tally.thousands)
}

/** The type all values of a column share. */
export function columnOf(name: string, tally: Tally, germanTable = false): Column {
  const { type, german } = typeOf(name, tally, germanTable)
  return { name, type, german, nullable: tally.empty > 0 }
}

function typeOf(name: string, t: Tally, germanTable: boolean): { type: ColumnType; german: boolean } {
  const text = { type: 'text' as const, german: false }
  if (t.values === 0 || t.key > 0 || t.unsafe > 0 || keyNames.test(name)) return text
  if (t.plain === t.values) return { type: 'integer', german: false }
  if (t.plain + t.germanNumber === t.values && (t.decimalComma > 0 || t.thousands > t.decimalPoint || (germanTable && t.thousands > 0))) return { type: t.decimalComma > 0 ? 'decimal' : 'integer', german: true }
  if (t.plain + t.decimalPoint === t.values) return { type: 'decimal', german: false }
  if (t.isoDate === t.values) return { type: 'date', german: false }
  if (t.germanDate === t.values) return { type: 'date', german: true }
  if (t.dateTime + t.isoDate === t.values) return { type: 'date-time', german: false }
  return t.boolean === t.values ? { type: 'boolean', german: false } : text
}

/** One value in the type of its column; what does not fit is null only when it says "missing". */
export function cellOf(raw: string, column: Column, length: number): Cell {
  const value = raw.trim()
  if (value === '') return null
  if (column.type === 'text') return value.length > length ? `${value.slice(0, length)}…` : value
  if (missing.test(value)) return null
  if (column.type === 'boolean') return /^(?:ja|true|wahr|yes)$/i.test(value)
  if (column.type === 'date' || column.type === 'date-time') {
    const result = readDate(value, column.name)
    return 'date' in result ? result.date : value
  }
  const number = Number(column.german ? value.replaceAll('.', '').replace(',', '.') : value)
  return Number.isFinite(number) ? number : value
}
