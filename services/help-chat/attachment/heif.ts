import { latin, u16, u32 } from './bytes.ts'
import { readExif } from './exif.ts'
import { findings } from './findings.ts'
import { mostParts, type Outcome } from './schema.ts'
import { readXmp } from './xmp.ts'

// ISO/IEC 14496-12 (boxes, items) and 23008-12 (HEIF): Exif and XMP are items; where their bytes lie says the box iloc.

type Box = { readonly type: string; readonly from: number; readonly until: number }
type Item = { readonly id: number; readonly type: string; readonly content: string }

/** Overwrites Exif and XMP where they lie. Nothing moves, so that every position in the file stays right; turning is kept elsewhere (irot). */
export function cleanHeif(bytes: Uint8Array): Outcome {
  const found = findings()
  const out = bytes.slice()
  const boxes = boxesIn(bytes, 0, bytes.length)
  const meta = boxes?.find(({ type }) => type === 'meta')
  const inside = meta && boxesIn(bytes, meta.from + 4, meta.until)
  if (!boxes || !inside || !boxes.some(({ type }) => type === 'mdat')) return { why: 'damaged' }
  // A sequence or a film beside the picture has tracks with descriptions of their own.
  if (boxes.some(({ type }) => type === 'moov')) return { why: 'unknown' }
  const items = itemsOf(bytes, inside.find(({ type }) => type === 'iinf'))
  const iloc = inside.find(({ type }) => type === 'iloc')
  const idat = inside.find(({ type }) => type === 'idat')
  const places = iloc && placesOf(bytes, iloc, idat?.from ?? 0)
  if (!places) return { why: 'damaged' }
  for (const { id, type, content } of items) {
    if (type !== 'Exif' && type !== 'mime') continue
    const extents = places.get(id)
    if (!extents) return { why: 'damaged' }
    for (const [from, until] of extents) {
      if (from < 8 || until > bytes.length || from > until) return { why: 'damaged' }
      const block = bytes.subarray(from, until)
      if (block.every((byte) => byte === 0)) continue
      if (type === 'Exif') found.addAll(readExif(block.subarray(4 + u32(block, 0))).removed)
      else if (content.includes('rdf')) found.addAll(readXmp(block))
      else found.add('other', content)
      out.fill(0, from, until)
    }
  }
  for (const box of [...boxes, ...inside])
    if (box.type === 'uuid' || box.type === 'udta') {
      if (bytes.subarray(box.from, box.until).some((byte) => byte !== 0)) found.add('other', box.type)
      out.fill(0, box.from, box.until)
    }
  return { bytes: out, removed: found.list }
}

function boxesIn(bytes: Uint8Array, start: number, end: number): readonly Box[] | undefined {
  const boxes: Box[] = []
  for (let at = start; at + 8 <= end; ) {
    const told = u32(bytes, at)
    const [header, size] = told === 1 ? [16, u32(bytes, at + 8) * 2 ** 32 + u32(bytes, at + 12)] : [8, told === 0 ? end - at : told]
    if (size < header || at + size > end || boxes.length > mostParts) return undefined
    boxes.push({ type: latin(bytes, at + 4, at + 8), from: at + header, until: at + size })
    at += size
  }
  return boxes
}

function itemsOf(bytes: Uint8Array, iinf: Box | undefined): readonly Item[] {
  if (!iinf) return []
  const wide = bytes[iinf.from] !== 0
  return (boxesIn(bytes, iinf.from + (wide ? 8 : 6), iinf.until) ?? []).flatMap(({ type, from, until }) => {
    const version = bytes[from] ?? 0
    if (type !== 'infe' || version < 2) return []
    const at = from + 4 + (version === 2 ? 2 : 4) + 2
    return [{ id: version === 2 ? u16(bytes, from + 4) : u32(bytes, from + 4), type: latin(bytes, at, at + 4), content: latin(bytes, at + 4, Math.min(until, at + 200)) }]
  })
}

function placesOf(bytes: Uint8Array, iloc: Box, idat: number): ReadonlyMap<number, readonly (readonly [number, number])[]> | undefined {
  const version = bytes[iloc.from] ?? 0
  const sizes = u16(bytes, iloc.from + 4)
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >>> 12, (sizes >>> 8) & 15, (sizes >>> 4) & 15, version === 0 ? 0 : sizes & 15]
  let at = iloc.from + 6
  const read = (size: number): number => {
    const value = size === 8 ? u32(bytes, at) * 2 ** 32 + u32(bytes, at + 4) : size === 4 ? u32(bytes, at) : size === 2 ? u16(bytes, at) : 0
    at += size
    return value
  }
  const count = read(version < 2 ? 2 : 4)
  const places = new Map<number, (readonly [number, number])[]>()
  for (let n = 0; n < count; n++) {
    if (at >= iloc.until || n > mostParts) return undefined
    const id = read(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : read(2) & 15
    read(2)
    const base = read(baseSize) + (method === 1 ? idat : 0)
    const extents = read(2)
    const list: (readonly [number, number])[] = []
    for (let m = 0; m < extents && at <= iloc.until; m++) {
      read(indexSize)
      const from = base + read(offsetSize)
      list.push([from, from + read(lengthSize)])
    }
    places.set(id, list)
  }
  return places
}
