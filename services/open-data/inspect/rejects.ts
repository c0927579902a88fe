import { closeSync, openSync, writeSync } from 'node:fs'

/** Why a line was set apart; a key of the words (`inspect.reject.<reason>`). */
export type RejectReason = 'too-few-cells' | 'too-many-cells' | 'quote-open' | 'too-long' | 'header-again' | 'note-below' | 'sum-row' | 'value'

/** At most this many lines are written out; all are counted. */
const mostWritten = 100_000

export type Rejects = {
  /** `text` is the line as it stood in the file, cut when it is very long; `detail` names column and value. */
  add(line: number, reason: RejectReason, text: string, detail?: string): void
  readonly count: number
  readonly byReason: ReadonlyMap<RejectReason, { count: number; lines: number[] }>
  close(): void
}

/** Collects what does not become a row, as CSV of line, reason, detail and text. */
export function openRejects(file: string): Rejects {
  const out = openSync(file, 'w', 0o600)
  const byReason = new Map<RejectReason, { count: number; lines: number[] }>()
  let count = 0
  writeSync(out, 'line;reason;detail;text\n')
  return {
    get count() {
      return count
    },
    byReason,
    add(line, reason, text, detail = '') {
      const entry = byReason.get(reason) ?? { count: 0, lines: [] }
      byReason.set(reason, entry)
      entry.count++
      if (entry.lines.length < 20) entry.lines.push(line)
      if (count++ < mostWritten) writeSync(out, `${line};${reason};${quoted(detail)};${quoted(text.slice(0, 20_000))}\n`)
    },
    close: () => closeSync(out),
  }
}

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
