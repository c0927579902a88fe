import { isAscii, isUtf8 } from 'node:buffer'
import type { Layout } from './header-rules.ts'
import { incomplete, longestRecord, newCells, nextLine, readRecord, textOf, unclosed, type Cells } from './records.ts'
import type { Rejects } from './rejects.ts'
import { openRows } from './row-writer.ts'
import { newTally, observe, type Tally } from './tally.ts'

export type ScanOptions = {
  /** UTF-8 without mark, see `utf8Of`. */
  readonly bytes: AsyncIterable<Buffer>
  readonly delimiter: string
  readonly layout: Layout
  readonly headers: readonly string[]
  /** Rows of fewer cells are filled up (spreadsheets) instead of set apart (texts, where a line break may have cut them). */
  readonly pad: boolean
  /** Sums below the table are set apart. */
  readonly tidy: boolean
  /** Where the regular rows go. */
  readonly file: string
  readonly rejects: Rejects
  /** Called now and then with the bytes read so far. */
  readonly tell: (bytes: number, rows: number) => void
}

export type Scanned = {
  readonly tallies: readonly Tally[]
  readonly rows: number
  readonly emptyLines: number
  /** Lines in another encoding than the rest, the first of them, and whether some line was really UTF-8. */
  readonly foreign: { readonly count: number; readonly lines: readonly number[]; readonly mixed: boolean }
  /** Bytes that look like UTF-8 encoded twice (`Ã¤`). */
  readonly twice: number
  readonly sumLines: readonly number[]
}

/**
 * Reads all of a delimited text once: each record becomes a row, an empty line or is set apart with its reason, and every value is
 * looked at. Memory does not grow with the file.
 */
export async function scan(options: ScanOptions): Promise<Scanned> {
  const { layout, rejects } = options
  const state: State = { ...options, sign: options.delimiter.charCodeAt(0), cells: newCells(), tallies: options.headers.map(newTally), writer: openRows(options.file, options.delimiter.charCodeAt(0)), rows: 0, emptyLines: 0, foreign: 0, foreignLines: [], multi: false, sums: [], pending: [], anew: false, header: options.headers[0] ?? '' }
  let line = 1
  let read = 0
  let twice = 0
  // One buffer for all chunks: what is left of the last one moves to its front.
  let buffer = Buffer.allocUnsafe(2 * 1024 * 1024)
  let left = 0
  const work = (data: Buffer, last: boolean): number => {
    const dirty = prepare(state, data, last)
    let at = 0
    while (at < data.length) {
      const next = readRecord(data, at, state.sign, last, state.cells)
      if (next === incomplete && data.length - at <= longestRecord) break
      if (next < 0) {
        const after = nextLine(data, at)
        const end = after === incomplete ? data.length : after
        if (line >= layout.firstRow) rejects.add(line, next === unclosed ? 'quote-open' : 'too-long', data.toString('utf8', at, Math.min(end, at + 20_000)).trimEnd())
        at = end
        line++
        continue
      }
      if (line >= layout.firstRow) take(state, data, at, next, line, dirty)
      else if (dirty) noteEncoding(state, data.subarray(at, next), line)
      line += 1 + state.cells.breaks
      at = next
    }
    return at
  }
  for await (const chunk of options.bytes) {
    read += chunk.length
    twice += countTwice(chunk)
    if (left + chunk.length > buffer.length) buffer = Buffer.concat([buffer.subarray(0, left)], (left + chunk.length) * 2)
    chunk.copy(buffer, left)
    const filled = left + chunk.length
    const done = work(buffer.subarray(0, filled), false)
    buffer.copyWithin(0, done, filled)
    left = filled - done
    options.tell(read, state.rows)
  }
  work(buffer.subarray(0, left), true)
  settlePending(state)
  state.writer.close()
  return { tallies: state.tallies, rows: state.rows, emptyLines: state.emptyLines, foreign: { count: state.foreign, lines: state.foreignLines, mixed: state.foreign > 0 && state.multi }, twice, sumLines: state.sums.map(({ line }) => line) }
}

