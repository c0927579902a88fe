/**
 * Every reason for which open data refuses something on its way in. The string is at once translation key (`locales/de/refusals.ts`), problem type of the API, log
 * field and anchor in the documentation.
 */
export const refusalCodes = [
  // the transfer
  'open-data.fetch.address-forbidden', 'open-data.fetch.scheme-forbidden', 'open-data.fetch.url-invalid',
  'open-data.fetch.name-unknown', 'open-data.fetch.too-many-redirects', 'open-data.fetch.status',
  'open-data.fetch.too-large', 'open-data.fetch.timeout', 'open-data.fetch.cancelled', 'open-data.fetch.unreachable',
  // the file
  'open-data.harvest.too-large', 'open-data.harvest.too-many-triples', 'open-data.harvest.literal-too-long',
  'open-data.harvest.nested-too-deep', 'open-data.harvest.out-of-memory-budget', 'open-data.harvest.timeout',
  'open-data.harvest.cancelled', 'open-data.harvest.doctype-forbidden', 'open-data.harvest.invalid-utf8',
  'open-data.harvest.encoding-unknown', 'open-data.harvest.type-mismatch', 'open-data.harvest.type-unknown',
  'open-data.harvest.empty', 'open-data.harvest.syntax', 'open-data.harvest.remote-context-forbidden',
  'open-data.harvest.no-datasets', 'open-data.harvest.page-loop', 'open-data.harvest.source-broken',
  'open-data.harvest.columns-missing',
  // a dataset that is kept out
  'open-data.dataset.title-missing', 'open-data.dataset.title-too-long', 'open-data.dataset.publisher-missing',
  'open-data.dataset.identity-missing', 'open-data.dataset.nothing-to-open', 'open-data.dataset.too-many-distributions',
  // a field that is left out or doubtful; the dataset is kept
  'open-data.dataset.date-invalid', 'open-data.dataset.date-implausible', 'open-data.dataset.period-reversed',
  'open-data.dataset.description-missing', 'open-data.dataset.description-too-long', 'open-data.dataset.html-removed',
  'open-data.dataset.theme-unknown', 'open-data.dataset.theme-missing', 'open-data.dataset.keyword-invalid',
  'open-data.dataset.contact-missing', 'open-data.dataset.contact-unreachable', 'open-data.dataset.url-invalid',
  'open-data.dataset.frequency-unknown', 'open-data.dataset.language-unknown', 'open-data.dataset.availability-unknown',
  'open-data.dataset.access-rights-unknown', 'open-data.dataset.contributor-missing',
  'open-data.dataset.contributor-unknown', 'open-data.dataset.spatial-invalid', 'open-data.dataset.several-values',
  'open-data.distribution.access-url-missing', 'open-data.distribution.licence-missing',
  'open-data.distribution.licence-unknown', 'open-data.distribution.several-licences',
  'open-data.distribution.attribution-missing', 'open-data.distribution.format-unknown',
  'open-data.distribution.format-missing', 'open-data.distribution.byte-size-invalid',
  'open-data.distribution.checksum-invalid',
  // a preview that cannot be shown
  'open-data.preview.unsupported', 'open-data.preview.syntax', 'open-data.preview.too-large', 'open-data.preview.empty',
  // a question that cannot be answered
  'open-data.search.query-error',
] as const

/** One of the listed reasons. */
export type RefusalCode = (typeof refusalCodes)[number]

/** Where in a text something was found: lines and columns count from 1 (columns in bytes), `byte` counts from 0. */
export type Position = { readonly line: number; readonly column: number; readonly byte: number }

/** An expected "no" as a value: what, where in the file (`at`) or in the record (`field`), and the offending piece. */
export type Refusal = {
  readonly code: RefusalCode
  readonly field?: string
  readonly detail?: string
  readonly at?: Position
}

/** Builds a refusal; the detail is cut so that a hostile value cannot fill a report. */
export function refuse(code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Refusal {
  if (more.detail === undefined || more.detail.length <= DETAIL_LENGTH) return { code, ...more }
  return { code, ...more, detail: `${more.detail.slice(0, DETAIL_LENGTH)}…` }
}

const DETAIL_LENGTH = 200

/** Thrown inside a stream, where a value cannot be returned; the reader at the end turns it back into its refusal. */
export class RefusalError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
