import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { refuse } from '../dcat/refusals.ts'
import { peek } from '../rdf/text-stream.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { cellOf, columnOf, isGermanTable, newTally, observe } from './column-types.ts'
import type { Tally } from './column-types.ts'
import { columnNames, detectDelimiter, detectShape } from './csv-shape.ts'
import type { Delimiter, Shape } from './csv-shape.ts'
import { decodeText, detectEncoding } from './encoding.ts'
import type { Preview, PreviewLimits, PreviewResult } from './schema.ts'

const SAMPLE = 64 * 1024
const SAMPLE_RECORDS = 50

/** Reads a CSV or TSV stream once to its end (or the limit): the first rows, the types of all, the number of rows. */
export async function readTable(source: ByteSource, limits: PreviewLimits, given?: Delimiter): Promise<PreviewResult> {
  const { head, all } = await peek(source, SAMPLE)
  if (head.length === 0) return { ok: false, refusal: refuse('open-data.preview.empty') }
  const encoding = detectEncoding(head)
  const sample = new TextDecoder(encoding).decode(head)
  // Control characters that no table has: this is no text.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(sample)) return { ok: false, refusal: refuse('open-data.preview.syntax', { detail: 'binary' }) }
  const delimiter = given ?? detectDelimiter(sample)
  const budget = { bytes: limits.bytes, truncated: false }
  try {
    const table = await collect(records(decodeText(within(all, budget), encoding), delimiter, budget), limits)
    if (!table) return { ok: false, refusal: refuse('open-data.preview.empty') }
    return { ok: true, preview: finish(table, limits, encoding, delimiter, budget.truncated) }
  } catch (error) {
    return { ok: false, refusal: refuse('open-data.preview.syntax', { detail: error instanceof Error ? error.message : String(error) }) }
  }
}

async function* within(source: AsyncIterable<Buffer>, budget: { bytes: number; truncated: boolean }): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    if (chunk.length > budget.bytes) {
      budget.truncated = true
      return yield chunk.subarray(0, budget.bytes)
    }
    budget.bytes -= chunk.length
    yield chunk
  }
}

/** One bad row must not fail the file: it is left out, and the preview says that something is missing. */
async function* records(text: AsyncIterable<string>, delimiter: Delimiter, budget: { truncated: boolean }): AsyncGenerator<string[]> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 1024 * 1024, skip_records_with_error: true })
  parser.on('skip', () => { budget.truncated = true })
  // Whatever goes wrong on the way in comes out of the parser below; leaving early is no failure.
  const pump = pipeline(text, parser).catch(() => {})
  try {
    // Without column names, csv-parse yields lists of strings.
    for await (const record of parser) yield record as string[]
  } finally {
    parser.destroy()
    await pump
  }
}

type Table = { readonly shape: Shape; readonly names: string[]; readonly tallies: Tally[]; readonly first: string[][]; readonly total: number }

async function collect(source: AsyncIterable<string[]>, limits: PreviewLimits): Promise<Table | undefined> {
  const waiting: string[][] = []
  let open: { shape: Shape; names: string[]; tallies: Tally[] } | undefined
  const first: string[][] = []
  let total = 0
  const take = (record: string[]) => {
    if (!open) return
    total++
    for (let i = 0; i < open.tallies.length; i++) observe(open.tallies[i] ?? newTally(), record[i] ?? '')
    if (first.length < limits.rows) first.push(record)
  }
  const begin = () => {
    const shape = detectShape(waiting)
    const width = Math.min(limits.columns, Math.max(shape.width, waiting[shape.skip]?.length ?? 1))
    open = { shape, names: columnNames(shape.header ? waiting[shape.skip] : undefined, width), tallies: Array.from({ length: width }, newTally) }
    for (const record of waiting.slice(shape.skip + (shape.header ? 1 : 0))) take(record)
  }
  for await (const record of source) {
    if (open) take(record)
    else if (waiting.push(record) === SAMPLE_RECORDS) begin()
  }
  if (!open && waiting.length > 0) begin()
  return open && { ...open, first, total }
}

function finish(table: Table, limits: PreviewLimits, encoding: string, delimiter: string, truncated: boolean): Preview {
  const german = isGermanTable(table.tallies, delimiter)
  const columns = table.names.map((name, index) => columnOf(name, table.tallies[index] ?? newTally(), german))
  const rows = table.first.map((record) => columns.map((column, index) => cellOf(record[index] ?? '', column, limits.cellLength)))
  return { kind: 'table', columns, rows, ...(!truncated && { total: table.total }), truncated, encoding, delimiter }
}