type Held = { line: number; bytes: Buffer }
type State = ScanOptions & {
  sign: number
  cells: Cells
  tallies: Tally[]
  writer: ReturnType<typeof openRows>
  rows: number
  emptyLines: number
  foreign: number
  foreignLines: number[]
  multi: boolean
  sums: Held[]
  /** Rows with few cells, held back: at the end of the file they are notes. */
  pending: Held[]
  anew: boolean
  header: string
}

const mostPending = 12

// Whether some of the bytes are no UTF-8; notes on the way whether records must be written anew because of lonely carriage returns.
function prepare(state: State, data: Buffer, last: boolean): boolean {
  state.anew = false
  for (let at = data.indexOf(0x0d); at >= 0; at = data.indexOf(0x0d, at + 1))
    if (data[at + 1] !== 0x0a && at + 1 < data.length) {
      state.anew = true
      break
    }
  const whole = last ? data : data.subarray(0, data.lastIndexOf(0x0a) + 1)
  if (isAscii(whole)) return false
  if (!isUtf8(whole)) return true
  state.multi = true
  return false
}

function take(state: State, data: Buffer, at: number, next: number, line: number, dirty: boolean): void {
  const record = dirty ? data.subarray(at, next) : undefined
  if (!record || !noteEncoding(state, record, line)) return judge(state, data, at, next, line)
  const mended = Buffer.from(windows.decode(record))
  readRecord(mended, 0, state.sign, true, state.cells)
  judge(state, mended, 0, mended.length, line)
}

const windows = new TextDecoder('windows-1252')

// Whether a line is no UTF-8: in German files it is Windows-1252 then.
function noteEncoding(state: State, record: Buffer, line: number): boolean {
  if (isUtf8(record)) {
    state.multi ||= !isAscii(record)
    return false
  }
  state.foreign++
  if (state.foreignLines.length < 20) state.foreignLines.push(line)
  return true
}

function judge(state: State, data: Buffer, at: number, next: number, line: number): void {
  const { cells, headers, rejects, layout } = state
  const width = headers.length
  const filled = countFilled(data, cells)
  if (filled === 0) return void state.emptyLines++
  if (cells.count > width && hasSurplus(data, cells, width)) return rejects.add(line, 'too-many-cells', data.toString('utf8', at, next).trimEnd(), `${cells.count} > ${width}`)
  if (cells.count < width && !state.pad) {
    if (filled <= 1 && width > 2) return hold(state, data, at, next, line)
    return rejects.add(line, 'too-few-cells', data.toString('utf8', at, next).trimEnd(), `${cells.count} < ${width}`)
  }
  if (layout.headerLines > 0 && isHeaderAgain(state, data)) return rejects.add(line, 'header-again', data.toString('utf8', at, next).trimEnd())
  if (width > 2 && filled <= Math.max(1, width / 4)) return hold(state, data, at, next, line)
  if (state.pending.length > 0) {
    releasePending(state)
    readRecord(data, at, state.sign, true, cells)
  }
  accept(state, data, at, line)
}

function accept(state: State, data: Buffer, at: number, line: number): void {
  const { cells, tallies } = state
  const width = tallies.length
  if (isSum(data, cells)) {
    if (state.sums.length < 20) state.sums.push({ line, bytes: Buffer.alloc(0) })
    if (state.tidy) return state.rejects.add(line, 'sum-row', data.toString('utf8', at, cells.end))
  }
  state.rows++
  state.writer.record(line, data, at, cells, width, cells.irregular || state.anew)
  for (let index = 0; index < width; index++) {
    const tally = tallies[index]
    if (tally) look(tally, data, index < cells.count ? (cells.from[index] ?? 0) : 0, index < cells.count ? (cells.to[index] ?? 0) : 0, line)
  }
}

