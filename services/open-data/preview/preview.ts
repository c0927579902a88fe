import { refuse } from '../dcat/refusals.ts'
import type { Iri } from '../dcat/schema.ts'
import { peek } from '../rdf/text-stream.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { sniff } from '../rdf/sniff.ts'
import { readJson } from './read-json.ts'
import { readTable } from './read-table.ts'
import { previewLimits } from './schema.ts'
import type { PreviewLimits, PreviewResult } from './schema.ts'

const tables = new Set(['CSV', 'TSV', 'TXT'])
const jsons = new Set(['JSON', 'GEOJSON', 'JSON_LD', 'TOPOJSON'])

/** True when a file of this EU file type can be previewed. */
export function canPreview(format: Iri | undefined): boolean {
  const code = format?.split('/').at(-1) ?? ''
  return tables.has(code) || jsons.has(code)
}

/**
 * Previews a file. The stated format decides between table and JSON, the bytes may contradict it: a web page or an archive
 * under the name of a table is refused by what it is.
 */
export async function previewFile(source: ByteSource, format: Iri | undefined, limits: Partial<PreviewLimits> = {}): Promise<PreviewResult> {
  const all = { ...previewLimits, ...limits }
  const { head, all: bytes } = await peek(source, 1024)
  const found = sniff(head)
  const code = format?.split('/').at(-1) ?? ''
  if (found === 'empty') return close(bytes, { ok: false, refusal: refuse('open-data.preview.empty') })
  if (found === 'html' || found === 'zip' || found === 'gzip' || found === 'pdf') return close(bytes, { ok: false, refusal: refuse('open-data.preview.unsupported', { detail: found }) })
  if (found === 'json' && (jsons.has(code) || !tables.has(code))) return readJson(bytes, all)
  if (jsons.has(code)) return close(bytes, { ok: false, refusal: refuse('open-data.preview.syntax', { detail: found }) })
  if (tables.has(code) || code === '') return readTable(bytes, all, code === 'TSV' ? '\t' : undefined)
  return close(bytes, { ok: false, refusal: refuse('open-data.preview.unsupported', { detail: code }) })
}

async function close(bytes: AsyncGenerator<Buffer>, result: PreviewResult): Promise<PreviewResult> {
  await bytes.return(undefined)
  return result
}
