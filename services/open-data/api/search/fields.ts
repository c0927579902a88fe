import { licences, themes } from '../../vocabulary/lists.ts'
import type { Column } from './filter.ts'

/** A field of CKAN's search index: where its values are here and how they are compared. */
export type Field = {
  readonly column?: Column
  readonly as: 'words' | 'code' | 'time' | 'number'
  /** The values here that one value of CKAN stands for. */
  readonly values?: (value: string) => readonly string[]
  /** The same for every dataset of the catalogue. */
  readonly constant?: string
}

const code = (column: Column, values?: Field['values']): Field => ({ column, as: 'code', ...(values && { values }) })
const words = (column: Column): Field => ({ column, as: 'words' })
const constant = (value: string): Field => ({ constant: value, as: 'code' })
const upper = (value: string) => [value.toUpperCase()]

const fields: Readonly<Record<string, Field>> = {
  text: words('text'), title: words('title'), title_ngram: words('title'), notes: words('notes'), title_string: code('title'),
  id: code('id'), name: code('name'), name_ngram: words('name'), index_id: code('id'),
  tags: code('tag'), groups: code('theme', upper), res_format: code('format', upper),
  organization: code('organisation'), owner_org: code('organisation-id'), license_id: code('licence', licenceUris), license: code('licence', licenceUris),
  res_url: code('file-url'), res_name: words('file-title'),
  metadata_modified: { column: 'changed', as: 'time' }, metadata_created: { column: 'created', as: 'time' },
  num_resources: { column: 'files', as: 'number' }, num_tags: { column: 'tags', as: 'number' },
  author: words({ path: ['creator', '0', 'name', 'de'], list: false }), maintainer: words({ path: ['maintainer', '0', 'name', 'de'], list: false }),
  url: code({ path: ['landingPage'], list: true }), version: code({ path: ['version'], list: false }),
  state: constant('active'), type: constant('dataset'), dataset_type: constant('dataset'), entity_type: constant('package'), capacity: constant('public'), private: constant('false'),
} // prettier-ignore

const text = (...path: string[]): Field => code({ path, list: false })
const list = (...path: string[]): Field => code({ path, list: true })

/** Extras, which CKAN indexes as `extras_<key>` and as `<key>`. */
const extras: Readonly<Record<string, Field>> = {
  uri: text('uri'), identifier: list('identifier'), guid: list('identifier'), alternate_identifier: list('otherIdentifier'), issued: text('issued'), modified: text('modified'),
  theme: list('theme'), language: list('language'), frequency: text('accrualPeriodicity'), access_rights: text('accessRights'), availability: text('availability'),
  publisher_name: text('publisher', 'name', 'de'), publisher_uri: text('publisher', 'uri'), publisher_email: text('publisher', 'email'),
  contact_name: text('contactPoint', '0', 'name'), contact_email: text('contactPoint', '0', 'email'),
  contributorID: list('contributorID'), politicalGeocodingURI: list('politicalGeocodingURI'), politicalGeocodingLevelURI: list('politicalGeocodingLevelURI'),
  geocodingDescription: text('geocodingDescription', 'de'), legalBasis: text('legalBasis', 'de'), hvd_category: list('hvdCategory'), applicable_legislation: list('applicableLegislation'),
  temporal_start: text('temporal', '0', 'startDate'), temporal_end: text('temporal', '0', 'endDate'), spatial_uri: text('spatial', '0', 'uri'), spatial_text: text('spatial', '0', 'label', 'de'),
} // prettier-ignore

/** The field of a name, also as extra; undefined when there is none of that name. */
export function fieldOf(name: string): Field | undefined {
  if (Object.hasOwn(fields, name)) return fields[name]
  const key = name.replace(/^(?:extras|ext)_/, '')
  if (Object.hasOwn(extras, key)) return extras[key]
  // Vocabularies of tags and extras of other portals: asked for in general queries, empty here.
  return /^(?:vocab|extras|ext)_/.test(name) ? { as: 'code' } : undefined
}

/** CKAN's id of a licence, such as `dl-by-de/2.0`, stands for the IRIs of our list. */
function licenceUris(id: string): string[] {
  const uris = licences.concepts.filter(({ ckanId }) => ckanId === id).map(({ uri }) => uri)
  return uris.length > 0 ? uris : [id]
}

/** CKAN's id of a licence IRI; what is on no list stays as it is. */
export const licenceId = (uri: string): string => licences.byUri.get(uri)?.ckanId ?? uri
export const licenceTitle = (id: string): string => licences.concepts.find(({ ckanId }) => ckanId === id)?.label.de ?? id

const themeByCode = new Map(themes.concepts.map((theme) => [theme.code, theme]))
/** Themes are CKAN's groups; their names are the codes in lower case. */
export const themeOfGroup = (name: string) => themeByCode.get(name.toUpperCase())
