import { closeSync, openSync, writeSync } from 'node:fs'
import { textOf, type Cells } from './records.ts'

/** Writes rows as a regular delimited text, each with the line it came from in front, so that nothing is left to guess. */
export type RowWriter = {
  /** A record as it is in the bytes, when it is regular; otherwise anew. `width` cells are written. */
  record(line: number, bytes: Buffer, at: number, cells: Cells, width: number, anew: boolean): void
  close(): void
}

const size = 4 * 1024 * 1024

export function openRows(file: string, delimiter: number): RowWriter {
  const out = openSync(file, 'w', 0o600)
  const buffer = Buffer.allocUnsafe(size)
  const sign = String.fromCharCode(delimiter)
  let used = 0
  const flush = () => {
    if (used > 0) writeAll(out, buffer.subarray(0, used))
    used = 0
  }
  const room = (bytes: number) => {
    if (used + bytes > size) flush()
  }
  const text = (line: string) => {
    const bytes = Buffer.from(line)
    room(bytes.length)
    if (bytes.length > size) writeAll(out, bytes)
    else used += bytes.copy(buffer, used)
  }
  return {
    record(line, bytes, at, cells, width, anew) {
      if (anew || cells.count !== width) return text(`${line}${sign}${Array.from({ length: width }, (_, index) => (index < cells.count ? quoted(textOf(bytes, cells, index), sign) : '')).join(sign)}\n`)
      const length = cells.end - at
      if (length + 24 > size) {
        flush()
        writeAll(out, Buffer.concat([Buffer.from(`${line}${sign}`), bytes.subarray(at, cells.end), Buffer.from('\n')]))
        return
      }
      room(length + 24)
      used += buffer.write(String(line), used, 'latin1')
      buffer[used++] = delimiter
      bytes.copy(buffer, used, at, cells.end)
      used += length
      buffer[used++] = 0x0a
    },
    close() {
      flush()
      closeSync(out)
    },
  }
}

function writeAll(out: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(out, bytes, done)
}

/** A cell as it may stand in a delimited text. */
export const quoted = (text: string, sign: string): string => (text.includes(sign) || text.includes('"') || text.includes('\n') || text.includes('\r') ? `"${text.replaceAll('"', '""')}"` : text)

