import * as lists from './lists.ts'

/** The lists with the names of their files, in the order in which people ask for them. */
export const namedVocabularies = [
  { name: 'themes', list: lists.themes },
  { name: 'licences', list: lists.licences },
  { name: 'file-types', list: lists.fileTypes },
  { name: 'hvd-categories', list: lists.hvdCategories },
  { name: 'frequencies', list: lists.frequencies },
  { name: 'access-rights', list: lists.accessRights },
  { name: 'availabilities', list: lists.availabilities },
  { name: 'languages', list: lists.languages },
  { name: 'contributors', list: lists.contributors },
  { name: 'geocoding-levels', list: lists.geocodingLevels },
  { name: 'publisher-types', list: lists.publisherTypes },
  { name: 'dataset-types', list: lists.datasetTypes },
  { name: 'distribution-statuses', list: lists.distributionStatuses },
] as const
export type NamedVocabulary = (typeof namedVocabularies)[number]
