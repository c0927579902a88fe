/**
 * Metadata quality as data.europa.eu measures it (MQA methodology, https://data.europa.eu/mqa/methodology): 405 points in
 * five dimensions. Indicators of files count by the share of files that meet them. What nobody has checked yet (does the
 * address answer?) is `unknown`: it earns nothing and is not held against the dataset either, see `attainable`.
 */
import type { Dataset, Distribution, Iri } from '../dcat/schema.ts'
import { accessRights, fileTypes, licences } from '../vocabulary/lists.ts'

export type Dimension = 'findability' | 'accessibility' | 'interoperability' | 'reusability' | 'contextuality'

export type IndicatorId =
  | 'keyword' | 'theme' | 'spatial' | 'temporal'
  | 'access-url-status' | 'download-url' | 'download-url-status'
  | 'format' | 'media-type' | 'format-from-vocabulary' | 'non-proprietary' | 'machine-readable' | 'dcat-ap-compliance'
  | 'licence' | 'licence-from-vocabulary' | 'access-rights' | 'access-rights-from-vocabulary' | 'contact' | 'publisher'
  | 'rights' | 'byte-size' | 'issued' | 'modified'

export type State = 'met' | 'partly' | 'missing' | 'unknown'

/** One of the 23 indicators. `code` names it in the words, `code` with `.advice` says what to do. */
export type Indicator = {
  readonly id: IndicatorId
  readonly dimension: Dimension
  readonly state: State
  readonly points: number
  readonly max: number
  readonly code: `open-data.quality.${IndicatorId}`
}

export type Grade = 'excellent' | 'good' | 'sufficient' | 'bad'

export type Score = {
  readonly points: number
  /** 405 less the indicators nobody could check. */
  readonly attainable: number
  readonly grade: Grade
  readonly dimensions: Readonly<Record<Dimension, { readonly points: number; readonly max: number }>>
  readonly indicators: readonly Indicator[]
}

/** What checks outside the metadata found out. */
export type Evidence = {
  /** Whether an address answered with success lately; undefined = never checked. */
  readonly reachable?: (address: Iri) => boolean | undefined
  /** Whether the dataset passes the DCAT-AP shapes; undefined = never validated, then the mandatory fields decide. */
  readonly compliant?: boolean
}

type Measure = readonly [id: IndicatorId, dimension: Dimension, max: number, share: number | undefined]

/** Scores one dataset. */
export function mqaScore(dataset: Dataset, evidence: Evidence = {}): Score {
  const indicators = measure(dataset, evidence).map(toIndicator)
  const points = sum(indicators.map((indicator) => indicator.points))
  return {
    points,
    attainable: sum(indicators.filter(({ state }) => state !== 'unknown').map(({ max }) => max)),
    grade: gradeOf(points),
    dimensions: {
      findability: total(indicators, 'findability'), accessibility: total(indicators, 'accessibility'), interoperability: total(indicators, 'interoperability'),
      reusability: total(indicators, 'reusability'), contextuality: total(indicators, 'contextuality'),
    },
    indicators,
  }
}

/** The grade of data.europa.eu for a number of points. */
export function gradeOf(points: number): Grade {
  if (points >= 351) return 'excellent'
  if (points >= 221) return 'good'
  return points >= 121 ? 'sufficient' : 'bad'
}

