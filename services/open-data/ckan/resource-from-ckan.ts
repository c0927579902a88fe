import { cleanDescription } from '../dcat/description.ts'
import { emptyDistribution } from '../dcat/empty.ts'
import { availabilityOf, fileTypeOf, formatOf, hashAlgorithmOf, languageOf, mediaTypeOf, statusOf } from '../dcat/normalise.ts'
import { absoluteIri, optional, warn, webAddress } from '../dcat/record.ts'
import type { Notes } from '../dcat/record.ts'
import { safeLine } from '../dcat/safe-text.ts'
import type { Checksum, Distribution, Iri } from '../dcat/schema.ts'
import { readCkanLicence, readDateIn } from './fields.ts'
import { textIn, textsIn } from './loose.ts'
import type { Loose } from './loose.ts'

/** A CKAN resource as distribution; the package lends its licence. Undefined (with a warning) without any address. */
export function resourceFromCkan(resource: Loose, pack: Loose, notes: Notes, field: string): Distribution | undefined {
  const file = readResource(resource, pack, notes, field)
  if (file.accessURL.length > 0) return file
  warn(notes, 'open-data.distribution.access-url-missing', field, textIn(resource, 'url', 'name', 'id'))
  return undefined
}

/** The same, with or without an address. */
export function readResource(resource: Loose, pack: Loose, notes: Notes, field: string): Distribution {
  const url = address(textIn(resource, 'url'))
  const access = address(textIn(resource, 'access_url'))
  const download = address(textIn(resource, 'download_url')) ?? (textIn(resource, 'resource_type') === 'file' || textIn(resource, 'url_type') === 'upload' ? url : undefined)
  const opened = access ?? url ?? download
  const description = textIn(resource, 'description')
  const name = textIn(resource, 'name', 'title')
  const attribution = textIn(resource, 'licenseAttributionByText')
  return {
    ...emptyDistribution,
    ...optional('uri', absoluteIri(textIn(resource, 'uri') ?? '')),
    identifier: [textIn(resource, 'id')].filter((id) => id !== undefined),
    title: name === undefined ? {} : { [notes.language]: safeLine(name) },
    description: description === undefined ? {} : { [notes.language]: cleanDescription(description, notes, `${field}.description`) },
    accessURL: opened === undefined ? [] : [opened],
    downloadURL: download === undefined ? [] : [download],
    ...readFormat(resource, notes, field),
    ...optional('byteSize', readSize(resource, notes, field)),
    ...optional('checksum', readChecksum(resource)),
    ...optional('issued', readDateIn(notes, `${field}.issued`, textIn(resource, 'issued', 'created'))),
    ...optional('modified', readDateIn(notes, `${field}.modified`, textIn(resource, 'modified', 'last_modified', 'metadata_modified'))),
    language: textsIn(resource, 'language').map((text) => languageOf(text)?.value).filter((found) => found !== undefined),
    ...licence(resource, pack, notes, field),
    licenseAttributionByText: attribution === undefined ? {} : { [notes.language]: safeLine(attribution) },
    rights: textsIn(resource, 'rights'),
    ...optional('availability', availabilityOf(textIn(resource, 'availability', 'plannedAvailability') ?? '')?.value),
    ...optional('status', statusOf(textIn(resource, 'status') ?? '')?.value),
    page: textsIn(resource, 'documentation').map((text) => absoluteIri(text)).filter((found) => found !== undefined),
    conformsTo: textsIn(resource, 'conforms_to').map((text) => absoluteIri(text)).filter((found) => found !== undefined),
  }
}

const address = (text: string | undefined) => (text === undefined ? undefined : webAddress(text))

function licence(resource: Loose, pack: Loose, notes: Notes, field: string): { license?: Iri; licenseText?: string } {
  const own = readCkanLicence(resource, ['license', 'license_id', 'license_url'], notes, field)
  if (own.license !== undefined || own.licenseText !== undefined) return own
  return readCkanLicence(pack, ['license_id', 'license_url', 'license_title', 'license'], notes, field)
}

function readFormat(resource: Loose, notes: Notes, field: string): { format?: Iri; mediaType?: string } {
  const stated = textIn(resource, 'format')
  const media = textIn(resource, 'mimetype', 'mime_type')
  const format = (stated === undefined ? undefined : formatOf(stated)) ?? (media === undefined ? undefined : formatOf(media))
  if (format?.rule !== undefined) notes.provenance.push({ field: `${field}.format`, from: stated ?? media ?? '', rule: format.rule })
  if (!format && (stated ?? media) !== undefined) warn(notes, 'open-data.distribution.format-unknown', `${field}.format`, stated ?? media)
  const known = fileTypeOf(format?.value)?.mediaType
  const mediaType = (media === undefined ? undefined : mediaTypeOf(media)?.value) ?? (known === '' ? undefined : known)
  return { ...optional('format', format?.value), ...optional('mediaType', mediaType) }
}

const units: Readonly<Record<string, number>> = { b: 1, byte: 1, bytes: 1, kb: 1024, kib: 1024, mb: 1024 ** 2, mib: 1024 ** 2, gb: 1024 ** 3, gib: 1024 ** 3 }

/** A size in bytes, from a number or from words as `509.76 KB` and `1,2 MB`. */
export function readSize(resource: Loose, notes: Notes, field: string): number | undefined {
  const text = textIn(resource, 'size', 'file_size', 'byte_size')
  if (text === undefined) return undefined
  const match = /^([\d.,]+)\s*([a-z]*)$/i.exec(text)
  const factor = units[(match?.[2] || 'b').toLowerCase()]
  const bytes = Math.round(Number((match?.[1] ?? '').replace(',', '.')) * (factor ?? Number.NaN))
  if (Number.isSafeInteger(bytes) && bytes >= 0) return bytes
  warn(notes, 'open-data.distribution.byte-size-invalid', `${field}.byteSize`, text)
  return undefined
}

const byLength: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 128: 'sha512' }

function readChecksum(resource: Loose): Checksum | undefined {
  const [prefix, rest] = (textIn(resource, 'hash') ?? '').split(':', 2)
  const value = (rest ?? prefix ?? '').toLowerCase()
  if (!/^[0-9a-f]{8,128}$/.test(value)) return undefined
  const algorithm = hashAlgorithmOf(textIn(resource, 'hash_algorithm') ?? (rest === undefined ? '' : prefix ?? '')) ?? byLength[value.length]
  return algorithm === undefined ? undefined : { algorithm, value }
}
