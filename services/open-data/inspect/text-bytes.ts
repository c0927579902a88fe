import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'

/** Names that TextDecoder knows, and `utf-8-twice` for UTF-8 that was taken for Windows-1252 and encoded again. `utf-8` allows single lines in Windows-1252. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'utf-8-twice'

export const textEncodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'macintosh', 'utf-8-twice'] as const satisfies readonly TextEncoding[]

/** By its first bytes: the mark, zeros in every second place, valid UTF-8; otherwise the encoding of Windows in western Europe. */
export function encodingOf(head: Buffer): { encoding: TextEncoding; mark: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: true }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: true }
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(head.length, 2_000); at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const looked = Math.min(head.length, 2_000) / 2
  if ((zeros[1] ?? 0) > looked * 0.4 && (zeros[0] ?? 0) < looked * 0.1) return { encoding: 'utf-16le', mark: false }
  if ((zeros[0] ?? 0) > looked * 0.4 && (zeros[1] ?? 0) < looked * 0.1) return { encoding: 'utf-16be', mark: false }
  return { encoding: isUtf8(withoutCut(head)) ? 'utf-8' : 'windows-1252', mark: false }
}

// A character that the end of the sample cuts is left out.
function withoutCut(head: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, head.length); back++) {
    const byte = head[head.length - back] ?? 0
    if ((byte & 0xc0) !== 0x80) return byte >= 0xc0 ? head.subarray(0, head.length - back) : head
  }
  return head
}

const chunkSize = 1024 * 1024

/**
 * The bytes of a file as UTF-8 without mark. Each chunk holds until the next is asked for. Lines that end with a carriage return
 * alone (`oldLines`) get a line feed.
 */
export async function* utf8Of(file: string, encoding: TextEncoding, oldLines: boolean): AsyncGenerator<Buffer> {
  const twice = encoding === 'utf-8-twice'
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(twice ? 'utf-8' : encoding)
  const encode = (text: string): Buffer => (twice ? iconv.encode(text, 'windows-1252') : Buffer.from(text))
  let first = true
  for await (const chunk of chunksOf(file)) {
    let bytes = decoder ? encode(decoder.decode(chunk, { stream: true })) : chunk
    if (first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    if (bytes.length > 0) first = false
    // DuckDB and PostgreSQL know no zero inside a text.
    replaceByte(bytes, 0, 0x20)
    if (oldLines) replaceByte(bytes, 0x0d, 0x0a)
    yield bytes
  }
  const rest = decoder?.decode()
  if (rest) yield encode(rest)
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file)
  const buffer = Buffer.allocUnsafe(chunkSize)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkSize)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

function replaceByte(bytes: Buffer, from: number, to: number): void {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes[at] = to
}
