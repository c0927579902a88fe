import { bytesOf, joined, latin, le32, startsWith, u32le } from './bytes.ts'
import { orientationOnly, readExif } from './exif.ts'
import { findings } from './findings.ts'
import { mostParts, type Outcome } from './schema.ts'
import { readXmp } from './xmp.ts'

// RFC 9649: a RIFF file; VP8X says by flags whether Exif (0x08) and XMP (0x04) follow.
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Leaves out all chunks but those of the picture. */
export function cleanWebp(bytes: Uint8Array): Outcome {
  const found = findings()
  const parts: Uint8Array[] = []
  let orientation = 1
  const riffEnd = 8 + u32le(bytes, 4)
  if (riffEnd > bytes.length) return { why: 'damaged' }
  let at = 12
  for (let n = 0; at + 8 <= riffEnd; n++) {
    const type = latin(bytes, at, at + 4)
    const size = u32le(bytes, at + 4)
    const end = at + 8 + size
    if (end > bytes.length || n > mostParts) return { why: 'damaged' }
    const body = bytes.subarray(at + 8, end)
    if (kept.has(type)) parts.push(size % 2 === 1 ? joined([bytes.subarray(at, end), new Uint8Array(1)]) : bytes.slice(at, end))
    else if (type === 'EXIF') {
      const exif = readExif(startsWith(body, 'Exif\0') ? body.subarray(6) : body)
      orientation = exif.orientation
      found.addAll(exif.removed)
    } else if (type === 'XMP ') found.addAll(readXmp(body))
    else found.add('other', type)
    at = end + (size % 2)
  }
  if (!parts.some((part) => startsWith(part, 'VP8 ') || startsWith(part, 'VP8L') || startsWith(part, 'ANMF'))) return { why: 'damaged' }
  if (riffEnd < bytes.length) found.add('other')
  const extended = parts.find((part) => startsWith(part, 'VP8X'))
  const turned = extended !== undefined && orientation !== 1
  if (extended) extended[8] = ((extended[8] ?? 0) & ~0x0c) | (turned ? 0x08 : 0)
  if (turned) parts.push(riff('EXIF', orientationOnly(orientation)))
  const content = joined([bytesOf('WEBP'), ...parts])
  return { bytes: joined([bytesOf('RIFF'), Uint8Array.from(le32(content.length)), content]), removed: found.list }
}

const riff = (type: string, body: Uint8Array): Uint8Array => joined([bytesOf(type), Uint8Array.from(le32(body.length)), body, new Uint8Array(body.length % 2)])
