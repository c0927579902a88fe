import type { Cell, FieldType } from '../store/schema.ts'

// OWASP, CSV injection: a spreadsheet runs what begins so.
const formula = /^[=+\-@\t\r]/

/** One line of CSV for Excel in Germany. Texts that a spreadsheet would take for a formula get an apostrophe before them. */
export const excelRow = (cells: readonly (string | readonly [Cell, FieldType])[]): string => `${cells.map((cell) => quoted(typeof cell === 'string' ? safe(cell) : excelCell(...cell))).join(';')}\r\n`

function excelCell(cell: Cell, type: FieldType): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein'
  if (type === 'int' || type === 'numeric') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return safe(JSON.stringify(cell))
  const text = String(cell)
  const [, year, month, day, time] = (type === 'date' || type === 'timestamp' ? /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?/.exec(text) : null) ?? []
  if (year) return `${day}.${month}.${year}${time ? ` ${time}` : ''}`
  return safe(text)
}

const safe = (text: string): string => (formula.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
