/** Files as one archive (APPNOTE.TXT 6.3.3 of PKWARE), written front to back: one file at a time is packed and sent. */
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { localTime, partsOf } from '@modellregion/standards'

const pack = promisify(deflateRaw)

export type ZipFile = { readonly path: string; readonly bytes: Uint8Array }

/** Pieces of the archive. All files get one moment, in Berlin time: ZIP knows no zones. The same files at the same moment make the same bytes. */
export async function* zipOf(files: Iterable<ZipFile>, changedAt: Date): AsyncGenerator<Buffer> {
  const stamp = stampOf(changedAt)
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(placeOf(path))
    const packed = await pack(bytes)
    const isPacked = packed.length < bytes.length
    const content = isPacked ? packed : Buffer.from(bytes)
    const facts = Buffer.concat([numbers([2, 20], [2, inUtf8], [2, isPacked ? 8 : 0]), stamp, numbers([4, crc32(bytes)], [4, content.length], [4, bytes.length], [2, name.length], [2, 0])])
    const head = Buffer.concat([numbers([4, 0x04034b50]), facts, name])
    yield head
    yield content
    // Made by version 2.0 of the format; no comment, first disk, no attributes of a file system.
    directory.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), facts, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name]))
    offset += head.length + content.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  yield Buffer.concat([...directory, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, directory.length], [2, directory.length], [4, size], [4, offset], [2, 0])])
}

/** General purpose bit 11: names are UTF-8. */
const inUtf8 = 0x0800

/** Whoever unpacks it writes below the folder chosen, whatever a path says. */
const placeOf = (path: string): string => path.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || 'file'

/** Unsigned numbers of two or four bytes, the lowest byte first. */
function numbers(...all: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of all) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

/** Time and day as MS-DOS writes them: two seconds are the smallest step, 1980 the first year. */
function stampOf(moment: Date): Buffer {
  const { date, hour, minute } = localTime(moment)
  const { year, month, day } = partsOf(date)
  return numbers([2, (hour << 11) | (minute << 5)], [2, ((Math.max(1980, year) - 1980) << 9) | (month << 5) | day])
}
