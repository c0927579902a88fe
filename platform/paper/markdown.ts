import { plainOf, type Block } from '@modellregion/standards'
import type { Paper } from './paper.ts'
import { keep } from './sheet.ts'
import { table } from './table.ts'
import { heading, list, paragraph, plain } from './text.ts'

/** Blocks of `readMarkdown`, one below the other. Rows of a table have their heads in the first column, as the pages show it. */
export function markdown(paper: Paper, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(paper, block)
}

/** One block of Markdown. */
export function drawBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return heading(paper, block.level, block.text)
    case 'paragraph':
      return paragraph(paper, block.pieces)
    case 'list':
      return list(paper, block.items, { ordered: block.ordered })
    case 'table':
      return table(paper, { head: block.head.map(plainOf), rows: block.rows.map((cells) => cells.map(plainOf)), rowHead: true })
    case 'code':
      return code(paper, block.text)
  }
}

function code(paper: Paper, text: string): void {
  const { pdf, root, colours, size, x, width } = paper
  for (const line of text.split('\n')) {
    keep(paper, size * 2)
    root.add(pdf.struct('Code', {}, () => pdf.font('regular').fontSize(size * 0.9).fillColor(colours.text).text(line.replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length)) || ' ', x + 10, pdf.y, { ...plain, width: width - 10 })))
  }
  pdf.y += 6
}
