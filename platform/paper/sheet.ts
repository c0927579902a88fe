import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { palette } from '@modellregion/ui'

/** What a file says of itself. `at` is its moment in the file: the same content with the same moment is the same file, byte by byte. `lang` is BCP 47. */
export type About = { readonly title: string; readonly subject: string; readonly author: string; readonly at: Date; readonly lang: string; readonly brand: Parameters<typeof palette>[0] }
export type Colours = { readonly text: string; readonly muted: string; readonly brand: string; readonly action: string; readonly tint: string; readonly line: string; readonly onBrand: string; readonly accent: string }
export type Margin = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** An A4 sheet that is written on. Lengths are points (1/72 inch), y grows downwards. */
export type Sheet = {
  readonly pdf: PDFKit.PDFDocument
  readonly colours: Colours
  /** Size of running text. */
  readonly size: number
  readonly margin: Margin
  /** Where text stands: left edge, width, and the last line that may be used. */
  readonly x: number
  readonly width: number
  readonly foot: number
}

export type SheetOptions = { readonly size?: number; readonly margin?: Margin }

export const a4 = { width: 595.28, height: 841.89 } as const
const usual: Margin = { top: 62, bottom: 64, left: 62, right: 56 }

const load = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fonts', name))
let loaded: { regular: Buffer; strong: Buffer } | undefined
// TrueType: pdfkit cannot cut composite glyphs out of WOFF2. The same glyphs as the pages' typeface, see fonts/README.md.
const fonts = (): { regular: Buffer; strong: Buffer } => (loaded ??= { regular: load('town-sans-400.ttf'), strong: load('town-sans-600.ttf') })

/** An empty tagged file (PDF 1.7 after the conventions of PDF/UA-1, ISO 14289-1): language, title, typeface, colours. Without a structure tree; `openPaper` makes one. */
export function openSheet({ title, subject, author, at, lang, brand }: About, { size = 10.5, margin = usual }: SheetOptions = {}): Sheet {
  // The types of the package lag behind it: `subset` knows PDF/UA, and `lang` is a tag.
  const options = { pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, lang, displayTitle: true, size: 'A4', margins: margin, bufferPages: true, info: { Title: title, Subject: subject, Author: author, Creator: 'Modellregion', Producer: 'Modellregion', CreationDate: at, ModDate: at } }
  const pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  const { regular, strong } = fonts()
  pdf.registerFont('regular', regular)
  pdf.registerFont('strong', strong)
  const shades = palette(brand, 'light')
  pdf.font('regular').fontSize(size)
  return {
    pdf,
    size,
    margin,
    x: margin.left,
    width: a4.width - margin.left - margin.right,
    foot: a4.height - margin.bottom,
    colours: { text: shades.text, muted: shades.muted, brand: shades.brand, action: shades.action, tint: shades.tint, line: shades.line, onBrand: shades['on-brand'], accent: shades.accent },
  }
}

/** Draws what carries no meaning: lines, grounds, page numbers. Readers skip it. */
export function asArtifact({ pdf }: Pick<Sheet, 'pdf'>, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}

/** With less than `need` points left the next page begins. */
export function keep({ pdf, foot }: Pick<Sheet, 'pdf' | 'foot'>, need: number): void {
  if (pdf.y + need > foot) pdf.addPage()
}

/** One line in the foot of every page: who made it, and which page of how many. Returns their number. */
export function numberPages(sheet: Sheet, line: string, numbered: (at: number, of: number) => string): number {
  const { pdf, colours, x, width } = sheet
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    pdf.page.margins.bottom = 0 // writing below the text must not open a page
    const look = { lineBreak: false, continued: false, underline: false, link: null } as const
    asArtifact(
      sheet,
      () => {
        pdf.font('regular').fontSize(8.5).fillColor(colours.muted)
        pdf.text(line, x, a4.height - 43, { ...look, width: width * 0.75 })
        pdf.text(numbered(at - start + 1, count), x, a4.height - 43, { ...look, width, align: 'right' })
      },
      'Pagination',
    )
  }
  return count
}

const most = 32 * 1024 * 1024

/** The whole file, asked for before `pdf.end()`. At most `limit` bytes, else RangeError: nobody is sent a file that went wrong. */
export function collect(pdf: PDFKit.PDFDocument, limit = most): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    pdf.on('data', (piece: Buffer) => void pieces.push(piece))
    const rest = joined(pdf)
    pdf.on('end', () => {
      const file = Buffer.concat([...pieces, ...rest()])
      if (file.length > limit) reject(new RangeError(`The PDF grew beyond ${limit} bytes.`))
      else resolve(file)
    })
    pdf.on('error', reject)
  })
}

// pdfkit 0.20.2 (the version is fixed) sends each line of its last tables through a stream by itself; from here on they are joined first.
function joined(pdf: PDFKit.PDFDocument): () => Buffer[] {
  const inside = pdf as unknown as { _offset: number; _write(data: string | Uint8Array): void } // parts of the fixed version that its types do not show
  const pieces: Buffer[] = []
  let lines = ''
  const flush = (): Buffer[] => {
    if (lines !== '') pieces.push(Buffer.from(lines, 'latin1'))
    lines = ''
    return pieces
  }
  inside._write = (data) => {
    inside._offset += typeof data === 'string' ? data.length + 1 : data.length
    if (typeof data === 'string') lines += `${data}\n`
    else flush().push(Buffer.from(data))
  }
  return flush
}
