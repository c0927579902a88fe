import { be16, be32, latin, u16, u16le, u32, u32le } from './bytes.ts'
import { findings } from './findings.ts'
import type { Removed } from './schema.ts'

// Exif 2.32 (CIPA DC-008-2019), 4.6: a TIFF file in small. Only what is shown to the person is read; everything goes.

type Tiff = { readonly bytes: Uint8Array; readonly little: boolean }
type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly at: number }
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const mostEntries = 400

const meanings: Readonly<Record<number, Removed['what']>> = {
  0x010e: 'comment', 0x010f: 'camera', 0x0110: 'camera', 0x0131: 'software', 0x0132: 'date', 0x013b: 'author', 0x013c: 'software', 0x8298: 'author',
  0x9003: 'date', 0x9004: 'date', 0x9286: 'comment', 0x9c9b: 'comment', 0x9c9c: 'comment', 0x9c9d: 'author', 0x9c9e: 'comment', 0x9c9f: 'comment',
  0xa430: 'author', 0xa431: 'camera', 0xa434: 'camera', 0xa435: 'camera', 0x927c: 'other', 0xa420: 'other', 0x02bc: 'other', 0x83bb: 'other',
}
/** Without a readable value: the maker's own notes and blocks of bytes. */
const silent = new Set([0x927c, 0x02bc, 0x83bb])
/** XP tags of Windows are UTF-16, little end first. */
const isWide = (tag: number): boolean => tag >= 0x9c9b && tag <= 0x9c9f

/** What a TIFF block says about person, place and device, and how the picture is to be turned (1 to 8; 1: not at all). */
export function readExif(bytes: Uint8Array): { removed: readonly Removed[]; orientation: number } {
  const found = findings()
  const tiff = headOf(bytes)
  if (!tiff) return { removed: [{ what: 'other', value: 'Exif' }], orientation: 1 }
  const first = directory(tiff, long(tiff, 4))
  const orientationEntry = first.entries.find(({ tag }) => tag === 0x0112)
  const told = orientationEntry ? number(tiff, orientationEntry) : 1
  for (const entry of first.entries) tell(tiff, entry, found.add)
  for (const entry of linked(tiff, first.entries, 0x8769)) tell(tiff, entry, found.add)
  const place = placeOf(tiff, linked(tiff, first.entries, 0x8825))
  if (place !== undefined) found.add('gps', place)
  if (first.next > 0 && directory(tiff, first.next).entries.length > 0) found.add('thumbnail')
  if (found.list.length === 0 && first.entries.some(({ tag }) => tag !== 0x0112)) found.add('other', 'Exif')
  return { removed: found.list, orientation: Number.isInteger(told) && told >= 1 && told <= 8 ? told : 1 }
}

/** A TIFF block with nothing but the orientation, so that the picture still stands upright. */
export const orientationOnly = (orientation: number): Uint8Array =>
  Uint8Array.from([0x4d, 0x4d, ...be16(42), ...be32(8), ...be16(1), ...be16(0x0112), ...be16(3), ...be32(1), ...be16(orientation), 0, 0, ...be32(0)])

function headOf(bytes: Uint8Array): Tiff | undefined {
  const order = latin(bytes, 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const tiff = { bytes, little: order === 'II' }
  return short(tiff, 2) === 42 ? tiff : undefined
}

const short = ({ bytes, little }: Tiff, at: number): number => (little ? u16le(bytes, at) : u16(bytes, at))
const long = ({ bytes, little }: Tiff, at: number): number => (little ? u32le(bytes, at) : u32(bytes, at))

function directory(tiff: Tiff, at: number): { entries: readonly Entry[]; next: number } {
  if (at < 8 || at + 2 > tiff.bytes.length) return { entries: [], next: 0 }
  const count = Math.min(short(tiff, at), mostEntries)
  const entries: Entry[] = []
  for (let n = 0; n < count; n++) {
    const start = at + 2 + n * 12
    if (start + 12 > tiff.bytes.length) return { entries, next: 0 }
    const [tag, type, amount] = [short(tiff, start), short(tiff, start + 2), long(tiff, start + 4)]
    const size = (sizes[type] ?? 0) * amount
    const from = size <= 4 ? start + 8 : long(tiff, start + 8)
    if (size > 0 && from + size <= tiff.bytes.length) entries.push({ tag, type, count: amount, at: from })
  }
  return { entries, next: long(tiff, at + 2 + count * 12) }
}

function linked(tiff: Tiff, entries: readonly Entry[], tag: number): readonly Entry[] {
  const link = entries.find((entry) => entry.tag === tag)
  return link ? directory(tiff, number(tiff, link)).entries : []
}

const number = (tiff: Tiff, { type, at }: Entry): number => (type === 3 ? short(tiff, at) : type === 1 ? (tiff.bytes[at] ?? 0) : long(tiff, at))

function tell(tiff: Tiff, entry: Entry, add: (what: Removed['what'], value?: string) => void): void {
  const what = meanings[entry.tag]
  if (what === undefined) return
  if (silent.has(entry.tag)) return add(what)
  const value = isWide(entry.tag) ? wide(tiff.bytes, entry) : entry.type === 2 || entry.type === 7 ? text(tiff.bytes, entry) : ''
  if (value !== '') add(what, what === 'date' ? value.replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3') : value)
}

const shownBytes = 240

function text(bytes: Uint8Array, { tag, at, count }: Entry): string {
  // UserComment begins with eight bytes that name its encoding.
  const from = tag === 0x9286 ? at + 8 : at
  const raw = bytes.subarray(from, at + Math.min(count, shownBytes))
  return new TextDecoder().decode(raw).replaceAll('\0', ' ').trim()
}

const wide = (bytes: Uint8Array, { at, count }: Entry): string => new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.min(count, shownBytes))).replaceAll('\0', ' ').trim()

/** Degrees with five digits, north and east positive: what a map takes as it is. Undefined without a place. */
function placeOf(tiff: Tiff, entries: readonly Entry[]): string | undefined {
  if (entries.length === 0) return undefined
  const at = (tag: number): Entry | undefined => entries.find((entry) => entry.tag === tag)
  const degrees = (reference: number, value: number, negative: string): number | undefined => {
    const entry = at(value)
    if (!entry || entry.type !== 5 || entry.count < 3) return undefined
    const part = (n: number): number => long(tiff, entry.at + n * 8) / long(tiff, entry.at + n * 8 + 4)
    const sign = at(reference)
    const total = part(0) + (part(1) || 0) / 60 + (part(2) || 0) / 3_600
    return Number.isFinite(total) ? total * (sign && latin(tiff.bytes, sign.at, sign.at + 1) === negative ? -1 : 1) : undefined
  }
  const [latitude, longitude] = [degrees(1, 2, 'S'), degrees(3, 4, 'W')]
  return latitude === undefined || longitude === undefined ? '' : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
