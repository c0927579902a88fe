/** A record of a catalogue after OGC API – Records, Part 1: Core (OGC 20-004r1) as dataset or data service. */
import { datasetFromCkan, type FromCkanOptions } from '../ckan/from-ckan.ts'
import { isLoose, objectsIn, textIn, textsIn, type Loose } from '../ckan/loose.ts'
import { emptyDataService } from '../dcat/empty.ts'
import { absoluteIri, optional, webAddress } from '../dcat/record.ts'
import { refuse, type Refusal } from '../dcat/refusals.ts'
import { safeLine, safeText } from '../dcat/safe-text.ts'
import type { DataService, MappedDataset } from '../dcat/schema.ts'
import { resolveLink } from './json-page.ts'
import { extra, fileTitle, keyOf, withDoubts } from './package.ts'
import { placeText, polygonOf } from './place-text.ts'
import { contactIn, publisherIn } from './record-contacts.ts'

export type RecordContext = FromCkanOptions & {
  /** Of the page that the record came on: its links may be relative to it. */
  readonly address: string
}

/** Links that lead through the catalogue or to words about the record; every other one leads to the data (IANA link relations, which OGC 20-004r1 uses). */
const navigation = new Set(['self', 'alternate', 'canonical', 'collection', 'root', 'parent', 'up', 'prev', 'next', 'first', 'last', 'search', 'icon', 'preview', 'thumbnail', 'license', 'via', 'conformance', 'author'])
const documentation = new Set(['about', 'describedby', 'service-doc', 'related', 'help'])
const downloads = new Set(['enclosure', 'download'])
/** Words of OGC and STAC for "no licence of a list": the link says which one. */
const unnamedLicences = new Set(['other', 'various', 'proprietary'])

/** Maps one record by what a CKAN package would say of it, so that the same cleaning and the same reasons apply. Never throws for what it contains. */
export function datasetFromRecord(value: unknown, context: RecordContext): MappedDataset {
  if (!isLoose(value)) return datasetFromCkan(value, context)
  const properties = propertiesOf(value)
  const links = linksOf(value, context.address)
  const place = placeOf(value)
  const [start, end] = periodOf(value['time'])
  const licence = textIn(properties, 'license')
  const concepts = objectsIn(properties, 'themes').flatMap((theme) => objectsIn(theme, 'concepts'))
  const id = keyOf(textIn(value, 'id'))
  const pack = {
    id,
    title: properties['title'],
    notes: properties['description'],
    url: links.find(({ rel, type }) => rel === 'alternate' && type?.startsWith('text/html'))?.href,
    tags: [...textsIn(properties, 'keywords'), ...concepts.map((concept) => textIn(concept, 'title')).filter((word) => word !== undefined)],
    groups: concepts.map((concept) => ({ name: textIn(concept, 'url', 'id'), title: textIn(concept, 'title') })),
    license_id: licence !== undefined && unnamedLicences.has(licence.toLowerCase()) ? undefined : licence,
    license_url: links.find(({ rel }) => rel === 'license')?.href,
    license_title: licence,
    resources: resourcesOf(links, properties),
    extras: [
      ...extra('uri', iriOf(id)),
      ...extra('issued', textIn(properties, 'created')),
      ...extra('modified', textIn(properties, 'updated')),
      ...extra('language', languagesOf(properties)),
      ...extra('documentation', links.filter(({ rel }) => documentation.has(rel)).map(({ href }) => href)),
      ...extra('temporal_start', start),
      ...extra('temporal_end', end),
      ...extra('spatial', place.text),
      ...publisherIn(properties),
      ...contactIn(properties),
    ],
  }
  const language = languageOf(properties) ?? context.language
  return withDoubts(datasetFromCkan(pack, { ...context, ...(language && { language }) }), place.doubts)
}

