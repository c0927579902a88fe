import { be16, joined, startsWith, u16 } from './bytes.ts'
import { orientationOnly, readExif } from './exif.ts'
import { findings } from './findings.ts'
import { mostParts, type Outcome } from './schema.ts'
import { readIptc, readXmp } from './xmp.ts'

// ITU-T T.81 annex B: segments with marker and length, then coded data in which each FF is followed by 00 or a restart marker.

/**
 * Removes everything that is not the picture, without decoding it: what one sees stays bit for bit. Colour profile and Adobe's marker stay,
 * because colours depend on them; the orientation is written anew. Whatever follows the picture goes: second pictures and films carry
 * metadata of their own.
 */
export function cleanJpeg(bytes: Uint8Array): Outcome {
  const found = findings()
  const head: Uint8Array[] = []
  const rest: Uint8Array[] = []
  let orientation = 1
  let at = 2
  for (let n = 0; n < mostParts; n++) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    // A picture whose download broke off is shown by every browser; it gets the end that it lacks.
    const isCut = at === bytes.length && rest.at(-1)?.[1] === 0xda
    if (bytes[at] !== 0xff && !isCut) return { why: 'damaged' }
    const marker = isCut ? 0xd9 : (bytes[at + 1] ?? 0)
    if (marker === 0xd9) {
      if (at + 2 < bytes.length) found.add('other', trailerOf(bytes, at + 2))
      if (!rest.some((part) => part[1] === 0xda)) return { why: 'damaged' }
      const exif = orientation === 1 ? [] : [segment(0xe1, joined([Uint8Array.from([0x45, 0x78, 0x69, 0x66, 0, 0]), orientationOnly(orientation)]))]
      return { bytes: joined([bytes.subarray(0, 2), ...head, ...exif, ...rest, Uint8Array.from([0xff, 0xd9])]), removed: found.list }
    }
    const size = u16(bytes, at + 2)
    const end = at + 2 + size
    if (size < 2 || end > bytes.length) return { why: 'damaged' }
    const body = bytes.subarray(at + 4, end)
    if (marker === 0xda) {
      const until = endOfScan(bytes, end)
      rest.push(bytes.subarray(at, until))
      at = until
      continue
    }
    if (marker === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 14) {
      if (body.length > 14) found.add('thumbnail')
      head.push(segment(0xe0, joined([body.subarray(0, 12), new Uint8Array(2)])))
    } else if (marker === 0xe1 && startsWith(body, 'Exif\0')) {
      const exif = readExif(body.subarray(6))
      if (exif.orientation !== 1) orientation = exif.orientation
      found.addAll(exif.removed)
    } else if (marker === 0xe1 && startsWith(body, 'http://ns.adobe.com/')) found.addAll(readXmp(body))
    else if (marker === 0xed) found.addAll(readIptc(body))
    else if (marker === 0xfe) found.add('comment', new TextDecoder().decode(body.subarray(0, 200)))
    else if ((marker === 0xe2 && startsWith(body, 'ICC_PROFILE\0')) || (marker === 0xee && startsWith(body, 'Adobe') && body.length === 12)) rest.push(bytes.subarray(at, end))
    else if (marker >= 0xe0 && marker <= 0xef) found.add(marker === 0xe0 ? 'thumbnail' : 'other', marker === 0xe0 ? undefined : `APP${marker - 0xe0}`)
    else if (isPicture(marker)) rest.push(bytes.subarray(at, end))
    else found.add('other')
    at = end
  }
  return { why: 'damaged' }
}

const segment = (marker: number, body: Uint8Array): Uint8Array => joined([Uint8Array.from([0xff, marker, ...be16(body.length + 2)]), body])

// Frames, tables, restart intervals (C0 to CF, DB to DF). Everything else has no place in front of a scan.
const isPicture = (marker: number): boolean => (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xdf)

/** The next marker that ends the coded data, or the end of the file. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const trailerOf = (bytes: Uint8Array, at: number): string => (startsWith(bytes, 'ftyp', at + 4) ? 'MP4' : bytes[at] === 0xff && bytes[at + 1] === 0xd8 ? 'JPEG' : `${bytes.length - at} Byte`)
