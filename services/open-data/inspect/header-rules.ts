import { shapeOf } from './rules.ts'

/** Where the table is in a file: its header line, how many lines that header has, and how many columns. Lines count from 1; 0: no header. */
export type Layout = { readonly headerLine: number; readonly headerLines: number; readonly width: number; /** Line of the first row. */ readonly firstRow: number }

export type SampleRow = { readonly line: number; readonly cells: readonly string[] }
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** Finds the table among the first rows: what stands above with few cells are titles; a header has words where rows have values. */
export function layoutOf(rows: readonly SampleRow[], merges: readonly Merge[] = [], chosenHeader?: number): Layout {
  const width = widthOf(rows)
  const at = chosenHeader === undefined ? firstTableRow(rows, width) : Math.max(0, rows.findIndex(({ line }) => line >= Math.max(1, chosenHeader)))
  const head = rows[at]
  if (!head) return { headerLine: 0, headerLines: 0, width, firstRow: 1 }
  const hasHeader = chosenHeader === undefined ? isHeader(head.cells, rows.slice(at + 1, at + 40), width) : chosenHeader > 0
  if (!hasHeader) return { headerLine: 0, headerLines: 0, width, firstRow: head.line }
  const second = rows[at + 1]
  const two = second !== undefined && second.line === head.line + 1 && isUpperHeader(head, second, rows.slice(at + 2, at + 20), merges)
  const last = two ? second : head
  return { headerLine: head.line, headerLines: two ? 2 : 1, width: Math.max(width, lastFilled(head.cells)), firstRow: last.line + 1 }
}

const filled = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)
const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1

// The most frequent width, by the last filled cell; of equally frequent ones the larger.
function widthOf(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) if (filled(cells) > 0) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1
}

// The first row that is filled like the rows below: titles fill one or two cells of many.
function firstTableRow(rows: readonly SampleRow[], width: number): number {
  if (width <= 1) return Math.max(0, rows.findIndex(({ cells }) => filled(cells) > 0))
  const typical = median(rows.map(({ cells }) => filled(cells)).filter((count) => count > 0))
  const enough = Math.max(2, Math.min(width, typical) * 0.6)
  const found = rows.findIndex(({ cells }) => cells.length <= width * 1.5 && filled(cells) >= enough)
  return Math.max(0, found)
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Words above, values below; years above are fine (`2021`, `2022`). */
function isHeader(head: readonly string[], below: readonly SampleRow[], width: number): boolean {
  if (below.length === 0) return true
  const cells = head.map((cell) => cell.trim())
  const values = cells.filter((cell) => cell !== '' && shapeOf(cell) !== 'text' && !/^(?:19|20)\d\d$/.test(cell))
  if (values.length > 0 && values.length >= Math.max(1, filled(head) * 0.2)) return false
  if (filled(head) < width * 0.3) return false
  const distinct = new Set(cells.filter((cell) => cell !== '')).size
  if (distinct < filled(head) * 0.5) return false
  // All words everywhere: a header whose words come again below is a row.
  return !below.slice(0, 20).some((row) => row.cells.length === head.length && row.cells.every((cell, index) => cell.trim() === cells[index]))
}

// Two lines of header: cells merged across columns, or gaps that the second line fills, and values only below the second.
function isUpperHeader(head: SampleRow, second: SampleRow, below: readonly SampleRow[], merges: readonly Merge[]): boolean {
  const words = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '' || shapeOf(cell.trim()) === 'text' || /^(?:19|20)\d\d$/.test(cell.trim()))
  if (!words(second.cells) || below.length === 0) return false
  const spans = merges.some(({ top, left, right }) => top === head.line && right > left)
  if (!spans) return false
  return below.some(({ cells }) => cells.some((cell) => cell.trim() !== '' && shapeOf(cell.trim()) !== 'text'))
}

/** Header texts of the columns; merged cells stand for all columns they cover, two lines become one. */
export function headersOf(rows: readonly SampleRow[], layout: Layout, merges: readonly Merge[] = []): string[] {
  const lines = Array.from({ length: layout.headerLines }, (_, index) => spread(rows.find(({ line }) => line === layout.headerLine + index), layout.headerLine + index, layout.width, merges))
  return Array.from({ length: layout.width }, (_, column) => {
    const parts = lines.map((line) => clean(line[column] ?? '')).filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

function spread(row: SampleRow | undefined, line: number, width: number, merges: readonly Merge[]): string[] {
  const cells = Array.from({ length: width }, (_, column) => row?.cells[column] ?? '')
  for (const { top, left, right } of merges) if (top === line) for (let column = left; column <= Math.min(right, width - 1); column++) cells[column] = row?.cells[left] ?? ''
  return cells
}

const clean = (text: string): string => text.replace(/^\ufeff/, '').replace(/\s+/g, ' ').trim()

/** Names of columns in the table: the header's words, each once without regard to case, never `_id`. `empty` are positions from 1; `doubled` are columns that were numbered. */
export function columnIds(headers: readonly string[]): { ids: string[]; empty: number[]; doubled: { name: string; id: string }[] } {
  const seen = new Set<string>(['_id', '_line'])
  const empty: number[] = []
  const doubled: { name: string; id: string }[] = []
  const ids = headers.map((header, index) => {
    const wanted = header.replace(/["\u0000-\u001f]/g, '').slice(0, 60).trim() || `Spalte ${index + 1}`
    if (header === '') empty.push(index + 1)
    let id = wanted
    for (let number = 2; seen.has(id.toLowerCase()); number++) id = `${wanted} (${number})`
    if (id !== wanted && header !== '') doubled.push({ name: wanted, id })
    seen.add(id.toLowerCase())
    return id
  })
  return { ids, empty, doubled }
}
