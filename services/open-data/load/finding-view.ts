import type { Finding, FindingValues, Inspection } from '../inspect/schema.ts'
import type { T } from '../locales/index.ts'

export type FindingView = {
  /** Place in the inspection, by which a mend is ordered. */
  readonly index: number
  readonly code: string
  readonly severity: Finding['severity'] | 'done'
  readonly title: string
  readonly advice: string
  readonly lines: string | undefined
  /** What the button says that mends it; absent when the mend is not one press. */
  readonly fix: string | undefined
}

const noValues: FindingValues = { n: 0, column: '', name: '', columns: '', examples: '', markers: '', type: '', sign: '', sheet: '', sheets: '', layer: '', layers: '', encoding: '', zones: '', unit: '', parts: '', line: 0, max: 0, most: 0, megabytes: 0, depth: 0, system: 0, shapes: 0, records: 0 }

/** A finding in words; by column where two of a kind must be told apart. */
export function findingView(t: T, finding: Finding, index: number, accepted: ReadonlySet<string>): FindingView {
  const type = finding.values?.['type']
  const args = { ...noValues, ...finding.values, n: finding.count ?? 0, column: finding.column ?? '', columns: String(finding.values?.['columns'] ?? ''), ...(typeof type === 'string' && { type: t.find(`load.type.${type}`) ?? type }) }
  const shown = finding.lines?.slice(0, 8) ?? []
  return {
    index,
    code: finding.code,
    severity: accepted.has(finding.code) && finding.severity === 'warn' ? 'done' : finding.severity,
    title: t.find(`inspect.finding.${finding.code}`, args) ?? finding.code,
    advice: t.find(`inspect.finding.${finding.code}.advice`, args) ?? '',
    lines: shown.length > 0 ? t('load.lines', { lines: shown.join(', '), more: Math.max(0, (finding.count ?? shown.length) - shown.length) }) : undefined,
    fix: fixWords(t, finding),
  }
}

function fixWords(t: T, { fix, column = '' }: Finding): string | undefined {
  if (!fix) return undefined
  const [choice] = Object.values(fix.columns ?? {})
  if (choice?.type) return t('load.fix.type', { column, type: t(`load.type.${choice.type}`) })
  if (choice?.drop) return t('load.fix.drop', { column })
  if (fix.tidy) return t('load.fix.tidy')
  if (fix.decimal) return t('load.fix.decimal', { sign: fix.decimal })
  if (fix.headerLine !== undefined) return t('load.fix.headerLine', { line: fix.headerLine })
  return fix.encoding ? t('load.fix.encoding') : t('load.fix.other')
}

/** Findings in the order in which they want attention. */
export function findingViews(t: T, inspection: Inspection | null, accepted: readonly string[] = []): FindingView[] {
  const order = ['stop', 'warn', 'done', 'note']
  const known = new Set(accepted)
  return (inspection?.findings ?? []).map((finding, index) => findingView(t, finding, index, known)).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
