/** The many spellings of portals, brought to the IRIs of the prescribed lists. Each answer names the rule it used. */
import {
  accessRights, availabilities, contributors, distributionStatuses, fileTypes, foldSpelling, frequencies, geocodingLevels, languages,
  licences, themes,
} from '../vocabulary/lists.ts'
import type { FileType, Vocabulary } from '../vocabulary/lists.ts'
import type { Concept, Iri } from './schema.ts'

/** `rule` is absent when the value was already right. */
export type Normalised = { readonly value: string; readonly rule?: string }

/** An EU data theme from its IRI, a portal's own theme IRI ending in a label, a label, or a group name of GovData. */
export function themeOf(value: string): Normalised | undefined {
  return inList(themes, value, 'theme') ?? byLastSegment(themes, value, 'theme-by-label')
}

/** An EU file type from its IRI, a media type, an extension or a word ("Shape", "OGC WMS"). */
export function formatOf(value: string): Normalised | undefined {
  const listed = inList(fileTypes, value, 'format')
  if (listed) return listed
  const media = mediaTypeIri.exec(value.trim())?.[1]
  const found = fileTypes.bySpelling.get(foldSpelling(media ?? value).replace(/;.*$/, '')) ?? fileTypes.bySpelling.get(lastSegment(value))
  return found && { value: found.uri, rule: media ? 'format-by-media-type' : 'format-by-spelling' }
}

/** What is known of a file type: openness, media type, names. */
export function fileTypeOf(uri: Iri | undefined): FileType | undefined {
  return uri === undefined ? undefined : fileTypes.byUri.get(uri)
}

/** A media type as `text/csv` from an IANA IRI, itself, or a word that names a format. */
export function mediaTypeOf(value: string): Normalised | undefined {
  const trimmed = value.trim()
  const iana = mediaTypeIri.exec(trimmed)?.[1]
  if (iana) return { value: iana.toLowerCase() }
  if (/^[a-z]+\/[\w.+-]+$/i.test(trimmed)) return { value: trimmed.toLowerCase(), rule: 'media-type-literal' }
  const parameters = /^([a-z]+\/[\w.+-]+)\s*;/i.exec(trimmed)?.[1]
  if (parameters) return { value: parameters.toLowerCase(), rule: 'media-type-literal' }
  const type = fileTypes.bySpelling.get(foldSpelling(trimmed))
  return type && type.mediaType !== '' ? { value: type.mediaType, rule: 'media-type-by-format' } : undefined
}

const mediaTypeIri = /^https?:\/\/(?:www\.)?iana\.org\/assignments\/media-types\/([a-z]+\/[\w.+-]+)\/?$/i

/** A licence of dcat-ap.de/def/licenses from its IRI in any form, its web address, its name or its CKAN id. */
export function licenceOf(value: string): Normalised | undefined {
  const listed = inList(licences, value, 'licence')
  if (listed) return listed
  const cc = /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)(?:\/(\d\.\d))?(?:\/(de))?/i.exec(value.trim())
  if (!cc) return undefined
  const [, kind = '', version, country] = cc
  if (kind === 'zero') return { value: `${licences.scheme}/cc-zero`, rule: 'licence-by-address' }
  const candidates = [country && `cc-${kind}-de/${version}`, version && `cc-${kind}/${version}`, `cc-${kind}`]
  const known = candidates.find((code) => code !== undefined && licences.byUri.has(`${licences.scheme}/${code}`))
  return known ? { value: `${licences.scheme}/${known}`, rule: 'licence-by-address' } : undefined
}

const codes: ReadonlyMap<string, string> = new Map(languages.concepts.flatMap((l) => [[l.iso, l.uri], [l.code.toLowerCase(), l.uri]]))

/** An EU language from its IRI, an ISO 639 code (also as IRI of loc.gov or lexvo), a tag like `de-DE`, or its name. */
export function languageOf(value: string): Normalised | undefined {
  const listed = inList(languages, value, 'language')
  if (listed) return listed
  const code = lastSegment(value).replace(/^ger$/, 'deu').split(/[-_]/)[0] ?? ''
  const uri = codes.get(code)
  return uri === undefined ? undefined : { value: uri, rule: 'language-by-code' }
}

