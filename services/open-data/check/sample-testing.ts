/** For tests only: a dataset that says everything right. */
import { emptyDataService, emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { DataService, Dataset, Distribution } from '../dcat/schema.ts'

const eu = 'http://publications.europa.eu/resource/authority'

export const sampleService: DataService = {
  ...emptyDataService, uri: 'https://example.org/service', title: { de: 'Kartendienst' }, endpointURL: ['https://example.org/wms'], endpointDescription: ['https://example.org/wms?request=GetCapabilities'],
  publisher: { name: { de: 'Vermessungsamt' } }, accessRights: `${eu}/access-right/PUBLIC`, format: [`${eu}/file-type/WMS_SRVC`], license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
}

export const sampleFile: Distribution = {
  ...emptyDistribution, uri: 'https://example.org/d#file', title: { de: 'Bäume als CSV' }, accessURL: ['https://example.org/baeume'], downloadURL: ['https://example.org/baeume.csv'], mediaType: 'text/csv',
  format: `${eu}/file-type/CSV`, license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0', licenseAttributionByText: { de: 'Stadt Musterstadt' }, byteSize: 12, language: [`${eu}/language/DEU`], status: `${eu}/distribution-status/COMPLETED`,
  availability: `${eu}/planned-availability/STABLE`, checksum: { algorithm: 'sha256', value: 'ab'.repeat(32) }, spatialResolutionInMeters: 10, temporalResolution: 'P1D', accessService: [sampleService],
}

export const sampleDataset: Dataset = {
  ...emptyDataset, uri: 'https://example.org/d', identifier: ['d'], title: { de: 'Bäume' }, description: { de: 'Alle Bäume an Straßen mit Art, Pflanzjahr und Standort, gepflegt vom Grünflächenamt.' }, keyword: { de: ['Baum'] },
  theme: [`${eu}/data-theme/ENVI`], publisher: { uri: 'https://example.org/town', name: { de: 'Stadt Musterstadt' }, type: 'http://purl.org/adms/publishertype/LocalAuthority' }, creator: [{ name: { de: 'Grünflächenamt' } }], maintainer: [{ name: { de: 'IT-Stelle' } }],
  contactPoint: [{ kind: 'Organization', name: 'Grünflächenamt', email: 'gruen@example.org' }], temporal: [{ startDate: '2020', endDate: '2025-12-31' }], spatial: [{ label: { de: 'Musterstadt' } }], spatialResolutionInMeters: 1,
  temporalResolution: 'P1Y', accrualPeriodicity: `${eu}/frequency/ANNUAL`, accessRights: `${eu}/access-right/PUBLIC`, availability: `${eu}/planned-availability/STABLE`, language: [`${eu}/language/DEU`], issued: '2024-01-01',
  type: [`${eu}/dataset-type/GEOSPATIAL`], contributorID: ['http://dcat-ap.de/def/contributors/openNRW'], politicalGeocodingLevelURI: ['http://dcat-ap.de/def/politicalGeocoding/Level/municipality'],
  qualifiedAttribution: [{ agent: { uri: 'https://example.org/office', name: { de: 'Amt' } }, role: 'https://example.org/role' }], distribution: [sampleFile],
}
