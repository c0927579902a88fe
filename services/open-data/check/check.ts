/**
 * The rules of DCAT-AP.de 3.0 in our own words: the specification with its German additions, the controlled vocabularies, GovData's
 * conventions and dashboard rules, high-value datasets. Pure and without I/O, so it runs while somebody types.
 * Source: https://www.dcat-ap.de/def/dcatde/3.0/spec/ and, for high-value datasets, https://semiceu.github.io/DCAT-AP/releases/3.0.0-hvd/.
 */
import type { DataService, Dataset } from '../dcat/schema.ts'
import { accessRights, availabilities, contributors, datasetTypes, frequencies, geocodingLevels, languages, themes } from '../vocabulary/lists.ts'
import { checkConventions } from './conventions.ts'
import { checkDistribution } from './distribution.ts'
import { checkHighValue, isOfHighValue } from './high-value.ts'
import { checkAgent, checkContacts, checkPeriods, checkResolution } from './parts.ts'
import { fromList, newReport, saysSomething, webAddresses, type Report } from './report.ts'
import type { CheckFinding } from './schema.ts'

/** What the catalogue knows beside the description. */
export type CheckContext = {
  /** Data services of their own that serve this dataset. */
  readonly servedBy?: readonly DataService[]
}

/** Checks one dataset; empty when there is nothing to say. */
export function checkDataset(dataset: Dataset, { servedBy = [] }: CheckContext = {}): readonly CheckFinding[] {
  const report = newReport()
  checkFields(report, dataset)
  checkPeople(report, dataset)
  checkPeriods(report, dataset.temporal)
  checkOutdated(report, dataset)
  dataset.distribution.forEach((file, index) => checkDistribution(report, file, index, dataset))
  checkConventions(report, dataset)
  if (isOfHighValue(dataset)) checkHighValue(report, dataset, servedBy)
  return report.findings
}

function checkFields(report: Report, dataset: Dataset): void {
  if (!saysSomething(dataset.title)) report.violation('title-missing', 'title')
  if (!saysSomething(dataset.description)) report.violation('description-missing', 'description')
  fromList(report.violation, 'theme-unknown', 'theme', themes, dataset.theme)
  fromList(report.violation, 'language-unknown', 'language', languages, dataset.language)
  fromList(report.violation, 'frequency-unknown', 'accrualPeriodicity', frequencies, dataset.accrualPeriodicity)
  fromList(report.violation, 'access-rights-unknown', 'accessRights', accessRights, dataset.accessRights)
  fromList(report.violation, 'availability-unknown', 'availability', availabilities, dataset.availability)
  fromList(report.warning, 'type-unknown', 'type', datasetTypes, dataset.type)
  fromList(report.warning, 'contributor-unknown', 'contributorID', contributors, dataset.contributorID)
  fromList(report.warning, 'level-unknown', 'politicalGeocodingLevelURI', geocodingLevels, dataset.politicalGeocodingLevelURI)
  webAddresses(report, 'landingPage', dataset.landingPage)
  webAddresses(report, 'page', dataset.page)
  checkResolution(report, '', dataset)
}

/** DE_Dataset_dcterms_publisher_v_Min, foaf:Agent, vcard:Kind, prov:Attribution. */
function checkPeople(report: Report, dataset: Dataset): void {
  if (dataset.publisher) checkAgent(report, 'publisher', dataset.publisher)
  else report.violation('publisher-missing', 'publisher')
  for (const role of ['creator', 'contributor', 'originator', 'maintainer'] as const) dataset[role].forEach((agent, index) => checkAgent(report, `${role}[${index}]`, agent))
  checkContacts(report, dataset.contactPoint)
  dataset.qualifiedAttribution.forEach(({ agent, role }, index) => {
    const field = `qualifiedAttribution[${index}]`
    if (agent.uri === undefined) report.violation('attribution-agent-without-address', `${field}.agent`)
    if (role === '') report.violation('attribution-role-missing', `${field}.role`)
    checkAgent(report, `${field}.agent`, agent)
  })
}

/** Terms of DCAT-AP.de 2.0 that 3.0 has given up. */
function checkOutdated(report: Report, dataset: Dataset): void {
  if (saysSomething(dataset.legalBasis)) report.warning('legal-basis-outdated', 'legalBasis')
  if (dataset.politicalGeocodingURI.length > 0) report.warning('geocoding-uri-outdated', 'politicalGeocodingURI')
  if (saysSomething(dataset.geocodingDescription)) report.warning('geocoding-description-outdated', 'geocodingDescription')
  if (dataset.qualityProcessURI !== undefined) report.warning('quality-process-outdated', 'qualityProcessURI')
}
