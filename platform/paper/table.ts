import { at, colourOf, openDirect, up, type Direct, type Mark, type Text } from './direct.ts'
import { linesOf, openFace, type Face } from './face.ts'
import type { Paper } from './paper.ts'
import { keep } from './sheet.ts'

export type Table = {
  /** Says what the table is about; stands above it. */
  readonly caption?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** By column; what is not said is `left`. Amounts are `right`. */
  readonly align?: readonly ('left' | 'right')[]
  /** Sums, set apart at the end. */
  readonly foot?: readonly (readonly string[])[]
  /** How wide columns are compared with each other. Otherwise they are measured. */
  readonly widths?: readonly number[]
  /** The first column says what its row is about: strong, and read out with each cell. Default true; false for lists whose rows have no name. */
  readonly rowHead?: boolean
  /** Lines between the columns and higher rows: to be filled in by hand. */
  readonly grid?: boolean
  /** Size of the text; by default a little below that of the paper. */
  readonly size?: number
}

const padX = 5

/**
 * A table with heads that name their column and their row. On each further page the heads are drawn again, for eyes only. A row is not torn
 * unless it is higher than a page, and a table of a few rows stands on one page. 10,000 rows take about a second.
 * @throws RangeError when a row has not as many cells as the head
 */
export function table(paper: Paper, table: Table): void {
  const { pdf } = paper
  const { caption, head, rows, foot = [], rowHead = true, grid = false, size = paper.size * 0.9 } = table
  for (const cells of [...rows, ...foot]) if (cells.length !== head.length) throw new RangeError(`${cells.length} cells under ${head.length} heads`)
  const regular = openFace(pdf, 'regular')
  const strong = openFace(pdf, 'strong')
  const widths = widthsOf(paper, table, regular, strong, size)
  const lefts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, paper.x))
  const set: Set = { paper, regular, strong, size, align: head.map((_, index) => table.align?.[index] ?? 'left'), widths, lefts, rowHead, lineHeight: size * 1.2, padY: size * (grid ? 0.6 : 0.36), grid }
  const headLines = cellLines(set, head, 'head')
  const headHeight = heightOf(set, headLines)
  const captionLines = caption === undefined ? [] : linesOf(strong, caption, size, paper.width)
  keep(paper, captionLines.length * size * 1.3 + headHeight + together(set, [...rows, ...foot]))
  const direct = openDirect(paper, 'Table', [regular, strong])
  const kids: number[] = []
  pdf.y += 3
  if (captionLines.length > 0) {
    const id = direct.reserve()
    kids.push(id)
    direct.element(id, 'Caption', direct.id, [direct.text(id, 'Caption', captionLines.map((text, line) => ({ face: strong, size, x: paper.x, y: pdf.y + line * size * 1.3, text })))])
    pdf.y += captionLines.length * size * 1.3 + 3
  }
  ground(direct, set, headHeight, 'Layout')
  kids.push(drawRow(direct, set, headLines, 'head', () => undefined))
  const again = (): void => {
    direct.nextPage()
    ground(direct, set, headHeight, 'Pagination', headLines)
    pdf.y += headHeight
  }
  const draw = (cells: readonly string[], kind: 'row' | 'foot'): void => {
    const lines = cellLines(set, cells, kind)
    const height = heightOf(set, lines)
    if (pdf.y + height > paper.foot && pdf.y > paper.margin.top + headHeight + 1) again()
    kids.push(drawRow(direct, set, lines, kind, again))
  }
  for (const cells of rows) draw(cells, 'row')
  foot.forEach((cells, index) => {
    if (index === 0) direct.artifact('Layout', `${colourOf(paper.colours.text)} RG 1 w ${at(paper.x)} ${up(pdf.y)} m ${at(paper.x + paper.width)} ${up(pdf.y)} l S`)
    draw(cells, 'foot')
  })
  direct.close(kids)
  pdf.x = paper.x
  pdf.y += 10
}

type Set = { readonly paper: Paper; readonly regular: Face; readonly strong: Face; readonly size: number; readonly align: readonly ('left' | 'right')[]; readonly widths: readonly number[]; readonly lefts: readonly number[]; readonly rowHead: boolean; readonly lineHeight: number; readonly padY: number; readonly grid: boolean }
type Kind = 'head' | 'row' | 'foot'

/** How much of the rows stands with the head on one page: a small table as a whole, of a longer one the first row. */
function together(set: Set, rows: readonly (readonly string[])[]): number {
  const heights = rows.slice(0, 13).map((cells) => heightOf(set, cellLines(set, cells, 'row')))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  return rows.length <= 12 && whole <= 240 ? whole : Math.min(200, heights[0] ?? 0)
}

const faceOf = ({ regular, strong, rowHead }: Pick<Set, 'regular' | 'strong' | 'rowHead'>, kind: Kind, column: number): Face => (kind !== 'row' || (rowHead && column === 0) ? strong : regular)
const cellLines = (set: Set, cells: readonly string[], kind: Kind): string[][] => cells.map((cell, column) => linesOf(faceOf(set, kind, column), cell, set.size, (set.widths[column] ?? 0) - 2 * padX))
const heightOf = ({ lineHeight, padY }: Set, lines: readonly (readonly string[])[]): number => Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 2 * padY

