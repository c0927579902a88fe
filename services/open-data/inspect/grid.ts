import { closeSync, openSync, writeSync } from 'node:fs'
import type { FieldType } from '../store/schema.ts'
import type { Merge } from './header-rules.ts'
import { quoted } from './row-writer.ts'
import type { FileKind, Finding } from './schema.ts'

/** Any table that is no text, written out as regular text: comma, quotes doubled, one line for each row. */
export type Grid = {
  readonly kind: FileKind
  readonly file: string
  readonly merges: readonly Merge[]
  readonly findings: readonly Finding[]
  /** The first line is the header, whatever it looks like. */
  readonly headerLine?: number
  readonly declared?: readonly (FieldType | undefined)[]
  /** The format writes numbers in one way only. */
  readonly decimal?: '.'
  readonly sheets?: readonly string[]
  readonly sheet?: string
  readonly layers?: readonly string[]
  readonly layer?: string
  readonly coordinateSystem?: number
  readonly encoding?: string
}

/** What a reader of a format gives: a grid, or why the file cannot be a table. */
export type GridOrRefusal = { readonly ok: true; readonly grid: Grid } | { readonly ok: false; readonly kind: FileKind; readonly refusal: Finding; readonly findings?: readonly Finding[] }

export type GridWriter = { row(cells: readonly string[]): void; readonly rows: number; close(): void }

/** Cells beyond this are cut off: a geometry of four megabytes is a drawing, not a place. */
const longestCell = 3 * 1024 * 1024

export function openGrid(file: string): GridWriter {
  const out = openSync(file, 'w', 0o600)
  let lines: string[] = []
  let size = 0
  let rows = 0
  const flush = () => {
    if (lines.length > 0) writeSync(out, lines.join(''))
    lines = []
    size = 0
  }
  return {
    get rows() {
      return rows
    },
    row(cells) {
      const line = `${cells.map((cell) => quoted(cell.length > longestCell ? cell.slice(0, longestCell) : cell, ',')).join(',')}\n`
      lines.push(line)
      rows++
      size += line.length
      if (size > 1_000_000) flush()
    },
    close() {
      flush()
      closeSync(out)
    },
  }
}

/** A reader meets something with which the file cannot be a table. */
export class Refused extends Error {
  readonly kind: FileKind
  readonly finding: Finding
  constructor(kind: FileKind, finding: Finding) {
    super(finding.code)
    this.name = 'Refused'
    this.kind = kind
    this.finding = finding
  }
}

/** A number as text that nobody takes for thousands: `1.234` is written as `1234e-3`. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const text = String(value)
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text.replace('.', '')}e-3` : text
}