function measure(dataset: Dataset, evidence: Evidence): Measure[] {
  const files = dataset.distribution.map(asServed)
  const of = (holds: (file: Distribution) => boolean) => shareOf(files, holds)
  const type = (file: Distribution) => fileTypes.byUri.get(file.format ?? '')
  return [
    ['keyword', 'findability', 30, flag(Object.values(dataset.keyword).some((words) => words.length > 0))],
    ['theme', 'findability', 30, flag(dataset.theme.length > 0)],
    ['spatial', 'findability', 20, flag(dataset.spatial.length > 0 || dataset.politicalGeocodingURI.length > 0)],
    ['temporal', 'findability', 20, flag(dataset.temporal.length > 0)],
    ['access-url-status', 'accessibility', 50, reachability(files.map((file) => file.accessURL), evidence)],
    ['download-url', 'accessibility', 20, of((file) => file.downloadURL.length > 0)],
    ['download-url-status', 'accessibility', 30, downloadReachability(files, evidence)],
    ['format', 'interoperability', 20, of((file) => file.format !== undefined)],
    ['media-type', 'interoperability', 10, of((file) => file.mediaType !== undefined)],
    ['format-from-vocabulary', 'interoperability', 10, of((file) => file.format?.startsWith(`${fileTypes.scheme}/`) === true)],
    ['non-proprietary', 'interoperability', 20, of((file) => type(file)?.nonProprietary === true)],
    ['machine-readable', 'interoperability', 20, of((file) => type(file)?.machineReadable === true)],
    ['dcat-ap-compliance', 'interoperability', 30, flag(evidence.compliant ?? hasMandatoryFields(dataset))],
    ['licence', 'reusability', 20, of((file) => file.license !== undefined || file.licenseText !== undefined)],
    ['licence-from-vocabulary', 'reusability', 10, of((file) => licences.byUri.has(file.license ?? ''))],
    ['access-rights', 'reusability', 10, flag(dataset.accessRights !== undefined)],
    ['access-rights-from-vocabulary', 'reusability', 5, flag(accessRights.byUri.has(dataset.accessRights ?? ''))],
    ['contact', 'reusability', 20, flag(dataset.contactPoint.length > 0)],
    ['publisher', 'reusability', 10, flag(dataset.publisher !== undefined)],
    ['rights', 'contextuality', 5, of((file) => file.rights.length > 0)],
    ['byte-size', 'contextuality', 5, of((file) => file.byteSize !== undefined)],
    ['issued', 'contextuality', 5, flag(dataset.issued !== undefined)],
    ['modified', 'contextuality', 5, flag(dataset.modified !== undefined)],
  ]
}

/** Files that the portal keeps itself get their address, size and type on the way out, and answer whenever the portal does. */
function asServed(file: Distribution): Distribution {
  if (file.id === undefined || file.versionId === undefined) return file
  return { ...file, accessURL: file.accessURL.length > 0 ? file.accessURL : [ownFile], downloadURL: [ownFile], byteSize: file.byteSize ?? 0, mediaType: file.mediaType ?? 'application/octet-stream' }
}
const ownFile = 'own-file:'

/** DCAT-AP 3.0: title and description; each distribution with an access address. Germany adds publisher and licence. */
function hasMandatoryFields(dataset: Dataset): boolean {
  return Object.keys(dataset.title).length > 0 && Object.keys(dataset.description).length > 0 && dataset.publisher !== undefined
    && dataset.distribution.map(asServed).every((file) => file.accessURL.length > 0 && (file.license !== undefined || file.licenseText !== undefined))
}

function downloadReachability(files: readonly Distribution[], evidence: Evidence): number | undefined {
  const withDownload = files.filter((file) => file.downloadURL.length > 0)
  if (withDownload.length === 0) return 0
  const share = reachability(withDownload.map((file) => file.downloadURL), evidence)
  return share === undefined ? undefined : (share * withDownload.length) / files.length
}

/** The share of files whose first address answered; undefined while none of them was checked. */
function reachability(addresses: readonly (readonly Iri[])[], evidence: Evidence): number | undefined {
  if (addresses.length === 0) return 0
  const answers = addresses.map(([first]) => (first === undefined ? false : first === ownFile || evidence.reachable?.(first)))
  const checked = answers.filter((answer) => answer !== undefined)
  return checked.length === 0 ? undefined : checked.filter(Boolean).length / checked.length
}

const flag = (holds: boolean) => (holds ? 1 : 0)
const shareOf = (files: readonly Distribution[], holds: (file: Distribution) => boolean) => (files.length === 0 ? 0 : files.filter(holds).length / files.length)
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function toIndicator([id, dimension, max, share]: Measure): Indicator {
  const state: State = share === undefined ? 'unknown' : share === 0 ? 'missing' : share === 1 ? 'met' : 'partly'
  return { id, dimension, state, points: Math.round(max * (share ?? 0)), max, code: `open-data.quality.${id}` }
}

function total(indicators: readonly Indicator[], dimension: Dimension): { points: number; max: number } {
  const own = indicators.filter((indicator) => indicator.dimension === dimension)
  return { points: sum(own.map(({ points }) => points)), max: sum(own.map(({ max }) => max)) }
}
