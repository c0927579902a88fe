import { checkMapping, readCsvList as readList } from '../ckan/csv-list.ts'
import { refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'

/** A town's plain list of datasets; which column means what is declared with the source. */
export function readCsvList(source: Source, content: ByteSource): Reading {
  const checked = checkMapping(source.options.mapping)
  if (!checked.ok) return { ok: false, refusal: refuse('open-data.harvest.columns-missing', { detail: checked.problems.join('; ') }) }
  const options = source.options.publisher ? { publisher: { name: { de: source.options.publisher } } } : {}
  return { ok: true, records: asDelivered(readList(content, checked.mapping, options)), services: [], series: [] }
}
