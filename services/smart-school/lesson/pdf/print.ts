import { plainOf, type Block, type Piece } from '@modellregion/standards'
import { asArtifact, column, finish, foot, keep, margin, openSheet, type About, type Sheet } from './sheet.ts'

/** What a printed sheet has beside text: room to write and room to draw. */
export type Part = Block | { readonly kind: 'lines'; readonly count: number } | { readonly kind: 'box'; readonly label: string; readonly height: number }

export type Print = About & { readonly facts: readonly string[]; readonly parts: readonly Part[]; readonly footer: string; readonly numbered: (at: number, of: number) => string }

const plain = { continued: false, underline: false, link: null } as const

/** Lesson plans and worksheets as tagged PDF. */
export async function printSheet(print: Print): Promise<Buffer> {
  const sheet = openSheet(print)
  const { pdf, root, colours, size } = sheet
  root.add(pdf.struct('H1', {}, () => pdf.font('strong').fontSize(20).fillColor(colours.brand).text(print.title, column.x, margin.top, { ...plain, width: column.width, lineGap: 2 })))
  pdf.y += 4
  root.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(size * 1.1).fillColor(colours.text).text(print.subject, column.x, pdf.y, { ...plain, width: column.width, lineGap: 2 })))
  pdf.y += 4
  for (const fact of print.facts) root.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(9).fillColor(colours.muted).text(fact, column.x, pdf.y, { ...plain, width: column.width })))
  pdf.y += 6
  asArtifact(sheet, () => pdf.moveTo(column.x, pdf.y).lineTo(column.x + column.width, pdf.y).lineWidth(1).strokeColor(colours.line).stroke())
  pdf.y += 8
  for (const part of print.parts) draw(sheet, part)
  return await finish(sheet, print.footer, print.numbered)
}

function draw(sheet: Sheet, part: Part): void {
  switch (part.kind) {
    case 'heading':
      return heading(sheet, part)
    case 'paragraph':
      return paragraph(sheet, part.pieces)
    case 'list':
      return list(sheet, part)
    case 'table':
      return table(sheet, part)
    case 'code':
      return code(sheet, part.text)
    case 'lines':
      return lines(sheet, part.count)
    case 'box':
      return box(sheet, part)
  }
}

function heading({ pdf, root, colours, size }: Sheet, { level, text }: Extract<Part, { kind: 'heading' }>): void {
  keep({ pdf }, size * 6)
  pdf.y += level === 2 ? 12 : 7
  root.add(pdf.struct(`H${level}`, {}, () => pdf.font('strong').fontSize(level === 2 ? 14 : 11.5).fillColor(colours.brand).text(text, column.x, pdf.y, { ...plain, width: column.width })))
  pdf.y += 4
}

function paragraph(sheet: Sheet, pieces: readonly Piece[], x = column.x, width = column.width): void {
  keep(sheet, sheet.size * 2.6)
  sheet.root.add(sheet.pdf.struct('P', {}, () => run(sheet, pieces, x, width)))
  sheet.pdf.y += 5
}

function run({ pdf, colours, size }: Sheet, pieces: readonly Piece[], x: number, width: number): void {
  pieces.forEach((piece, at) => {
    pdf.font(piece.kind === 'strong' ? 'strong' : 'regular').fontSize(size).fillColor(piece.kind === 'link' ? colours.action : colours.text)
    const look = { width, lineGap: size * 0.26, continued: at < pieces.length - 1, underline: false, link: piece.kind === 'link' && piece.href.startsWith('https:') ? piece.href : null }
    if (at === 0) pdf.text(piece.text, x, pdf.y, look)
    else pdf.text(piece.text, look)
  })
}

function list(sheet: Sheet, { ordered, items }: Extract<Part, { kind: 'list' }>): void {
  const { pdf, root, size, colours } = sheet
  const whole = pdf.struct('L')
  root.add(whole)
  items.forEach((item, at) => {
    keep(sheet, size * 2.6)
    const line = pdf.struct('LI')
    whole.add(line)
    const top = pdf.y
    line.add(pdf.struct('Lbl', {}, () => pdf.font('strong').fontSize(size).fillColor(colours.brand).text(ordered ? `${at + 1}.` : '•', column.x, top, { ...plain, width: 18, lineBreak: false })))
    pdf.y = top
    line.add(pdf.struct('LBody', {}, () => run(sheet, item, column.x + 18, column.width - 18)))
    line.end()
    pdf.y += 2
  })
  whole.end()
  pdf.y += 4
}

