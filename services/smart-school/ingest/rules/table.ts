import { whyNotMoment } from './plausible.ts'
import { pointIn, typedMoment, typedNumber } from './typed.ts'

export type TableRow = { readonly line: number; readonly at: Date; readonly value: number }
export type TableError = { readonly line: number; readonly code: 'columns' | 'moment' | 'past' | 'future' | 'value' | 'range' | 'twice' | 'empty' | 'too-long'; readonly text: string }

export const mostRows = 50_000

/**
 * Reads a table of moments and values, row by row: `;`, tab or comma between them, a head line or none. Whether a point stands
 * before decimals or before thousands say the numbers that leave no doubt. All or nothing: with one error nothing may be
 * written. `range` is what the quantity allows. At most 50 errors are told.
 */
export function readTable(text: string, range: readonly [number, number], now: Date): { readonly rows: readonly TableRow[]; readonly errors: readonly TableError[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const separator = [';', '\t', ','].find((one) => lines[first]?.includes(one)) ?? ';'
  const cellsOf = (line: string): string[] => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const point = pointIn(lines.map((line) => cellsOf(line)[1] ?? ''))
  const [rows, errors]: [TableRow[], TableError[]] = [[], []]
  const seen = new Map<number, number>()
  for (const [n, content] of lines.entries()) {
    if (content.trim() === '') continue
    const cells = cellsOf(content)
    const [line, [when = '', what = '']] = [n + 1, cells]
    const fail = (code: TableError['code'], shown: string) => void errors.push({ line, code, text: shown.slice(0, 60) })
    const [at, value] = [typedMoment(when), typedNumber(what, point)]
    if (n === first && !at && value === undefined) continue // the head line
    if (rows.length + errors.length > mostRows) return { rows: [], errors: [{ line, code: 'too-long', text: String(mostRows) }] }
    if (cells.length < 2) fail('columns', content)
    else if (!at) fail('moment', when)
    else if (value === undefined) fail('value', what)
    // `12,5` between commas is two cells: the decimals must not get lost.
    else if (separator === ',' && /^\d+$/.test(cells[2] ?? '')) fail('value', `${what},${cells[2]}`)
    else {
      const why = whyNotMoment(at, now)
      if (why) fail(why, when)
      else if (value < range[0] || value > range[1]) fail('range', what)
      else if (seen.has(at.getTime())) fail('twice', when)
      else rows.push({ line, at, value })
      seen.set(at.getTime(), line)
    }
    if (errors.length >= 50) break
  }
  return rows.length === 0 && errors.length === 0 ? { rows, errors: [{ line: 1, code: 'empty', text: '' }] } : { rows, errors }
}
