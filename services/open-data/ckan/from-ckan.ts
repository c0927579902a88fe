/** A CKAN package (as `package_show` gives it, with the extras of ckanext-dcat and ckanext-dcatde) as dataset. */
import { telephoneOf } from '../dcat/agents.ts'
import { readPeriod } from '../dcat/dates.ts'
import { cleanDescription } from '../dcat/description.ts'
import { emptyDataset } from '../dcat/empty.ts'
import {
  accessRightsOf, availabilityOf, contributorOf, frequencyOf, geocodingLevelOf, germanIri, languageOf, themeOf,
} from '../dcat/normalise.ts'
import type { Normalised } from '../dcat/normalise.ts'
import { geometryOf } from '../dcat/places.ts'
import { absoluteIri, newNotes, normalised, optional, warn, webAddress } from '../dcat/record.ts'
import type { Notes } from '../dcat/record.ts'
import type { RefusalCode } from '../dcat/refusals.ts'
import { refuse } from '../dcat/refusals.ts'
import { doubtsAbout, whyNotAccept } from '../dcat/rules.ts'
import { safeLine } from '../dcat/safe-text.ts'
import type { Contact, Dataset, Iri, LanguageText, Location, MappedDataset, Organisation, Statement } from '../dcat/schema.ts'
import { readDateIn } from './fields.ts'
import { extrasOf, isLoose, objectsIn, textIn, textsIn } from './loose.ts'
import type { Loose } from './loose.ts'
import { resourceFromCkan } from './resource-from-ckan.ts'

export type FromCkanOptions = {
  /** The portal's address, for landing pages: `https://ckan.example.org`. */
  readonly portal?: string
  readonly language?: string
  /** Stands in where a package names no organisation. */
  readonly publisher?: Organisation
}

/** Extras that became fields, or that only speak of the portal they come from. */
const understood = new Set([
  'uri', 'guid', 'identifier', 'alternate_identifier', 'issued', 'modified', 'theme', 'language', 'frequency', 'access_rights', 'conforms_to', 'documentation',
  'provenance', 'version_notes', 'publisher_name', 'publisher_uri', 'publisher_email', 'publisher_url', 'publisher_type', 'contact_name', 'contact_email', 'contact_uri',
  'contact_url', 'contact_telephone', 'temporal_start', 'temporal_end', 'temporal_coverage_from', 'temporal_coverage_to', 'spatial', 'spatial_uri', 'spatial_text',
  'contributorID', 'politicalGeocodingURI', 'politicalGeocodingLevelURI', 'geocodingDescription', 'geocodingText', 'legalBasis', 'legalbasisText', 'qualityProcessURI',
  'originator_name', 'originator_email', 'maintainer_name', 'maintainer_email', 'creator_name', 'creator_email', 'availability', 'plannedAvailability', 'applicable_legislation', 'hvd_category', 'in_series', 'is_version_of', 'has_version',
])

/** Maps one package. Never throws for what it contains. */
export function datasetFromCkan(value: unknown, options: FromCkanOptions = {}): MappedDataset {
  if (!isLoose(value)) return { kind: 'refused', subject: '', reasons: [refuse('open-data.dataset.identity-missing', { detail: typeof value })] }
  const notes = newNotes(options.language)
  const dataset = readPackage(value, notes, options)
  const reasons = whyNotAccept(dataset)
  const title = Object.values(dataset.title)[0]
  if (reasons.length > 0) return { kind: 'refused', subject: textIn(value, 'id', 'name') ?? '', ...optional('title', title?.slice(0, 200)), reasons }
  return { kind: 'dataset', dataset, warnings: [...notes.warnings, ...doubtsAbout(dataset)] }
}

