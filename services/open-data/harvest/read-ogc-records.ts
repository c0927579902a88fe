import { objectsIn, textIn, type Loose } from '../ckan/loose.ts'
import { refuse } from '../dcat/refusals.ts'
import type { DataService } from '../dcat/schema.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { datasetFromRecord, serviceFromRecord, type RecordContext } from './dataset-from-record.ts'
import { countIn, nextAddress, noRecords, readJsonPage } from './json-page.ts'
import { mappingOptions } from './package.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'
import { requestAddress } from './source-address.ts'

/** A page of records of an OGC API – Records catalogue: a GeoJSON FeatureCollection (OGC 20-004r1). */
export async function readOgcRecords(source: Source, address: string, content: ByteSource): Promise<Reading> {
  const answer = await readJsonPage(content)
  const features = answer['features']
  if (answer['type'] !== 'FeatureCollection' || !Array.isArray(features)) return { ok: false, refusal: noRecords(answer) }
  // A catalogue that is empty all of a sudden is more likely broken: it would take every dataset with it.
  if (features.length === 0 && address === source.url) return { ok: false, refusal: refuse('open-data.harvest.no-datasets', { detail: 'features: []' }) }
  const base = requestAddress('ogc-records', address)
  const context = { address: base, ...mappingOptions(source) }
  const datasets: unknown[] = []
  const services: DataService[] = []
  for (const feature of features) {
    const service = serviceFromRecord(feature, context)
    if (service) services.push(service)
    else datasets.push(feature)
  }
  const next = features.length > 0 ? nextPage(answer, base) : undefined
  return {
    ok: true,
    records: asDelivered(mapAll(datasets, context)),
    ...countIn(answer, 'numberMatched'),
    ...(next !== undefined && { next }),
    services,
    series: [],
  }
}

// One by one, so that a page of large records is not held twice.
function* mapAll(features: readonly unknown[], context: RecordContext) {
  for (const feature of features) yield datasetFromRecord(feature, context)
}

const nextPage = (answer: Loose, address: string): string | undefined => {
  const link = objectsIn(answer, 'links').find((one) => textIn(one, 'rel') === 'next')
  return link && nextAddress(textIn(link, 'href'), address)
}
