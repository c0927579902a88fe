import type { Paper } from './paper.ts'
import { a4 } from './sheet.ts'
import type { Face } from './face.ts'

/** A piece of a page that belongs to an element: the page's object and the number of the mark on it. */
export type Mark = { readonly page: number; readonly id: number }

/** Something that pdfkit writes as it says itself, here a reference to an object: only what is no plain object is asked. */
type Reference = { readonly [Symbol.toStringTag]: 'Reference'; toString(): string }
const referenceTo = (id: number): Reference => ({ [Symbol.toStringTag]: 'Reference', toString: () => `${id} 0 R` })

// What is used of pdfkit 0.20.2 (the version is fixed) beside its types. paper.test.ts opens the files that come out.
type Inside = {
  readonly _offsets: (number | null)[]
  readonly _offset: number
  _write(chunk: Uint8Array): void
  readonly page: { readonly dictionary: { readonly id: number }; readonly fonts: Record<string, unknown>; readonly structParentTreeKey: number }
  getStructParentTree(): { get(key: number): unknown[] }
}
type InsideElement = { readonly dictionary: { readonly id: number; readonly data: Record<string, unknown>; end(): void }; _ended: boolean; _flushed: boolean }

/**
 * Writes drawing commands and elements of the structure tree straight into the file. pdfkit makes several objects and a dozen small writes for each
 * cell; 10,000 rows cost it ten seconds, here about one. While it is open nothing else may be written, except by `onPage`.
 */
export type Direct = {
  /** An element below the table; drawn as far as its marks say. Its number in the file. */
  reserve(): number
  element(id: number, type: string, parent: number, marks: readonly Mark[], attributes?: string): void
  parent(id: number, type: string, parent: number, kids: readonly number[]): void
  /** Text of the element on the page that is open. */
  text(owner: number, type: string, pieces: readonly Text[]): Mark
  /** Drawing without meaning. */
  artifact(type: 'Layout' | 'Pagination', commands: string): void
  textCommands(piece: Text): string
  /** A line across the text; those of a page are drawn together at its end. */
  line(y: number): void
  /** An upright line, for tables that are filled in by hand. */
  upright(x: number, from: number, to: number): void
  /** Ends what was written to this page and opens the next. */
  nextPage(): void
  close(kids: readonly number[]): void
  readonly id: number
}
/** One line: its left edge and its top, points from the upper left corner. */
export type Text = { readonly face: Face; readonly size: number; readonly x: number; readonly y: number; readonly text: string }

const short = (value: number): string => String(Math.round(value * 100) / 100)
/** "0.1 0.2 0.3" for `#1a334d`. */
export const colourOf = (hex: string): string => [1, 3, 5].map((at) => short(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
/** From the upper left corner, as everything here, to the lower left one, as the format has it. */
export const up = (y: number): string => short(a4.height - y)
export const at = short

/** Opens an element of the given type below the paper's root. */
export function openDirect(paper: Paper, type: string, faces: readonly Face[]): Direct {
  const { pdf } = paper
  const inside = pdf as unknown as Inside // the fixed version has these parts, its types do not
  const whole = pdf.struct(type)
  paper.root.add(whole)
  const element = whole as unknown as InsideElement // as above
  let objects = ''
  let drawn: string[] = []
  let rules = ''
  const ink = colourOf(paper.colours.text)
  const edges = [`${short(paper.x)} `, ` m ${short(paper.x + paper.width)} `] as const

  const flushObjects = (): void => {
    inside._write(Buffer.from(objects, 'latin1'))
    objects = ''
  }
  const object = (id: number, body: string): void => {
    inside._offsets[id - 1] = inside._offset + objects.length // all of it is ASCII: a sign is a byte
    objects += `${id} 0 obj\n${body}\nendobj\n`
    if (objects.length > 65_536) flushObjects()
  }
  const flushPage = (): void => {
    if (drawn.length === 0) return
    if (rules !== '') drawn.push(`/Artifact <</Type /Layout>> BDC\n${colourOf(paper.colours.line)} RG 0.7 w ${rules}S\nEMC`)
    for (const face of faces) inside.page.fonts[face.id] ??= face.ref()
    // pdfkit has turned the page upside down; the second turn takes it back.
    pdf.addContent(Buffer.from(`q\n1 0 0 -1 0 ${a4.height} cm ${ink} rg\n${drawn.join('\n')}\nQ\n`, 'latin1'))
    drawn = []
    rules = ''
  }
  const textCommands = ({ face, size, x, y, text }: Text): string => `BT /${face.id} ${short(size)} Tf 1 0 0 1 ${short(x)} ${up(y + (face.ascender * size) / 1_000)} Tm <${face.hexOf(text)}> Tj ET`

  return {
    id: element.dictionary.id,
    reserve: () => inside._offsets.push(null),
    element(id, tag, parent, marks, attributes = '') {
      const [first] = marks
      if (!first) return object(id, `<</S /${tag}/P ${parent} 0 R${attributes}>>`)
      const kids = marks.map((mark) => (mark.page === first.page ? `${mark.id}` : `<</Type/MCR/Pg ${mark.page} 0 R/MCID ${mark.id}>>`))
      object(id, `<</S /${tag}/P ${parent} 0 R${attributes}/Pg ${first.page} 0 R/K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}>>`)
    },
    parent: (id, tag, parent, kids) => object(id, `<</S /${tag}/P ${parent} 0 R/K [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`),
    text(owner, tag, pieces) {
      const marks = inside.getStructParentTree().get(inside.page.structParentTreeKey)
      const id = marks.push(referenceTo(owner)) - 1
      drawn.push(`/${tag} <</MCID ${id}>> BDC\n${pieces.length === 1 && pieces[0] ? textCommands(pieces[0]) : pieces.map(textCommands).join('\n')}\nEMC`)
      return { page: inside.page.dictionary.id, id }
    },
    upright: (x, from, to) => void (rules += `${short(x)} ${up(from)} m ${short(x)} ${up(to)} l `),
    artifact: (kind, commands) => void drawn.push(`/Artifact <</Type /${kind}>> BDC\nq\n${commands}\nQ\nEMC`),
    textCommands,
    line: (y) => void (rules += `${edges[0]}${up(y)}${edges[1]}${up(y)} l `),
    nextPage() {
      flushPage()
      pdf.addPage()
    },
    close(kids) {
      flushPage()
      flushObjects()
      element.dictionary.data['K'] = kids.map(referenceTo)
      element.dictionary.end()
      // It is in the file with all that is below it: pdfkit has nothing to do with it any more.
      element._ended = true
      element._flushed = true
    },
  }
}