/** The ground of the heads; on further pages with their words, because readers have heard them. */
function ground(direct: Direct, set: Set, height: number, type: 'Layout' | 'Pagination', lines?: readonly (readonly string[])[]): void {
  const { paper } = set
  const { y } = paper.pdf
  const words = lines ? set.widths.flatMap((_, column) => textsOf(set, 'head', column, lines[column] ?? [], y)).map(direct.textCommands) : []
  direct.artifact(type, [`${colourOf(paper.colours.tint)} rg ${at(paper.x)} ${up(y + height)} ${at(paper.width)} ${at(height)} re f ${colourOf(paper.colours.text)} rg`, ...words].join('\n'))
}

function textsOf(set: Set, kind: Kind, column: number, lines: readonly string[], top: number): Text[] {
  const { size, widths, align, lineHeight, padY, paper } = set
  const face = faceOf(set, kind, column)
  const left = set.lefts[column] ?? paper.x
  const right = left + (widths[column] ?? 0)
  return lines.flatMap((text, line) => (text === '' ? [] : [{ face, size, x: align[column] === 'right' ? right - padX - face.widthOf(text, size) : left + padX, y: top + padY + line * lineHeight, text }]))
}

/** One row, in several pieces when it is higher than what is left of the page. Returns its number in the tree. */
function drawRow(direct: Direct, set: Set, lines: readonly (readonly string[])[], kind: Kind, nextPage: () => void): number {
  const { paper, lineHeight, padY, rowHead, grid } = set
  const { pdf } = paper
  const count = Math.max(1, ...lines.map(({ length }) => length))
  const row = direct.reserve()
  const cells = lines.map(() => ({ id: direct.reserve(), marks: [] as Mark[] }))
  const tagOf = (column: number): 'TH' | 'TD' => (kind === 'head' || (rowHead && column === 0) ? 'TH' : 'TD')
  for (let from = 0; from < count; ) {
    const fit = Math.max(1, Math.floor((paper.foot - pdf.y - 2 * padY + 0.01) / lineHeight))
    const until = Math.min(count, from + fit)
    lines.forEach((all, column) => {
      const texts = textsOf(set, kind, column, all.slice(from, until), pdf.y)
      const cell = cells[column]
      if (cell && texts.length > 0) cell.marks.push(direct.text(cell.id, tagOf(column), texts))
    })
    const top = pdf.y
    pdf.y += (until - from) * lineHeight + 2 * padY
    if (grid) for (const x of [...set.lefts, paper.x + paper.width]) direct.upright(x, top, pdf.y)
    direct.line(pdf.y)
    from = until
    if (from < count) nextPage()
  }
  direct.parent(row, 'TR', direct.id, cells.map(({ id }) => id))
  cells.forEach(({ id, marks }, column) => {
    const scope = tagOf(column) === 'TD' ? '' : `/A <</O /Table/Scope /${kind === 'head' ? 'Column' : 'Row'}>>`
    direct.element(id, tagOf(column), row, marks, scope)
  })
  return row
}

/** Widths in points that fill the sheet: what a column needs when all fit, otherwise at least its longest word. */
function widthsOf(paper: Paper, { head, rows, foot = [], widths, rowHead = true }: Table, regular: Face, strong: Face, size: number): number[] {
  const whole = paper.width
  if (widths) {
    const sum = head.reduce((all, _, column) => all + (widths[column] ?? 1), 0)
    return head.map((_, column) => ((widths[column] ?? 1) / sum) * whole)
  }
  const measure = (column: number, parts: (text: string) => readonly string[]): number => {
    let widest = 0
    const look = (face: Face, text: string | undefined): void => {
      if (text !== undefined) for (const part of parts(text)) widest = Math.max(widest, face.widthOf(part, size))
    }
    look(strong, head[column])
    for (const cells of rows) look(rowHead && column === 0 ? strong : regular, cells[column])
    for (const cells of foot) look(strong, cells[column])
    return widest + 2 * padX + 0.5
  }
  const natural = head.map((_, column) => measure(column, (text) => (text.includes('\n') ? text.split('\n') : [text])))
  const needed = natural.reduce((sum, width) => sum + width, 0)
  if (needed <= whole) {
    // Room that is left goes to all columns alike in proportion, so that none stands alone at the edge.
    return natural.map((width) => (width / needed) * whole)
  }
  const longest = whole / Math.max(3, head.length)
  const least = head.map((_, column) => Math.min(longest, measure(column, (text) => text.split(/[ \t\n/-]+/u))))
  const left = whole - least.reduce((sum, width) => sum + width, 0)
  if (left <= 0) return least.map((width) => (width / (whole - left)) * whole)
  // What one column has more than the least is worth less the more it is: a long text gets several lines rather than the whole sheet.
  const wishes = natural.map((width, column) => Math.sqrt(Math.max(0, width - (least[column] ?? 0))))
  const wished = wishes.reduce((sum, wish) => sum + wish, 0)
  return least.map((width, column) => width + ((wishes[column] ?? 0) / wished) * left)
}
