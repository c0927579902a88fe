import { plainOf, type Block } from '@modellregion/standards'
import { box, drawBlock, finishPaper, heading, lines, openPaper, paragraph, rule, space, table, type About, type Paper } from '@modellregion/paper'

/** What a printed sheet has beside text: room to write and room to draw. */
export type Part = Block | { readonly kind: 'lines'; readonly count: number } | { readonly kind: 'box'; readonly label: string; readonly height: number }

export type Print = About & { readonly facts: readonly string[]; readonly parts: readonly Part[]; readonly footer: string; readonly numbered: (at: number, of: number) => string }

/** Lesson plans and worksheets as tagged PDF. */
export async function printSheet(print: Print): Promise<Buffer> {
  const paper = openPaper(print)
  heading(paper, 1, print.title)
  paragraph(paper, print.subject, { size: paper.size * 1.1, after: 4 })
  for (const fact of print.facts) paragraph(paper, fact, { size: 9, tone: 'muted', after: 0 })
  space(paper, 6)
  rule(paper)
  space(paper, 8)
  for (const part of print.parts) draw(paper, part)
  return await finishPaper(paper, print.footer, print.numbered)
}

function draw(paper: Paper, part: Part): void {
  switch (part.kind) {
    case 'lines':
      return lines(paper, part.count)
    case 'box':
      return box(paper, part.label, part.height)
    case 'table':
      // A class fills in what is empty.
      return table(paper, { head: part.head.map(plainOf), rows: part.rows.map((cells) => cells.map(plainOf)), grid: true })
    default:
      return drawBlock(paper, part)
  }
}
