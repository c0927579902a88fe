export type Row = { readonly line: number; readonly cells: readonly string[] }
export type RowsResult = { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly line: number }

/** Lines of a CSV file after RFC 4180, with the separator that its head uses. Not ok: quotation marks that begin in `line` are never closed. */
export function rowsOf(text: string): RowsResult {
  const plain = text.replace(/^\uFEFF/, '')
  const separator = (plain.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ','
  const rows: Row[] = []
  let [cells, cell, isQuoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  const endRow = (): void => {
    if (cells.length > 0 || cell.trim() !== '') rows.push({ line: begun, cells: [...cells, cell] })
    cells = []
    cell = ''
  }
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]
    if (sign === '\n') line++
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (plain[at + 1] === '"') cell += plain[at++]
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      begun = line
    } else if (sign !== '\r') cell += sign
  }
  if (isQuoted) return { ok: false, line: begun }
  endRow()
  return { ok: true, rows }
}
