import type { Dataset, LanguageText } from '../dcat/schema.ts'
import { fileTypes } from '../vocabulary/lists.ts'
import type { Loaded } from './load.ts'
import { inLanguage } from './record.ts'

/** schema.org `Dataset`, as search engines for data read it (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
export function structuredData({ dataset, files, organisation }: Loaded, address: string): object {
  const { document } = dataset
  const origin = new URL(address).origin
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: textOf(document.title) ?? dataset.title,
    description: descriptionOf(document),
    ...(document.identifier.length > 0 && { identifier: document.identifier }),
    ...(document.uri && { sameAs: document.uri }),
    keywords: Object.values(document.keyword).flat(),
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: organisation.title, ...(organisation.homepage && { url: organisation.homepage }) },
    ...(document.issued && { datePublished: document.issued }),
    ...(document.modified && { dateModified: document.modified }),
    ...(document.version && { version: document.version }),
    ...(licencesOf(document).length > 0 && { license: licencesOf(document) }),
    ...(periodsOf(document).length > 0 && { temporalCoverage: periodsOf(document) }),
    ...(placesOf(document).length > 0 && { spatialCoverage: placesOf(document) }),
    distribution: files
      .filter(({ url }) => url !== '')
      .map((file) => ({
        '@type': 'DataDownload',
        contentUrl: file.storedFile ? `${origin}/open-data/file/${file.id}` : file.url,
        ...(file.title && { name: file.title }),
        encodingFormat: file.mediaType || (fileTypes.concepts.find(({ code }) => code === file.format)?.mediaType ?? file.format),
        ...(file.byteSize && { contentSize: `${file.byteSize} B` }),
      })),
  }
}

const textOf = (text: LanguageText): string | undefined => inLanguage(text)

// Google wants 50 to 5,000 characters.
function descriptionOf(document: Dataset): string {
  const text = textOf(document.description) ?? ''
  return (text.length < 50 ? `${textOf(document.title) ?? ''}. ${text}` : text).slice(0, 5_000)
}

const licencesOf = ({ distribution }: Dataset): string[] => [...new Set(distribution.flatMap(({ license }) => license ?? []))]
const periodsOf = ({ temporal }: Dataset): string[] => temporal.map(({ startDate, endDate }) => `${startDate ?? '..'}/${endDate ?? '..'}`)
const placesOf = ({ spatial }: Dataset): string[] => [...new Set(spatial.flatMap(({ label }) => (label ? [textOf(label)] : [])))].filter((place) => place !== undefined)
