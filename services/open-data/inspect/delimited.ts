import { isUtf8 } from 'node:buffer'
import { detectDelimiter } from '../preview/csv-shape.ts'
import { headersOf, layoutOf, type Layout, type Merge, type SampleRow } from './header-rules.ts'
import { headOf } from './kind.ts'
import { newCells, readRecord, textOf } from './records.ts'
import type { Choices } from './schema.ts'
import { encodingOf, utf8Of, type TextEncoding } from './text-bytes.ts'

/** How a delimited text is to be read. */
export type Dialect = { readonly encoding: TextEncoding; readonly oldLines: boolean; readonly delimiter: string; readonly layout: Layout; readonly headers: readonly string[]; readonly sample: readonly SampleRow[] }

export type DialectHints = { readonly delimiter?: string; readonly headerLine?: number; readonly merges?: readonly Merge[] }

const sampleSize = 1024 * 1024
const sampleRows = 500
const delimiters = new Set([';', ',', '\t', '|'])
const encodings: Readonly<Record<string, TextEncoding>> = { 'utf-8': 'utf-8', 'windows-1252': 'windows-1252', 'iso-8859-15': 'iso-8859-15', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', macintosh: 'macintosh', 'utf-8-twice': 'utf-8-twice' }

/** Finds out how a text is built, from its beginning; what a person has chosen goes first. */
export async function dialectOf(file: string, choices: Choices, hints: DialectHints = {}): Promise<Dialect> {
  const found = encodingOf(await headOf(file, 65_536)).encoding
  // Unless a person says otherwise, each line is UTF-8 when it can be and Windows-1252 when not: files mix them.
  const encoding = encodings[choices.encoding ?? ''] ?? (found === 'windows-1252' ? 'utf-8' : found)
  const head = await sampleOf(file, encoding)
  const oldLines = !head.includes(0x0a) && head.includes(0x0d)
  if (oldLines) for (let at = head.indexOf(0x0d); at >= 0; at = head.indexOf(0x0d, at + 1)) head[at] = 0x0a
  const announced = /^sep=(.)\r?\n/i.exec(head.toString('latin1', 0, 10))?.[1]
  const delimiter = hints.delimiter ?? (choices.delimiter && delimiters.has(choices.delimiter) ? choices.delimiter : (announced ?? detectDelimiter(head.toString('utf8', 0, 200_000))))
  const sample = rowsOf(head, delimiter, announced ? 2 : 1)
  const layout = layoutOf(sample, hints.merges, choices.headerLine ?? hints.headerLine)
  return { encoding, oldLines, delimiter, layout, sample, headers: headersOf(sample, layout, hints.merges) }
}

async function sampleOf(file: string, encoding: TextEncoding): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of utf8Of(file, encoding, false)) {
    parts.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= sampleSize) break
  }
  const sample = Buffer.concat(parts).subarray(0, sampleSize)
  return encoding !== 'utf-8' || isUtf8(sample.subarray(0, sample.lastIndexOf(0x0a) + 1 || sample.length)) ? sample : mendedLines(sample)
}

function mendedLines(sample: Buffer): Buffer {
  const windows = new TextDecoder('windows-1252')
  const lines: Buffer[] = []
  for (let at = 0; at < sample.length; ) {
    const end = sample.indexOf(0x0a, at) < 0 ? sample.length : sample.indexOf(0x0a, at) + 1
    const line = sample.subarray(at, end)
    lines.push(isUtf8(line) ? line : Buffer.from(windows.decode(line)))
    at = end
  }
  return Buffer.concat(lines)
}

function rowsOf(head: Buffer, delimiter: string, from: number): SampleRow[] {
  const rows: SampleRow[] = []
  const cells = newCells()
  const whole = head.length < sampleSize || head.indexOf(0x0a) < 0
  let line = 1
  for (let at = 0; at < head.length && rows.length < sampleRows; ) {
    const next = readRecord(head, at, delimiter.charCodeAt(0), whole, cells)
    if (next < 0) {
      const after = head.indexOf(0x0a, at)
      if (after < 0) break
      at = after + 1
      line++
      continue
    }
    if (line >= from) rows.push({ line, cells: Array.from({ length: cells.count }, (_, index) => textOf(head, cells, index)) })
    line += 1 + cells.breaks
    at = next
  }
  return rows
}
