import { setImmediate as breathe } from 'node:timers/promises'
import type { Block, FrontMatter } from '../text.ts'
import { drawBlock, type Flow } from './blocks.ts'
import { a4, asArtifact, collect, margin, numberPages, openSheet, type About, type Sheet } from './sheet.ts'

/** One part of a document: the whole of it, or a lesson of the course with its own heading. */
export type Part = { title?: string; summary?: string; blocks: readonly Block[] }

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
  /** A leaflet: set smaller until it fits on one sheet, but never below 9 points. */
  oneSheet?: boolean
  brand: About['brand']
  words: PrintWords
}

const ordinary = 10.5
const easy = 13.5
const smaller = [ordinary, 10.2, 9.9, 9.6, 9.3, 9]

/** Writes a document as tagged PDF: title, sections, lists, tables with heads, links, bookmarks, page numbers. Lets others run in between. */
export async function printDocument(print: Print): Promise<Buffer> {
  const sizes = print.byLine ? [easy] : print.oneSheet ? smaller : [ordinary]
  for (const size of sizes) {
    const { file, sheets } = await write(print, size)
    if (sheets === 1 || size === sizes.at(-1)) return file
  }
  throw new Error('A document needs at least one size.')
}

async function write(print: Print, size: number): Promise<{ file: Buffer; sheets: number }> {
  const { front, town, service, lang, brand, byLine } = print
  const sheet = openSheet({ title: front.title, subject: front.summary, author: town, date: front.date, lang, brand, size })
  const { pdf } = sheet
  const file = collect(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const into = pdf.struct('Art')
  root.add(into)
  drawTitle(sheet, into, print)
  if (print.parts.length > 1) drawParts(sheet, into, print.parts)
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
  const sheets = numberPages(sheet, `${town} · ${service}`, print.words.page)
  pdf.end()
  return { file: await file, sheets }
}

// What a document of several parts holds, on its first page.
function drawParts(sheet: Sheet, into: PDFKit.PDFStructureElement, parts: readonly Part[]): void {
  const { pdf, colours, size } = sheet
  const width = a4.width - margin.left - margin.right
  const list = pdf.struct('L')
  into.add(list)
  for (const { title = '', summary = '' } of parts) {
    const draw = () => {
      pdf.font('strong').fontSize(size * 1.15).fillColor(colours.brand).text(title, margin.left, pdf.y, { width, lineGap: 2, continued: false, underline: false, link: null })
      pdf.font('regular').fontSize(size).fillColor(colours.text).text(summary, { width, lineGap: size * 0.28 })
    }
    list.add(pdf.struct('LI', {}, [pdf.struct('LBody', {}, draw)]))
    pdf.y += 9
  }
  list.end()
}

function drawTitle(sheet: Sheet, into: PDFKit.PDFStructureElement, { front, town, service, words, oneSheet }: Print): void {
  const { pdf, colours } = sheet
  const width = a4.width - margin.left - margin.right
  asArtifact(sheet, () => pdf.rect(0, 0, a4.width, 14).fill(colours.brand))
  const plain = { width, continued: false, underline: false, link: null } as const
  into.add(pdf.struct('P', {}, () => pdf.font('strong').fontSize(10).fillColor(colours.muted).text(`${town} · ${service}`, margin.left, 54, plain)))
  into.add(pdf.struct('H1', {}, () => pdf.font('strong').fontSize(oneSheet ? 20 : 24).fillColor(colours.brand).text(front.title, margin.left, oneSheet ? 70 : 76, { ...plain, lineGap: 2 })))
  pdf.y += 6
  into.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(oneSheet ? 11 : 13).fillColor(colours.text).text(front.summary, margin.left, pdf.y, { ...plain, lineGap: 3 })))
  pdf.y += 8
  for (const fact of oneSheet ? [words.facts.join(' · ')] : words.facts) {
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
