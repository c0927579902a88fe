import type { Dataset, Distribution } from '../dcat/schema.ts'
import { availabilities, distributionStatuses, fileTypes, languages, licences } from '../vocabulary/lists.ts'
import { checkResolution, isOwnFile } from './parts.ts'
import { fromList, saysSomething, webAddresses, type Report } from './report.ts'
import { checkAccessService } from './service.ts'

const algorithms = new Set(['md2', 'md4', 'md5', 'md6', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_384', 'sha3_512'])
const mediaType = /^[a-z0-9][\w!#$&^.+-]*\/[\w!#$&^.+-]+$/i

/** dcat:Distribution in DCAT-AP.de 3.0 with conventions K31 (licence from the list) and K32 (format from the EU list). */
export function checkDistribution(report: Report, file: Distribution, index: number, dataset: Dataset): void {
  const field = `distribution[${index}]`
  if (file.accessURL.length === 0 && !isOwnFile(file)) report.violation('access-url-missing', `${field}.accessURL`)
  webAddresses(report, `${field}.accessURL`, file.accessURL)
  webAddresses(report, `${field}.downloadURL`, file.downloadURL)
  if (dataset.distribution.length > 1 && !saysSomething(file.title)) report.advice('file-title-missing', `${field}.title`)
  checkLicence(report, file, field)
  checkFormat(report, file, field)
  fromList(report.violation, 'language-unknown', `${field}.language`, languages, file.language)
  fromList(report.violation, 'availability-unknown', `${field}.availability`, availabilities, file.availability)
  fromList(report.violation, 'status-unknown', `${field}.status`, distributionStatuses, file.status)
  if (file.byteSize !== undefined && !(Number.isSafeInteger(file.byteSize) && file.byteSize >= 0)) report.violation('byte-size-invalid', `${field}.byteSize`, file.byteSize)
  if (file.checksum) {
    if (!/^(?:[0-9a-f]{2})+$/i.test(file.checksum.value)) report.violation('checksum-invalid', `${field}.checksum.value`)
    if (!algorithms.has(file.checksum.algorithm)) report.warning('checksum-algorithm-unknown', `${field}.checksum.algorithm`, file.checksum.algorithm)
  }
  checkResolution(report, `${field}.`, file)
  file.accessService.forEach((service, position) => checkAccessService(report, service, `${field}.accessService[${position}]`, dataset))
}

function checkLicence(report: Report, file: Distribution, field: string): void {
  if (file.license === undefined && file.licenseText === undefined) return report.violation('licence-missing', `${field}.license`)
  const licence = licences.byUri.get(file.license ?? '')
  if (!licence) return report.warning('licence-unknown', `${field}.license`, file.license ?? file.licenseText)
  if (!licence.open) report.warning('licence-closed', `${field}.license`, licence.label.de)
  if (licence.attribution === true && !saysSomething(file.licenseAttributionByText)) report.advice('attribution-text-missing', `${field}.licenseAttributionByText`)
}

function checkFormat(report: Report, file: Distribution, field: string): void {
  if (file.format === undefined) report.warning('format-missing', `${field}.format`)
  else fromList(report.violation, 'format-unknown', `${field}.format`, fileTypes, file.format)
  for (const [name, value] of [['mediaType', file.mediaType], ['compressFormat', file.compressFormat], ['packageFormat', file.packageFormat]] as const) {
    if (value !== undefined && !mediaType.test(value)) report.warning('media-type-invalid', `${field}.${name}`, value)
  }
}
