import type { DataService, Dataset } from '../dcat/schema.ts'
import { accessRights, availabilities, fileTypes, licences } from '../vocabulary/lists.ts'
import { checkServiceOfHighValue, isOfHighValue } from './high-value.ts'
import { checkAgent, checkContacts } from './parts.ts'
import { fromList, newReport, saysSomething, webAddresses, type Report } from './report.ts'
import type { CheckFinding } from './schema.ts'

/** A data service that stands for itself: publisher included, and the rules for high-value datasets where it says it serves one. */
export function checkDataService(service: DataService): readonly CheckFinding[] {
  const report = newReport()
  checkService(report, service, '')
  if (!service.publisher) report.violation('publisher-missing', 'publisher')
  if (service.contactPoint.length === 0 && !isOfHighValue(service)) report.warning('contact-missing', 'contactPoint')
  if (isOfHighValue(service)) checkServiceOfHighValue(report, service, '')
  return report.findings
}

/** A data service of a file: where it names no publisher, that of the dataset counts. */
export function checkAccessService(report: Report, service: DataService, field: string, dataset: Dataset): void {
  checkService(report, service, `${field}.`)
  if (!service.publisher && !dataset.publisher) report.violation('publisher-missing', `${field}.publisher`)
}

/** dcat:DataService in DCAT-AP.de 3.0. */
function checkService(report: Report, service: DataService, prefix: string): void {
  if (!saysSomething(service.title)) report.violation('title-missing', `${prefix}title`)
  if (service.endpointURL.length === 0) report.violation('endpoint-missing', `${prefix}endpointURL`)
  webAddresses(report, `${prefix}endpointURL`, service.endpointURL)
  webAddresses(report, `${prefix}endpointDescription`, service.endpointDescription)
  webAddresses(report, `${prefix}page`, service.page)
  if (service.publisher) checkAgent(report, `${prefix}publisher`, service.publisher)
  if (prefix === '') checkContacts(report, service.contactPoint)
  fromList(report.violation, 'access-rights-unknown', `${prefix}accessRights`, accessRights, service.accessRights)
  fromList(report.violation, 'availability-unknown', `${prefix}availability`, availabilities, service.availability)
  fromList(report.violation, 'format-unknown', `${prefix}format`, fileTypes, service.format)
  fromList(report.warning, 'licence-unknown', `${prefix}license`, licences, service.license)
}
