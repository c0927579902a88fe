import type { Limits } from './limits.ts'
import type { Scanner, Stop } from './guard.ts'

type State = 'text' | 'open' | 'tag' | 'comment' | 'cdata' | 'instruction' | 'doctype'

const literalType = /parseType\s*=\s*["']Literal/

/**
 * Text runs, tags and nesting of XML. A document type with a subset or an external identifier is refused whole: entity
 * expansion ("billion laughs") and external entities have no use in a catalogue. XML literals count as one literal.
 */
export function xmlScanner(limits: Limits): Scanner {
  let state: State = 'text'
  let opened = ''          // the characters after '<', until the kind of markup is known
  let quote = 0            // inside an attribute value
  let run = 0              // bytes in the present text, tag or comment
  let before = 0, beforeThat = 0
  let depth = 0
  let carry = ''           // the part of a tag that came with earlier chunks
  let literalDepth = 0     // depth of the element with parseType="Literal"; 0 = none
  let literalRun = 0

  function endTag(tag: string, offset: number, stop: Stop) {
    if (tag.startsWith('/')) {
      if (depth === literalDepth) literalDepth = 0
      depth--
      return
    }
    if (tag.endsWith('/')) return
    if (++depth > limits.nesting) stop('open-data.harvest.nested-too-deep', offset)
    if (literalDepth === 0 && literalType.test(tag)) { literalDepth = depth; literalRun = 0 }
  }

  return (chunk, stop, last) => {
    if (last && (depth > 0 || state !== 'text')) stop('open-data.harvest.syntax', 0, 'the file ends too early')
    let tagStart = 0
    for (let i = 0; i < chunk.length; i++) {
      if (state === 'text') {
        const next = chunk.indexOf(0x3c, i)
        const end = next === -1 ? chunk.length : next
        run += end - i
        if (literalDepth > 0) literalRun += end - i
        if (run > limits.literalBytes || literalRun > limits.literalBytes) stop('open-data.harvest.literal-too-long', i)
        i = end
        if (next !== -1) { state = 'open'; opened = ''; run = 0; tagStart = i + 1; carry = '' }
        continue
      }
      const byte = chunk[i] ?? 0
      if (++run > limits.literalBytes) stop('open-data.harvest.literal-too-long', i)
      if (literalDepth > 0 && ++literalRun > limits.literalBytes) stop('open-data.harvest.literal-too-long', i)
      if (state === 'open') {
        opened += String.fromCharCode(byte)
        const kind = kindOf(opened)
        if (kind) { state = kind; quote = 0; before = 0; beforeThat = 0 }
        if (kind !== 'tag') continue
        if (byte !== 0x3e && byte !== 0x22 && byte !== 0x27) continue     // else the tag branch below looks at it
      }
      if (state === 'tag') {
        if (quote) { if (byte === quote) quote = 0; continue }
        if (byte === 0x22 || byte === 0x27) { quote = byte; continue }
        if (byte !== 0x3e) continue
        endTag(carry + chunk.toString('latin1', tagStart, i), i, stop)
        state = 'text'; run = 0
        continue
      }
      if (state === 'doctype') {
        opened += String.fromCharCode(byte)
        if (byte === 0x5b || /\s(?:SYSTEM|PUBLIC)$/i.test(opened)) stop('open-data.harvest.doctype-forbidden', i, opened)
        if (byte === 0x3e) { state = 'text'; run = 0 }
        continue
      }
      const ended = byte === 0x3e && (state === 'instruction' ? before === 0x3f
        : state === 'comment' ? before === 0x2d && beforeThat === 0x2d : before === 0x5d && beforeThat === 0x5d)
      if (ended) { state = 'text'; run = 0 }
      beforeThat = before
      before = byte
    }
    if (state === 'tag' || state === 'open') { carry += chunk.toString('latin1', tagStart); }
  }
}

/** What follows '<', as soon as it is certain. */
function kindOf(opened: string): State | undefined {
  if (!opened.startsWith('!')) return opened.startsWith('?') ? 'instruction' : 'tag'
  if (opened === '!--') return 'comment'
  if (opened === '![CDATA[') return 'cdata'
  if (/^!doctype$/i.test(opened)) return 'doctype'
  return opened.length > 8 ? 'tag' : undefined
}
