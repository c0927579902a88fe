import PDFDocument from 'pdfkit'
import { palette } from '@modellregion/ui'
import { fonts } from './fonts.ts'

type Brand = Parameters<typeof palette>[0]

/** What every PDF of the blueprint is made with. Lengths are points (1/72 inch), the sheet is A4. */
export type Sheet = {
  pdf: PDFKit.PDFDocument
  colours: { text: string; muted: string; brand: string; action: string; tint: string; line: string; onBrand: string; accent: string }
  /** Size of running text. */
  size: number
}

export type About = {
  title: string
  subject: string
  author: string
  /** Day of the version: a file made twice from the same text is the same file. */
  date: string
  /** BCP 47. */
  lang: string
  brand: Brand
  size: number
}

/** Options of an element of the structure tree. */
export type ElementOptions = Parameters<PDFKit.PDFDocument['struct']>[1] & object

export const margin = { top: 68, bottom: 74, left: 68, right: 62 }
export const a4 = { width: 595.28, height: 841.89 }

/** A tagged document (PDF 1.7, PDF/UA-1 conventions): language, title, structure tree. The caller fills and ends it. */
export function openSheet({ title, subject, author, date, lang, brand, size }: About): Sheet {
  const day = new Date(`${date}T12:00:00Z`)
  // The types of the package lag behind it: `subset` knows PDF/UA, and `lang` is a tag.
  const options = { pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, lang, displayTitle: true, size: 'A4', margins: margin, bufferPages: true, info: { Title: title, Subject: subject, Author: author, Creator: 'Modellregion', Producer: 'Modellregion', CreationDate: day, ModDate: day } }
  const pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  const { regular, strong } = fonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('strong', strong)
  const shades = palette(brand, 'light')
  pdf.font('regular').fontSize(size)
  return { pdf, size, colours: { text: shades.text, muted: shades.muted, brand: shades.brand, action: shades.action, tint: shades.tint, line: shades.line, onBrand: shades['on-brand'], accent: shades.accent } }
}

/** Draws what carries no meaning: lines, grounds, page numbers. Readers skip it. */
export function asArtifact({ pdf }: Sheet, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}

/** The whole file. At most `most` bytes, else RangeError: nobody waits for, or fills the memory with, a file that went wrong. */
export function collect(pdf: PDFKit.PDFDocument, most = 8 * 1024 * 1024): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    pdf.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > most) reject(new RangeError(`The PDF grew beyond ${most} bytes.`))
      else pieces.push(piece)
    })
    pdf.on('end', () => resolve(Buffer.concat(pieces)))
    pdf.on('error', reject)
  })
}
