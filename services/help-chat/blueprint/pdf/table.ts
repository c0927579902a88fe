import { plainOf, type Block, type Line } from '../text.ts'
import type { Flow } from './blocks.ts'
import type { Place } from './run.ts'
import { a4, asArtifact, margin, type ElementOptions } from './sheet.ts'

const pad = 5
const foot = a4.height - margin.bottom

/** A table with heads that name their column and their row; a row is never torn apart unless it is higher than a page. */
export function drawTable(flow: Flow, { head, rows }: Extract<Block, { kind: 'table' }>, place: Place): void {
  const { pdf, size, colours } = flow.sheet
  const widths = widthsOf([head, ...rows], place.width)
  const look = { lineGap: 2, continued: false, underline: false, link: null }
  const whole = pdf.struct('Table')
  flow.into.add(whole)
  pdf.y += 2
  const heightOf = (cells: readonly Line[], font: 'regular' | 'strong'): number => {
    pdf.font(font).fontSize(size * 0.92)
    return Math.max(...cells.map((cell, at) => pdf.heightOfString(plainOf(cell) || ' ', { width: (widths[at] ?? 0) - 2 * pad, lineGap: 2 }))) + 2 * pad
  }
  // For eyes only: a reader of the structure has heard the heads already.
  const repeatHead = (): void => {
    const height = heightOf(head, 'strong')
    const top = pdf.y
    pdf.rect(place.x, top, place.width, height).fill(colours.tint)
    let x = place.x
    head.forEach((cell, at) => {
      pdf.font('strong').fontSize(size * 0.92).fillColor(colours.text).text(plainOf(cell), x + pad, top + pad, { ...look, width: (widths[at] ?? 0) - 2 * pad })
      x += widths[at] ?? 0
    })
    pdf.y = top + height
  }
  const row = (cells: readonly Line[], isHead: boolean): void => {
    const height = heightOf(cells, 'strong') // the head of a row is set in the wider font
    if (pdf.y + Math.min(height, 200) > foot) {
      pdf.addPage()
      if (!isHead) asArtifact(flow.sheet, () => repeatHead())
    }
    const top = pdf.y
    if (isHead) asArtifact(flow.sheet, () => pdf.rect(place.x, top, place.width, height).fill(colours.tint))
    const tr = pdf.struct('TR')
    whole.add(tr)
    let x = place.x
    cells.forEach((cell, at) => {
      const left = x
      const names = isHead || at === 0
      const draw = () =>
        pdf
          .font(names ? 'strong' : 'regular')
          .fontSize(size * 0.92)
          .fillColor(colours.text)
          .text(plainOf(cell), left + pad, top + pad, { ...look, width: (widths[at] ?? 0) - 2 * pad })
      tr.add(pdf.struct(names ? 'TH' : 'TD', scoped(names ? (isHead ? 'Column' : 'Row') : undefined), draw))
      x += widths[at] ?? 0
    })
    tr.end()
    pdf.y = top + height
    asArtifact(flow.sheet, () => pdf.moveTo(place.x, pdf.y).lineTo(place.x + place.width, pdf.y).lineWidth(0.7).strokeColor(colours.line).stroke())
  }
  row(head, true)
  for (const cells of rows) row(cells, false)
  whole.end()
  pdf.x = place.x
  pdf.y += 10
}

// The types of the package do not know `scope` yet; a reader needs it to say which head belongs to a cell.
const scoped = (scope: 'Column' | 'Row' | undefined): ElementOptions => (scope === undefined ? {} : ({ scope } as ElementOptions))

/** Widths in points: long columns get more, none less than an eighth. */
function widthsOf(rows: readonly (readonly Line[])[], width: number): number[] {
  const columns = rows[0]?.length ?? 1
  const weights = Array.from({ length: columns }, (_, at) => Math.sqrt(Math.max(8, ...rows.map((cells) => plainOf(cells[at] ?? []).length))))
  const least = width / 8
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const raw = weights.map((weight) => Math.max(least, (weight / sum) * width))
  const over = raw.reduce((all, one) => all + one, 0) - width
  const widest = raw.indexOf(Math.max(...raw))
  return raw.map((one, at) => (at === widest ? one - over : one))
}
