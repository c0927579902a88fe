import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { fileTypeOf, formatOf, hashAlgorithmOf, mediaTypeOf, statusOf } from './normalise.ts'
import { absoluteIri, addressesOf, irisOf, openRecord, optional, stringsOf, textOf, warn } from './record.ts'
import type { Notes, Record } from './record.ts'
import { readDescription } from './description.ts'
import { numberOf, readAvailability, readDateField, readLanguages, readLicence, wordsFor } from './fields-from-rdf.ts'
import { readDataService } from './service-from-rdf.ts'
import type { Checksum, Distribution, Iri } from './schema.ts'

/**
 * One form of the data. Undefined (with a warning) when it has no address at all. A missing access address is taken from
 * the download address, as DCAT-AP.de convention 29 allows.
 */
export function readDistribution(graph: Graph, term: Term, notes: Notes, field: string): Distribution | undefined {
  if (term.kind === 'literal') {
    warn(notes, 'open-data.distribution.access-url-missing', field, term.value)
    return undefined
  }
  const record = openRecord(graph, term)
  const uri = term.kind === 'iri' ? absoluteIri(term.value) : undefined
  const downloadURL = addressesOf(record.take(iri('dcat:downloadURL')), notes, `${field}.downloadURL`)
  const accessURL = addressesOf(record.take(iri('dcat:accessURL')), notes, `${field}.accessURL`)
  if (accessURL.length === 0 && downloadURL.length === 0) {
    warn(notes, 'open-data.distribution.access-url-missing', field, term.value)
    return undefined
  }
  if (accessURL.length === 0) notes.provenance.push({ field: `${field}.accessURL`, from: downloadURL[0] ?? '', rule: 'access-url-from-download' })
  const licence = readLicence(graph, record, notes, field)
  const format = readFormat(graph, record, notes, field)
  return {
    ...optional('uri', uri),
    identifier: stringsOf(record.take(iri('dct:identifier'))),
    title: textOf(record.take(iri('dct:title'), iri('rdfs:label')), notes, `${field}.title`),
    description: readDescription(record.take(iri('dct:description')), notes, `${field}.description`),
    accessURL: accessURL.length > 0 ? accessURL : downloadURL,
    downloadURL,
    accessService: record.take(iri('dcat:accessService')).map((service) => readDataService(graph, service, notes, `${field}.accessService`)).filter((s) => s !== undefined),
    ...format,
    ...optional('compressFormat', single(record.take(iri('dcat:compressFormat')), mediaTypeOf)),
    ...optional('packageFormat', single(record.take(iri('dcat:packageFormat')), mediaTypeOf)),
    ...optional('byteSize', readByteSize(record.take(iri('dcat:byteSize'), iri('schema:contentSize')), notes, field)),
    ...optional('checksum', readChecksum(graph, record.take(iri('spdx:checksum'))[0], notes, field)),
    ...optional('issued', readDateField(record, iri('dct:issued'), notes, `${field}.issued`)),
    ...optional('modified', readDateField(record, iri('dct:modified'), notes, `${field}.modified`)),
    language: readLanguages(record, notes, field),
    ...licence,
    licenseAttributionByText: textOf(record.take(iri('dcatde:licenseAttributionByText')), notes, `${field}.licenseAttributionByText`),
    rights: readRights(graph, record.take(iri('dct:rights'))),
    ...optional('availability', readAvailability(record, notes, field)),
    ...optional('status', single(record.take(iri('adms:status')), statusOf)),
    conformsTo: irisOf(record.take(iri('dct:conformsTo')).filter((t) => t.kind !== 'blank'), notes, `${field}.conformsTo`),
    page: irisOf(record.take(iri('foaf:page')), notes, `${field}.page`),
    applicableLegislation: irisOf(record.take(iri('dcatap:applicableLegislation')), notes, `${field}.applicableLegislation`),
    ...optional('spatialResolutionInMeters', numberOf(record.take(iri('dcat:spatialResolutionInMeters'))[0])),
    ...optional('temporalResolution', stringsOf(record.take(iri('dcat:temporalResolution')))[0]),
    extra: record.rest(),
  }
}

const single = (terms: readonly Term[], rule: (value: string) => { value: string } | undefined) => {
  const value = stringsOf(terms)[0]
  return value === undefined ? undefined : rule(value)?.value
}

function readFormat(graph: Graph, record: Record, notes: Notes, field: string): { format?: Iri; mediaType?: string } {
  const formats = record.take(iri('dct:format'), iri('dct:MediaTypeOrExtent')).flatMap((term) => wordsFor(graph, term))
  const media = record.take(iri('dcat:mediaType')).flatMap((term) => wordsFor(graph, term))
  const mediaType = media.map((value) => ({ value, found: mediaTypeOf(value) })).find(({ found }) => found)
  if (mediaType?.found?.rule !== undefined) notes.provenance.push({ field: `${field}.mediaType`, from: mediaType.value, rule: mediaType.found.rule })
  const format = [...formats, ...media].map((value) => ({ value, found: formatOf(value) })).find(({ found }) => found)
  if (format?.found?.rule !== undefined) notes.provenance.push({ field: `${field}.format`, from: format.value, rule: format.found.rule })
  const stated = formats[0] ?? media[0]
  if (!format && stated !== undefined) warn(notes, 'open-data.distribution.format-unknown', `${field}.format`, stated)
  const known = fileTypeOf(format?.found?.value)?.mediaType
  return { ...optional('format', format?.found?.value), ...optional('mediaType', mediaType?.found?.value ?? (known === '' ? undefined : known)) }
}

function readByteSize(terms: readonly Term[], notes: Notes, field: string): number | undefined {
  const text = stringsOf(terms)[0]
  if (text === undefined) return undefined
  const bytes = Math.round(Number(text))
  if (Number.isSafeInteger(bytes) && bytes >= 0) return bytes
  warn(notes, 'open-data.distribution.byte-size-invalid', `${field}.byteSize`, text)
  return undefined
}

function readChecksum(graph: Graph, term: Term | undefined, notes: Notes, field: string): Checksum | undefined {
  if (!term) return undefined
  const said = graph.describe(term.kind === 'literal' ? { kind: 'blank', value: '' } : term)
  const value = said.get(iri('spdx:checksumValue'))?.[0]?.value.trim().toLowerCase()
  const algorithm = hashAlgorithmOf(said.get(iri('spdx:algorithm'))?.[0]?.value ?? '')
  if (value !== undefined && algorithm !== undefined && /^[0-9a-f]{8,128}$/.test(value)) return { algorithm, value }
  warn(notes, 'open-data.distribution.checksum-invalid', `${field}.checksum`, value ?? term.value)
  return undefined
}

function readRights(graph: Graph, terms: readonly Term[]): (Iri | string)[] {
  return [...new Set(terms.flatMap((term) => wordsFor(graph, term).slice(0, 1)).filter((words) => words !== '').map((words) => words.slice(0, 2000)))]
}
