import { be32, bytesOf, crc32, joined, latin, u32, utf8 } from './bytes.ts'
import { orientationOnly, readExif } from './exif.ts'
import { findings } from './findings.ts'
import { mostParts, type Outcome, type Removed } from './schema.ts'
import { readXmp } from './xmp.ts'

// PNG (W3C Recommendation, third edition), 11: what is listed here makes the picture; everything else is left out.
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs', 'hIST', 'sPLT', 'acTL', 'fcTL', 'fdAT'])
const meanings: Readonly<Record<string, Removed['what']>> = { author: 'author', copyright: 'author', software: 'software', source: 'camera', 'creation time': 'date', 'date:create': 'date', 'date:modify': 'date' }

/** Leaves out all chunks but those of the picture, and what stands behind its end: cut pictures have kept their old content there. */
export function cleanPng(bytes: Uint8Array): Outcome {
  const found = findings()
  const parts = [bytes.subarray(0, 8)]
  let orientation = 1
  let at = 8
  for (let n = 0; n < mostParts * 10; n++) {
    const size = u32(bytes, at)
    const type = latin(bytes, at + 4, at + 8)
    const end = at + 12 + size
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (n === 0) !== (type === 'IHDR')) return { why: 'damaged' }
    const body = bytes.subarray(at + 8, end - 4)
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    else if (type === 'eXIf') {
      const exif = readExif(body)
      orientation = exif.orientation
      found.addAll(exif.removed)
    } else found.addAll(told(type, body))
    at = end
    if (type !== 'IEND') continue
    if (at < bytes.length) found.add('history')
    if (orientation !== 1) parts.splice(2, 0, chunk('eXIf', orientationOnly(orientation)))
    return { bytes: joined(parts), removed: found.list }
  }
  return { why: 'damaged' }
}

function told(type: string, body: Uint8Array): readonly Removed[] {
  if (type === 'tIME') return [{ what: 'date', value: `${(u32(body, 0) >>> 16).toString()}-${two(body[2])}-${two(body[3])}` }]
  if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') return [{ what: 'other', value: type }]
  const end = body.subarray(0, 80).indexOf(0)
  const keyword = latin(body, 0, Math.max(0, end))
  if (keyword === 'XML:com.adobe.xmp') return readXmp(body.subarray(end))
  if (/^Raw profile type/i.test(keyword)) return [{ what: 'other', value: keyword.slice(17) }]
  const what = meanings[keyword.toLowerCase()] ?? 'comment'
  // zTXt is packed, and so is iTXt when its flag says so; then the keyword stands for it.
  if (type === 'zTXt' || (type === 'iTXt' && body[end + 1] !== 0)) return [{ what, value: keyword }]
  if (type === 'tEXt') return [{ what, value: latin(body, end + 1, end + 201) }]
  return [{ what, value: utf8(body.subarray(afterZeros(body, end + 3, 2), end + 400)) }]
}

/** Behind the n-th zero from a position on: iTXt names a language and a translated keyword first. */
function afterZeros(body: Uint8Array, from: number, zeros: number): number {
  let at = from
  for (let n = 0; n < zeros; n++) {
    const zero = body.indexOf(0, at)
    if (zero < 0) return body.length
    at = zero + 1
  }
  return at
}

const two = (n = 0): string => String(n).padStart(2, '0')

function chunk(type: string, body: Uint8Array): Uint8Array {
  const named = joined([bytesOf(type), body])
  return joined([Uint8Array.from(be32(body.length)), named, Uint8Array.from(be32(crc32(named)))])
}
