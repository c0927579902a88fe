/**
 * The controlled vocabularies that DCAT-AP.de 3.0 prescribes, as versioned data files beside this one: see README.md for
 * their origin. Of a list that is not complete, an IRI is accepted even when its code is not among the known ones.
 */
import type { Concept, Iri, Licence } from '../dcat/schema.ts'
import accessRightsFile from './access-rights.json' with { type: 'json' }
import availabilitiesFile from './availabilities.json' with { type: 'json' }
import contributorsFile from './contributors.json' with { type: 'json' }
import datasetTypesFile from './dataset-types.json' with { type: 'json' }
import statusesFile from './distribution-statuses.json' with { type: 'json' }
import fileTypesFile from './file-types.json' with { type: 'json' }
import frequenciesFile from './frequencies.json' with { type: 'json' }
import levelsFile from './geocoding-levels.json' with { type: 'json' }
import hvdFile from './hvd-categories.json' with { type: 'json' }
import languagesFile from './languages.json' with { type: 'json' }
import licencesFile from './licences.json' with { type: 'json' }
import publisherTypesFile from './publisher-types.json' with { type: 'json' }
import themesFile from './themes.json' with { type: 'json' }

/** One list: its concept scheme, where it is from, its entries and fast look-ups. */
export type Vocabulary<C extends Concept = Concept> = {
  readonly scheme: Iri
  readonly version: string
  /** Who keeps the list, and what this project has added. */
  readonly source: string
  readonly license: string
  /** False: other codes of the same list are right, too. */
  readonly complete: boolean
  readonly concepts: readonly C[]
  readonly byUri: ReadonlyMap<Iri, C>
  /** By code, label in any language or listed spelling, all folded by `foldSpelling`. */
  readonly bySpelling: ReadonlyMap<string, C>
}

export type Spelled = { readonly spellings: readonly string[] }
export type FileType = Concept & Spelled & { readonly mediaType: string; readonly nonProprietary: boolean; readonly machineReadable: boolean }
export type Language = Concept & { readonly iso: string }

export const themes: Vocabulary<Concept & Spelled> = vocabulary(themesFile)
export const licences: Vocabulary<Licence & Spelled> = vocabulary(licencesFile)
export const fileTypes: Vocabulary<FileType> = vocabulary(fileTypesFile)
export const languages: Vocabulary<Language> = vocabulary(languagesFile)
export const frequencies: Vocabulary<Concept & Spelled> = vocabulary(frequenciesFile)
export const accessRights: Vocabulary = vocabulary(accessRightsFile)
export const availabilities: Vocabulary = vocabulary(availabilitiesFile)
export const distributionStatuses: Vocabulary = vocabulary(statusesFile)
export const datasetTypes: Vocabulary = vocabulary(datasetTypesFile)
export const hvdCategories: Vocabulary = vocabulary(hvdFile)
export const publisherTypes: Vocabulary = vocabulary(publisherTypesFile)
export const geocodingLevels: Vocabulary = vocabulary(levelsFile)
export const contributors: Vocabulary = vocabulary(contributorsFile)

/** Whether an IRI is on the list, or may be when not all of the list is here. */
export const isListed = (list: Vocabulary, uri: Iri): boolean => list.byUri.has(uri) || (!list.complete && uri.startsWith(`${list.scheme}/`))

/** All lists, for whoever must load the concepts next to the data (SHACL checks `skos:inScheme`). */
export const vocabularies: readonly Vocabulary[] = [
  themes, licences, fileTypes, languages, frequencies, accessRights, availabilities, distributionStatuses, datasetTypes,
  hvdCategories, publisherTypes, geocodingLevels, contributors,
]

/** What two spellings of one thing have in common: case, space, dots at the end, protocol and `www.` do not count. */
export function foldSpelling(text: string): string {
  return text.trim().toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '').replace(/[\s ]+/g, ' ').replace(/[/.\s]+$/, '').replace(/^\.(?=\w)/, '')
}

/** The label in the reader's language, German as fallback. */
export function labelOf(concept: Concept, language: string): string {
  return language.startsWith('en') ? concept.label.en : concept.label.de
}

function vocabulary<C extends Concept>(file: { scheme: string; version: string; source: string; license: string; complete: boolean; concepts: readonly C[] }): Vocabulary<C> {
  const bySpelling = new Map<string, C>()
  const add = (spelling: string, concept: C) => {
    const folded = foldSpelling(spelling)
    if (folded !== '' && !bySpelling.has(folded)) bySpelling.set(folded, concept)
  }
  for (const concept of file.concepts) add(concept.uri, concept)
  for (const concept of file.concepts) {
    for (const spelling of [concept.code, concept.label.de, concept.label.en]) add(spelling, concept)
    if ('spellings' in concept && Array.isArray(concept.spellings)) for (const spelling of concept.spellings) add(String(spelling), concept)
  }
  return { scheme: file.scheme, version: file.version, source: file.source, license: file.license, complete: file.complete, concepts: file.concepts, byUri: new Map(file.concepts.map((c) => [c.uri, c])), bySpelling }
}