/** The language subtag of an EU language IRI, `de` for German. */
export function isoOfLanguage(uri: Iri): string | undefined {
  return languages.byUri.get(uri)?.iso
}

/** An EU frequency from its IRI, an ISO 8601 repetition, or a German or English word. */
export function frequencyOf(value: string): Normalised | undefined {
  return inList(frequencies, value, 'frequency') ?? byLastSegment(frequencies, value, 'frequency-by-label')
}

/** An EU access right from its IRI or a word. */
export function accessRightsOf(value: string): Normalised | undefined {
  return inList(accessRights, value, 'access-rights') ?? byLastSegment(accessRights, value, 'access-rights-by-label')
}

/** A planned availability; the list of dcat-ap.de (deprecated in 3.0) goes over into the EU's. */
export function availabilityOf(value: string): Normalised | undefined {
  return inList(availabilities, value, 'availability') ?? byLastSegment(availabilities, value, 'availability-list-moved')
}

const oldStatuses: Readonly<Record<string, string>> = { completed: 'COMPLETED', deprecated: 'DEPRECATED', underdevelopment: 'DEVELOP', withdrawn: 'WITHDRAWN' }

/** A distribution status; the ADMS list (deprecated in 3.0) goes over into the EU's. */
export function statusOf(value: string): Normalised | undefined {
  const listed = inList(distributionStatuses, value, 'status')
  if (listed) return listed
  const code = oldStatuses[lastSegment(value)]
  return code ? { value: `${distributionStatuses.scheme}/${code}`, rule: 'status-list-moved' } : undefined
}

/** A contributor id of GovData, whether IRI or literal. */
export function contributorOf(value: string): Normalised | undefined {
  return inList(contributors, value, 'contributor')
}

/** A level of political geocoding. */
export function geocodingLevelOf(value: string): Normalised | undefined {
  return inList(geocodingLevels, value, 'geocoding-level') ?? byLastSegment(geocodingLevels, value, 'geocoding-level-by-label')
}

/** Regional keys and the like keep their value; only `https://www.` becomes the `http://` form of the list. */
export function germanIri(value: string): Normalised {
  const plain = value.trim().replace(/^https?:\/\/(?:www\.)?dcat-ap\.de\//, 'http://dcat-ap.de/')
  return plain === value ? { value } : { value: plain, rule: 'iri-spelling' }
}

/** `sha256`, `md5` … from an SPDX term, the dcat-ap.de list (`…/hashAlgorithms/sha/256`) or a name. */
export function hashAlgorithmOf(value: string): string | undefined {
  const found = /(md2|md4|md5|md6|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512)$/i.exec(value.trim().replace(/\/(\d+)\/?$/, '$1').replace(/_/g, ''))
  return found?.[1]?.toLowerCase().replace('-', '')
}

function inList(list: Vocabulary, value: string, rule: string): Normalised | undefined {
  const trimmed = value.trim()
  if (list.byUri.has(trimmed)) return { value: trimmed }
  const concept: Concept | undefined = list.bySpelling.get(foldSpelling(trimmed))
  if (concept) return { value: concept.uri, rule: ruleOf(concept, trimmed, rule) }
  // A code of the right list that the subset here does not hold.
  const code = trimmed.startsWith(`${list.scheme}/`) ? trimmed.slice(list.scheme.length + 1) : ''
  return list.scheme.startsWith('http://publications.europa.eu/') && /^[A-Z0-9][A-Z0-9_]*$/.test(code) ? { value: trimmed } : undefined
}

function ruleOf(concept: Concept, value: string, rule: string): string {
  if (!/^https?:/i.test(value)) return `${rule}-by-label`
  return foldSpelling(concept.uri) === foldSpelling(value) ? 'iri-spelling' : `${rule}-by-address`
}

function byLastSegment(list: Vocabulary, value: string, rule: string): Normalised | undefined {
  if (!/^[a-z]+:/i.test(value)) return undefined
  const concept = list.bySpelling.get(lastSegment(value))
  return concept && { value: concept.uri, rule }
}

function lastSegment(value: string): string {
  const segment = value.trim().replace(/[/#]+$/, '').split(/[/#]/).at(-1) ?? ''
  try {
    return foldSpelling(decodeURIComponent(segment))
  } catch {
    return foldSpelling(segment)
  }
}
