import { readCatalogue } from '../dcat/read-catalogue.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'

/** A page of a DCAT-AP catalogue in RDF/XML, Turtle or JSON-LD. */
export async function readDcat(source: Source, content: ByteSource, signal: AbortSignal): Promise<Reading> {
  const read = await readCatalogue(content, { signal, ...(source.options.language && { language: source.options.language }) })
  if (!read.ok) return read
  return {
    ok: true,
    records: asDelivered(read.datasets()),
    expected: read.paging.totalItems ?? read.count,
    ...(read.paging.nextPage && { next: read.paging.nextPage }),
    services: read.services(),
    series: read.series(),
  }
}
