import type { Catalogue, DataService, Dataset, Distribution } from './schema.ts'

/** A dataset that says nothing yet: the start of every mapping and of a new form. */
export const emptyDataset: Dataset = {
  identifier: [], otherIdentifier: [], title: {}, description: {}, keyword: {}, theme: [], creator: [], contributor: [],
  originator: [], maintainer: [], qualifiedAttribution: [], contactPoint: [], distribution: [], sample: [],
  landingPage: [], page: [], temporal: [], spatial: [], language: [], type: [], conformsTo: [], provenanceStatement: [],
  versionNotes: {}, inSeries: [], relation: [], source: [], references: [], isReferencedBy: [], hasVersion: [],
  isVersionOf: [], contributorID: [], politicalGeocodingLevelURI: [], politicalGeocodingURI: [], geocodingDescription: {},
  legalBasis: {}, applicableLegislation: [], hvdCategory: [], extra: [], provenance: [],
}

/** A distribution that says nothing yet. */
export const emptyDistribution: Distribution = {
  identifier: [], title: {}, description: {}, accessURL: [], downloadURL: [], accessService: [], language: [],
  licenseAttributionByText: {}, rights: [], conformsTo: [], page: [], applicableLegislation: [], extra: [],
}

/** A data service that says nothing yet. */
export const emptyDataService: DataService = {
  identifier: [], title: {}, description: {}, keyword: {}, theme: [], endpointURL: [], endpointDescription: [],
  servesDataset: [], contactPoint: [], format: [], conformsTo: [], landingPage: [], page: [], applicableLegislation: [],
  hvdCategory: [], extra: [],
}

/** A catalogue that says nothing yet. */
export const emptyCatalogue: Catalogue = {
  title: {}, description: {}, language: [], themeTaxonomy: [], spatial: [], hasPart: [],
}
