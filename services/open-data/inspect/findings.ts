import type { ColumnPlan } from '../load/plan.ts'
import type { Dialect } from './delimited.ts'
import { columnIds } from './header-rules.ts'
import type { Rejects, RejectReason } from './rejects.ts'
import type { Scanned } from './scan.ts'
import type { Choices, Finding } from './schema.ts'

/** What is to be said about the text of a table: encoding, header, lines that were set apart. */
export function findingsOfText(dialect: Dialect, scanned: Scanned, rejects: Rejects, choices: Choices, isText: boolean): Finding[] {
  const findings: Finding[] = []
  const { layout } = dialect
  if (isText) findings.push(...encodingFindings(dialect, scanned))
  if (layout.headerLine > 1) findings.push({ code: 'titles-above', severity: 'note', count: layout.headerLine - 1, values: { line: layout.headerLine }, fix: { headerLine: 1 } })
  if (layout.headerLine === 0) findings.push({ code: 'no-header', severity: 'warn', fix: { headerLine: 1 } })
  if (layout.headerLines === 2) findings.push({ code: 'header-of-two', severity: 'note', values: { line: layout.headerLine } })
  const { ids, empty: unnamed, doubled: numbered } = columnIds(dialect.headers)
  // Whoever has named a column, or leaves it out, need not hear of its header any more.
  const isOpen = (id: string | undefined) => !(id !== undefined && (choices.columns?.[id]?.id || choices.columns?.[id]?.label || choices.columns?.[id]?.drop))
  const empty = unnamed.filter((position) => isOpen(ids[position - 1]))
  const doubled = [...new Set(numbered.filter(({ id }) => isOpen(id)).map(({ name }) => name))]
  if (layout.headerLine > 0 && empty.length > 0) findings.push({ code: 'header-empty', severity: 'warn', count: empty.length, values: { columns: empty.slice(0, 10).join(', ') } })
  if (doubled.length > 0) findings.push({ code: 'header-doubled', severity: 'warn', count: doubled.length, values: { columns: doubled.slice(0, 10).join(', ') } })
  if (scanned.emptyLines > 0) findings.push({ code: 'empty-lines', severity: 'note', count: scanned.emptyLines })
  if (scanned.sumLines.length > 0 && !choices.tidy) findings.push({ code: 'sum-rows', severity: 'warn', count: scanned.sumLines.length, lines: scanned.sumLines, fix: { tidy: true } })
  for (const [reason, { count, lines }] of rejects.byReason) if (reason !== 'value') findings.push({ code: `rejected-${reason}`, severity: gentle.has(reason) ? 'note' : 'warn', count, lines })
  return findings
}

const gentle = new Set<RejectReason>(['header-again', 'note-below', 'sum-row'])

function encodingFindings(dialect: Dialect, { foreign, twice }: Scanned): Finding[] {
  if (twice > 0) return [{ code: 'encoded-twice', severity: 'warn', count: twice, fix: { encoding: 'utf-8-twice' } }]
  if (foreign.count > 0 && foreign.mixed) return [{ code: 'mixed-encodings', severity: 'warn', count: foreign.count, lines: foreign.lines }]
  const encoding = foreign.count > 0 ? 'windows-1252' : dialect.encoding
  return encoding === 'utf-8' ? [] : [{ code: 'encoding', severity: 'note', values: { encoding } }]
}

/** What is to be said about single columns. */
export function findingsOfColumns(columns: readonly ColumnPlan[], decimal: ',' | '.' | undefined, rejects: Rejects): Finding[] {
  const rejected = rejects.byReason.get('value')
  const findings = columns.flatMap((column) => findingsOfColumn(column, decimal, rejected?.lines ?? []))
  const formulas = columns.reduce((sum, { tally }) => sum + tally.formulas, 0)
  if (formulas > 0) findings.push({ code: 'formulas', severity: 'warn', count: formulas, lines: columns.flatMap(({ tally }) => tally.formulaLines).slice(0, 20), values: { columns: columns.filter(({ tally }) => tally.formulas > 0).map(({ id }) => id).slice(0, 5).join(', ') } })
  return findings
}

function findingsOfColumn(column: ColumnPlan, decimal: ',' | '.' | undefined, rejectedLines: readonly number[]): Finding[] {
  const { found, id, reading, tally, nearly } = column
  const findings: Finding[] = []
  const say = (finding: Omit<Finding, 'column'>) => findings.push({ column: id, ...finding })
  const as = (type: ColumnPlan['reading']['type']) => ({ columns: { [found]: { type } } })
  if (reading.misfits > 0) say({ code: 'values-set-apart', severity: 'warn', count: reading.misfits, lines: tally.textLines.length > 0 ? tally.textLines.slice(0, 20) : rejectedLines, values: { type: reading.type, examples: examplesOf(column) }, fix: as('text') })
  if (nearly) say({ code: 'nearly', severity: 'warn', count: nearly.misfits, lines: tally.textLines.slice(0, 20), values: { type: nearly.type, examples: examplesOf(column) }, fix: as(nearly.type) })
  if (tally.markers.size > 0) say({ code: reading.type === 'text' ? 'markers-kept' : 'markers-emptied', severity: 'note', count: [...tally.markers.values()].reduce((sum, count) => sum + count, 0), values: { markers: [...tally.markers.keys()].slice(0, 5).join('  ') }, ...(reading.type === 'text' && { fix: { tidy: true } }) })
  const doubtful = tally.counts['grouped-point'] + tally.counts['grouped-comma']
  if (doubtful > 0 && (reading.type === 'int' || reading.type === 'numeric') && tally.counts.comma + tally.counts.point === 0)
    say({ code: 'thousands-or-fraction', severity: 'note', count: doubtful, values: { sign: reading.decimal ?? ',' }, fix: { decimal: (reading.decimal ?? decimal) === ',' ? '.' : ',' } })
  if (reading.type === 'text' && tally.counts.code > 0 && tally.counts.code + tally.counts.int === tally.filled) say({ code: 'codes-stay-text', severity: 'note' })
  const slashes = tally.counts['date-slash'] + tally.counts['timestamp-slash']
  if (slashes > 0 && reading.type === 'text') say({ code: tally.dayFirst > 0 ? 'dates-contradict' : 'dates-ambiguous', severity: 'warn', count: slashes })
  if (slashes > 0 && reading.type !== 'text') say({ code: reading.order === 'day-first' ? 'dates-day-first' : 'dates-month-first', severity: 'note', count: slashes })
  if (reading.shortYears) say({ code: 'short-years', severity: 'warn', count: tally.counts['date-german-short'] })
  if (tally.zones.size > 1) say({ code: 'zones', severity: 'note', values: { zones: [...tally.zones].map((zone) => zone || '–').join(', ') } })
  if (reading.unit) say({ code: 'unit', severity: 'note', values: { unit: reading.unit } })
  if (tally.filled === 0) say({ code: 'column-empty', severity: 'warn', fix: { columns: { [found]: { drop: true } } } })
  return findings
}

const examplesOf = ({ tally }: ColumnPlan): string => tally.textExamples.map((example) => `„${example}“`).join(', ')
