/** A text, a number, or an amount of money in whole cents, which is written exactly. */
export type Cell = string | number | null | undefined | { readonly cents: number }

/** How the readers' spreadsheets expect a file. */
export type CsvStyle = { readonly separator: ',' | ';'; readonly decimal: ',' | '.' }
export const germanCsv: CsvStyle = { separator: ';', decimal: ',' }
export const englishCsv: CsvStyle = { separator: ',', decimal: '.' }
export const csvStyleOf = (locale: string): CsvStyle => (locale === 'en' ? englishCsv : germanCsv)

/** Rows as a file after RFC 4180. The mark at the beginning tells spreadsheets that this is UTF-8. */
export const csvFile = (rows: readonly (readonly Cell[])[], style: CsvStyle): string => `\uFEFF${rows.map((row) => row.map((cell) => csvCell(cell, style)).join(style.separator)).join('\r\n')}\r\n`

/** A cell, quoted where needed. A text is never a formula: what a spreadsheet would run gets a quote in front (OWASP, CSV injection). */
export function csvCell(cell: Cell, { decimal }: CsvStyle): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return decimalText(cell.cents, decimal) // neither style separates by its own decimal mark
  return quoted(formula.test(cell) ? `'${cell}` : cell)
}

const formula = /^[=+\-@\t\r\n]/
const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The quote that `csvCell` puts before a formula is taken off again. */
export const unguarded = (text: string): string => (/^'[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text)

/** Cents as a bare number with two decimals: `-1234.50`. */
export const decimalText = (cents: number, decimal: ',' | '.' = '.'): string => `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}${decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`
