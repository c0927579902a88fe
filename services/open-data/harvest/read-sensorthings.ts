import { objectsIn, textIn, textsIn, isLoose } from '../ckan/loose.ts'
import { refuse } from '../dcat/refusals.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import { datasetFromThing, type ThingContext } from './dataset-from-thing.ts'
import { countIn, nextAddress, noRecords, readJsonPage } from './json-page.ts'
import { mappingOptions } from './package.ts'
import { asDelivered, type Reading } from './page.ts'
import type { Source } from './schema.ts'
import { sensorService } from './source-address.ts'

/** Everything a dataset is made of, in one answer a page. */
const query = '$expand=Datastreams($expand=ObservedProperty),Locations&$count=true&$top=100'
/** Behind the address of a page: the service said that it answers in CSV, too. */
const csvMark = '#csv'

const firstPage = (service: string, csv: boolean): string => `${service}/Things?${query}${csv ? csvMark : ''}`

/**
 * A page of an OGC SensorThings API 1.1 (OGC 18-088). The first is the service itself, because only there does it say what it can do;
 * the things follow.
 */
export async function readSensorThings(source: Source, address: string, content: ByteSource): Promise<Reading> {
  const service = sensorService(source.url)
  return address === source.url ? await readService(service, content) : await readThings(source, service, address, content)
}

async function readService(service: string, content: ByteSource): Promise<Reading> {
  const answer = await readJsonPage(content)
  if (!objectsIn(answer, 'value').some((set) => textIn(set, 'name') === 'Things')) return { ok: false, refusal: noRecords(answer) }
  const settings = isLoose(answer['serverSettings']) ? answer['serverSettings'] : {}
  // Not of the standard itself: https://github.com/INSIDE-information-systems/SensorThingsAPI/blob/master/CSV-ResultFormat/CSV-ResultFormat.md
  const speaksCsv = textsIn(settings, 'conformance').some((one) => /csv-?resultformat|resultformat\/csv/i.test(one))
  return { ok: true, records: asDelivered([]), next: firstPage(service, speaksCsv), services: [], series: [] }
}

async function readThings(source: Source, service: string, address: string, content: ByteSource): Promise<Reading> {
  const answer = await readJsonPage(content)
  const things = answer['value']
  if (!Array.isArray(things)) return { ok: false, refusal: noRecords(answer) }
  // A service that is empty all of a sudden is more likely broken: it would take every dataset with it.
  if (things.length === 0 && [firstPage(service, true), firstPage(service, false)].includes(address)) return { ok: false, refusal: refuse('open-data.harvest.no-datasets', { detail: 'value: []' }) }
  const csv = address.endsWith(csvMark)
  // The standard has no word for a publisher: it is the source's, as the form says.
  const context: ThingContext = { service, csv, publisher: { name: { de: source.title } }, ...mappingOptions(source) }
  const next = things.length > 0 ? nextAddress(textIn(answer, '@iot.nextLink'), address) : undefined
  return {
    ok: true,
    records: asDelivered(mapAll(things, context)),
    ...countIn(answer, '@iot.count'),
    ...(next !== undefined && { next: `${next}${csv ? csvMark : ''}` }),
    services: [],
    series: [],
  }
}

function* mapAll(things: readonly unknown[], context: ThingContext) {
  for (const thing of things) yield datasetFromThing(thing, context)
}