/** What a package says, whether it may be accepted or not; `notes` gather the doubts. */
export function readPackage(pack: Loose, notes: Notes, options: FromCkanOptions = {}): Dataset {
  const extras = extrasOf(pack)
  const name = textIn(pack, 'name', 'id')
  const landing = webAddress(textIn(pack, 'url') ?? '') ?? (options.portal !== undefined && name !== undefined ? webAddress(`${options.portal.replace(/\/+$/, '')}/dataset/${encodeURIComponent(name)}`) : undefined)
  return {
    ...emptyDataset,
    ...optional('uri', absoluteIri(textIn(extras, 'uri') ?? '') ?? undefined),
    identifier: [textIn(extras, 'identifier', 'guid') ?? textIn(pack, 'id') ?? name].filter((id) => id !== undefined),
    otherIdentifier: textsIn(extras, 'alternate_identifier'),
    title: translated(pack, 'title', notes, (raw) => safeLine(raw.slice(0, 20_000))),
    description: translated(pack, 'notes', notes, (raw) => cleanDescription(raw, notes, 'description')),
    keyword: readTags(pack, notes),
    theme: readThemes(pack, extras, notes),
    ...optional('publisher', readPublisher(pack, extras, notes, options.publisher)),
    creator: agent(notes, textIn(extras, 'creator_name') ?? textIn(pack, 'author'), textIn(extras, 'creator_email') ?? textIn(pack, 'author_email')),
    originator: agent(notes, textIn(extras, 'originator_name'), textIn(extras, 'originator_email')),
    maintainer: agent(notes, textIn(extras, 'maintainer_name') ?? textIn(pack, 'maintainer'), textIn(extras, 'maintainer_email') ?? textIn(pack, 'maintainer_email')),
    contactPoint: readContact(pack, extras, notes),
    distribution: objectsIn(pack, 'resources').map((resource, i) => resourceFromCkan(resource, pack, notes, `distribution[${i}]`)).filter((d) => d !== undefined),
    landingPage: landing === undefined ? [] : [landing],
    page: iris(textsIn(extras, 'documentation'), notes, 'page'),
    ...optional('issued', readDateIn(notes, 'issued', textIn(extras, 'issued') ?? textIn(pack, 'metadata_created'))),
    ...optional('modified', readDateIn(notes, 'modified', textIn(extras, 'modified') ?? textIn(pack, 'metadata_modified'))),
    temporal: readTemporal(extras, notes),
    spatial: readSpatial(extras, notes),
    ...optional('accrualPeriodicity', listed(textIn(extras, 'frequency'), frequencyOf, notes, 'accrualPeriodicity', 'open-data.dataset.frequency-unknown')),
    ...optional('accessRights', listed(textIn(extras, 'access_rights'), accessRightsOf, notes, 'accessRights', 'open-data.dataset.access-rights-unknown')),
    ...optional('availability', listed(textIn(extras, 'availability', 'plannedAvailability'), availabilityOf, notes, 'availability', 'open-data.dataset.availability-unknown')),
    language: every(textsIn(extras, 'language'), languageOf, notes, 'language', 'open-data.dataset.language-unknown'),
    conformsTo: iris(textsIn(extras, 'conforms_to'), notes, 'conformsTo'),
    provenanceStatement: textsIn(extras, 'provenance').map((text) => ({ [notes.language]: safeLine(text) })),
    ...optional('version', textIn(pack, 'version')),
    versionNotes: worded(textIn(extras, 'version_notes'), notes),
    inSeries: iris(textsIn(extras, 'in_series'), notes, 'inSeries'),
    isVersionOf: iris(textsIn(extras, 'is_version_of'), notes, 'isVersionOf'),
    hasVersion: iris(textsIn(extras, 'has_version'), notes, 'hasVersion'),
    contributorID: every(textsIn(extras, 'contributorID'), (id) => contributorOf(id) ?? plainIri(id), notes, 'contributorID', 'open-data.dataset.contributor-unknown'),
    politicalGeocodingLevelURI: every(textsIn(extras, 'politicalGeocodingLevelURI'), geocodingLevelOf, notes, 'politicalGeocodingLevelURI', 'open-data.dataset.url-invalid'),
    politicalGeocodingURI: every(textsIn(extras, 'politicalGeocodingURI'), germanIri, notes, 'politicalGeocodingURI', 'open-data.dataset.url-invalid'),
    geocodingDescription: worded(textsIn(extras, 'geocodingDescription', 'geocodingText')[0], notes),
    legalBasis: worded(textsIn(extras, 'legalBasis', 'legalbasisText')[0], notes),
    ...optional('qualityProcessURI', absoluteIri(textIn(extras, 'qualityProcessURI') ?? '')),
    applicableLegislation: iris(textsIn(extras, 'applicable_legislation'), notes, 'applicableLegislation'),
    hvdCategory: iris(textsIn(extras, 'hvd_category'), notes, 'hvdCategory'),
    extra: leftOver(extras),
    provenance: notes.provenance,
  }
}

/** Extras nobody knows, as statements under CKAN's own namespace, so that they come out again as extras. */
function leftOver(extras: Loose): Statement[] {
  return Object.entries(extras).flatMap(([key, value]) => {
    if (understood.has(key) || key.startsWith('harvest_') || value === null || value === undefined || value === '') return []
    return [{ predicate: `${ckanExtra}${encodeURIComponent(key)}`, object: { kind: 'literal' as const, value: typeof value === 'string' ? value : JSON.stringify(value) } }]
  })
}

/** Namespace of CKAN extras without a DCAT term. */
export const ckanExtra = 'urn:ckan:extra:'

/** `title` with `title_translated` or `title_en` beside it, as the common translation plug-ins write it. */
function translated(pack: Loose, key: string, notes: Notes, clean: (raw: string) => string): LanguageText {
  const texts: { [language: string]: string } = {}
  const add = (language: string, raw: unknown) => {
    const text = typeof raw === 'string' ? clean(raw) : ''
    if (text !== '' && /^[a-z]{2,3}$/.test(language)) texts[language] ??= text
  }
  add(notes.language, pack[key])
  const translations = pack[`${key}_translated`]
  if (isLoose(translations)) for (const [language, text] of Object.entries(translations)) add(language.toLowerCase().slice(0, 2), text)
  for (const language of ['de', 'en']) add(language, pack[`${key}_${language}`])
  return texts
}