/** A record that describes an interface; undefined for any other, and for one without title or address, which is judged as a dataset. */
export function serviceFromRecord(value: unknown, context: RecordContext): DataService | undefined {
  if (!isLoose(value)) return undefined
  const properties = propertiesOf(value)
  if (!/(^|[/#])service$/i.test(textIn(properties, 'type') ?? '')) return undefined
  const language = languageOf(properties) ?? context.language ?? 'de'
  const title = safeLine(textIn(properties, 'title') ?? '').slice(0, 1000)
  const endpoints = linksOf(value, context.address).filter(isData).map(({ href }) => webAddress(href)).filter((href) => href !== undefined)
  if (title === '' || endpoints.length === 0) return undefined
  const description = safeText((textIn(properties, 'description') ?? '').slice(0, 20_000))
  const id = keyOf(textIn(value, 'id'))
  return {
    ...emptyDataService,
    ...optional('uri', iriOf(id)),
    identifier: id === undefined ? [] : [id],
    title: { [language]: title },
    description: description === '' ? {} : { [language]: description },
    endpointURL: [...new Set(endpoints)],
  }
}

const propertiesOf = (record: Loose): Loose => (isLoose(record['properties']) ? record['properties'] : {})
// Many ids look like an IRI because somebody put a colon into them.
const iriOf = (id: string | undefined): string | undefined => (id !== undefined && /^(https?:\/\/|urn:)/i.test(id) ? absoluteIri(id) : undefined)

type RecordLink = { readonly href: string; readonly rel: string; readonly type: string | undefined; readonly link: Loose }

// A templated link is an address only once somebody has filled it in.
function linksOf(record: Loose, address: string): RecordLink[] {
  return objectsIn(record, 'links').flatMap((link) => {
    const href = link['templated'] === true ? undefined : resolveLink(textIn(link, 'href'), address)
    return href === undefined ? [] : [{ href, rel: textIn(link, 'rel')?.toLowerCase() ?? '', type: textIn(link, 'type'), link }]
  })
}

const isData = ({ rel }: RecordLink): boolean => !navigation.has(rel) && !documentation.has(rel)

function resourcesOf(links: readonly RecordLink[], properties: Loose): Loose[] {
  const data = links.filter(isData)
  const formats = [...objectsIn(properties, 'formats').map((format) => textIn(format, 'mediaType', 'name')), ...textsIn(properties, 'formats')].filter((format) => format !== undefined)
  // With one link and one format, the one is of the other; with more nobody can tell.
  const only = data.length === 1 && formats.length === 1 ? formats[0] : undefined
  return data.map(({ href, rel, type, link }) => ({
    url: href,
    name: fileTitle(textIn(link, 'title')),
    format: type === undefined ? only : undefined,
    mimetype: type,
    size: textIn(link, 'length'),
    language: textIn(link, 'hreflang'),
    ...(downloads.has(rel) && { download_url: href }),
  }))
}

/** The subtag of the language that the record is written in. */
function languageOf(properties: Loose): string | undefined {
  const stated = properties['language']
  const code = (isLoose(stated) ? textIn(stated, 'code') : textIn(properties, 'language'))?.toLowerCase().split(/[-_]/)[0]
  return code !== undefined && /^[a-z]{2}$/.test(code) ? code : undefined
}

/** The languages of the resource; where it names none, that of the record. */
function languagesOf(properties: Loose): string[] {
  const stated = objectsIn(properties, 'resourceLanguages').map((language) => textIn(language, 'code')).filter((code) => code !== undefined)
  return stated.length > 0 ? stated : [languageOf(properties)].filter((code) => code !== undefined)
}

/** Begin and end of the data; `..` is an open end (OGC 20-004r1). */
function periodOf(time: unknown): [start: string | undefined, end: string | undefined] {
  if (!isLoose(time)) return [undefined, undefined]
  const instant = textIn(time, 'date', 'timestamp')
  const [start, end] = Array.isArray(time['interval']) ? (time['interval'] as unknown[]) : [instant, instant]
  const closed = (value: unknown) => (typeof value === 'string' && value !== '..' && value !== '' ? value : undefined)
  return [closed(start), closed(end)]
}

/** The geometry, else the box beside it (RFC 7946, section 5; with six numbers the heights are left out). */
function placeOf(record: Loose): { text?: string; doubts: Refusal[] } {
  if (isLoose(record['geometry'])) return placeText(record['geometry'])
  const box = record['bbox']
  if (!Array.isArray(box)) return { doubts: [] }
  const numbers = (box.length === 6 ? [box[0], box[1], box[3], box[4]] : box).map((one) => (typeof one === 'number' ? one : Number.NaN))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  const polygon = polygonOf([west, south, east, north])
  return polygon ? placeText(polygon) : { doubts: [refuse('open-data.dataset.spatial-invalid', { field: 'spatial', detail: JSON.stringify(box) })] }
}
