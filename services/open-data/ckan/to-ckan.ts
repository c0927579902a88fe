/** A dataset as CKAN package: default keys as CKAN 2.11 gives them, DCAT terms as the extras ckanext-dcat and -dcatde read. */
import { createHash } from 'node:crypto'
import { fileTypeOf } from '../dcat/normalise.ts'
import type { Dataset, Distribution, LanguageText, Organisation } from '../dcat/schema.ts'
import { licences, themes } from '../vocabulary/lists.ts'
import { ckanExtra } from './from-ckan.ts'
import { fileAgain, packageAgain } from './kept.ts'
import type { CkanExtra, CkanGroup, CkanLicense, CkanOrganization, CkanPackage, CkanResource, CkanTag } from './schema.ts'

/** What the portal knows of a dataset beyond its description. Times are UTC. */
export type PackageContext = {
  readonly id: string
  readonly name: string
  readonly created: Date
  readonly modified: Date
  readonly organization?: { readonly id: string; readonly name: string; readonly title: string; readonly description: string; readonly imageUrl: string; readonly created: Date }
  /** The id of the file at a position; must stay the same over harvests. */
  readonly resourceId: (index: number) => string
  readonly datastoreActive?: (index: number) => boolean
  readonly language?: string
}

/** The package exactly as `package_show` answers: as a client of CKAN said it, where the description still says the same. */
export function toCkanPackage(dataset: Dataset, context: PackageContext): CkanPackage {
  const made = packageMade(dataset, context)
  return dataset.ckan ? withLicence(made, packageAgain(made, dataset.ckan) as CkanPackage) : made // the same keys with other values
}

/** The package that the description by itself makes. */
export function packageMade(dataset: Dataset, context: PackageContext): CkanPackage {
  const language = context.language ?? 'de'
  const licence = licenceOf(dataset)
  const tags = tagsOf(dataset, language)
  const organization = context.organization ? toOrganization(context.organization) : null
  const author = dataset.creator[0]
  const maintainer = dataset.maintainer[0]
  return {
    author: nameOf(author, language), author_email: author?.email ?? null, creator_user_id: context.organization?.id ?? '', id: context.id,
    isopen: licence?.open ?? false, license_id: licence?.ckanId ?? unlistedLicence(dataset), license_title: licence?.label.de ?? unlistedLicence(dataset),
    ...(licence && licence.url !== '' && { license_url: licence.url }),
    maintainer: nameOf(maintainer, language), maintainer_email: maintainer?.email ?? null,
    metadata_created: ckanTime(context.created), metadata_modified: ckanTime(context.modified), name: context.name, notes: inLanguage(dataset.description, language),
    num_resources: dataset.distribution.length, num_tags: tags.length, organization, owner_org: organization?.id ?? null, private: false, state: 'active',
    title: inLanguage(dataset.title, language), type: 'dataset', url: dataset.landingPage[0] ?? '', version: dataset.version ?? null,
    extras: extrasOf(dataset, language), groups: groupsOf(dataset, language),
    resources: dataset.distribution.map((distribution, index) => toCkanResource(distribution, index, context)),
    tags, relationships_as_object: [], relationships_as_subject: [],
  }
}

// A licence that stands at the package only, for want of files, is still one of the list.
function withLicence(made: CkanPackage, again: CkanPackage): CkanPackage {
  if (made.license_id === again.license_id) return again
  const licence = licences.concepts.find(({ ckanId }) => ckanId === again.license_id)
  return { ...again, isopen: licence?.open ?? false, license_title: licence?.label.de ?? again.license_id, ...(licence && licence.url !== '' && { license_url: licence.url }) }
}

/** One file as `resource_show` answers. */
export function toCkanResource(distribution: Distribution, position: number, context: PackageContext): CkanResource {
  const made = resourceMade(distribution, position, context)
  return distribution.ckan ? (fileAgain(made, distribution.ckan) as CkanResource) : made // the same keys with other values
}

