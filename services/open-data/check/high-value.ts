/**
 * High-value datasets: Implementing Regulation (EU) 2023/138, Art. 3 (machine-readable, bulk download, API) and Art. 4 (licence), as
 * DCAT-AP HVD 3.0 describes them. Who names one of the six categories or the regulation says that the dataset is one.
 */
import type { DataService, Dataset, Distribution, Iri } from '../dcat/schema.ts'
import { fileTypes, hvdCategories, licences } from '../vocabulary/lists.ts'
import { isOwnFile } from './parts.ts'
import type { Report } from './report.ts'

/** European Legislation Identifier of the Implementing Regulation. */
export const HIGH_VALUE_REGULATION: Iri = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

type Legal = { readonly applicableLegislation: readonly Iri[]; readonly hvdCategory?: readonly Iri[] }
export const isOfHighValue = ({ applicableLegislation, hvdCategory }: Legal): boolean => (hvdCategory?.length ?? 0) > 0 || applicableLegislation.includes(HIGH_VALUE_REGULATION)

/** Both marks belong together: the regulation and the category. */
export function checkMarks(report: Report, prefix: string, { applicableLegislation, hvdCategory = [] }: Legal): void {
  if (!applicableLegislation.includes(HIGH_VALUE_REGULATION)) report.violation('hvd-legislation-missing', `${prefix}applicableLegislation`)
  if (hvdCategory.length === 0) report.violation('hvd-category-missing', `${prefix}hvdCategory`)
  hvdCategory.forEach((category, index) => {
    // The list has narrower topics below the six categories; those are right, too.
    if (!hvdCategories.byUri.has(category) && !/^http:\/\/data\.europa\.eu\/bna\/c_[0-9a-f]{8}$/.test(category)) report.violation('hvd-category-unknown', `${prefix}hvdCategory[${index}]`, category)
  })
}

/** @param served data services of the catalogue that serve this dataset */
export function checkHighValue(report: Report, dataset: Dataset, served: readonly DataService[]): void {
  checkMarks(report, '', dataset)
  if (dataset.distribution.length === 0) report.violation('hvd-file-missing', 'distribution')
  dataset.distribution.forEach((file, index) => {
    const field = `distribution[${index}]`
    if (!file.applicableLegislation.includes(HIGH_VALUE_REGULATION)) report.violation('hvd-file-legislation-missing', `${field}.applicableLegislation`)
    const licence = licences.byUri.get(file.license ?? '')
    if (licence && (!licence.open || licence.shareAlike === true)) report.violation('hvd-licence-restrictive', `${field}.license`, licence.label.de)
    file.accessService.forEach((service, position) => checkServiceOfHighValue(report, service, `${field}.accessService[${position}].`))
  })
  if (dataset.distribution.length > 0 && !dataset.distribution.some(isMachineReadable)) report.violation('hvd-format-closed', 'distribution')
  if (served.length === 0 && dataset.distribution.every((file) => file.accessService.length === 0 && !isOwnFile(file))) report.violation('hvd-api-missing', 'distribution')
  if (dataset.distribution.length > 0 && dataset.distribution.every((file) => file.downloadURL.length === 0 && !isOwnFile(file))) report.warning('hvd-bulk-missing', 'distribution')
}

/** DCAT-AP HVD 3.0, Data Service: contact, documentation, regulation and category are mandatory. */
export function checkServiceOfHighValue(report: Report, service: DataService, prefix: string): void {
  checkMarks(report, prefix, service)
  if (service.contactPoint.length === 0) report.violation('hvd-contact-missing', `${prefix}contactPoint`)
  if (service.page.length === 0 && service.endpointDescription.length === 0) report.violation('hvd-documentation-missing', `${prefix}page`)
}

const isMachineReadable = ({ format }: Distribution): boolean => {
  const type = fileTypes.byUri.get(format ?? '')
  return type?.machineReadable === true && type.nonProprietary
}
