/** For tests only: ways in which a right description goes wrong. Each may be applied after any other. */
import { emptyDataService } from '../dcat/empty.ts'
import type { DataService, Dataset, Distribution } from '../dcat/schema.ts'

type Damage = (dataset: Dataset) => Dataset
const wrong = 'https://example.org/unknown'
const office = 'https://example.org/town'

function without<T extends object>(value: T, key: keyof T): T {
  const copy = { ...value }
  delete copy[key]
  return copy
}
const onFiles = (damage: (file: Distribution) => Distribution): Damage => (dataset) => ({ ...dataset, distribution: dataset.distribution.map(damage) })
const onServices = (damage: (service: DataService) => DataService): Damage => onFiles((file) => ({ ...file, accessService: file.accessService.map(damage) }))

export const damages: Readonly<Record<string, Damage>> = {
  'the title is missing': (d) => ({ ...d, title: {} }),
  'the description is missing': (d) => ({ ...d, description: {} }),
  'the publisher is missing': (d) => without(d, 'publisher'),
  'the publisher has no name': (d) => ({ ...d, publisher: { ...d.publisher, uri: office, name: {} } }),
  'the publisher is of an unknown kind': (d) => ({ ...d, publisher: { name: {}, ...d.publisher, uri: office, type: wrong } }),
  'a creator has no name': (d) => ({ ...d, creator: [...d.creator, { name: {} }] }),
  'a theme is unknown': (d) => ({ ...d, theme: [...d.theme, wrong] }),
  'the language is unknown': (d) => ({ ...d, language: [wrong] }),
  'the frequency is unknown': (d) => ({ ...d, accrualPeriodicity: wrong }),
  'the access rights are unknown': (d) => ({ ...d, accessRights: wrong }),
  'the availability is unknown': (d) => ({ ...d, availability: wrong }),
  'the type is unknown': (d) => ({ ...d, type: [wrong] }),
  'the contributor is unknown': (d) => ({ ...d, contributorID: [wrong] }),
  'the level is unknown': (d) => ({ ...d, politicalGeocodingLevelURI: [wrong] }),
  'the temporal resolution is no duration': (d) => ({ ...d, temporalResolution: 'daily' }),
  'a contact cannot be reached': (d) => ({ ...d, contactPoint: [...d.contactPoint, { kind: 'Kind', name: 'Amt' }] }),
  'a period is empty': (d) => ({ ...d, temporal: [...d.temporal, {}] }),
  'an attribution names nobody that has an address': (d) => ({ ...d, qualifiedAttribution: [{ agent: { name: { de: 'Amt' } }, role: wrong }] }),
  'an attribution has no role': (d) => ({ ...d, qualifiedAttribution: d.qualifiedAttribution.map((a) => ({ ...a, role: '' })) }),
  'outdated fields are used': (d) => ({ ...d, legalBasis: { de: '§ 1' }, politicalGeocodingURI: [wrong], geocodingDescription: { de: 'Ort' }, qualityProcessURI: wrong }),
  'a file has no address': onFiles((f) => ({ ...f, accessURL: [] })),
  'a file has no licence': onFiles((f) => without(f, 'license')),
  'a file has a licence of no list': onFiles((f) => ({ ...f, license: wrong })),
  'a file has its licence as text': onFiles((f) => ({ ...without(f, 'license'), licenseText: 'frei' })),
  'a file has an unknown format': onFiles((f) => ({ ...f, format: wrong })),
  'a file has an unknown language': onFiles((f) => ({ ...f, language: [wrong] })),
  'a file has an unknown status': onFiles((f) => ({ ...f, status: wrong })),
  'a file has an unknown availability': onFiles((f) => ({ ...f, availability: wrong })),
  'a file has a broken size': onFiles((f) => ({ ...f, byteSize: 1.5 })),
  'a checksum is no number': onFiles((f) => ({ ...f, checksum: { algorithm: 'sha256', value: 'xyz' } })),
  'a checksum is of an unknown kind': onFiles((f) => ({ ...f, checksum: { algorithm: 'crc7', value: 'ab' } })),
  'the resolution of a file is no duration': onFiles((f) => ({ ...f, temporalResolution: '15 min' })),
  'a service says nothing': onFiles((f) => ({ ...f, accessService: [...f.accessService, emptyDataService] })),
  'a service has no address': onServices((s) => ({ ...s, endpointURL: [] })),
  'a service has an unknown licence': onServices((s) => ({ ...s, license: wrong })),
  'a service has an unknown format': onServices((s) => ({ ...s, format: [wrong] })),
}
