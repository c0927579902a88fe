import { cents, parsePlainDate, plainDateOf, type PlainDate } from '@modellregion/standards'
import { unguarded, type Cell } from '../../csv/rules.ts'
import type { Booking, BookingEntry, Line } from '../schema.ts'
import { amountFrom, parsePercent, percentText } from './amount.ts'

export const csvColumns = ['paidOn', 'voucher', 'payee', 'purpose', 'line', 'amount', 'vat', 'vatCounts', 'share'] as const
export type CsvError = { readonly line: number; readonly code: 'columns' | 'day' | 'future' | 'amount' | 'line' | 'text' | 'vat' | 'counts' | 'share' | 'not-allowed' }
export type CsvRow = { readonly line: number; readonly entry: BookingEntry; readonly twice: boolean }
export type CsvResult = { readonly rows: readonly CsvRow[]; readonly errors: readonly CsvError[] }

/**
 * Reads bookings from values separated by semicolon, tab (as spreadsheets copy them) or comma (RFC 4180): day, voucher, payee, purpose, line, amount, tax, whether it counts, share.
 * A first line of headings is skipped. `known` are the marks of what is booked already; a row of the same mark, also earlier in the file, is told as twice.
 * Nothing is paid after `today`.
 */
export function readBookings(text: string, lines: readonly Line[], known: ReadonlySet<string>, today: PlainDate): CsvResult {
  const [rows, errors]: [CsvRow[], CsvError[]] = [[], []]
  const seen = new Set(known)
  for (const { cells, line } of readCells(text)) {
    if (line === 1 && parseDay(cells[0] ?? '') === undefined && amountFrom(cells[5] ?? '') === undefined) continue
    const read = readRow(cells, lines, today)
    if (typeof read === 'string') {
      errors.push({ line, code: read })
      continue
    }
    const mark = markOf(read)
    rows.push({ line, entry: read, twice: seen.has(mark) })
    seen.add(mark)
  }
  return { rows, errors }
}

/** Two bookings of the same mark are the same payment: day, voucher, payee, line, amount. */
export const markOf = ({ paidOn, voucher, payee, lineKey, amountCents }: Pick<Booking, 'paidOn' | 'voucher' | 'payee' | 'lineKey' | 'amountCents'>): string => JSON.stringify([paidOn, voucher, payee, lineKey, amountCents])

function readRow(cells: readonly string[], lines: readonly Line[], today: PlainDate): BookingEntry | CsvError['code'] {
  if (cells.length < 6 || cells.length > csvColumns.length) return 'columns'
  const [day = '', voucher = '', payee = '', purpose = '', lineWord = '', amount = '', vat = '', counts = '', share = ''] = cells.map((cell) => unguarded(cell.trim()))
  const paidOn = parseDay(day)
  if (paidOn === undefined) return 'day'
  if (paidOn > today) return 'future'
  if (voucher === '' || payee === '' || purpose === '' || voucher.length > 60 || payee.length > 160 || purpose.length > 300) return 'text'
  const found = lines.find(({ key, title }) => key === lineWord || title.toLowerCase() === lineWord.toLowerCase())
  if (!found) return 'line'
  if (found.side === 'grant') return 'not-allowed'
  const [amountCents, vatCents, shareBp] = [amountFrom(amount), vat === '' ? cents(0) : amountFrom(vat), share === '' ? 10_000 : parsePercent(share)]
  if (amountCents === undefined || amountCents <= 0) return 'amount'
  if (vatCents === undefined || vatCents < 0 || vatCents > amountCents) return 'vat'
  if (!isYes.test(counts) && !isNo.test(counts)) return 'counts'
  if (shareBp === undefined) return 'share'
  return { lineKey: found.key, paidOn, voucher, payee, purpose, amountCents, vatCents, vatEligible: !isNo.test(counts), shareBp }
}

const isYes = /^(|j|ja|y|yes|1|x|true|wahr)$/i
const isNo = /^(n|nein|no|0|false|falsch)$/i

/** `2026-03-01` or `1.3.2026`. */
export function parseDay(text: string): PlainDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  if (!german) return parsePlainDate(text.trim())
  const iso = `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
  const date = parsePlainDate(iso)
  return date === undefined ? undefined : plainDateOf(Number(german[3]), Number(german[2]), Number(german[1]))
}

// Cells of each record with the line on which it begins; quotes may hold marks and line ends.
function* readCells(text: string): Generator<{ cells: string[]; line: number }> {
  const source = text.replace(/^\uFEFF/, '')
  const head = source.split('\n', 1)[0] ?? ''
  const countOf = (sign: string): number => head.split(sign).length
  const mark = [';', '\t', ','].reduce((best, sign) => (countOf(sign) > countOf(best) ? sign : best))
  let [cells, cell, quoted, line, start]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (quoted) {
      if (sign === '"' && source[at + 1] === '"') cell += source[++at]
      else if (sign === '"') quoted = false
      else cell += sign
      if (sign === '\n') line++
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === mark) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      if (cells.length > 0 || cell.trim() !== '') yield { cells: [...cells, cell.replace(/\r$/, '')], line: start }
      line++
      ;[cells, cell, start] = [[], '', line]
    } else cell += sign
  }
  if (cells.length > 0 || cell.trim() !== '') yield { cells: [...cells, cell], line: start }
}

/** A booking as cells of the same columns; what is written here can be read back, counter-bookings aside. */
export const csvRow = (booking: BookingEntry, title: string, words: { yes: string; no: string }): readonly Cell[] =>
  [booking.paidOn, booking.voucher, booking.payee, booking.purpose, title, { cents: booking.amountCents }, { cents: booking.vatCents }, booking.vatEligible ? words.yes : words.no, percentText(booking.shareBp)]

/** A file of bookings as text: UTF-8, or Windows-1252 as German spreadsheets write it. */
export function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // every byte has a sign there
  }
}
