import type { Cell, FieldType } from '../store/schema.ts'

const grouped = /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/
const comma = /^[-+]?\d+,\d+$/
const plain = /^[-+]?\d+(\.\d+)?$/

/** A number as people in Germany write it (`1.234,5`) or as machines do (`1234.5`). `1.234` is a thousand and more. */
export function readNumber(text: string): number | undefined {
  const value = text.trim().replaceAll(/[\s\u00a0\u202f]/g, '')
  const machine = grouped.test(value) || comma.test(value) ? value.replaceAll('.', '').replace(',', '.') : value
  if (!plain.test(machine)) return undefined
  const number = Number(machine)
  return Number.isFinite(number) ? number : undefined
}

/** First and last day of what is written: a day (`31.12.2024`, `2024-12-31`), a month (`12.2024`, `2024-12`) or a year. */
export function readDays(text: string): { first: string; last: string } | undefined {
  const value = text.trim()
  const german = /^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})$/.exec(value)
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : []
  if (year === undefined) return undefined
  const first = dayText(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (first === undefined) return undefined
  if (day !== undefined) return { first, last: first }
  const end = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0))
  return { first, last: end.toISOString().slice(0, 10) }
}

function dayText(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  // 31.02. rolls over into March: no such day.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}

/** The day after, for ends that are included. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** A value that was picked from the table itself, as the table knows it; the empty text stands for no value. */
export function pickedValue(type: FieldType, text: string): Cell {
  if (text === '') return null
  if (type === 'bool') return text === 'true'
  if (type === 'int' || type === 'numeric') {
    const number = Number(text)
    // Numbers beyond 2^53 travel as text, as in the grammar.
    return Number.isFinite(number) && String(number) === text ? number : text
  }
  return text
}

/** The address's spelling of a value. */
export const pickedText = (value: Cell): string => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
