import type { SqlResult } from './sql-engine.ts'

/** CSV of a result, for programs. */
export const csvOf = ({ columns, rows }: Pick<SqlResult, 'columns' | 'rows'>): string => [columns, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n'

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A name and a number for each of at most forty rows: such a result is drawn as bars. */
export const isBarChart = ({ columns, rows, numeric }: SqlResult): boolean =>
  columns.length >= 2 && rows.length >= 2 && rows.length <= 40 && numeric.at(-1) === true && rows.every((row) => row[0] !== '' && Number.isFinite(Number(row.at(-1)))) && new Set(rows.map((row) => row[0])).size === rows.length

/** `{mb}` as megabytes. */
export const withBytes = (text: string, bytes: number, locale: string): string => text.replace('{mb}', (bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 }))
