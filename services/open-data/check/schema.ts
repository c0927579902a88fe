/** What a check of a description finds: as data, so that a page can show it beside the field and say what to do next. */

/** Every rule that can be broken. The words have `open-data.check.<id>` and, with the next step, `open-data.check.<id>.advice`. */
export const checkIds = [
  // the dataset
  'title-missing', 'description-missing', 'publisher-missing', 'theme-unknown', 'language-unknown', 'frequency-unknown', 'access-rights-unknown', 'availability-unknown',
  'type-unknown', 'contributor-unknown', 'level-unknown', 'spatial-resolution-invalid', 'temporal-resolution-invalid', 'address-invalid',
  // people, places, times
  'agent-name-missing', 'agent-type-unknown', 'contact-unreachable', 'period-empty', 'period-reversed', 'attribution-agent-without-address', 'attribution-role-missing',
  // files
  'access-url-missing', 'licence-missing', 'licence-unknown', 'format-unknown', 'media-type-invalid', 'status-unknown', 'byte-size-invalid', 'checksum-invalid', 'checksum-algorithm-unknown',
  // data services and series
  'endpoint-missing',
  // given up in DCAT-AP.de 3.0
  'legal-basis-outdated', 'geocoding-uri-outdated', 'geocoding-description-outdated', 'quality-process-outdated',
  // conventions of GovData and good practice
  'contact-missing', 'contributor-missing', 'several-contributors', 'format-missing', 'licence-closed', 'attribution-text-missing', 'nothing-to-open', 'theme-missing', 'keyword-missing',
  'spatial-missing', 'temporal-missing', 'level-missing', 'frequency-missing', 'access-rights-missing', 'issued-missing', 'file-title-missing', 'description-short',
  // high-value datasets
  'hvd-legislation-missing', 'hvd-category-missing', 'hvd-category-unknown', 'hvd-file-missing', 'hvd-file-legislation-missing', 'hvd-licence-restrictive', 'hvd-api-missing', 'hvd-bulk-missing',
  'hvd-format-closed', 'hvd-contact-missing', 'hvd-documentation-missing',
] as const

export type CheckId = (typeof checkIds)[number]

/**
 * `violation`: DCAT-AP.de 3.0 or Implementing Regulation (EU) 2023/138 is broken, GovData may refuse the dataset.
 * `warning`: a "should" of the specification or a convention of GovData. `advice`: people find and use the data better.
 */
export type Severity = 'violation' | 'warning' | 'advice'

export type CheckFinding = {
  readonly code: `open-data.check.${CheckId}`
  readonly severity: Severity
  /** Path in the description, `distribution[0].license`. */
  readonly field: string
  /** What fills the words: the value that is wrong. */
  readonly values?: Readonly<Record<string, string | number>>
}
