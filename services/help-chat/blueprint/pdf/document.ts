import { setImmediate as breathe } from 'node:timers/promises'
import type { Block, FrontMatter } from '../text.ts'
import { drawBlock, type Flow } from './blocks.ts'
import { a4, asArtifact, collect, margin, openSheet, type About, type Sheet } from './sheet.ts'

/** One part of a document: the whole of it, or a lesson of the course with its own heading. */
export type Part = { title?: string; blocks: readonly Block[] }

export type PrintWords = {
  /** "Seite 3 von 12" */
  page: (at: number, of: number) => string
  /** Lines under the title: version, law, licence, and that lawyers must read it. */
  facts: readonly string[]
}

export type Print = {
  front: FrontMatter
  parts: readonly Part[]
  town: string
  service: string
  origin: string
  lang: string
  byLine: boolean
  brand: About['brand']
  words: PrintWords
}

/** Writes a document as tagged PDF: title, sections, lists, tables with heads, links, bookmarks, page numbers. Lets others run in between. */
export async function printDocument(print: Print): Promise<Buffer> {
  const { front, town, service, lang, brand, byLine } = print
  const sheet = openSheet({ title: front.title, subject: front.summary, author: town, date: front.date, lang, brand, size: byLine ? 13.5 : 10.5 })
  const { pdf } = sheet
  const file = collect(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const into = pdf.struct('Art')
  root.add(into)
  drawTitle(sheet, into, print)
  let drawn = 0
  for (const part of print.parts) {
    const section = part.title === undefined ? into : pdf.struct('Sect', { title: part.title })
    if (section !== into) into.add(section)
    const outline = part.title === undefined ? pdf.outline : drawPartTitle(sheet, section, part.title)
    const flow: Flow = { sheet, into: section, origin: print.origin, byLine, level: part.title === undefined ? 2 : 3, outline }
    for (const block of part.blocks) {
      drawBlock(flow, block)
      if (++drawn % 12 === 0) await breathe()
    }
    if (section !== into) section.end()
  }
  into.end()
  root.end()
  numberPages(sheet, `${town} · ${service}`, print.words.page)
  pdf.end()
  return await file
}

function drawTitle(sheet: Sheet, into: PDFKit.PDFStructureElement, { front, town, service, words }: Print): void {
  const { pdf, colours } = sheet
  const width = a4.width - margin.left - margin.right
  asArtifact(sheet, () => pdf.rect(0, 0, a4.width, 14).fill(colours.brand))
  const plain = { width, continued: false, underline: false, link: null } as const
  into.add(pdf.struct('P', {}, () => pdf.font('strong').fontSize(10).fillColor(colours.muted).text(`${town} · ${service}`, margin.left, 54, plain)))
  into.add(pdf.struct('H1', {}, () => pdf.font('strong').fontSize(24).fillColor(colours.brand).text(front.title, margin.left, 76, { ...plain, lineGap: 2 })))
  pdf.y += 6
  into.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(13).fillColor(colours.text).text(front.summary, margin.left, pdf.y, { ...plain, lineGap: 3 })))
  pdf.y += 8
  for (const fact of words.facts) {
    into.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(9).fillColor(colours.muted).text(fact, margin.left, pdf.y, { ...plain, lineGap: 1.5 })))
  }
  pdf.y += 8
  asArtifact(sheet, () => pdf.moveTo(margin.left, pdf.y).lineTo(a4.width - margin.right, pdf.y).lineWidth(1).strokeColor(colours.line).stroke())
  pdf.y += 12
}

function drawPartTitle(sheet: Sheet, into: PDFKit.PDFStructureElement, title: string): PDFKit.PDFOutline {
  const { pdf, colours } = sheet
  pdf.addPage()
  into.add(pdf.struct('H2', {}, () => pdf.font('strong').fontSize(19).fillColor(colours.brand).text(title, margin.left, margin.top, { width: a4.width - margin.left - margin.right, lineGap: 2, continued: false, underline: false, link: null })))
  pdf.y += 6
  return pdf.outline.addItem(title)
}

function numberPages(sheet: Sheet, name: string, word: PrintWords['page']): void {
  const { pdf, colours } = sheet
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    pdf.page.margins.bottom = 0 // writing below the text must not open a page
    const y = a4.height - 44
    const width = a4.width - margin.left - margin.right
    const look = { width, lineBreak: false, continued: false, underline: false, link: null } as const
    asArtifact(
      sheet,
      () => {
        pdf.font('regular').fontSize(8.5).fillColor(colours.muted)
        pdf.text(name, margin.left, y, look)
        pdf.text(word(at - start + 1, count), margin.left, y, { ...look, align: 'right' })
      },
      'Pagination',
    )
  }
}
