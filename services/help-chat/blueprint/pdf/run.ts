import type { Inline, Line } from '../text.ts'
import type { Sheet } from './sheet.ts'

export type Place = { x: number; width: number }
type Child = (() => void) | PDFKit.PDFStructureElement

/** Pieces of one line of text, each with its look; a link is an element of its own that a reader can open. */
export function pieces(sheet: Sheet, line: Line, place: Place, origin: string, options: { size?: number; colour?: string; font?: 'regular' | 'strong'; gap?: number; align?: 'left' | 'center' } = {}): Child[] {
  const { pdf, colours } = sheet
  const size = options.size ?? sheet.size
  const last = line.length - 1
  return line.map((part, at): Child => {
    const draw = () => {
      const isLink = part.kind === 'link'
      const isStrong = options.font === 'strong' || part.kind === 'strong' || part.kind === 'blank'
      pdf
        .font(isStrong ? 'strong' : 'regular')
        .fontSize(size)
        .fillColor(isLink ? colours.action : (options.colour ?? colours.text))
      const look = {
        width: place.width,
        continued: at < last,
        align: options.align ?? ('left' as const),
        lineGap: options.gap ?? size * 0.28,
        link: isLink ? addressOf(part.href, origin) : null,
        underline: isLink,
      }
      if (at === 0) pdf.text(textOf(part), place.x, pdf.y, look)
      else pdf.text(textOf(part), look)
    }
    return part.kind === 'link' ? pdf.struct('Link', { alt: part.text }, draw) : draw
  })
}

const textOf = (part: Inline): string => (part.kind === 'blank' ? `[${part.text}]` : part.text)

// A heading of the same document has no address on paper; its page is meant.
const addressOf = (href: string, origin: string): string => (href.startsWith('/') || href.startsWith('#') ? `${origin}${href}` : href)

/** Lines joined into one: in running text a line break of the source means nothing. */
export function joined(lines: readonly Line[]): Line {
  return lines.flatMap((line, at): Line => (at === 0 ? line : [{ kind: 'text', text: ' ' }, ...line]))
}
