/** Model to statements: DCAT-AP.de 3.0. Reading the result back gives the same model. */
import type { Catalogue, Contact, Dataset, DatasetSeries, Distribution, Iri, LanguageText, Node, Statement } from './schema.ts'
import { newSheet, resource } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { writeAgents, writeContact, writeLocation, writePeriod } from './parts-to-rdf.ts'
import { writeDataService, writeDistribution } from './distribution-to-rdf.ts'

export type ToRdfOptions = {
  /** The portal's own IRI for the dataset; without it the source's. One of the two must exist. */
  readonly uri?: Iri
  /** The portal's IRI for the file at a position, for files whose source gave none. */
  readonly distributionUri?: (index: number) => Iri
  /** False leaves out what the model has no field for. */
  readonly extra?: boolean
  /** True writes what is said even where the rules allow no such thing, and fills nothing in: to see what a validator says. */
  readonly asIs?: boolean
  /** Shared by the datasets of one document, so that their blank nodes stay apart. */
  readonly labels?: Labels
}

/** Numbers blank nodes of one document. */
export type Labels = { next: number }

/**
 * A dataset with everything that hangs on it. DCAT-AP demands a description: where there is none, the title stands in.
 * Contacts without any way to reach them are left out, since the German rules allow no such contact.
 */
export function datasetToRdf(dataset: Dataset, options: ToRdfOptions = {}): Statement[] {
  const sheet = newSheet(options.labels ?? { next: 0 }, options.extra ?? true)
  const uri = options.uri ?? dataset.uri
  const self: Node = uri === undefined ? sheet.blank() : resource(uri)
  const say = sheet.about(self)
  say.type('dcat:Dataset')
  say.texts('dct:title', dataset.title)
  say.texts('dct:description', filled(dataset.description) || options.asIs ? dataset.description : dataset.title)
  for (const [language, words] of Object.entries(dataset.keyword)) for (const word of words) say.text('dcat:keyword', word, language)
  say.resources('dcat:theme', dataset.theme)
  for (const identifier of dataset.identifier) say.plain('dct:identifier', identifier)
  for (const notation of dataset.otherIdentifier) say.node('adms:identifier', 'adms:Identifier').plain('skos:notation', notation)
  writeAgents(sheet, self, 'dct:publisher', dataset.publisher ? [dataset.publisher] : [])
  writeAgents(sheet, self, 'dct:creator', dataset.creator)
  writeAgents(sheet, self, 'dct:contributor', dataset.contributor)
  writeAgents(sheet, self, 'geodcatap:originator', dataset.originator)
  writeAgents(sheet, self, 'geodcatap:custodian', dataset.maintainer)
  for (const { agent, role } of dataset.qualifiedAttribution) {
    if (agent.uri === undefined && !options.asIs) continue                // the rules demand an IRI here
    const attribution = say.node('prov:qualifiedAttribution', 'prov:Attribution')
    attribution.resources('dcat:hadRole', role === '' ? [] : role)
    writeAgents(sheet, attribution.self, 'prov:agent', [agent])
  }
  for (const contact of dataset.contactPoint) if (isReachable(contact) || options.asIs) writeContact(sheet, self, contact)
  say.resources('dcat:landingPage', dataset.landingPage)
  say.resources('foaf:page', dataset.page)
  say.date('dct:issued', dataset.issued)
  say.date('dct:modified', dataset.modified)
  for (const period of dataset.temporal) writePeriod(sheet, self, period)
  for (const location of dataset.spatial) writeLocation(sheet, self, location)
  if (dataset.temporalResolution !== undefined) say.typed('dcat:temporalResolution', dataset.temporalResolution, 'duration')
  if (dataset.spatialResolutionInMeters !== undefined) say.typed('dcat:spatialResolutionInMeters', String(dataset.spatialResolutionInMeters), 'decimal')
  say.resources('dct:accrualPeriodicity', dataset.accrualPeriodicity)
  say.resources('dct:accessRights', dataset.accessRights)
  say.resources('dcatap:availability', dataset.availability)
  say.resources('dct:language', dataset.language)
  say.resources('dct:type', dataset.type)
  say.resources('dct:conformsTo', dataset.conformsTo)
  for (const text of dataset.provenanceStatement) say.node('dct:provenance', 'dct:ProvenanceStatement').texts('rdfs:label', text)
  if (dataset.version !== undefined) say.plain('dcat:version', dataset.version)
  say.texts('adms:versionNotes', dataset.versionNotes)
  say.resources('adms:sample', dataset.sample)
  say.resources('dcat:inSeries', dataset.inSeries)
  say.resources('dct:relation', dataset.relation)
  say.resources('dct:source', dataset.source)
  say.resources('dct:references', dataset.references)
  say.resources('dct:isReferencedBy', dataset.isReferencedBy)
  say.resources('dcat:hasVersion', dataset.hasVersion)
  say.resources('dcat:isVersionOf', dataset.isVersionOf)
  say.resources('dcatde:contributorID', dataset.contributorID)
  say.resources('dcatde:politicalGeocodingLevelURI', dataset.politicalGeocodingLevelURI)
  say.resources('dcatde:politicalGeocodingURI', dataset.politicalGeocodingURI)
  say.texts('dcatde:geocodingDescription', dataset.geocodingDescription)
  say.texts('dcatde:legalBasis', dataset.legalBasis)
  say.resources('dcatde:qualityProcessURI', dataset.qualityProcessURI)
  say.resources('dcatap:applicableLegislation', dataset.applicableLegislation)
  say.resources('dcatap:hvdCategory', dataset.hvdCategory)
  dataset.distribution.forEach((distribution, index) => {
    writeDistribution(sheet, self, named(distribution, index, options), dataset)
  })
  say.extra(dataset.extra)
  return sheet.statements
}

