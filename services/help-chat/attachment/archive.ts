import { deflateSync } from 'fflate'
import { bomb } from './bomb.ts'
import { bytesOf, crc32, joined, le16, le32, u16le, u32le, utf8 } from './bytes.ts'
import { mostParts, mostUnpacked, type Why } from './schema.ts'
import { unpack } from './unpack.ts'

// ZIP (PKWARE APPNOTE 6.3): read by its central directory, written with the same parts, but without moments, accounts and extra fields.

export type Part = { readonly name: string; read(): Uint8Array; replace(bytes: Uint8Array): void; remove(): void }
export type Archive = { readonly parts: readonly Part[]; find(name: string): Part | undefined; write(): Uint8Array; readonly hasExtras: boolean }

type Entry = { name: string; method: number; crc: number; packed: Uint8Array; size: number }

/** Opens an archive; nothing is unpacked before somebody reads a part. Parts together may unpack to `mostUnpacked` bytes. */
export function openArchive(bytes: Uint8Array): Archive | { why: Why } {
  const end = endOf(bytes)
  const count = u16le(bytes, end + 10)
  let at = u32le(bytes, end + 16)
  if (end < 0 || at === 0xffffffff || count > mostParts) return { why: count > mostParts ? 'bomb' : 'damaged' }
  const entries: Entry[] = []
  const names = new Set<string>()
  let left = mostUnpacked
  let hasExtras = u16le(bytes, end + 20) > 0
  for (let n = 0; n < count; n++) {
    if (u32le(bytes, at) !== 0x02014b50) return { why: 'damaged' }
    const [flags, method, crc, packedSize, size] = [u16le(bytes, at + 8), u16le(bytes, at + 10), u32le(bytes, at + 16), u32le(bytes, at + 20), u32le(bytes, at + 24)]
    const [nameSize, extraSize, commentSize, local] = [u16le(bytes, at + 28), u16le(bytes, at + 30), u16le(bytes, at + 32), u32le(bytes, at + 42)]
    if (flags & 1) return { why: 'encrypted' }
    const from = local + 30 + u16le(bytes, local + 26) + u16le(bytes, local + 28)
    if ((method !== 0 && method !== 8) || u32le(bytes, local) !== 0x04034b50 || from + packedSize > bytes.length) return { why: 'damaged' }
    const name = utf8(bytes.subarray(at + 46, at + 46 + nameSize))
    if (names.has(name)) return { why: 'damaged' }
    names.add(name)
    if (!name.endsWith('/')) entries.push({ name, method, crc, packed: bytes.subarray(from, from + packedSize), size })
    hasExtras ||= extraSize > 0 || commentSize > 0
    at += 46 + nameSize + extraSize + commentSize
  }
  // Told sizes are no proof, but an honest file tells them: whoever asks for gigabytes is turned away before anything is unpacked.
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) return { why: 'bomb' }
  const removed = new Set<Entry>()
  const parts = entries.map((entry): Part => ({
    name: entry.name,
    read: () => {
      const content = entry.method === 0 ? entry.packed : unpack(entry.packed, Math.min(left, entry.size))
      left -= content.length
      if (left < 0) throw bomb()
      return content
    },
    replace: (content) => {
      const packed = deflateSync(content, { level: 6 })
      Object.assign(entry, { method: 8, crc: crc32(content), packed, size: content.length })
    },
    remove: () => void removed.add(entry),
  }))
  return { parts, find: (name) => parts.find((part, n) => part.name === name && !removed.has(entries[n] as Entry)), write: () => written(entries.filter((entry) => !removed.has(entry))), hasExtras }
}

/** The end record stands within the last 64 KiB and its comment reaches exactly to the end. */
function endOf(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) if (u32le(bytes, at) === 0x06054b50 && at + 22 + u16le(bytes, at + 20) === bytes.length) return at
  return -1
}

// 1980-01-01 00:00: the first moment that the format knows.
const noMoment = [...le16(0), ...le16(0x21)]

function written(entries: readonly Entry[]): Uint8Array {
  const out: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, method, crc, packed, size } of entries) {
    const label = bytesOf(name)
    const common = [...le16(20), ...le16(0x0800), ...le16(method), ...noMoment, ...le32(crc), ...le32(packed.length), ...le32(size), ...le16(label.length), ...le16(0)]
    const local = joined([Uint8Array.from([0x50, 0x4b, 3, 4, ...common]), label, packed])
    directory.push(Uint8Array.from([0x50, 0x4b, 1, 2, ...le16(20), ...common, ...le16(0), ...le16(0), ...le16(0), ...le32(0), ...le32(at)]), label)
    out.push(local)
    at += local.length
  }
  const list = joined(directory)
  return joined([...out, list, Uint8Array.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...le16(entries.length), ...le16(entries.length), ...le32(list.length), ...le32(at), 0, 0])])
}
