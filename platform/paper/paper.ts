import { collect, numberPages, openSheet, type About, type Sheet, type SheetOptions } from './sheet.ts'

/** A sheet with its structure tree: what is written is added to `root` in the order of reading. */
export type Paper = Sheet & {
  readonly root: PDFKit.PDFStructureElement
  /** Bookmarks: headings of level 2, and below the last one those of level 3. */
  readonly outline: { last: PDFKit.PDFOutline | undefined }
}

/** Opens a document. Write with `heading`, `paragraph`, `table` and the others, then `finishPaper`. */
export function openPaper(about: About, options?: SheetOptions): Paper {
  const sheet = openSheet(about, options)
  const root = sheet.pdf.struct('Document')
  sheet.pdf.addStructure(root)
  return { ...sheet, root, outline: { last: undefined } }
}

/**
 * The file. `line` stands in the foot of every page, `numbered` says "Seite 3 von 12".
 * @throws RangeError above 32 MB
 */
export async function finishPaper(paper: Paper, line: string, numbered: (at: number, of: number) => string): Promise<Buffer> {
  paper.root.end()
  numberPages(paper, line, numbered)
  const file = collect(paper.pdf)
  paper.pdf.end()
  return await file
}
