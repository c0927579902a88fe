import type { HarvestItem } from './schema.ts'

/** Names of pages below `/open-data/harvest`, which no source may take. */
const reserved = new Set(['new', 'quarantine', 'start'])

/** The short name of a new source: its title, with a number when the name is taken. */
export function freeSourceName(slug: string, taken: ReadonlySet<string>): string {
  if (!reserved.has(slug) && !taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}

/** `title = Name der Spalte`, one column a line, as pairs. @returns the first line that is none, as `broken` */
export function readColumns(text: string): { ok: true; columns: Record<string, string> } | { ok: false; broken: string } {
  const columns: Record<string, string> = {}
  for (const line of text.split('\n').map((one) => one.trim()).filter(Boolean)) {
    const [, name, column] = /^([A-Za-z]+)\s*=\s*(.+)$/.exec(line) ?? []
    if (name === undefined || column === undefined) return { ok: false, broken: line }
    columns[name] = column.trim()
  }
  return { ok: true, columns }
}

// A cell that begins like a formula is run by spreadsheets: OWASP, "CSV Injection".
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** One line of CSV (RFC 4180), with semicolons, as German spreadsheets expect. */
export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => (/[";\r\n]/.test(harmless(cell)) ? `"${harmless(cell).replaceAll('"', '""')}"` : harmless(cell))).join(';')}\r\n`

/** The lines of a report: one for each remark, one without for a record that has none. */
export function reportLines(item: HarvestItem, outcome: string, sentence: (code: string) => string): string[] {
  const line = (field: string, code: string, reason: string, detail: string) => csvLine([outcome, item.sourceKey, item.title, field, code, reason, detail])
  if (item.notes.length === 0) return [line('', '', '', '')]
  return item.notes.map(({ field = '', code, detail = '' }) => line(field, code, sentence(code), detail))
}
