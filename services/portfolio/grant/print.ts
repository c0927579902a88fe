import { finishPaper, heading, keyValues, openPaper, paragraph, signatureLines, table, type About, type Paper } from '@modellregion/paper'
import type { PageT } from '../locales/index.ts'
import { noticeFacts } from './pages/parts.tsx'
import { correctionText, lateTexts, resultEntries, voucherCells, voucherHeads } from './pages/statement.tsx'
import type { FigureLine } from './schema.ts'
import type { FullStatement } from './statement.ts'

/** A statement as tagged PDF, with everything that the page shows. */
export async function printStatement(t: PageT, full: FullStatement, { town, at, lang, brand }: { readonly town: string } & Pick<About, 'at' | 'lang' | 'brand'>): Promise<Buffer> {
  const { statement, figures, notice, vouchers, corrections } = full
  const { money, date } = t.format
  const title = t('grant.statement.title', { kind: t(`grant.statement.kind.${statement.kind}`), number: statement.number })
  const paper = openPaper({ title: `${title}: ${notice.purpose}`, subject: notice.purpose, author: town, at, lang, brand }, { size: 9.5, margin: { top: 50, bottom: 56, left: 46, right: 46 } })
  heading(paper, 1, title)
  paragraph(paper, `${notice.purpose}, ${t.format.dateRange(statement.fromDay, statement.untilDay)}`, { strong: true })
  paragraph(paper, statement.submittedAt === null ? t('grant.statement.draft-note') : t('grant.statement.frozen', { day: statement.submittedAt }), { tone: 'muted' })
  if (statement.sha256 !== null) paragraph(paper, t('grant.statement.hash', { hash: statement.sha256 }), { tone: 'muted', size: 8 })
  heading(paper, 2, t('grant.statement.facts'))
  keyValues(paper, noticeFacts(t, notice))
  heading(paper, 2, t('grant.statement.narrative'))
  for (const part of (statement.narrative || t('grant.statement.narrative-none')).split(/\n{2,}/)) paragraph(paper, part)
  heading(paper, 2, t('grant.statement.numbers'))
  figureTable(paper, t, t('grant.statement.expenses'), figures.lines.filter(({ side }) => side === 'spending'))
  figureTable(paper, t, t('grant.statement.means'), figures.lines.filter(({ side }) => side !== 'spending'))
  paragraph(paper, t('grant.statement.rounding'), { tone: 'muted', size: 8.5 })
  heading(paper, 2, t('grant.statement.result'))
  keyValues(paper, resultEntries(t, figures, notice, statement.kind))
  heading(paper, 2, t('grant.statement.late'))
  if (figures.late.length === 0) paragraph(paper, t('grant.statement.late-none'))
  else {
    table(paper, {
      head: [t('grant.late.call'), t('grant.late.paidOn'), t('grant.late.dueOn'), t('grant.late.until'), t('grant.late.amount'), t('grant.late.days'), t('grant.late.interest')], align: ['left', 'left', 'left', 'left', 'right', 'right', 'right'],
      rows: figures.late.map((one) => [t('grant.call', { number: one.callNumber }), date(one.paidOn, 'medium'), date(one.dueOn, 'medium'), one.used ? date(one.until, 'medium') : t('grant.late.unused'), money(one.amount), String(one.days), money(one.interest)]),
    })
    for (const text of lateTexts(t, figures)) paragraph(paper, text, { tone: 'muted', size: 8.5 })
    if (figures.rateMissing) paragraph(paper, t('grant.rates.missing', { day: figures.rateMissing }), { strong: true, size: 8.5 })
  }
  heading(paper, 2, t('grant.statement.corrections'))
  if (corrections.length === 0) paragraph(paper, t('grant.statement.corrections-none'))
  else
    table(paper, {
      head: [t('grant.booking.seq'), t('grant.booking.role'), t('grant.booking.voucher'), t('grant.booking.amount'), t('grant.booking.reason')], align: ['right', 'left', 'left', 'right', 'left'],
      rows: corrections.map((row) => [String(row.seq), correctionText(t, row), row.voucher, money(row.amountCents), row.reason]),
    })
  heading(paper, 2, t('grant.statement.signatures'))
  paragraph(paper, t('grant.statement.confirm'))
  signatureLines(paper, (['signed-lead', 'signed-office', 'signed-audit'] as const).map((who) => `${t('grant.statement.place')}, ${t(`grant.statement.${who}`)}`))
  heading(paper, 2, t('grant.statement.vouchers'))
  const titles = new Map(figures.lines.map(({ key, title: name }) => [key, name]))
  const heads = voucherHeads(t)
  if (vouchers.length > 0)
    table(paper, {
      caption: t.count('grant.statement.vouchers-count', vouchers.length), head: heads.map(({ head }) => head), align: heads.map(({ end }) => (end ? 'right' : 'left')),
      rows: vouchers.map((row) => voucherCells(t, row, titles)), widths: [8, 9, 9, 17, 18, 12, 11, 11], rowHead: false, size: 7.5,
    })
  return await finishPaper(paper, `${town}, ${notice.reference}`, (page, of) => t('grant.statement.page', { page, of }))
}

function figureTable(paper: Paper, t: PageT, caption: string, lines: readonly FigureLine[]): void {
  const amounts = ['planned', 'before', 'within', 'total', 'recognised'] as const
  const sum = (of: (typeof amounts)[number]): string => t.format.money(lines.reduce((total, line) => total + line[of], 0))
  table(paper, {
    caption, head: [t('grant.plan.line'), t('grant.plan.planned'), t('grant.statement.before'), t('grant.statement.within'), t('grant.statement.total'), t('grant.statement.recognised')], align: ['left', 'right', 'right', 'right', 'right', 'right'],
    rows: lines.map((line) => [line.title, ...amounts.map((of) => t.format.money(line[of]))]), foot: [[t('grant.statement.sum'), ...amounts.map(sum)]],
  })
}
