/** Rules for what datasets, services and series have in common: agents, contacts, periods, resolutions. */
import type { Contact, Distribution, Organisation, PeriodOfTime } from '../dcat/schema.ts'
import { publisherTypes } from '../vocabulary/lists.ts'
import { fromList, saysSomething, type Report } from './report.ts'

/** foaf:Agent: foaf:name at least once; dct:type from the ADMS list of publisher types. */
export function checkAgent(report: Report, field: string, agent: Organisation): void {
  if (!saysSomething(agent.name)) report.violation('agent-name-missing', `${field}.name`)
  fromList(report.violation, 'agent-type-unknown', `${field}.type`, publisherTypes, agent.type)
}

/** vcard:Kind (DE_Kind_vcard_hasEmail_hasURL_hasTelephone_v_Min, convention K01). */
export function checkContacts(report: Report, contacts: readonly Contact[]): void {
  contacts.forEach((contact, index) => {
    if (contact.email === undefined && contact.url === undefined && contact.telephone === undefined) report.violation('contact-unreachable', `contactPoint[${index}]`)
  })
}

/** dct:PeriodOfTime: a start, an end or both, in this order. */
export function checkPeriods(report: Report, periods: readonly PeriodOfTime[]): void {
  periods.forEach(({ startDate, endDate }, index) => {
    if (startDate === undefined && endDate === undefined) report.violation('period-empty', `temporal[${index}]`)
    else if (startDate !== undefined && endDate !== undefined && isAfter(startDate, endDate)) report.warning('period-reversed', `temporal[${index}]`)
  })
}

// Dates may differ in exactness: 2024-05 contains 2024-05-31. Only what both say is compared.
function isAfter(start: string, end: string): boolean {
  const shared = Math.min(start.length, end.length, 10)
  return start.slice(0, shared) > end.slice(0, shared)
}

type Resolved = { readonly spatialResolutionInMeters?: number; readonly temporalResolution?: string }
const duration = /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

/** xsd:decimal of metres and xsd:duration. */
export function checkResolution(report: Report, prefix: string, { spatialResolutionInMeters: metres, temporalResolution: time }: Resolved): void {
  if (metres !== undefined && !(Number.isFinite(metres) && metres > 0)) report.violation('spatial-resolution-invalid', `${prefix}spatialResolutionInMeters`, metres)
  if (time !== undefined && !duration.test(time)) report.violation('temporal-resolution-invalid', `${prefix}temporalResolution`, time)
}

/** Whether the portal itself keeps the file: its addresses and size are known without being said. */
export const isOwnFile = ({ id, versionId }: Distribution): boolean => id !== undefined && versionId !== undefined