function table(sheet: Sheet, { head, rows }: Extract<Part, { kind: 'table' }>): void {
  const { pdf, root, size, colours } = sheet
  const widths = widthsOf([head, ...rows])
  const whole = pdf.struct('Table')
  root.add(whole)
  for (const [index, cells] of [head, ...rows].entries()) {
    const isHead = index === 0
    pdf.font('strong').fontSize(size * 0.92)
    const height = Math.max(size * 1.9, ...cells.map((cell, at) => pdf.heightOfString(plainOf(cell) || ' ', { width: (widths[at] ?? 40) - 8, lineGap: 2 }) + 8))
    keep(sheet, Math.min(height, 300))
    const top = pdf.y
    if (isHead) asArtifact(sheet, () => pdf.rect(column.x, top, column.width, height).fill(colours.tint))
    const row = pdf.struct('TR')
    whole.add(row)
    let x = column.x
    cells.forEach((cell, at) => {
      const left = x
      const width = widths[at] ?? 40
      const names = isHead || at === 0
      row.add(pdf.struct(names ? 'TH' : 'TD', names ? scoped(isHead ? 'Column' : 'Row') : {}, () => pdf.font(names ? 'strong' : 'regular').fontSize(size * 0.92).fillColor(colours.text).text(plainOf(cell), left + 4, top + 4, { ...plain, width: width - 8, lineGap: 2 })))
      x += width
    })
    row.end()
    asArtifact(sheet, () => {
      pdf.lineWidth(0.7).strokeColor(colours.line).rect(column.x, top, column.width, height).stroke()
      let edge = column.x
      for (const width of widths.slice(0, -1)) pdf.moveTo((edge += width), top).lineTo(edge, top + height).stroke()
    })
    pdf.y = top + height
  }
  whole.end()
  pdf.x = column.x
  pdf.y += 8
}

// The types of the package do not know `scope` yet; a reader needs it to say which head belongs to a cell.
const scoped = (scope: 'Column' | 'Row') => ({ scope }) as object

function widthsOf(rows: readonly (readonly (readonly Piece[])[])[]): number[] {
  const weights = Array.from({ length: rows[0]?.length ?? 1 }, (_, at) => Math.sqrt(Math.max(8, ...rows.map((cells) => plainOf(cells[at] ?? []).length))))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => (weight / sum) * column.width)
}

function code(sheet: Sheet, text: string): void {
  const { pdf, root, colours, size } = sheet
  for (const line of text.split('\n')) {
    keep(sheet, size * 2)
    root.add(pdf.struct('Code', {}, () => pdf.font('regular').fontSize(size * 0.9).fillColor(colours.text).text(line.replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length)) || ' ', column.x + 10, pdf.y, { ...plain, width: column.width - 10 })))
  }
  pdf.y += 6
}

function lines(sheet: Sheet, count: number): void {
  const { pdf, colours } = sheet
  for (let at = 0; at < count; at++) {
    keep(sheet, 24)
    pdf.y += 24
    asArtifact(sheet, () => pdf.moveTo(column.x, pdf.y).lineTo(column.x + column.width, pdf.y).lineWidth(0.7).strokeColor(colours.line).stroke())
  }
  pdf.y += 10
}

function box(sheet: Sheet, { label, height }: Extract<Part, { kind: 'box' }>): void {
  const { pdf, root, colours } = sheet
  const tall = Math.min(height, foot - margin.top)
  keep(sheet, tall + 6)
  const top = pdf.y
  asArtifact(sheet, () => pdf.rect(column.x, top, column.width, tall).lineWidth(0.8).strokeColor(colours.line).stroke())
  root.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(8.5).fillColor(colours.muted).text(label, column.x + 6, top + 5, { ...plain, width: column.width - 12 })))
  pdf.y = top + tall + 10
}
