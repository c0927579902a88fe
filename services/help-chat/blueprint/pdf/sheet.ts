import { collect as collectAll, openSheet as openAny, type About as AnyAbout, type Margin, type Sheet } from '@modellregion/paper'

export { a4, asArtifact, numberPages, type Sheet } from '@modellregion/paper'

export type About = Omit<AnyAbout, 'at'> & {
  /** Day of the version: a file made twice from the same text is the same file. */
  readonly date: string
  readonly size: number
}

/** Options of an element of the structure tree. */
export type ElementOptions = Parameters<PDFKit.PDFDocument['struct']>[1] & object

export const margin: Margin = { top: 68, bottom: 74, left: 68, right: 62 }

/** A tagged sheet of the blueprint. The caller fills and ends it. */
export const openSheet = ({ date, size, ...about }: About): Sheet => openAny({ ...about, at: new Date(`${date}T12:00:00Z`) }, { size, margin })

/** The whole file, at most 8 MB. */
export const collect = (pdf: PDFKit.PDFDocument): Promise<Buffer> => collectAll(pdf, 8 * 1024 * 1024)
