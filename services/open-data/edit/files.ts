import { emptyDistribution } from '../dcat/empty.ts'
import type { Dataset, Distribution, Iri } from '../dcat/schema.ts'
import { endingOf } from '../load/names.ts'
import { fileTypes } from '../vocabulary/lists.ts'
import type { FileVersion } from '../version/schema.ts'
import type { DatasetQuestion } from './schema.ts'

/** Licences that fit the data of an administration, the freest first. */
export const usualLicences: readonly Iri[] = ['dl-zero-de/2.0', 'dl-by-de/2.0', 'cc-zero', 'cc-by/4.0', 'cc-by-sa/4.0'].map((code) => `http://dcat-ap.de/def/licenses/${code}`)

/** Adds a file, with the licence its neighbours have, or puts a new version into its place. */
export function putFile(dataset: Dataset, { id, version, fetched, day }: { id: string; version?: FileVersion; fetched?: string; day: string }): Dataset {
  const [neighbour] = dataset.distribution
  const begun: Distribution = {
    ...emptyDistribution,
    id,
    ...(neighbour?.license !== undefined && { license: neighbour.license }),
    licenseAttributionByText: neighbour?.licenseAttributionByText ?? {},
  }
  const before = dataset.distribution.find((file) => file.id === id)
  const after = version ? fromVersion({ ...(before ?? begun), versionId: version.id }, version, day) : { ...(before ?? begun), ...(fetched !== undefined && { versionId: fetched }) }
  const files = before ? dataset.distribution.map((file) => (file.id === id ? after : file)) : [...dataset.distribution, after]
  return { ...dataset, distribution: files, modified: day, issued: dataset.issued ?? day }
}

/** What a file itself tells: its name, format, size and sum. What people have said already stays, but for a new version's size and sum. */
export function fromVersion(file: Distribution, { name, mediaType, byteSize, sha256 }: Pick<FileVersion, 'name' | 'mediaType' | 'byteSize' | 'sha256'>, day: string): Distribution {
  const type = fileTypes.bySpelling.get(endingOf(name))
  const format = file.format ?? type?.uri
  return {
    ...file,
    title: Object.keys(file.title).length > 0 ? file.title : { de: name.replace(/\.[a-z0-9]{1,10}$/i, '').replaceAll(/[_]+/g, ' ') },
    ...(format !== undefined && { format }),
    mediaType: mediaType.split(';')[0] ?? mediaType,
    byteSize,
    checksum: { algorithm: 'sha256', value: sha256 },
    modified: day,
  }
}

/** A file that lies elsewhere and is only pointed to. */
export const linkedFile = (id: string, address: Iri): Distribution => {
  const format = fileTypes.bySpelling.get(endingOf(new URL(address).pathname))
  return { ...emptyDistribution, id, accessURL: [address], downloadURL: format ? [address] : [], ...(format && { format: format.uri, mediaType: format.mediaType }) }
}

/** Another order: a file one place up (-1) or down (1). */
export function moveFile(dataset: Dataset, id: string, by: -1 | 1): Dataset {
  const at = dataset.distribution.findIndex((file) => file.id === id)
  const files = [...dataset.distribution]
  const [moved] = files.splice(at, 1)
  if (!moved || at + by < 0 || at + by > files.length) return dataset
  files.splice(at + by, 0, moved)
  return { ...dataset, distribution: files }
}

export const removeFile = (dataset: Dataset, id: string): Dataset => ({ ...dataset, distribution: dataset.distribution.filter((file) => file.id !== id) })

/** Licence and source note of all files at once; files that differ stay as they are until somebody answers. */
export const commonQuestions: readonly DatasetQuestion[] = [
  {
    name: 'license-all',
    kind: 'choice',
    path: 'distribution[0].license',
    read: ({ distribution }) => shared(distribution.map(({ license }) => license)),
    write: (dataset, [license]) => (license === undefined ? dataset : { ...dataset, distribution: dataset.distribution.map((file) => ({ ...file, license })) }),
  },
  {
    name: 'attribution-all',
    kind: 'line',
    path: 'distribution[0].licenseAttributionByText',
    max: 500,
    read: ({ distribution }) => shared(distribution.map(({ licenseAttributionByText }) => licenseAttributionByText['de'])),
    write: (dataset, [text]) => (text === undefined ? dataset : { ...dataset, distribution: dataset.distribution.map((file) => ({ ...file, licenseAttributionByText: { ...file.licenseAttributionByText, de: text } })) }),
  },
]

function shared(values: readonly (string | undefined)[]): readonly string[] {
  const [value] = values
  return value !== undefined && values.every((other) => other === value) ? [value] : []
}
