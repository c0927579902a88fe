import { plainOf, type Block, type Line } from '../text.ts'
import { joined, pieces, type Place } from './run.ts'
import { a4, asArtifact, margin, type Sheet } from './sheet.ts'
import { drawTable } from './table.ts'

export type Flow = {
  sheet: Sheet
  /** Where elements are added: the structure tree grows with the page. */
  into: PDFKit.PDFStructureElement
  /** Before addresses of this site. */
  origin: string
  /** Leichte Sprache: each line of the source stands alone. */
  byLine: boolean
  /** Level that a heading `##` has here: 2, or 3 inside a lesson. */
  level: number
  outline: PDFKit.PDFOutline
}

const column: Place = { x: margin.left, width: a4.width - margin.left - margin.right }
export const foot = a4.height - margin.bottom

/** Room left on the page; with less than `need` points the next one begins. */
export function keep({ pdf }: Sheet, need: number): void {
  if (pdf.y + need > foot) pdf.addPage()
}

/** Draws a block below the last one. Returns the bookmark of a heading, under which the next ones of a lower level hang. */
export function drawBlock(flow: Flow, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return heading(flow, block)
    case 'paragraph':
      return paragraphs(flow, flow.byLine ? block.lines.map((line) => [line]) : [block.lines], column)
    case 'list':
      return list(flow, block)
    case 'checklist':
      return checklist(flow, block.items)
    case 'table':
      return drawTable(flow, block)
    case 'note':
      return note(flow, block)
  }
}

function heading({ sheet, into, origin, level, outline }: Flow, block: Extract<Block, { kind: 'heading' }>): void {
  const { pdf, colours } = sheet
  const size = block.level === 2 ? sheet.size * 1.45 : sheet.size * 1.15
  keep(sheet, sheet.size * 7)
  pdf.y += sheet.size * (block.level === 2 ? 1.2 : 0.75)
  into.add(pdf.struct(`H${level + block.level - 2}`, {}, pieces(sheet, block.line, column, origin, { size, font: 'strong', colour: colours.brand, gap: 2 })))
  if (block.level === 2) outline.addItem(plainOf(block.line))
  pdf.y += sheet.size * 0.35
}

/** Each of `all` becomes one paragraph. */
function paragraphs({ sheet, into, origin, byLine }: Flow, all: readonly (readonly Line[])[], place: Place): void {
  for (const lines of all) {
    keep(sheet, sheet.size * 2.6)
    into.add(sheet.pdf.struct('P', {}, pieces(sheet, joined(lines), place, origin)))
    sheet.pdf.y += sheet.size * (byLine ? 0.22 : 0.55)
  }
  if (byLine) sheet.pdf.y += sheet.size * 0.4
}

const indent = 20
const inner: Place = { x: column.x + indent, width: column.width - indent }

function list({ sheet, into, origin }: Flow, { ordered, items }: Extract<Block, { kind: 'list' }>): void {
  const { pdf } = sheet
  const whole = pdf.struct('L')
  into.add(whole)
  items.forEach((lines, at) => {
    keep(sheet, sheet.size * 2.6)
    const item = pdf.struct('LI')
    whole.add(item)
    const mark = ordered ? `${at + 1}.` : '•'
    const top = pdf.y
    item.add(pdf.struct('Lbl', {}, () => label(sheet, mark, top)))
    pdf.y = top
    item.add(pdf.struct('LBody', {}, pieces(sheet, joined(lines), inner, origin)))
    item.end()
    pdf.y += sheet.size * 0.25
  })
  whole.end()
  pdf.y += sheet.size * 0.35
}

function label(sheet: Sheet, mark: string, top: number): void {
  sheet.pdf.font('strong').fontSize(sheet.size).fillColor(sheet.colours.brand).text(mark, column.x, top, { width: indent, lineBreak: false, continued: false, underline: false, link: null })
}

function checklist({ sheet, into, origin }: Flow, items: Extract<Block, { kind: 'checklist' }>['items']): void {
  const { pdf, colours } = sheet
  const whole = pdf.struct('L')
  into.add(whole)
  for (const { done, line } of items) {
    keep(sheet, sheet.size * 2.6)
    const item = pdf.struct('LI')
    whole.add(item)
    const top = pdf.y
    // A drawn box says in words what it is: readers hear it before the sentence.
    const box = () => {
      pdf.lineWidth(1).strokeColor(colours.text).rect(column.x + 1, top + 2, 9, 9).stroke()
      if (done) pdf.moveTo(column.x + 3, top + 7).lineTo(column.x + 5, top + 9).lineTo(column.x + 9, top + 4).stroke()
    }
    item.add(pdf.struct('Lbl', { actual: done ? '[x]' : '[ ]' }, box))
    item.add(pdf.struct('LBody', {}, pieces(sheet, line, inner, origin)))
    item.end()
    pdf.y += 4
  }
  whole.end()
  pdf.y += 4
}

function note(flow: Flow, block: Extract<Block, { kind: 'note' }>): void {
  const { sheet, into, origin, byLine } = flow
  const { pdf, colours } = sheet
  keep(sheet, sheet.size * 8)
  pdf.y += 4
  const from = { page: pageOf(pdf), y: pdf.y }
  const whole = pdf.struct('Sect', { title: block.title })
  into.add(whole)
  const place: Place = { x: column.x + 14, width: column.width - 14 }
  whole.add(pdf.struct('P', {}, pieces(sheet, [{ kind: 'strong', text: block.title }], place, origin, { colour: colours.brand })))
  pdf.y += 3
  paragraphs({ ...flow, into: whole }, block.paragraphs.flatMap((lines) => (byLine ? lines.map((line) => [line]) : [lines])), place)
  whole.end()
  bar(sheet, from)
  pdf.y += 6
}

const pageOf = (pdf: PDFKit.PDFDocument): number => {
  const { start, count } = pdf.bufferedPageRange()
  return start + count - 1
}

// The edge of a note, on each page that it reached.
function bar(sheet: Sheet, from: { page: number; y: number }): void {
  const { pdf, colours } = sheet
  const to = { page: pageOf(pdf), y: pdf.y - 6 }
  for (let page = from.page; page <= to.page; page++) {
    pdf.switchToPage(page)
    const top = page === from.page ? from.y : margin.top
    const bottom = page === to.page ? to.y : foot
    asArtifact(sheet, () => pdf.rect(column.x, top, 4, Math.max(0, bottom - top)).fill(colours.brand))
  }
  pdf.switchToPage(to.page)
  pdf.y = to.y + 6
}
