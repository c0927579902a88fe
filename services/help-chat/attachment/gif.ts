import { joined, latin } from './bytes.ts'
import { findings } from './findings.ts'
import { mostParts, type Outcome } from './schema.ts'
import { readXmp } from './xmp.ts'

/** GIF89a: comments and applications' blocks go, but for the two that say how often an animation repeats. */
export function cleanGif(bytes: Uint8Array): Outcome {
  const found = findings()
  const start = 13 + tableSize(bytes[10] ?? 0)
  const parts = [bytes.subarray(0, start)]
  let pictures = 0
  let at = start
  for (let n = 0; n < mostParts && at < bytes.length; n++) {
    const kind = bytes[at]
    if (kind === 0x3b) {
      if (at + 1 < bytes.length) found.add('other')
      return pictures > 0 ? { bytes: joined([...parts, bytes.subarray(at, at + 1)]), removed: found.list } : { why: 'damaged' }
    }
    const label = bytes[at + 1] ?? 0
    const data = kind === 0x2c ? at + 10 + tableSize(bytes[at + 9] ?? 0) + 1 : at + 2
    const end = kind === 0x2c || kind === 0x21 ? endOfBlocks(bytes, data) : -1
    if (end < 0) return { why: 'damaged' }
    const application = label === 0xff ? latin(bytes, at + 3, at + 14) : ''
    if (kind === 0x2c || label === 0xf9 || application === 'NETSCAPE2.0' || application === 'ANIMEXTS1.0') parts.push(bytes.subarray(at, end))
    else if (label === 0xfe) found.add('comment', latin(bytes, at + 3, Math.min(end - 1, at + 203)))
    else if (application === 'XMP DataXMP') found.addAll(readXmp(bytes.subarray(at + 14, end)))
    else found.add('other', application)
    if (kind === 0x2c) pictures++
    at = end
  }
  return { why: 'damaged' }
}

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const size = bytes[at] ?? 0
    at += 1 + size
    if (size === 0) return at
  }
  return -1
}
