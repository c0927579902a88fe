/** What a dataset needs to be accepted, and which doubts stay beside it. Pure; the same for RDF, CKAN and CSV sources. */
import { licences } from '../vocabulary/lists.ts'
import { refuse } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Dataset, Distribution } from './schema.ts'

/** Longest title that is one: longer ones are a text in the wrong field, and the dataset waits in quarantine. */
export const TITLE_LENGTH = 1000
/** Characters of a description; the rest is left out with a warning. */
export const DESCRIPTION_LENGTH = 50_000
/** Files per dataset; a source with more has confused files with datasets. */
export const DISTRIBUTIONS = 2000

/**
 * Why a dataset cannot be accepted; empty when it can. DCAT-AP.de 3.0 demands title, description and publisher. A missing
 * description is only a doubt here, because a third of the real catalogues would be lost over it.
 */
export function whyNotAccept(dataset: Dataset): Refusal[] {
  const reasons: Refusal[] = []
  const titles = Object.values(dataset.title)
  if (titles.length === 0) reasons.push(refuse('open-data.dataset.title-missing', { field: 'title' }))
  const long = titles.find((title) => title.length > TITLE_LENGTH)
  if (long !== undefined) reasons.push(refuse('open-data.dataset.title-too-long', { field: 'title', detail: `${long.length} > ${TITLE_LENGTH}: ${long.slice(0, 80)}` }))
  if (!dataset.publisher) reasons.push(refuse('open-data.dataset.publisher-missing', { field: 'publisher' }))
  if (dataset.uri === undefined && dataset.identifier.length === 0) reasons.push(refuse('open-data.dataset.identity-missing', { field: 'identifier' }))
  if (dataset.distribution.length === 0 && dataset.landingPage.length === 0 && dataset.page.length === 0) {
    reasons.push(refuse('open-data.dataset.nothing-to-open', { field: 'distribution' }))
  }
  if (dataset.distribution.length > DISTRIBUTIONS) {
    reasons.push(refuse('open-data.dataset.too-many-distributions', { field: 'distribution', detail: `${dataset.distribution.length} > ${DISTRIBUTIONS}` }))
  }
  return reasons
}

/** Doubts a publisher should hear about; none keeps the dataset out. */
export function doubtsAbout(dataset: Dataset): Refusal[] {
  const doubts: Refusal[] = []
  if (Object.keys(dataset.description).length === 0) doubts.push(refuse('open-data.dataset.description-missing', { field: 'description' }))
  if (dataset.theme.length === 0) doubts.push(refuse('open-data.dataset.theme-missing', { field: 'theme' }))
  if (dataset.contactPoint.length === 0) doubts.push(refuse('open-data.dataset.contact-missing', { field: 'contactPoint' }))
  if (dataset.contributorID.length === 0) doubts.push(refuse('open-data.dataset.contributor-missing', { field: 'contributorID' }))
  dataset.distribution.forEach((distribution, index) => doubts.push(...doubtsAboutDistribution(distribution, `distribution[${index}]`)))
  return doubts
}

function doubtsAboutDistribution(distribution: Distribution, field: string): Refusal[] {
  const doubts: Refusal[] = []
  if (distribution.license === undefined && distribution.licenseText === undefined) doubts.push(refuse('open-data.distribution.licence-missing', { field: `${field}.license` }))
  if (distribution.format === undefined) doubts.push(refuse('open-data.distribution.format-missing', { field: `${field}.format` }))
  const licence = licences.byUri.get(distribution.license ?? '')
  if (licence?.attribution === true && Object.keys(distribution.licenseAttributionByText).length === 0) {
    doubts.push(refuse('open-data.distribution.attribution-missing', { field: `${field}.licenseAttributionByText`, detail: licence.code }))
  }
  return doubts
}
