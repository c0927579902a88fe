/**
 * Looks at the bytes before the parser does: sizes of literals, depth, document type declarations. Parsers buffer until a
 * token is complete, so a file of one endless literal would otherwise fill the memory long before the parser could refuse.
 */
import { refuse, RefusalError } from '../dcat/refusals.ts'
import type { RefusalCode } from '../dcat/refusals.ts'
import type { Limits } from './limits.ts'
import type { RdfFormat } from './sniff.ts'
import { advance, positionAt } from './text-stream.ts'
import type { Cursor } from './text-stream.ts'
import { xmlScanner } from './guard-xml.ts'

/**
 * Walks one chunk; calls `stop` at the offset where a limit is passed. Keeps its state for the next chunk. With `last` the
 * file has ended: what is still open then was cut off, which not every parser notices.
 */
export type Scanner = (chunk: Buffer, stop: Stop, last: boolean) => void
export type Stop = (code: RefusalCode, offset: number, detail?: string) => never

/** Passes chunks on after they were looked at. Throws `RefusalError` with the position. */
export async function* guarded(source: AsyncIterable<Buffer>, format: RdfFormat, limits: Limits): AsyncGenerator<Buffer> {
  const cursor: Cursor = { bytes: 0, lines: 0, lineStart: 0 }
  const scan = format === 'rdf-xml' ? xmlScanner(limits) : format === 'json-ld' ? jsonScanner(limits) : turtleScanner(limits)
  const stopIn = (chunk: Buffer): Stop => (code, offset, detail) => {
    const at = positionAt(cursor, chunk, Math.max(0, offset))
    throw new RefusalError(refuse(code, detail === undefined ? { at } : { at, detail }))
  }
  for await (const chunk of source) {
    scan(chunk, stopIn(chunk), false)
    advance(cursor, chunk)
    yield chunk
  }
  scan(nothing, stopIn(nothing), true)
}

const nothing = Buffer.alloc(0)

const QUOTE = 0x22, APOSTROPHE = 0x27, BACKSLASH = 0x5c, NEWLINE = 0x0a, HASH = 0x23

/** Strings, runs and nesting of JSON. */
export function jsonScanner(limits: Limits): Scanner {
  let depth = 0, inString = false, escaped = false, run = 0
  return (chunk, stop, last) => {
    if (last && (depth > 0 || inString)) stop('open-data.harvest.syntax', 0, 'the file ends too early')
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (++run > limits.literalBytes) stop('open-data.harvest.literal-too-long', i)
      if (escaped) { escaped = false; continue }
      if (inString) {
        if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) { inString = false; run = 0 }
        continue
      }
      if (byte === QUOTE) { inString = true; run = 0 }
      else if (byte === 0x7b || byte === 0x5b) { run = 0; if (++depth > limits.nesting) stop('open-data.harvest.nested-too-deep', i) }
      else if (byte === 0x7d || byte === 0x5d) { run = 0; depth-- }
      else if (byte === 0x2c || byte === 0x3a) run = 0
    }
  }
}

type TurtleState = 'plain' | 'iri' | 'comment' | 'short' | 'long'

/** Literals, IRIs, comments and nesting of Turtle, N-Triples and N-Quads. */
export function turtleScanner(limits: Limits): Scanner {
  let state: TurtleState = 'plain', quote = 0, quotes = 0, escaped = false, run = 0, depth = 0, opening = false
  return (chunk, stop) => {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (++run > limits.literalBytes) stop('open-data.harvest.literal-too-long', i)
      if (opening) {                                                     // after the first quote: short, long or empty?
        if (byte === quote) { if (++quotes === 3) { opening = false; state = 'long'; quotes = 0 } continue }
        opening = false
        state = quotes === 2 ? 'plain' : 'short'
        quotes = 0
      }
      if (escaped) { escaped = false; continue }
      if (state === 'comment') { if (byte === NEWLINE) { state = 'plain'; run = 0 } continue }
      if (state === 'iri') { if (byte === 0x3e || byte <= 0x20) { state = 'plain'; run = 0 } continue }
      if (state === 'short') {
        if (byte === BACKSLASH) escaped = true
        else if (byte === quote || byte === NEWLINE) { state = 'plain'; run = 0 }
        continue
      }
      if (state === 'long') {
        if (byte === BACKSLASH) { escaped = true; quotes = 0 }
        else if (byte !== quote) quotes = 0
        else if (++quotes === 3) { state = 'plain'; quotes = 0; run = 0 }
        continue
      }
      if (byte === QUOTE || byte === APOSTROPHE) { opening = true; quote = byte; quotes = 1; run = 0 }
      else if (byte === HASH) { state = 'comment'; run = 0 }
      else if (byte === 0x3c) { state = 'iri'; run = 0 }
      else if (byte === BACKSLASH) escaped = true                        // escapes in local names: ex:a\#b
      else if (byte === 0x5b || byte === 0x28 || byte === 0x7b) { run = 0; if (++depth > limits.nesting) stop('open-data.harvest.nested-too-deep', i) }
      else if (byte === 0x5d || byte === 0x29 || byte === 0x7d) { run = 0; depth-- }
      else if (byte <= 0x20) run = 0
    }
  }
}