/** The file that the description by itself makes. */
export function resourceMade(distribution: Distribution, position: number, context: PackageContext): CkanResource {
  const language = context.language ?? 'de'
  const download = distribution.downloadURL[0]
  const type = fileTypeOf(distribution.format)
  return {
    cache_last_updated: null, cache_url: null, created: naiveTime(distribution.issued) ?? ckanTime(context.created), datastore_active: context.datastoreActive?.(position) ?? false,
    description: inLanguage(distribution.description, language), format: type?.code ?? distribution.format?.split('/').at(-1) ?? '',
    hash: distribution.checksum?.value ?? '', id: context.resourceId(position), last_modified: naiveTime(distribution.modified), metadata_modified: ckanTime(context.modified),
    mimetype: distribution.mediaType ?? null, mimetype_inner: null, name: inLanguage(distribution.title, language), package_id: context.id, position,
    resource_type: null, size: distribution.byteSize ?? null, state: 'active', url: download ?? distribution.accessURL[0] ?? '', url_type: distribution.versionId === undefined ? null : 'upload',
    ...texts({
      access_url: distribution.accessURL[0], download_url: download, license: distribution.license ?? distribution.licenseText,
      licenseAttributionByText: inLanguage(distribution.licenseAttributionByText, language), availability: distribution.availability, status: distribution.status,
      rights: list(distribution.rights), language: list(distribution.language), conforms_to: list(distribution.conformsTo), documentation: list(distribution.page),
      issued: distribution.issued, modified: distribution.modified, hash_algorithm: distribution.checksum?.algorithm, uri: distribution.uri,
    }),
  }
}

/** All licences as `license_list` answers. */
export function toCkanLicences(): CkanLicense[] {
  return licences.concepts.map((licence) => ({
    id: licence.ckanId, title: licence.label.de, url: licence.url, status: 'active', maintainer: '', family: '', is_generic: licence.code.startsWith('other-'),
    od_conformance: licence.open ? 'approved' : 'not reviewed', osd_conformance: 'not reviewed', domain_content: true, domain_data: true, domain_software: false,
  }))
}