function named(distribution: Distribution, index: number, options: ToRdfOptions): Distribution {
  return distribution.uri !== undefined || !options.distributionUri ? distribution : { ...distribution, uri: options.distributionUri(index) }
}

const isReachable = (contact: Contact) => contact.email !== undefined || contact.url !== undefined || contact.telephone !== undefined
const filled = (text: LanguageText) => Object.keys(text).length > 0

/** The catalogue with the IRIs of the datasets on this page. */
export function catalogueToRdf(catalogue: Catalogue, uri: Iri, datasets: readonly Iri[], labels: Labels = { next: 0 }): Statement[] {
  const sheet = newSheet(labels, true)
  const self = resource(uri)
  const say = sheet.about(self)
  say.type('dcat:Catalog')
  say.texts('dct:title', catalogue.title)
  say.texts('dct:description', filled(catalogue.description) ? catalogue.description : catalogue.title)
  writeAgents(sheet, self, 'dct:publisher', catalogue.publisher ? [catalogue.publisher] : [])
  say.resources('foaf:homepage', catalogue.homepage)
  say.resources('dct:language', catalogue.language)
  say.resources('dct:license', catalogue.license)
  say.resources('dcat:themeTaxonomy', catalogue.themeTaxonomy)
  for (const location of catalogue.spatial) writeLocation(sheet, self, location)
  say.date('dct:issued', catalogue.issued)
  say.date('dct:modified', catalogue.modified)
  say.resources('dct:hasPart', catalogue.hasPart)
  say.resources('dcat:dataset', datasets)
  return sheet.statements
}

/** A series of datasets. */
export function seriesToRdf(series: DatasetSeries, uri: Iri, labels: Labels = { next: 0 }): Statement[] {
  const sheet = newSheet(labels, true)
  const self = resource(uri)
  const say = sheet.about(self)
  say.type('dcat:DatasetSeries')
  say.texts('dct:title', series.title)
  say.texts('dct:description', filled(series.description) ? series.description : series.title)
  writeAgents(sheet, self, 'dct:publisher', series.publisher ? [series.publisher] : [])
  for (const contact of series.contactPoint) if (isReachable(contact)) writeContact(sheet, self, contact)
  say.resources('dct:accrualPeriodicity', series.accrualPeriodicity)
  for (const location of series.spatial) writeLocation(sheet, self, location)
  for (const period of series.temporal) writePeriod(sheet, self, period)
  say.date('dct:issued', series.issued)
  say.date('dct:modified', series.modified)
  say.resources('dcatap:applicableLegislation', series.applicableLegislation)
  say.resources('dcatap:hvdCategory', series.hvdCategory)
  say.extra(series.extra)
  return sheet.statements
}

/** A data service of its own, outside any distribution. */
export function dataServiceToRdf(service: Parameters<typeof writeDataService>[1], uri: Iri, labels: Labels = { next: 0 }): Statement[] {
  const sheet = newSheet(labels, true)
  writeDataService(sheet, service, resource(uri))
  return sheet.statements
}

/** Addresses of a page of a collection. */
export type PageLinks = { readonly collection: Iri; readonly page: Iri; readonly first: Iri; readonly last: Iri; readonly next?: Iri; readonly previous?: Iri; readonly totalItems: number; readonly itemsPerPage: number }

/** Hydra paging statements (PartialCollectionView), with the older names that ckanext-dcat's harvester reads beside them. */
export function pagingToRdf(links: PageLinks): Statement[] {
  const sheet: Sheet = newSheet({ next: 0 }, true)
  const say = sheet.about(resource(links.page))
  say.type('hydra:PartialCollectionView')
  say.type('hydra:PagedCollection')
  for (const [name, old, address] of [['first', 'firstPage', links.first], ['last', 'lastPage', links.last], ['next', 'nextPage', links.next], ['previous', 'previousPage', links.previous]] as const) {
    say.resources(`hydra:${name}`, address)
    if (address !== undefined) say.plain(`hydra:${old}`, address)
  }
  say.typed('hydra:totalItems', String(links.totalItems), 'integer')
  say.typed('hydra:itemsPerPage', String(links.itemsPerPage), 'integer')
  sheet.about(resource(links.collection)).resources('hydra:view', links.page)
  return sheet.statements
}
