import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { palette } from '@modellregion/ui'

type Brand = Parameters<typeof palette>[0]
export type Colours = { readonly text: string; readonly muted: string; readonly brand: string; readonly line: string; readonly tint: string; readonly action: string }
/** An A4 sheet that is being written, in points (1/72 inch). */
export type Sheet = { readonly pdf: PDFKit.PDFDocument; readonly root: PDFKit.PDFStructureElement; readonly colours: Colours; readonly size: number }

export const margin = { top: 62, bottom: 64, left: 62, right: 56 }
export const a4 = { width: 595.28, height: 841.89 }
export const column = { x: margin.left, width: a4.width - margin.left - margin.right }
export const foot = a4.height - margin.bottom

const load = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fonts', name))
let loaded: { regular: Buffer; strong: Buffer } | undefined
const fonts = (): { regular: Buffer; strong: Buffer } => (loaded ??= { regular: load('town-sans-400.ttf'), strong: load('town-sans-600.ttf') })

export type About = { readonly title: string; readonly subject: string; readonly author: string; readonly at: Date; readonly lang: string; readonly brand: Brand }

/** A tagged document (PDF 1.7 after the conventions of PDF/UA-1): language, title, structure. The caller fills it and calls `finish`. */
export function openSheet({ title, subject, author, at, lang, brand }: About, size = 10.5): Sheet {
  // The types of the package lag behind it: `subset` knows PDF/UA, and `lang` is a tag.
  const options = { pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, lang, displayTitle: true, size: 'A4', margins: margin, bufferPages: true, info: { Title: title, Subject: subject, Author: author, Creator: 'Modellregion', Producer: 'Modellregion', CreationDate: at, ModDate: at } }
  const pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  const { regular, strong } = fonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('strong', strong)
  const { text, muted, brand: brandColour, line, tint, action } = palette(brand, 'light')
  pdf.font('regular').fontSize(size)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, root, size, colours: { text, muted, brand: brandColour, line, tint, action } }
}

/** Draws what carries no meaning: lines, grounds, page numbers. Readers skip it. */
export function asArtifact({ pdf }: Pick<Sheet, 'pdf'>, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

/** With less than `need` points left the next page begins. */
export function keep({ pdf }: Pick<Sheet, 'pdf'>, need: number): void {
  if (pdf.y + need > foot) pdf.addPage()
}

/** Page numbers, then the whole file. */
export async function finish(sheet: Sheet, line: string, numbered: (at: number, of: number) => string): Promise<Buffer> {
  const { pdf, colours } = sheet
  sheet.root.end()
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    pdf.page.margins.bottom = 0 // writing below the text must not open a page
    asArtifact(sheet, () => {
      pdf.font('regular').fontSize(8.5).fillColor(colours.muted).text(line, margin.left, a4.height - 42, { width: column.width * 0.75, lineBreak: false, continued: false, underline: false, link: null })
      pdf.text(numbered(at - start + 1, count), margin.left, a4.height - 42, { width: column.width, align: 'right', lineBreak: false })
    })
  }
  const pieces: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => void pieces.push(piece))
    pdf.on('end', () => resolve(Buffer.concat(pieces)))
    pdf.on('error', reject)
  })
  pdf.end()
  return await whole
}
