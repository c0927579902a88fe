import type { PageT } from '../locales/index.ts'
import type { Part } from '../lesson/pdf/print.ts'
import type { YearStatement } from './account.ts'
import { formulaOf, lineName, originsOf, shown } from './pages/lines.ts'

const linesOf = (statement: YearStatement) => statement.closed?.lines ?? statement.lines

/** One row for each line: name, value as a bare number, unit, formula with numbers, origins. RFC 4180; what a spreadsheet could take for a formula is made text. */
export function csvOf(t: PageT, statement: YearStatement): string {
  const lines = linesOf(statement)
  const rows = lines.map((line) => [line.id, lineName(t, line), String(line.value), line.unit, formulaOf(t, line, lines), originsOf(t, line, lines).map(({ text }) => text).join(' | ')])
  return [['line', 'name', 'value', 'unit', 'formula', 'origin'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n').concat('\r\n')
}

function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The statement for a printed sheet: the sums first, then every line with its formula. */
export function partsOfStatement(t: PageT, statement: YearStatement): Part[] {
  const lines = linesOf(statement)
  const text = (words: string) => [{ kind: 'text' as const, text: words }]
  const sums = lines.filter(({ id }) => ['saved', 'share', 'points', 'bonus', 'payout'].includes(id))
  return [
    { kind: 'heading', level: 2, text: t('energy.account.sums') },
    { kind: 'table', head: [text(t('energy.account.line')), text(t('energy.account.value'))], rows: sums.map((line) => [text(lineName(t, line)), text(shown(t, line.value, line.unit, line.digits))]) },
    { kind: 'heading', level: 2, text: t('energy.account.lines') },
    { kind: 'table', head: [text(t('energy.account.line')), text(t('energy.account.formula')), text(t('energy.account.value'))], rows: lines.map((line) => [text(lineName(t, line)), text(formulaOf(t, line, lines)), text(shown(t, line.value, line.unit, line.digits))]) },
  ]
}