function readTags(pack: Loose, notes: Notes): Dataset['keyword'] {
  const names = [...objectsIn(pack, 'tags').map((tag) => textIn(tag, 'display_name', 'name')), ...textsIn(pack, 'tags')]
  const words = [...new Set(names.filter((name) => name !== undefined).map(safeLine).filter((word) => word !== '' && word.length <= 200))]
  return words.length > 0 ? { [notes.language]: words } : {}
}

/** Themes from the extra, else from groups (GovData's and their DCAT successors). */
function readThemes(pack: Loose, extras: Loose, notes: Notes): Iri[] {
  const stated = textsIn(extras, 'theme')
  if (stated.length > 0) return every(stated, themeOf, notes, 'theme', 'open-data.dataset.theme-unknown')
  const groups = objectsIn(pack, 'groups').map((group) => [textIn(group, 'name'), textIn(group, 'title', 'display_name')])
  return [...new Set(groups.flatMap((names) => {
    const found = names.map((name) => (name === undefined ? undefined : themeOf(name))).find((theme) => theme !== undefined)
    if (found) notes.provenance.push({ field: 'theme', from: names[0] ?? '', rule: 'theme-from-group' })
    return found ? [found.value] : []
  }))]
}

function readPublisher(pack: Loose, extras: Loose, notes: Notes, fallback: Organisation | undefined): Organisation | undefined {
  const organization = isLoose(pack['organization']) ? pack['organization'] : {}
  const name = textIn(extras, 'publisher_name') ?? textIn(organization, 'title', 'display_name', 'name')
  if (name === undefined) {
    if (fallback) notes.provenance.push({ field: 'publisher', from: Object.values(fallback.name)[0] ?? '', rule: 'publisher-from-catalogue' })
    return fallback
  }
  const uri = absoluteIri(textIn(extras, 'publisher_uri') ?? '')
  const homepage = webAddress(textIn(extras, 'publisher_url') ?? '')
  return { ...optional('uri', uri), name: { [notes.language]: safeLine(name) }, ...optional('email', mail(textIn(extras, 'publisher_email'))), ...optional('homepage', homepage) }
}

function readContact(pack: Loose, extras: Loose, notes: Notes): Contact[] {
  const email = mail(textIn(extras, 'contact_email') ?? textIn(pack, 'maintainer_email', 'author_email'))
  const url = webAddress(textIn(extras, 'contact_url') ?? '')
  const telephone = telephoneOf(textIn(extras, 'contact_telephone') ?? '')
  const name = textIn(extras, 'contact_name') ?? textIn(pack, 'maintainer', 'author')
  if (email === undefined && url === undefined && telephone === undefined) {
    if (name !== undefined) warn(notes, 'open-data.dataset.contact-unreachable', 'contactPoint', name)
    return []
  }
  const uri = absoluteIri(textIn(extras, 'contact_uri') ?? '')
  return [{ ...optional('uri', uri), kind: 'Kind', ...optional('name', name && safeLine(name)), ...optional('email', email), ...optional('telephone', telephone), ...optional('url', url) }]
}

function agent(notes: Notes, name: string | undefined, email: string | undefined): Organisation[] {
  return name === undefined ? [] : [{ name: { [notes.language]: safeLine(name) }, ...optional('email', mail(email)) }]
}

const mail = (text: string | undefined) => (text !== undefined && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text.replace(/^mailto:/i, '')) ? text.replace(/^mailto:/i, '') : undefined)

function readTemporal(extras: Loose, notes: Notes): Dataset['temporal'] {
  const { period, refusals } = readPeriod(textIn(extras, 'temporal_start', 'temporal_coverage_from'), textIn(extras, 'temporal_end', 'temporal_coverage_to'), 'temporal[0]')
  notes.warnings.push(...refusals)
  return period ? [period] : []
}

function readSpatial(extras: Loose, notes: Notes): Location[] {
  const text = textIn(extras, 'spatial')
  const geometry = text === undefined ? undefined : geometryOf({ kind: 'literal', value: text })
  const uri = absoluteIri(textIn(extras, 'spatial_uri') ?? '')
  const label = worded(textIn(extras, 'spatial_text') ?? (geometry ? undefined : text), notes)
  const named = Object.keys(label).length > 0
  if (!geometry && uri === undefined && !named) return []
  return [{ ...optional('uri', uri), ...(named && { label }), ...optional('geometry', geometry) }]
}

const worded = (text: string | undefined, notes: Notes): LanguageText => (text === undefined || safeLine(text) === '' ? {} : { [notes.language]: safeLine(text) })

type Rule = (value: string) => Normalised | undefined

const plainIri: Rule = (value) => { const found = absoluteIri(value); return found === undefined ? undefined : { value: found } }

function listed(value: string | undefined, rule: Rule, notes: Notes, field: string, unknown: RefusalCode): Iri | undefined {
  return value === undefined ? undefined : normalised(notes, field, value, rule(value), unknown)
}

function every(values: readonly string[], rule: Rule, notes: Notes, field: string, unknown: RefusalCode): Iri[] {
  return [...new Set(values.map((value) => listed(value, rule, notes, field, unknown)).filter((found) => found !== undefined))]
}

const iris = (values: readonly string[], notes: Notes, field: string): Iri[] => every(values, plainIri, notes, field, 'open-data.dataset.url-invalid')
