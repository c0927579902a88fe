import type { Paper } from './paper.ts'
import { asArtifact, keep } from './sheet.ts'
import { plain } from './text.ts'

/** Lines to write on by hand. */
export function lines(paper: Paper, count: number): void {
  const { pdf, colours, x, width } = paper
  for (let at = 0; at < count; at++) {
    keep(paper, 24)
    pdf.y += 24
    asArtifact(paper, () => pdf.moveTo(x, pdf.y).lineTo(x + width, pdf.y).lineWidth(0.7).strokeColor(colours.line).stroke())
  }
  pdf.y += 10
}

/** An empty frame with its label, to draw in or for a stamp. */
export function box(paper: Paper, label: string, height: number): void {
  const { pdf, root, colours, x, width, margin, foot } = paper
  const tall = Math.min(height, foot - margin.top)
  keep(paper, tall + 6)
  const top = pdf.y
  asArtifact(paper, () => pdf.rect(x, top, width, tall).lineWidth(0.8).strokeColor(colours.line).stroke())
  root.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(8.5).fillColor(colours.muted).text(label, x + 6, top + 5, { ...plain, width: width - 12 })))
  pdf.y = top + tall + 10
}

/** Lines to sign on, side by side, two in a row, or three when there are three; below each what belongs there ("Ort, Datum", "Unterschrift der Projektleitung"). */
export function signatureLines(paper: Paper, labels: readonly string[]): void {
  const { pdf, root, colours, x, width } = paper
  const inRow = labels.length === 3 ? 3 : 2
  const gap = 28
  const wide = (width - gap * (inRow - 1)) / inRow
  for (let at = 0; at < labels.length; at += inRow) {
    keep(paper, 74)
    const line = pdf.y + 44
    const pair = labels.slice(at, at + inRow)
    asArtifact(paper, () => {
      pair.forEach((_, side) => pdf.moveTo(x + side * (wide + gap), line).lineTo(x + side * (wide + gap) + wide, line))
      pdf.lineWidth(0.8).strokeColor(colours.muted).stroke()
    })
    let end = line
    pair.forEach((label, side) => {
      root.add(pdf.struct('P', {}, () => pdf.font('regular').fontSize(8.5).fillColor(colours.muted).text(label, x + side * (wide + gap), line + 4, { ...plain, width: wide })))
      end = Math.max(end, pdf.y)
    })
    pdf.y = end + 8
  }
  pdf.x = x
}
