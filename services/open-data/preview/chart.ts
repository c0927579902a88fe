import type { Preview } from './schema.ts'

export type ChartOfPreview = { label: string; value: string; bars: { label: string; value: number; now?: boolean }[] }

const mostBars = 10

/**
 * Bars for a table that is small enough to be shown whole: one column of names without repetition and one of quantities.
 * A cut table gets no chart, because its first rows may say the opposite of the whole.
 */
export function chartOf(preview: Preview): ChartOfPreview | undefined {
  if (preview.kind !== 'table' || preview.total === undefined || preview.total > preview.rows.length) return undefined
  if (preview.rows.length < 3 || preview.rows.length > 40) return undefined
  const name = preview.columns.findIndex((column, at) => column.type === 'text' && isDistinct(preview, at))
  const quantity = preview.columns.findIndex((column) => (column.type === 'integer' || column.type === 'decimal') && !isKey(column.name))
  const [label, value] = [preview.columns[name], preview.columns[quantity]]
  if (!label || !value) return undefined
  const bars = preview.rows
    .map((row) => ({ label: String(row[name] ?? ''), value: Number(row[quantity] ?? Number.NaN) }))
    .filter((bar) => bar.label !== '' && Number.isFinite(bar.value))
    .sort((a, b) => b.value - a.value)
    .slice(0, mostBars)
  if (bars.length < 3) return undefined
  return { label: label.name, value: value.name, bars: bars.map((bar, at) => (at === 0 ? { ...bar, now: true } : bar)) }
}

const isDistinct = (preview: Preview, column: number): boolean => new Set(preview.rows.map((row) => row[column])).size === preview.rows.length
// Numbers that name things are not quantities.
const isKey = (name: string): boolean => /(^|[^a-zäöü])(id|nr|nummer|plz|ags|code|schl(ü|ue)ssel|jahr|x|y|lat|lon|longitude|latitude)([^a-zäöü]|$)/i.test(name)
