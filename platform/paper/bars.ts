import type { Paper } from './paper.ts'
import { asArtifact, keep } from './sheet.ts'
import { table } from './table.ts'
import { plain } from './text.ts'

/** `text` is the value as people read it, with its unit. */
export type Bar = { readonly label: string; readonly value: number; readonly text: string }

/** Horizontal bars as a picture for eyes, and the same numbers as a table for everybody. `finding` says what can be seen. */
export function bars(paper: Paper, { finding, head, rows }: { readonly finding: string; readonly head: readonly [string, string]; readonly rows: readonly Bar[] }): void {
  const { pdf, root, colours, size, x, width } = paper
  const most = Math.max(...rows.map(({ value }) => value), 0)
  if (rows.length > 0 && most > 0) {
    const line = size * 1.7
    keep(paper, Math.min(rows.length * line + size * 4, 400))
    root.add(pdf.struct('P', {}, () => pdf.font('strong').fontSize(size).fillColor(colours.text).text(finding, x, pdf.y, { ...plain, width, lineGap: 2 })))
    pdf.y += 4
    pdf.font('regular').fontSize(size * 0.9)
    const first = Math.min(width * 0.4, Math.max(...rows.map(({ label }) => pdf.widthOfString(label))) + 10)
    const last = Math.max(...rows.map(({ text }) => pdf.widthOfString(text))) + 8
    const room = width - first - last
    for (const { label, value, text } of rows) {
      keep(paper, line)
      const top = pdf.y
      asArtifact(paper, () => {
        pdf.font('regular').fontSize(size * 0.9).fillColor(colours.text)
        pdf.text(label, x, top + 2, { ...plain, width: first - 8, height: line - 2, ellipsis: true, lineBreak: true })
        const long = Math.max(value > 0 ? 1 : 0, (value / most) * room)
        pdf.rect(x + first, top + 2, long, line - 6).fill(colours.brand)
        pdf.fillColor(colours.text).text(text, x + first + long + 6, top + 2, { ...plain, lineBreak: false })
      })
      pdf.y = top + line
    }
    pdf.x = x
    pdf.y += 4
  }
  table(paper, { head, rows: rows.map(({ label, text }) => [label, text]), align: ['left', 'right'] })
}
