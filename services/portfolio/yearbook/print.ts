import type { Block } from '@modellregion/standards'
import { bars, finishPaper, heading, keyValues, markdown, openPaper, paragraph, rule, space, table, type About } from '@modellregion/paper'
import type { PageT } from '../locales/index.ts'
import { keyFigures, sectionsOf } from './pages/say.ts'
import type { YearFigures } from './schema.ts'

export type Print = {
  readonly t: PageT
  readonly town: string
  readonly lang: string
  readonly brand: About['brand']
  readonly figures: YearFigures
  readonly foreword: readonly Block[]
  readonly published: { readonly at: Date; readonly sha256: string } | null
  /** The moment that stands in a draft. */
  readonly now: Date
}

/** A yearbook as tagged PDF. From what was frozen it is the same file each time, in each language. */
export async function printYearbook({ t, town, lang, brand, figures, foreword, published, now }: Print): Promise<Buffer> {
  const title = t('yearbook.year.title', { year: figures.year })
  const paper = openPaper({ title: `${title}, ${town}`, subject: t('yearbook.year.lead'), author: town, at: published?.at ?? now, lang, brand })
  paragraph(paper, `${town} · ${t('service.title')}`, { strong: true, tone: 'muted' })
  heading(paper, 1, title)
  paragraph(paper, t('yearbook.year.lead'), { size: paper.size * 1.1 })
  if (!published) paragraph(paper, t('yearbook.draft'), { strong: true })
  rule(paper)
  space(paper, 4)
  if (foreword.length > 0) {
    heading(paper, 2, t('yearbook.foreword.title'))
    markdown(paper, foreword.map((block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block)))
  }
  const shown = keyFigures(t, figures)
  if (shown.length > 0) heading(paper, 2, t('yearbook.figures.title', { year: figures.year }))
  keyValues(paper, shown.map(({ label, value }) => ({ term: label, value })))
  for (const section of sectionsOf(t, figures)) {
    heading(paper, 2, section.title)
    if (section.lead !== undefined) paragraph(paper, section.lead)
    if (section.empty !== undefined) paragraph(paper, section.empty)
    if (section.chart) bars(paper, { finding: section.chart.finding, head: section.chart.head, rows: section.chart.bars })
    if (section.empty === undefined)
      for (const { caption, head, numbers, rows, foot } of section.tables)
        table(paper, { caption, head, rows: rows.map(({ cells }) => cells), align: head.map((_, at) => (numbers.includes(at) ? 'right' : 'left')), ...(foot && { foot: [foot] }) })
  }
  heading(paper, 2, t('yearbook.origin.title'))
  paragraph(paper, t('yearbook.origin.text', { day: figures.standOn }))
  if (published) paragraph(paper, t('yearbook.origin.frozen', { day: published.at, sha256: published.sha256 }), { tone: 'muted', size: 9 })
  return await finishPaper(paper, `${town} · ${title}`, (at, of) => t('yearbook.page', { at, of }))
}
