import { softHyphens } from '@modellregion/ui'

/** What is used of a typeface that pdfkit has embedded; its types do not show it. */
type Embedded = { readonly id: string; readonly ascender: number; encode(text: string, features?: readonly string[]): [readonly string[], readonly { readonly advanceWidth: number }[]]; ref(): unknown }
type Glyph = { readonly hex: string; readonly advance: number }

/**
 * A typeface, glyph by glyph. pdfkit shapes each new string anew, which costs a table of 10,000 rows ten seconds; a cell needs neither kerning nor
 * ligatures, so each glyph is asked for once.
 */
export type Face = { readonly id: string; /** Parts of 1,000. */ readonly ascender: number; widthOf(text: string, size: number): number; hexOf(text: string): string; ref(): unknown }

export function openFace(pdf: PDFKit.PDFDocument, name: 'regular' | 'strong'): Face {
  pdf.font(name)
  const { _font: font } = pdf as unknown as { readonly _font: Embedded } // the typeface that `font` has just chosen
  const glyphs = new Map<string, Glyph>()
  const read = (sign: string): Glyph => {
    // Figures of one width stand below each other in a column of amounts.
    const [[hex = '0000'], [place]] = /\d/.test(sign) ? font.encode(sign, ['tnum']) : font.encode(sign)
    // PDF/UA wants no sign without a glyph: what the typeface does not know is a question mark.
    const glyph = hex === '0000' && sign !== '?' ? read('?') : { hex, advance: place?.advanceWidth ?? 0 }
    glyphs.set(sign, glyph)
    return glyph
  }
  const glyphOf = (sign: string): Glyph => glyphs.get(sign) ?? read(sign)
  return {
    id: font.id,
    ascender: font.ascender,
    ref: () => font.ref(),
    widthOf(text, size) {
      let sum = 0
      for (const sign of text) sum += glyphOf(sign).advance
      return (sum * size) / 1_000
    },
    hexOf(text) {
      let hex = ''
      for (const sign of text) hex += glyphOf(sign).hex
      return hex
    },
  }
}

const shy = '\u00ad'

/** Lines no wider than `width` points. Breaks at blanks, after hyphens and slashes, inside long words at their joints, and only then anywhere. */
export function linesOf(face: Face, text: string, size: number, width: number): string[] {
  const found: string[] = []
  if (!/[\n\u00ad]/.test(text) && face.widthOf(text, size) <= width) return [text]
  for (const paragraph of text.replaceAll(shy, '').split('\n')) {
    if (face.widthOf(paragraph, size) <= width) {
      found.push(paragraph)
      continue
    }
    let line = ''
    for (const part of paragraph.split(/(?<=[ \u2013/-])/u).flatMap((word) => piecesOf(face, word, size, width))) {
      const whole = line + part
      if (line === '' || face.widthOf(shown(whole), size) <= width) line = whole
      else {
        found.push(shown(line))
        line = part
      }
    }
    found.push(shown(line))
  }
  return found
}

// A line that ends at the joint of a word gets its hyphen; joints inside the line are not seen.
const shown = (line: string): string => {
  const trimmed = line.trimEnd()
  return trimmed.endsWith(shy) ? `${trimmed.replaceAll(shy, '')}-` : trimmed.replaceAll(shy, '')
}

function piecesOf(face: Face, word: string, size: number, width: number): string[] {
  if (face.widthOf(word.trimEnd(), size) <= width) return [word]
  const hyphen = face.widthOf('-', size)
  const parts = softHyphens(word, 6).split(/(?<=\u00ad)/u)
  return parts.flatMap((part) => (face.widthOf(part.replace(shy, ''), size) + hyphen <= width ? [part] : anywhere(face, part.replace(shy, ''), size, width)))
}

function anywhere(face: Face, word: string, size: number, width: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const sign of word) {
    if (part !== '' && face.widthOf(part + sign, size) > width) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part]
}
