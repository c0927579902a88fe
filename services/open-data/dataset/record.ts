import { createHash } from 'node:crypto'
import type { SearchRecord } from '@modellregion/kernel/rules'
import type { Dataset, Distribution, Iri, LanguageText } from '../dcat/schema.ts'
import { mqaScore } from '../quality/mqa.ts'
import { fileTypes, hvdCategories, licences, themes } from '../vocabulary/lists.ts'
import type { LicenceClass } from './schema.ts'

/** What lists, filters and search need of a description. Computed once when it is stored. */
export type Digested = { title: string; summary: string; theme: string[]; format: string[]; licence: LicenceClass[]; highValue: boolean; points: number; modified: Date | null; digest: string }

export function digestDataset(dataset: Dataset): Digested {
  return {
    title: inLanguage(dataset.title) ?? '',
    summary: shorten(inLanguage(dataset.description) ?? '', 240),
    theme: codesOf(dataset.theme, (uri) => themes.byUri.get(uri)?.code),
    format: codesOf(dataset.distribution.flatMap(({ format }) => format ?? []), formatCode),
    licence: licenceClasses(dataset),
    highValue: dataset.hvdCategory.length > 0,
    points: mqaScore(dataset).points,
    modified: dateOf(dataset.modified ?? dataset.issued),
    digest: createHash('sha256').update(JSON.stringify(dataset)).digest('base64url'),
  }
}

/** The German text, else English, else any. */
export function inLanguage(text: LanguageText, ...wanted: string[]): string | undefined {
  for (const language of [...wanted, 'de', 'en']) if (text[language]) return text[language]
  return Object.values(text)[0]
}

/** The same choice with the language it was made in. */
export function withLanguage(text: LanguageText, ...wanted: string[]): { text: string; lang: string } | undefined {
  const lang = [...wanted, 'de', 'en', ...Object.keys(text)].find((language) => text[language])
  return lang === undefined ? undefined : { text: text[lang] ?? '', lang }
}

// Cut behind a sentence where one ends late enough, else behind a word.
function shorten(text: string, length: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length)
  const sentence = cut.lastIndexOf('. ')
  return sentence > length / 2 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

/** `Rad- und Fußwege 2024` becomes `rad-und-fusswege-2024`; at most 80 letters, cut at a word. */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const cut = plain.length <= 80 ? plain : plain.slice(0, 81).replace(/-[^-]*$/, '').slice(0, 80)
  return cut || 'datensatz'
}

/** What names a file within its dataset: its own IRI, else its address. */
export const fileKey = (distribution: Distribution): string => distribution.uri ?? distribution.downloadURL[0] ?? distribution.accessURL[0] ?? ''

/** The same file keeps its id when the dataset is harvested again: an id made from what names it. RFC 9562, version 8. */
export function distributionId(datasetId: string, key: string, position: number): string {
  const hex = createHash('sha256').update(`${datasetId}\n${key || position}\n${position}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The id of a file: its own when the portal publishes it, else the one made from what names it. */
export const idOfFile = (datasetId: string, distribution: Distribution, position: number): string => distribution.id ?? distributionId(datasetId, fileKey(distribution), position)

export const formatCode = (uri: Iri): string => fileTypes.byUri.get(uri)?.code ?? uri.split(/[/#]/).at(-1)?.toUpperCase() ?? uri

function licenceClasses(dataset: Dataset): LicenceClass[] {
  const classes = dataset.distribution.map(({ license }) => licenceClass(license))
  return [...new Set(classes.length ? classes : ['unknown' as const])].sort()
}

/** A licence in one word. */
export function licenceClass(uri: Iri | undefined): LicenceClass {
  const licence = uri === undefined ? undefined : licences.byUri.get(uri)
  if (!licence) return 'unknown'
  if (!licence.open) return 'restricted'
  if (licence.shareAlike) return 'share-alike'
  return licence.attribution ? 'attribution' : 'free'
}

const codesOf = (uris: readonly Iri[], code: (uri: Iri) => string | undefined): string[] => [...new Set(uris.map(code).filter((found) => found !== undefined))].sort()

function dateOf(text: string | undefined): Date | null {
  if (text === undefined) return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? null : date
}

/** What the town's search knows of a dataset; its organisation is added where it is stored. */
export function searchPartsOf(dataset: Dataset, digested: Digested): Pick<SearchRecord, 'keywords' | 'body' | 'facets'> {
  return {
    keywords: Object.values(dataset.keyword).flat().slice(0, 100),
    body: [...Object.values(dataset.description), ...dataset.distribution.slice(0, 50).flatMap((file) => Object.values(file.title))].join('\n'),
    facets: {
      theme: digested.theme,
      format: digested.format,
      licence: digested.licence,
      place: placesOf(dataset),
      year: yearsOf(dataset),
      'high-value': codesOf(dataset.hvdCategory, (uri) => hvdCategories.byUri.get(uri)?.code),
    },
  }
}

function placesOf(dataset: Dataset): string[] {
  const named = [...dataset.spatial.flatMap(({ label }) => (label ? [inLanguage(label)] : [])), inLanguage(dataset.geocodingDescription)]
  return [...new Set(named.filter((place) => place !== undefined && place.length <= 80))].slice(0, 20) as string[]
}

// A period of a century would count in a hundred years; beyond thirty only its ends are kept.
function yearsOf(dataset: Dataset): string[] {
  const years = new Set<number>()
  for (const { startDate, endDate } of dataset.temporal) {
    const start = Number((startDate ?? endDate)?.slice(0, 4))
    const end = Number((endDate ?? startDate)?.slice(0, 4))
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 1000 || end > 2200 || end < start) continue
    if (end - start > 30) years.add(start).add(end)
    else for (let year = start; year <= end; year++) years.add(year)
  }
  return [...years].sort().map(String)
}
