import type { Row } from './row.ts'

const head = ['what', 'target', 'measured', 'ratio', 'met']

/** The rows as a Markdown table, ready for docs/performance.md. */
export function table(rows: readonly Row[]): string {
  const cells = [head, ...rows.map(({ what, target, measured, ratio, ok }) => [what, target, measured, ratio === undefined ? '' : `${ratio.toFixed(2)} ×`, ok ? 'yes' : 'no'])]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first = head, ...rest] = cells
  return [line(first), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join('\n')
}
