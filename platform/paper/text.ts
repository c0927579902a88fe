import type { Piece } from '@modellregion/standards'
import type { Paper } from './paper.ts'
import { asArtifact, keep } from './sheet.ts'

export type TextLook = { readonly size?: number; readonly tone?: 'text' | 'muted' | 'brand'; readonly strong?: boolean; /** Points below; default 5. */ readonly after?: number }

// Options of a text live on in the next one unless they are said again.
export const plain = { continued: false, underline: false, link: null } as const

const headings = { 1: { size: 1.9, before: 0, after: 4 }, 2: { size: 1.33, before: 12, after: 4 }, 3: { size: 1.1, before: 7, after: 4 } } as const

/** A heading that keeps at least a few lines below it on its page, and a bookmark for levels 2 and 3. */
export function heading(paper: Paper, level: 1 | 2 | 3, text: string): void {
  const { pdf, root, colours, size, x, width, outline } = paper
  const look = headings[level]
  if (level > 1) keep(paper, size * 6)
  pdf.y += look.before
  root.add(pdf.struct(`H${level}`, {}, () => pdf.font('strong').fontSize(size * look.size).fillColor(colours.brand).text(text, x, pdf.y, { ...plain, width, lineGap: level === 1 ? 2 : 0 })))
  pdf.y += look.after
  if (level === 2) outline.last = pdf.outline.addItem(text)
  if (level === 3) (outline.last ?? pdf.outline).addItem(text)
}

/** A paragraph out of a text, or out of pieces with their looks; links lead to https only. */
export function paragraph(paper: Paper, content: string | readonly Piece[], look: TextLook = {}): void {
  keep(paper, paper.size * 2.6)
  paper.root.add(paper.pdf.struct('P', {}, run(paper, typeof content === 'string' ? [{ kind: 'text', text: content }] : content, paper.x, paper.width, look)))
  paper.pdf.y += look.after ?? 5
}

type Child = (() => void) | PDFKit.PDFStructureElement

/** Pieces of one line, each drawn when the tree takes it; a link is an element of its own. */
export function run({ pdf, colours, size }: Paper, pieces: readonly Piece[], x: number, width: number, look: TextLook = {}): Child[] {
  const points = look.size ?? size
  return pieces.map((piece, at): Child => {
    const href = piece.kind === 'link' && piece.href.startsWith('https:') ? piece.href : null
    const draw = () => {
      pdf
        .font(piece.kind === 'strong' || look.strong ? 'strong' : 'regular')
        .fontSize(points)
        .fillColor(href === null ? colours[look.tone ?? 'text'] : colours.action)
      const options = { width, lineGap: points * 0.26, continued: at < pieces.length - 1, underline: href !== null, link: href }
      if (at === 0) pdf.text(piece.text, x, pdf.y, options)
      else pdf.text(piece.text, options)
    }
    return href === null ? draw : pdf.struct('Link', { alt: piece.text }, draw)
  })
}

/** A list with dots or numbers. */
export function list(paper: Paper, items: readonly (string | readonly Piece[])[], { ordered = false }: { ordered?: boolean } = {}): void {
  const { pdf, root, size, colours, x, width } = paper
  if (items.length === 0) return
  const indent = Math.max(18, size * 1.7)
  const whole = pdf.struct('L')
  root.add(whole)
  items.forEach((item, at) => {
    keep(paper, size * 2.6)
    const line = pdf.struct('LI')
    whole.add(line)
    const top = pdf.y
    line.add(pdf.struct('Lbl', {}, () => pdf.font('strong').fontSize(size).fillColor(colours.brand).text(ordered ? `${at + 1}.` : '•', x, top, { ...plain, width: indent, lineBreak: false })))
    pdf.y = top
    line.add(pdf.struct('LBody', {}, run(paper, typeof item === 'string' ? [{ kind: 'text', text: item }] : item, x + indent, width - indent)))
    line.end()
    pdf.y += 2
  })
  whole.end()
  pdf.x = x
  pdf.y += 4
}

/** Terms with what they stand for: the head of a letter or a statement. A list for readers, two columns for eyes. */
export function keyValues(paper: Paper, entries: readonly { readonly term: string; readonly value: string }[]): void {
  const { pdf, root, size, colours, x, width } = paper
  if (entries.length === 0) return
  pdf.font('regular').fontSize(size)
  const first = Math.min(width * 0.42, Math.max(...entries.map(({ term }) => pdf.widthOfString(term))) + 18)
  const whole = pdf.struct('L')
  root.add(whole)
  for (const { term, value } of entries) {
    const look = { ...plain, lineGap: size * 0.2 }
    pdf.font('strong').fontSize(size)
    const height = Math.max(pdf.heightOfString(value || ' ', { width: width - first, lineGap: look.lineGap }), pdf.font('regular').heightOfString(term, { width: first - 12, lineGap: look.lineGap }))
    keep(paper, Math.min(height, 300))
    const top = pdf.y
    const line = pdf.struct('LI')
    whole.add(line)
    line.add(pdf.struct('Lbl', {}, () => pdf.font('regular').fontSize(size).fillColor(colours.muted).text(term, x, top, { ...look, width: first - 12 })))
    line.add(pdf.struct('LBody', {}, () => pdf.font('strong').fontSize(size).fillColor(colours.text).text(value || '–', x + first, top, { ...look, width: width - first })))
    line.end()
    // A value that went on to the next page ends where it ends.
    pdf.y = (pdf.y < top ? pdf.y : Math.max(pdf.y, top + height)) + 2
  }
  whole.end()
  pdf.x = x
  pdf.y += 6
}

/** A thin line across the text. */
export function rule(paper: Paper): void {
  const { pdf, colours, x, width } = paper
  asArtifact(paper, () => pdf.moveTo(x, pdf.y).lineTo(x + width, pdf.y).lineWidth(1).strokeColor(colours.line).stroke())
}

/** Empty room of so many points. */
export function space({ pdf }: Paper, points: number): void {
  pdf.y += points
}
