import { Refused } from './grid.ts'
import { limits } from './limits.ts'
import { readXml } from './xml-events.ts'
import { readEntry } from './zip.ts'

/** What the number format of a cell makes of its number (ECMA-376 part 1, 18.8.30). */
export type CellFormat = 'number' | 'date' | 'time' | 'moment' | { readonly zeros: number }
export type Workbook = { readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[]; readonly from1904: boolean }

export async function readWorkbook(file: string): Promise<Workbook> {
  const targets = new Map<string, string>()
  await part(file, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
  })
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let from1904 = false
  await part(file, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
    if (name !== 'sheet') return
    const target = targets.get(attributes['r:id'] ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (/worksheets\//.test(path)) sheets.push({ name: attributes['name'] ?? '', path, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
  })
  return { sheets, from1904 }
}

/** The shared texts, in their order. They must be held in memory: too many are refused. */
export async function readSharedStrings(file: string): Promise<string[]> {
  const texts: string[] = []
  let size = 0
  let text = ''
  let inText = false
  let phonetic = 0
  await readEntry(file, 'xl/sharedStrings.xml', (content) =>
    readXml(content, {
      open(name) {
        if (name === 'si') text = ''
        if (name === 'rPh') phonetic++
        inText = name === 't' && phonetic === 0
      },
      text(piece) {
        if (inText) text += piece
      },
      close(name) {
        inText = false
        if (name === 'rPh') phonetic--
        if (name !== 'si') return
        texts.push(text)
        size += text.length
        if (size > limits.sharedStrings) throw new Refused('xlsx', { code: 'sheet-too-large', severity: 'note' })
      },
    }),
  )
  return texts
}

/** The format of each cell style, by the style's number. */
export async function readFormats(file: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  await readEntry(file, 'xl/styles.xml', (content) =>
    readXml(content, {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) formats.push(formatOf(Number(attributes['numFmtId'] ?? 0), codes))
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    }),
  )
  return formats
}

// Numbers 14 to 22 and 45 to 47 are dates and times in every Excel; 27 to 36 and 50 to 58 in those of eastern Asia.
function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id)
  if (code === undefined) {
    if (id === 22) return 'moment'
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return 'date'
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number'
  }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length }
  const day = /[yd]|j{2}|t{2}|(?<![hs:])m{3}/.test(bare)
  const clock = /[hs]/.test(bare)
  return day && clock ? 'moment' : day ? 'date' : clock ? 'time' : 'number'
}

async function part(file: string, name: string, open: (name: string, attributes: Readonly<Record<string, string>>) => void): Promise<void> {
  await readEntry(file, name, (content) => readXml(content, { open, close: () => undefined }))
}

const day = 86_400_000
/** A serial number of Excel as ISO text. 1900 has a 29 February there, so days before March 1900 are one off. */
export function serialText(serial: number, format: 'date' | 'time' | 'moment', from1904: boolean): string {
  const days = from1904 ? serial + 1_462 : serial
  const moment = new Date(Math.round((days - (days < 60 ? 25_568 : 25_569)) * 86_400) * 1_000)
  if (Number.isNaN(moment.getTime()) || days < 0 || days > 2_958_466) return String(serial)
  const text = moment.toISOString()
  if (format === 'time' && serial < 1) return text.slice(11, 19)
  return moment.getTime() % day === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** `C12` as column 2 (from 0) and row 12. */
export function placeOf(reference: string): { column: number; row: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}