/** One value: most are words, and a column of words needs no more than counting. */
function look(tally: Tally, data: Buffer, start: number, end: number, line: number): void {
  let [from, to] = [start, end]
  while (from < to && isBlank(data[from])) from++
  while (to > from && isBlank(data[to - 1])) to--
  if (from >= to) return void tally.counts.empty++
  const first = data[from] ?? 0
  const length = to - from
  const mayBeFormula = first === 0x3d || first === 0x40 || first === 0x2b || first === 0x2d
  const isWord = tally.settled || length > 40 || (length > 14 && (first < 0x2b || first > 0x39))
  if (!isWord || mayBeFormula || tally.examples.length < 5) return observe(tally, data.toString('utf8', from, Math.min(to, from + 500)), line)
  tally.filled++
  tally.counts.text++
  if (length > tally.longest) tally.longest = length
  if (!tally.settled && tally.counts.text > 1_000 && tally.counts.text > tally.filled * 0.005) tally.settled = true
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09

function countFilled(data: Buffer, cells: Cells): number {
  let filled = 0
  for (let index = 0; index < cells.count; index++) {
    let from = cells.from[index] ?? 0
    const to = cells.to[index] ?? 0
    while (from < to && isBlank(data[from])) from++
    if (from < to) filled++
  }
  return filled
}

function hasSurplus(data: Buffer, cells: Cells, width: number): boolean {
  for (let index = width; index < cells.count; index++) if (textOf(data, cells, index).trim() !== '') return true
  cells.count = width
  cells.end = cells.to[width - 1] ?? cells.end
  cells.irregular = true // the surplus delimiters are not written
  return cells.overflow
}

function isHeaderAgain({ headers, cells, header }: State, data: Buffer): boolean {
  if (header === '' || Math.abs((cells.to[0] ?? 0) - (cells.from[0] ?? 0) - header.length) > header.length) return false
  if (textOf(data, cells, 0).trim() !== header) return false
  return headers.every((text, index) => textOf(data, cells, index).replace(/\s+/g, ' ').trim() === text)
}

const sumWords = /^(?:summen?|gesamt(?:summe|ergebnis)?|insgesamt|zusammen|total|sum)\b:?$/i
function isSum(data: Buffer, cells: Cells): boolean {
  const from = cells.from[0] ?? 0
  const to = cells.to[0] ?? 0
  const first = data[from] ?? 0
  // s, S, g, G, i, I, z, Z, t, T, and short: no other cell is worth a look.
  if (to - from < 3 || to - from > 16 || !sumLetters.has(first)) return false
  return sumWords.test(data.toString('utf8', from, to).trim())
}
const sumLetters = new Set([...'sSgGiIzZtT'].map((letter) => letter.charCodeAt(0)))

function hold(state: State, data: Buffer, at: number, next: number, line: number): void {
  if (state.pending.length >= mostPending) releasePending(state)
  state.pending.push({ line, bytes: Buffer.from(data.subarray(at, next)) })
}

// Sparse rows in the midst of others are rows like them.
function releasePending(state: State): void {
  const held = state.pending
  state.pending = []
  for (const { line, bytes } of held) {
    readRecord(bytes, 0, state.sign, true, state.cells)
    if (state.cells.count < state.headers.length && !state.pad) state.rejects.add(line, 'too-few-cells', bytes.toString().trimEnd(), `${state.cells.count} < ${state.headers.length}`)
    else accept(state, bytes, 0, line)
  }
}

function settlePending(state: State): void {
  if (state.rows === 0) return releasePending(state)
  for (const { line, bytes } of state.pending) {
    readRecord(bytes, 0, state.sign, true, state.cells)
    state.rejects.add(line, isSum(bytes, state.cells) ? 'sum-row' : 'note-below', bytes.toString().trimEnd())
  }
}

// `Ã` followed by what the second byte of an umlaut becomes when UTF-8 is taken for Windows-1252 and encoded again.
const again = [Buffer.from('Ã¤'), Buffer.from('Ã¶'), Buffer.from('Ã¼'), Buffer.from('ÃŸ')]
function countTwice(chunk: Buffer): number {
  if (isAscii(chunk)) return 0
  let count = 0
  for (const pattern of again) for (let at = chunk.indexOf(pattern); at >= 0 && count < 10_000; at = chunk.indexOf(pattern, at + 1)) count++
  return count
}
