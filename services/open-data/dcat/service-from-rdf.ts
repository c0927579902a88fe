import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { readAgent, readContact } from './agents.ts'
import { readDescription } from './description.ts'
import { readAvailability, readDateField, readLicence } from './fields-from-rdf.ts'
import { emptyDataService } from './empty.ts'
import { accessRightsOf, formatOf, frequencyOf, themeOf } from './normalise.ts'
import { readLocation, readPeriodOfTime } from './places.ts'
import { absoluteIri, addressesOf, irisOf, openRecord, optional, stringsOf, textOf, wordsOf } from './record.ts'
import type { Notes, Record } from './record.ts'
import type { DataService, DatasetSeries, Iri } from './schema.ts'

/** An interface that serves data. A bare IRI is one with nothing but its name. */
export function readDataService(graph: Graph, term: Term, notes: Notes, field: string): DataService | undefined {
  if (term.kind === 'literal') return undefined
  const record = openRecord(graph, term)
  const uri = term.kind === 'iri' ? absoluteIri(term.value) : undefined
  const licence = readLicence(graph, record, notes, field).license
  return {
    ...emptyDataService,
    ...optional('uri', uri),
    identifier: stringsOf(record.take(iri('dct:identifier'))),
    title: textOf(record.take(iri('dct:title')), notes, `${field}.title`),
    description: readDescription(record.take(iri('dct:description')), notes, `${field}.description`),
    keyword: wordsOf(record.take(iri('dcat:keyword')), notes, `${field}.keyword`),
    theme: known(record.take(iri('dcat:theme')), themeOf),
    endpointURL: addressesOf(record.take(iri('dcat:endpointURL')), notes, `${field}.endpointURL`),
    endpointDescription: irisOf(record.take(iri('dcat:endpointDescription')).filter((t) => t.kind === 'iri'), notes, `${field}.endpointDescription`),
    servesDataset: irisOf(record.take(iri('dcat:servesDataset')), notes, `${field}.servesDataset`),
    ...optional('publisher', publisherOf(graph, record, notes, field)),
    contactPoint: contactsOf(graph, record, notes, field),
    ...optional('license', licence),
    ...optional('accessRights', known(record.take(iri('dct:accessRights')), accessRightsOf)[0]),
    ...optional('availability', readAvailability(record, notes, field)),
    format: known(record.take(iri('dct:format')), formatOf),
    conformsTo: irisOf(record.take(iri('dct:conformsTo')).filter((t) => t.kind !== 'blank'), notes, `${field}.conformsTo`),
    landingPage: addressesOf(record.take(iri('dcat:landingPage')), notes, `${field}.landingPage`),
    page: irisOf(record.take(iri('foaf:page')), notes, `${field}.page`),
    applicableLegislation: irisOf(record.take(iri('dcatap:applicableLegislation')), notes, `${field}.applicableLegislation`),
    hvdCategory: irisOf(record.take(iri('dcatap:hvdCategory')), notes, `${field}.hvdCategory`),
    ...optional('issued', readDateField(record, iri('dct:issued'), notes, `${field}.issued`)),
    ...optional('modified', readDateField(record, iri('dct:modified'), notes, `${field}.modified`)),
    extra: record.rest(),
  }
}

/** A series of datasets. */
export function readDatasetSeries(graph: Graph, term: Term, notes: Notes): DatasetSeries | undefined {
  if (term.kind === 'literal') return undefined
  const record = openRecord(graph, term)
  const frequency = stringsOf(record.take(iri('dct:accrualPeriodicity')))[0]
  return {
    ...optional('uri', term.kind === 'iri' ? absoluteIri(term.value) : undefined),
    title: textOf(record.take(iri('dct:title')), notes, 'title'),
    description: readDescription(record.take(iri('dct:description')), notes, 'description'),
    ...optional('publisher', publisherOf(graph, record, notes, 'series')),
    contactPoint: contactsOf(graph, record, notes, 'series'),
    ...optional('accrualPeriodicity', frequency === undefined ? undefined : frequencyOf(frequency)?.value),
    spatial: record.take(iri('dct:spatial')).map((t, i) => readLocation(graph, t, notes, `spatial[${i}]`)).filter((l) => l !== undefined),
    temporal: record.take(iri('dct:temporal')).map((t, i) => readPeriodOfTime(graph, t, notes, `temporal[${i}]`)).filter((p) => p !== undefined),
    ...optional('issued', readDateField(record, iri('dct:issued'), notes, 'issued')),
    ...optional('modified', readDateField(record, iri('dct:modified'), notes, 'modified')),
    applicableLegislation: irisOf(record.take(iri('dcatap:applicableLegislation')), notes, 'applicableLegislation'),
    ...categoriesOf(record, notes),
    extra: record.rest(),
  }
}

function publisherOf(graph: Graph, record: Record, notes: Notes, field: string) {
  const term = record.take(iri('dct:publisher'))[0]
  return term && readAgent(graph, term, notes, `${field}.publisher`)
}

const contactsOf = (graph: Graph, record: Record, notes: Notes, field: string) =>
  record.take(iri('dcat:contactPoint')).map((t) => readContact(graph, t, notes, `${field}.contactPoint`)).filter((c) => c !== undefined)

function known(terms: readonly Term[], rule: (value: string) => { value: string } | undefined): Iri[] {
  return [...new Set(stringsOf(terms).map((value) => rule(value)?.value).filter((value) => value !== undefined))]
}

/** Only series of high value name categories; the field is absent elsewhere. */
function categoriesOf(record: Record, notes: Notes): Pick<DatasetSeries, 'hvdCategory'> {
  const categories = irisOf(record.take(iri('dcatap:hvdCategory')), notes, 'hvdCategory')
  return categories.length > 0 ? { hvdCategory: categories } : {}
}
