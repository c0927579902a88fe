import type { Dataset } from '../dcat/schema.ts'
import { saysSomething, type Report } from './report.ts'

/** Characters below which a description hardly says what the data are. */
const SHORT = 40

/**
 * What GovData's convention handbook 2.0 asks for (K01 contact, K12/13 exactly one contributorID, K36 publisher is a "must" already) and its
 * dashboard measures, then what helps people to find and understand the data.
 */
export function checkConventions(report: Report, dataset: Dataset): void {
  if (dataset.contactPoint.length === 0) report.warning('contact-missing', 'contactPoint')
  if (dataset.contributorID.length === 0) report.warning('contributor-missing', 'contributorID')
  if (dataset.contributorID.length > 1) report.warning('several-contributors', 'contributorID', dataset.contributorID.length)
  if (dataset.distribution.length === 0 && dataset.landingPage.length === 0 && dataset.page.length === 0) report.warning('nothing-to-open', 'distribution')
  if (dataset.theme.length === 0) report.warning('theme-missing', 'theme')
  if (!Object.values(dataset.keyword).some((words) => words.length > 0)) report.warning('keyword-missing', 'keyword')
  if (dataset.politicalGeocodingLevelURI.length === 0) report.advice('level-missing', 'politicalGeocodingLevelURI')
  if (dataset.spatial.length === 0) report.advice('spatial-missing', 'spatial')
  if (dataset.temporal.length === 0) report.advice('temporal-missing', 'temporal')
  if (dataset.accrualPeriodicity === undefined) report.advice('frequency-missing', 'accrualPeriodicity')
  if (dataset.accessRights === undefined) report.advice('access-rights-missing', 'accessRights')
  if (dataset.issued === undefined && dataset.modified === undefined) report.advice('issued-missing', 'issued')
  if (saysSomething(dataset.description) && Object.values(dataset.description).every((text) => text.trim().length < SHORT)) report.advice('description-short', 'description')
}
