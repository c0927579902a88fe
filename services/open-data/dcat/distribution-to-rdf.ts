import { absoluteIri } from './record.ts'
import type { DataService, Dataset, Distribution, Iri, Node } from './schema.ts'
import { resource } from './sheet.ts'
import type { Sayings, Sheet } from './sheet.ts'
import { writeAgents, writeContact } from './parts-to-rdf.ts'

/** A file or interface of a dataset. Services without publisher take the dataset's, since the rules demand one. */
export function writeDistribution(sheet: Sheet, of: Node, distribution: Distribution, dataset: Dataset): void {
  const self = distribution.uri === undefined ? sheet.blank() : resource(distribution.uri)
  sheet.about(of).link('dcat:distribution', self)
  const say = sheet.about(self)
  say.type('dcat:Distribution')
  for (const identifier of distribution.identifier) say.plain('dct:identifier', identifier)
  say.texts('dct:title', distribution.title)
  say.texts('dct:description', distribution.description)
  say.resources('dcat:accessURL', distribution.accessURL)
  say.resources('dcat:downloadURL', distribution.downloadURL)
  say.resources('dct:format', distribution.format)
  say.resources('dcat:mediaType', mediaTypeIri(distribution.mediaType))
  say.resources('dcat:compressFormat', mediaTypeIri(distribution.compressFormat))
  say.resources('dcat:packageFormat', mediaTypeIri(distribution.packageFormat))
  if (distribution.byteSize !== undefined) say.typed('dcat:byteSize', String(distribution.byteSize), 'nonNegativeInteger')
  if (distribution.checksum) {
    const checksum = say.node('spdx:checksum', 'spdx:Checksum')
    checksum.resources('spdx:algorithm', `http://spdx.org/rdf/terms#checksumAlgorithm_${distribution.checksum.algorithm}`)
    checksum.typed('spdx:checksumValue', distribution.checksum.value, 'hexBinary')
  }
  say.date('dct:issued', distribution.issued)
  say.date('dct:modified', distribution.modified)
  say.resources('dct:language', distribution.language)
  writeLicence(say, distribution)
  say.texts('dcatde:licenseAttributionByText', distribution.licenseAttributionByText)
  for (const words of distribution.rights.slice(0, 1)) {                  // at most one, says DCAT-AP
    const address = absoluteIri(words)
    if (address === undefined) say.node('dct:rights', 'dct:RightsStatement').plain('rdfs:label', words)
    else say.resources('dct:rights', address)
  }
  say.resources('dcatap:availability', distribution.availability)
  say.resources('adms:status', distribution.status)
  say.resources('dct:conformsTo', distribution.conformsTo)
  say.resources('foaf:page', distribution.page)
  say.resources('dcatap:applicableLegislation', distribution.applicableLegislation)
  if (distribution.spatialResolutionInMeters !== undefined) say.typed('dcat:spatialResolutionInMeters', String(distribution.spatialResolutionInMeters), 'decimal')
  if (distribution.temporalResolution !== undefined) say.typed('dcat:temporalResolution', distribution.temporalResolution, 'duration')
  for (const service of distribution.accessService) {
    const node = service.uri === undefined ? sheet.blank() : resource(service.uri)
    say.link('dcat:accessService', node)
    const publisher = service.publisher ?? dataset.publisher
    writeDataService(sheet, publisher ? { ...service, publisher } : service, node)
  }
  say.extra(distribution.extra)
}

/** A licence of no list keeps the source's words in a licence document of its own. */
function writeLicence(say: Sayings, distribution: Distribution): void {
  if (distribution.license !== undefined) say.resources('dct:license', distribution.license)
  else if (distribution.licenseText !== undefined) say.node('dct:license', 'dct:LicenseDocument').plain('rdfs:label', distribution.licenseText)
}

/** The IANA IRI of `text/csv`. */
export function mediaTypeIri(mediaType: string | undefined): Iri | undefined {
  return mediaType === undefined ? undefined : `https://www.iana.org/assignments/media-types/${mediaType}`
}

export function writeDataService(sheet: Sheet, service: DataService, self: Node): void {
  const say = sheet.about(self)
  say.type('dcat:DataService')
  for (const identifier of service.identifier) say.plain('dct:identifier', identifier)
  say.texts('dct:title', service.title)
  say.texts('dct:description', service.description)
  for (const [language, words] of Object.entries(service.keyword)) for (const word of words) say.text('dcat:keyword', word, language)
  say.resources('dcat:theme', service.theme)
  say.resources('dcat:endpointURL', service.endpointURL)
  say.resources('dcat:endpointDescription', service.endpointDescription)
  say.resources('dcat:servesDataset', service.servesDataset)
  writeAgents(sheet, self, 'dct:publisher', service.publisher ? [service.publisher] : [])
  for (const contact of service.contactPoint) if (contact.email ?? contact.url ?? contact.telephone) writeContact(sheet, self, contact)
  say.resources('dct:license', service.license)
  say.resources('dct:accessRights', service.accessRights)
  say.resources('dcatap:availability', service.availability)
  say.resources('dct:format', service.format)
  say.resources('dct:conformsTo', service.conformsTo)
  say.resources('dcat:landingPage', service.landingPage)
  say.resources('foaf:page', service.page)
  say.resources('dcatap:applicableLegislation', service.applicableLegislation)
  say.resources('dcatap:hvdCategory', service.hvdCategory)
  say.date('dct:issued', service.issued)
  say.date('dct:modified', service.modified)
  say.extra(service.extra)
}
