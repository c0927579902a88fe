/** Records of a delimited text as bytes (RFC 4180), read so that one broken record costs that record and no other. */

export const quote = 0x22
const newline = 0x0a
const carriage = 0x0d
const blank = 0x20

/** Longest record in bytes; what is longer is a quote that was never closed, or no table. */
export const longestRecord = 4 * 1024 * 1024
/** Most cells of a record that are looked at. */
export const mostCells = 10_000

/** The cells of the record last read: where they begin and end in the bytes, quotes not included. Reused from record to record. */
export type Cells = {
  count: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1: quoted; 2: quoted with doubled quotes inside. */
  readonly quoted: Uint8Array
  /** A quote where none belongs: the record must be written anew. */
  irregular: boolean
  /** Line breaks inside quotes. */
  breaks: number
  /** The end of the last cell, line end not included. */
  end: number
  overflow: boolean
}

export const newCells = (): Cells => ({ count: 0, from: new Int32Array(mostCells), to: new Int32Array(mostCells), quoted: new Uint8Array(mostCells), irregular: false, breaks: 0, end: 0, overflow: false })

export const incomplete = -1
export const unclosed = -2

/**
 * Reads the record that begins at `at` and returns where the next one begins; `incomplete` when the bytes end before it does (unless
 * they are the `last`), `unclosed` when a quote is opened and not closed where a cell ends.
 */
export function readRecord(bytes: Uint8Array, at: number, delimiter: number, last: boolean, cells: Cells): number {
  const size = bytes.length
  let position = at
  let count = 0
  cells.irregular = false
  cells.breaks = 0
  cells.overflow = false
  for (;;) {
    let from = position
    let kind = 0
    // Blanks before an opening quote belong to neither.
    if (bytes[position] === blank) {
      let ahead = position
      while (bytes[ahead] === blank) ahead++
      if (bytes[ahead] === quote) {
        position = ahead
        cells.irregular = true
      }
    }
    let to: number
    if (position < size && bytes[position] === quote) {
      kind = 1
      from = ++position
      for (;;) {
        while (position < size && bytes[position] !== quote) {
          if (bytes[position] === newline) cells.breaks++
          position++
        }
        if (position >= size) return last ? unclosed : incomplete
        if (bytes[position + 1] !== quote) break
        if (position + 1 >= size && !last) return incomplete
        kind = 2
        position += 2
      }
      to = position++
      while (bytes[position] === blank) {
        position++
        cells.irregular = true
      }
      if (position >= size && !last) return incomplete
      const next = bytes[position]
      if (position < size && next !== delimiter && next !== newline && next !== carriage) {
        if (cells.breaks > 0) return unclosed
        // A quote inside the cell that nobody doubled: the cell goes on to the next delimiter.
        cells.irregular = true
        while (position < size && bytes[position] !== delimiter && bytes[position] !== newline) position++
        if (position >= size && !last) return incomplete
        to = bytes[position - 1] === carriage ? position - 1 : position
        if (bytes[to - 1] === quote) to--
        kind = 1
      }
    } else {
      let byte = bytes[position]
      while (position < size && byte !== delimiter && byte !== newline) {
        if (byte === quote) cells.irregular = true
        byte = bytes[++position]
      }
      to = position
    }
    if (position >= size && !last) return incomplete
    const ends = position >= size || bytes[position] === newline || (bytes[position] === carriage && (position + 1 >= size || bytes[position + 1] === newline))
    if (bytes[position] === carriage && position + 1 >= size && !last) return incomplete
    if (ends && kind === 0 && to > from && bytes[to - 1] === carriage) to--
    if (count < mostCells) {
      cells.from[count] = from
      cells.to[count] = to
      cells.quoted[count] = kind
      count++
    } else cells.overflow = true
    if (ends) {
      cells.count = count
      cells.end = kind === 0 ? to : Math.min(to + 1, size)
      if (bytes[position] === carriage) position++
      return Math.min(position + 1, size)
    }
    if (bytes[position] === delimiter) {
      position++
      // A record that ends with its delimiter has an empty cell after it.
      if (position >= size && last) {
        cells.from[count] = cells.to[count] = size
        cells.quoted[count] = 0
        cells.count = count + 1
        cells.end = size
        return size
      }
    } else position++
  }
}

/** Where the line after `at` begins; `incomplete` when there is no line end. */
export function nextLine(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(newline, at)
  return found < 0 ? incomplete : found + 1
}

/** The text of a cell, doubled quotes made single. */
export function textOf(bytes: Buffer, cells: Cells, index: number): string {
  const text = bytes.toString('utf8', cells.from[index], cells.to[index])
  return cells.quoted[index] === 2 ? text.replaceAll('""', '"') : text
}