function extrasOf(dataset: Dataset, language: string): CkanExtra[] {
  const period = dataset.temporal[0]
  const place = dataset.spatial[0]
  const contact = dataset.contactPoint[0]
  const values = texts({
    uri: dataset.uri, identifier: dataset.identifier[0], alternate_identifier: list(dataset.otherIdentifier), issued: dataset.issued, modified: dataset.modified,
    theme: list(dataset.theme), language: list(dataset.language), frequency: dataset.accrualPeriodicity, access_rights: dataset.accessRights, availability: dataset.availability,
    conforms_to: list(dataset.conformsTo), documentation: list(dataset.page), provenance: inLanguage(dataset.provenanceStatement[0] ?? {}, language), version_notes: inLanguage(dataset.versionNotes, language),
    publisher_name: nameOf(dataset.publisher, language), publisher_uri: dataset.publisher?.uri, publisher_email: dataset.publisher?.email, publisher_url: dataset.publisher?.homepage, publisher_type: dataset.publisher?.type,
    contact_name: contact?.name ?? contact?.organisationName, contact_email: contact?.email, contact_url: contact?.url, contact_telephone: contact?.telephone, contact_uri: contact?.uri,
    creator_name: nameOf(dataset.creator[0], language), creator_email: dataset.creator[0]?.email, originator_name: nameOf(dataset.originator[0], language), originator_email: dataset.originator[0]?.email,
    maintainer_name: nameOf(dataset.maintainer[0], language), maintainer_email: dataset.maintainer[0]?.email,
    temporal_start: period?.startDate, temporal_end: period?.endDate, spatial: (place?.geometry ?? place?.bbox)?.text, spatial_uri: place?.uri, spatial_text: inLanguage(place?.label ?? {}, language),
    in_series: list(dataset.inSeries), is_version_of: list(dataset.isVersionOf), has_version: list(dataset.hasVersion),
    contributorID: list(dataset.contributorID), politicalGeocodingLevelURI: dataset.politicalGeocodingLevelURI[0], politicalGeocodingURI: list(dataset.politicalGeocodingURI),
    geocodingDescription: inLanguage(dataset.geocodingDescription, language), legalBasis: inLanguage(dataset.legalBasis, language), qualityProcessURI: dataset.qualityProcessURI,
    applicable_legislation: list(dataset.applicableLegislation), hvd_category: list(dataset.hvdCategory),
  })
  const known = Object.entries(values).map(([key, value]) => ({ key, value }))
  const unknown = dataset.extra.flatMap(({ predicate, object }) => (predicate.startsWith(ckanExtra) ? [{ key: decodeURIComponent(predicate.slice(ckanExtra.length)), value: object.value }] : []))
  return [...known, ...unknown].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Themes appear as groups, as on every CKAN of the German data network. */
function groupsOf(dataset: Dataset, language: string): CkanGroup[] {
  return dataset.theme.flatMap((uri) => {
    const theme = themes.byUri.get(uri)
    if (!theme) return []
    const title = language === 'en' ? theme.label.en : theme.label.de
    return [{ description: '', display_name: title, id: stableId('group', theme.code), image_display_url: '', name: theme.code.toLowerCase(), title }]
  })
}

function tagsOf(dataset: Dataset, language: string): CkanTag[] {
  const words = dataset.keyword[language] ?? Object.values(dataset.keyword)[0] ?? []
  return words.map((word) => ({ display_name: word, id: stableId('tag', word), name: word, state: 'active' as const, vocabulary_id: null })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function toOrganization(organization: NonNullable<PackageContext['organization']>): CkanOrganization {
  return {
    id: organization.id, name: organization.name, title: organization.title, type: 'organization', description: organization.description, image_url: organization.imageUrl,
    created: ckanTime(organization.created), is_organization: true, approval_status: 'approved', state: 'active',
  }
}

/** CKAN gives every tag and group a UUID; made from the name, it stays the same. RFC 9562, version 8. */
export function stableId(kind: string, name: string): string {
  const hex = createHash('sha256').update(`${kind}\n${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** CKAN writes naive UTC with microseconds: `2024-05-31T10:00:00.000000`. */
export function ckanTime(time: Date): string {
  return time.toISOString().replace(/\.(\d{3})Z$/, '.$1000')
}

/** A date of the source in CKAN's form; null when there is none. */
function naiveTime(date: string | undefined): string | null {
  if (date === undefined) return null
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
  const time = full.length === 10 ? `${full}T00:00:00Z` : /[Z+]|T.*-/.test(full) ? full : `${full}Z`
  return ckanTime(new Date(time))
}

const licenceOf = (dataset: Dataset) => licences.byUri.get(dataset.distribution.find(({ license }) => license !== undefined)?.license ?? '')
const unlistedLicence = (dataset: Dataset) => dataset.distribution.map((d) => d.license ?? d.licenseText).find((words) => words !== undefined) ?? null
const nameOf = (agent: Organisation | undefined, language: string) => (agent ? inLanguage(agent.name, language) || (agent.uri ?? null) : null)
const inLanguage = (text: LanguageText, language: string) => text[language] ?? text['de'] ?? text['en'] ?? Object.values(text)[0] ?? ''
const list = (values: readonly string[]) => (values.length > 0 ? JSON.stringify(values) : undefined)

/** Only the entries that say something. */
function texts<K extends string>(values: { readonly [P in K]: string | null | undefined }): { [P in K]?: string } {
  const said: { [P in K]?: string } = {}
  // Object.entries widens the keys to string; they are those of `values`.
  for (const [key, value] of Object.entries(values) as [K, string | null | undefined][]) if (typeof value === 'string' && value !== '') said[key] = value
  return said
}
