import { isUtf8 } from 'node:buffer'
import { refuse, RefusalError } from '../dcat/refusals.ts'
import type { Position } from '../dcat/refusals.ts'

/** Bytes as they arrive; a Node readable is one. */
export type ByteSource = AsyncIterable<Uint8Array | string>

/** Counts what went by, so that a refusal can say where. */
export type Cursor = { bytes: number; lines: number; lineStart: number }

/** The position of `offset` in the chunk that begins at the cursor. */
export function positionAt(cursor: Cursor, chunk: Buffer, offset: number): Position {
  let line = cursor.lines + 1
  let lineStart = cursor.lineStart
  for (let at = chunk.indexOf(10); at !== -1 && at < offset; at = chunk.indexOf(10, at + 1)) {
    line++
    lineStart = cursor.bytes + at + 1
  }
  return { line, column: cursor.bytes + offset - lineStart + 1, byte: cursor.bytes + offset }
}

/** Moves the cursor behind the chunk. */
export function advance(cursor: Cursor, chunk: Buffer): void {
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) {
    cursor.lines++
    cursor.lineStart = cursor.bytes + at + 1
  }
  cursor.bytes += chunk.length
}

/** Reads at least `size` bytes (or all there are) so that they can be looked at, and gives back a source that still has them. */
export async function peek(source: ByteSource, size: number): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let length = 0
  while (length < size) {
    const step = await iterator.next()
    if (step.done) break
    const chunk = asBuffer(step.value)
    parts.push(chunk)
    length += chunk.length
  }
  async function* all() {
    try {
      yield* parts
      for (;;) {
        const step = await iterator.next()
        if (step.done) return
        yield asBuffer(step.value)
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: Buffer.concat(parts), all: all() }
}

const asBuffer = (chunk: Uint8Array | string) =>
  typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)

/**
 * Stops at the byte limit and at the first invalid UTF-8 sequence, and hands on whole characters only, so that a parser
 * never sees half of one. Throws `RefusalError`. A byte order mark is dropped.
 */
export async function* wholeCharacters(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  const cursor: Cursor = { bytes: 0, lines: 0, lineStart: 0 }
  let rest: Buffer = Buffer.alloc(0)
  let first = true
  for await (const piece of source) {
    let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    if (first && chunk.length >= 3) {
      first = false
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3)
    }
    const end = chunk.length - unfinished(chunk)
    rest = Buffer.from(chunk.subarray(end))
    const whole = chunk.subarray(0, end)
    if (cursor.bytes + whole.length > limit) throw new RefusalError(refuse('open-data.harvest.too-large', { detail: `> ${limit} bytes` }))
    if (!isUtf8(whole)) throw new RefusalError(refuse('open-data.harvest.invalid-utf8', { at: positionAt(cursor, whole, firstInvalid(whole)) }))
    advance(cursor, whole)
    if (whole.length > 0) yield whole
  }
  if (rest.length === 0) return
  if (isUtf8(rest)) return yield rest
  throw new RefusalError(refuse('open-data.harvest.invalid-utf8', { at: positionAt(cursor, rest, 0) }))
}

/** Bytes at the end that begin a character whose other bytes have not come yet (0 to 3). */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

function firstInvalid(chunk: Buffer): number {
  let low = 0
  let high = chunk.length
  while (low + 4 < high) {
    const middle = (low + high) >> 1
    const cut = middle - unfinished(chunk.subarray(0, middle))
    if (cut > low && isUtf8(chunk.subarray(low, cut))) low = cut
    else if (cut <= low) break
    else high = middle
  }
  for (let at = low; at < chunk.length; ) {
    const size = [1, 2, 3, 4].find((length) => at + length <= chunk.length && isUtf8(chunk.subarray(at, at + length)))
    if (!size) return at
    at += size
  }
  return low
}

const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/

/** Turns the encodings XML files of older portals declare into UTF-8; anything else is refused by name. */
export function toUtf8(head: Buffer, all: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const encoding = encodingOf(head)
  if (encoding === 'utf-8') return all
  return transcode(all, encoding)
}

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'windows-1252' | 'iso-8859-15' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  const declared = declaration.exec(head.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, '').trimStart())?.[1]?.toLowerCase() ?? 'utf-8'
  if (declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii' || declared === 'ascii') return 'utf-8'
  if (declared === 'iso-8859-1' || declared === 'latin1' || declared === 'windows-1252') return 'windows-1252'
  if (declared === 'iso-8859-15') return 'iso-8859-15'
  throw new RefusalError(refuse('open-data.harvest.encoding-unknown', { detail: declared }))
}

async function* transcode(all: AsyncGenerator<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of all) yield Buffer.from(decoder.decode(chunk, { stream: true }))
}
