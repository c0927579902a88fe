import { numberText } from './grid.ts'

/** The attribute table of a shapefile (dBASE III+). */
export type Dbf = { readonly names: readonly string[]; readonly types: readonly string[]; readonly count: number; /** Texts of one record; undefined when it is marked as deleted. */ row(index: number): string[] | undefined }

const languages: Readonly<Record<number, string>> = { 0x03: 'windows-1252', 0x57: 'windows-1252', 0x58: 'windows-1252', 0x59: 'windows-1252', 0x02: 'ibm866', 0x4d: 'gb18030', 0x86: 'macintosh' }

/** By the number in the table's head; the file `.cpg` goes before it. */
export const encodingOfDbf = (bytes: Buffer): string | undefined => languages[bytes[29] ?? 0]

/** @throws RangeError when the table is shorter than it says */
export function readDbf(bytes: Buffer, encoding: string): Dbf {
  const decoder = new TextDecoder(encoding)
  const count = bytes.readUInt32LE(4)
  const header = bytes.readUInt16LE(8)
  const length = bytes.readUInt16LE(10)
  const fields: { name: string; type: string; at: number; size: number }[] = []
  let offset = 1
  for (let at = 32; at + 32 <= header && bytes[at] !== 0x0d; at += 32) {
    const zero = bytes.indexOf(0, at)
    const size = bytes[at + 16] ?? 0
    fields.push({ name: decoder.decode(bytes.subarray(at, zero < 0 || zero > at + 11 ? at + 11 : zero)).trim(), type: String.fromCharCode(bytes[at + 11] ?? 67), at: offset, size })
    offset += size
  }
  const text = (start: number, { at, size, type }: (typeof fields)[number]): string => {
    const raw = decoder.decode(bytes.subarray(start + at, start + at + size)).replaceAll('\0', ' ').trim()
    if (type === 'D') return /^\d{8}$/.test(raw) && raw !== '00000000' ? `${raw.slice(0, 4)}-${raw.slice(4, 6)}-${raw.slice(6)}` : ''
    if (type === 'L') return /^[ytj]/i.test(raw) ? 'true' : /^[nf]/i.test(raw) ? 'false' : ''
    // An empty number is written as stars; large ones in the form of science.
    if (type === 'N' || type === 'F') return raw === '' || raw.startsWith('*') ? '' : /^-?\d{1,18}$/.test(raw) ? raw : numberText(Number(raw))
    return raw
  }
  return {
    names: fields.map(({ name }) => name),
    types: fields.map(({ type }) => type),
    count,
    row(index) {
      const start = header + index * length
      if (start + length > bytes.length + 1) throw new RangeError('The table is shorter than it says.')
      return bytes[start] === 0x2a ? undefined : fields.map((field) => text(start, field))
    },
  }
}
