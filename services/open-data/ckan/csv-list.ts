/**
 * A list of datasets as a table: small towns keep their open data in a spreadsheet. Which column means what is declared
 * in a small JSON, checked before it is used.
 */
import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { refuse, RefusalError } from '../dcat/refusals.ts'
import type { Refusal } from '../dcat/refusals.ts'
import type { MappedDataset } from '../dcat/schema.ts'
import { detectDelimiter } from '../preview/csv-shape.ts'
import { decodeText, detectEncoding } from '../preview/encoding.ts'
import { peek } from '../rdf/text-stream.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { datasetFromCkan } from './from-ckan.ts'
import type { FromCkanOptions } from './from-ckan.ts'

const Column = Type.String({ minLength: 1, maxLength: 200 })

/** Column names by field; `constants` fill fields that no column has. Rows with the same `id` are files of one dataset. */
export const CsvListMapping = Type.Object({
  columns: Type.Object({
    id: Type.Optional(Column), title: Column, description: Type.Optional(Column), keywords: Type.Optional(Column), theme: Type.Optional(Column), publisher: Type.Optional(Column),
    licence: Type.Optional(Column), landingPage: Type.Optional(Column), issued: Type.Optional(Column), modified: Type.Optional(Column), contactEmail: Type.Optional(Column), spatial: Type.Optional(Column),
    frequency: Type.Optional(Column), temporalStart: Type.Optional(Column), temporalEnd: Type.Optional(Column), attribution: Type.Optional(Column),
    url: Type.Optional(Column), format: Type.Optional(Column), fileTitle: Type.Optional(Column), size: Type.Optional(Column),
  }, { additionalProperties: false }),
  constants: Type.Optional(Type.Object({
    publisher: Type.Optional(Type.String()), licence: Type.Optional(Type.String()), contactEmail: Type.Optional(Type.String()), theme: Type.Optional(Type.String()), landingPage: Type.Optional(Type.String()),
    format: Type.Optional(Type.String()), attribution: Type.Optional(Type.String()),
  }, { additionalProperties: false })),
  /** Splits several keywords or themes in one cell; `,` unless told. */
  separator: Type.Optional(Type.String({ minLength: 1, maxLength: 3 })),
  delimiter: Type.Optional(Type.Union([Type.Literal(';'), Type.Literal(','), Type.Literal('\t'), Type.Literal('|')])),
}, { additionalProperties: false })
export type CsvListMapping = Static<typeof CsvListMapping>

/** Checks a declared mapping; the sentences say what is wrong with which entry. */
export function checkMapping(value: unknown): { ok: true; mapping: CsvListMapping } | { ok: false; problems: string[] } {
  if (Check(CsvListMapping, value)) return { ok: true, mapping: value }
  return { ok: false, problems: Errors(CsvListMapping, value).map((error) => `${error.instancePath || '/'}: ${error.message}`).slice(0, 20) }
}

type Row = Readonly<Record<string, string>>

/**
 * Reads the list. Rows that follow each other with the same id are one dataset with several files. Throws `RefusalError`
 * when a mapped column is missing or the table cannot be read.
 */
export async function* readCsvList(source: ByteSource, mapping: CsvListMapping, options: FromCkanOptions & { readonly maxBytes?: number } = {}): AsyncGenerator<MappedDataset> {
  let group: Row[] = []
  let groupId: string | undefined
  let line = 1
  for await (const row of rows(source, mapping, options.maxBytes ?? 64 * 1024 * 1024)) {
    line++
    const id = cell(row, mapping.columns.id) ?? `row-${line}`
    if (group.length > 0 && id !== groupId) {
      yield toDataset(groupId ?? '', group, mapping, options)
      group = []
    }
    groupId = id
    group.push(row)
  }
  if (group.length > 0) yield toDataset(groupId ?? '', group, mapping, options)
}

async function* rows(source: ByteSource, mapping: CsvListMapping, maxBytes: number): AsyncGenerator<Row> {
  const { head, all } = await peek(source, 65_536)
  if (head.length === 0) throw new RefusalError(refuse('open-data.harvest.empty'))
  const encoding = detectEncoding(head)
  const delimiter = mapping.delimiter ?? detectDelimiter(new TextDecoder(encoding).decode(head))
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 1024 * 1024, columns: (header: string[]) => header.map((name) => name.trim()) })
  // Whatever goes wrong on the way in comes out of the parser below; leaving early is no failure.
  const pump = pipeline(decodeText(within(all, maxBytes), encoding), parser).catch(() => {})
  let checked = false
  try {
    for await (const record of parser) {
      // With `columns`, csv-parse yields one object of strings per row.
      const row = record as Row
      if (!checked) { checkColumns(row, mapping); checked = true }
      yield row
    }
  } catch (error) {
    throw error instanceof RefusalError ? error : new RefusalError(refuse('open-data.harvest.syntax', { detail: error instanceof Error ? error.message : String(error) }))
  } finally {
    parser.destroy()
    await pump
  }
}

async function* within(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new RefusalError(refuse('open-data.harvest.too-large', { detail: `> ${maxBytes} bytes` }))
    yield chunk
  }
}

function checkColumns(row: Row, mapping: CsvListMapping): void {
  const missing: Refusal['detail'][] = Object.values(mapping.columns).filter((column) => !Object.hasOwn(row, column))
  if (missing.length > 0) throw new RefusalError(refuse('open-data.harvest.columns-missing', { detail: missing.join(', ') }))
}

const cell = (row: Row, column: string | undefined) => {
  const text = column === undefined ? '' : (row[column] ?? '').trim()
  return text === '' ? undefined : text
}

/** A list row says what a CKAN package would: the same mapping, rules and reasons apply. */
function toDataset(id: string, group: readonly Row[], mapping: CsvListMapping, options: FromCkanOptions): MappedDataset {
  const { columns, constants = {} } = mapping
  const row = group[0] ?? {}
  const split = (text: string | undefined) => (text ?? '').split(mapping.separator ?? ',').map((part) => part.trim()).filter((part) => part !== '')
  const extra = (key: string, value: string | undefined) => (value === undefined ? [] : [{ key, value }])
  const licence = cell(row, columns.licence) ?? constants.licence
  const theme = split(cell(row, columns.theme) ?? constants.theme)
  return datasetFromCkan({
    id, title: cell(row, columns.title), notes: cell(row, columns.description), tags: split(cell(row, columns.keywords)), license_id: licence,
    url: cell(row, columns.landingPage) ?? constants.landingPage,
    resources: group.flatMap((entry, index) => {
      const url = cell(entry, columns.url)
      if (url === undefined) return []
      return [{
        id: `${id}-${index + 1}`, url, download_url: url, name: cell(entry, columns.fileTitle) ?? cell(entry, columns.title), format: cell(entry, columns.format) ?? constants.format,
        size: cell(entry, columns.size), licenseAttributionByText: cell(entry, columns.attribution) ?? constants.attribution, license: cell(entry, columns.licence) ?? licence,
      }]
    }),
    extras: [
      ...extra('publisher_name', cell(row, columns.publisher) ?? constants.publisher), ...extra('contact_email', cell(row, columns.contactEmail) ?? constants.contactEmail),
      ...extra('issued', cell(row, columns.issued)), ...extra('modified', cell(row, columns.modified)), ...extra('frequency', cell(row, columns.frequency)),
      ...extra('temporal_start', cell(row, columns.temporalStart)), ...extra('temporal_end', cell(row, columns.temporalEnd)), ...extra('spatial_text', cell(row, columns.spatial)),
      ...(theme.length > 0 ? extra('theme', JSON.stringify(theme)) : []),
    ],
  }, options)
}
