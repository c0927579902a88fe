import { isUtf8 } from 'node:buffer'
import { detect } from 'chardet'

/** The encodings German offices write, under the names TextDecoder knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15'

/** Recognises the encoding from the first bytes (64 KB are enough): byte order mark, then valid UTF-8, then statistics. */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (isUtf8(withoutCutCharacter(head))) return 'utf-8'
  const guess = detect(head)
  if (guess === 'UTF-16LE') return 'utf-16le'
  if (guess === 'UTF-16BE') return 'utf-16be'
  return guess === 'ISO-8859-15' ? 'iso-8859-15' : 'windows-1252'
}

/** The end of the sample may cut a character: up to three bytes are left out. */
function withoutCutCharacter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, head.length); back++) {
    const byte = head[head.length - back] ?? 0
    if ((byte & 0xc0) !== 0x80) return byte >= 0xc0 ? head.subarray(0, head.length - back) : head
  }
  return head
}

/** Text of a byte stream. */
export async function* decodeText(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
