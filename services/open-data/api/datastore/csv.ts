import type { Cell } from '../../store/schema.ts'

/** Rows as lines; quotes only where they are needed. */
export const csvLines = (rows: readonly (readonly Cell[])[], delimiter: string): string => rows.map((row) => `${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`).join('')

function csvCell(cell: Cell, delimiter: string): string {
  if (cell === null) return ''
  const written = typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  return written.includes(delimiter) || /["\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
}
