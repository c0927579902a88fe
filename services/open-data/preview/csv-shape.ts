/** How a table file is built: its delimiter, where its header is. Pure; works on a sample. */

const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter by which the most lines of the sample have the same number of cells. One-column files get `;`. */
export function detectDelimiter(sample: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const counts = cellCounts(sample, delimiter).slice(0, 200)
    const common = mode(counts.filter((count) => count > 1))
    const score = common === undefined ? 0 : (counts.filter((count) => count === common).length / counts.length) * Math.log2(common + 1)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Cells per line, quotation marks respected; the last line is left out because the sample may cut it. */
function cellCounts(sample: string, delimiter: string): number[] {
  const counts: number[] = []
  let cells = 1
  let quoted = false
  let blank = true
  for (const char of sample) {
    if (char === '"') quoted = !quoted
    if (char === delimiter && !quoted) cells++
    else if (char === '\n' && !quoted) {
      if (!blank) counts.push(cells)
      cells = 1
      blank = true
    } else if (char !== '\r') blank = false
  }
  if (counts.length === 0 && !blank) counts.push(cells)
  return counts
}

function mode(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}

export type Shape = { /** Lines above the table: titles, notes. */ readonly skip: number; readonly header: boolean; readonly width: number }

const numeric = /^[-+]?[\d.,\s]*\d%?$/
const year = /^(?:19|20)\d\d$/

/** Finds the table among the first records: lines above with few cells are titles; a header has words where data has numbers. */
export function detectShape(records: readonly (readonly string[])[]): Shape {
  const width = mode(records.map((record) => record.length)) ?? 1
  const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length
  let skip = 0
  while (width > 2 && skip < Math.min(10, records.length - 1) && filled(records[skip] ?? []) <= Math.max(1, width / 3)) skip++
  const [first = [], ...rest] = records.slice(skip)
  return { skip, header: looksLikeHeader(first, rest), width }
}

function looksLikeHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  if (rest.length === 0) return true
  const cells = first.map((cell) => cell.trim())
  if (filledShare(cells) < 0.5) return false
  const numbers = cells.filter((cell) => numeric.test(cell))
  if (numbers.length === 0) return new Set(cells).size > cells.length / 2
  return !numeric.test(cells[0] ?? '') && numbers.every((cell) => year.test(cell))
}

const filledShare = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length / Math.max(1, cells.length)

/** Column names: trimmed, filled up, each different. */
export function columnNames(header: readonly string[] | undefined, width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, index) => {
    const name = header?.[index]?.replace(/^\ufeff/, '').replace(/\s+/g, ' ').trim() || `${index + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
