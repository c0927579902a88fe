import type { SearchRecord } from '@modellregion/kernel/rules'
import { digestDataset, fileKey, formatCode, inLanguage, searchPartsOf, type Digested } from '../dataset/record.ts'
import type { Refusal } from '../dcat/refusals.ts'
import type { Delivered } from './schema.ts'

/** A delivered record with everything the database wants of it: plain data that can cross from one thread to another. */
export type Prepared = PreparedDataset | { key: string; title: string; reasons: readonly Refusal[] }

export type PreparedDataset = {
  key: string
  /** The description as JSON. */
  document: string
  digested: Digested
  publisher: { name: string | undefined; homepage: string | null; email: string | null; uri: string | null }
  files: PreparedFile[]
  search: Pick<SearchRecord, 'keywords' | 'body' | 'facets'>
  warnings: readonly Refusal[]
}

export type PreparedFile = { key: string; title: string; url: string; format: string; mediaType: string; licence: string; byteSize: number | null }

export function prepare(delivered: Delivered): Prepared {
  if (!('dataset' in delivered)) return delivered
  const { key, dataset, warnings } = delivered
  const digested = digestDataset(dataset)
  return {
    key,
    document: JSON.stringify(dataset),
    digested,
    publisher: {
      name: dataset.publisher && inLanguage(dataset.publisher.name),
      homepage: dataset.publisher?.homepage ?? null,
      email: dataset.publisher?.email ?? null,
      uri: dataset.publisher?.uri ?? null,
    },
    files: dataset.distribution.map((file) => ({
      key: fileKey(file),
      title: inLanguage(file.title) ?? '',
      url: file.downloadURL[0] ?? file.accessURL[0] ?? '',
      format: file.format ? formatCode(file.format) : '',
      mediaType: file.mediaType ?? '',
      licence: file.license ?? '',
      byteSize: file.byteSize ?? null,
    })),
    search: searchPartsOf(dataset, digested),
    warnings,
  }
}
