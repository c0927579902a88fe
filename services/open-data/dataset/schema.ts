import type { Dataset } from '../dcat/schema.ts'

/** A dataset as the catalogue keeps it: the DCAT-AP.de description and what lists and filters need beside it. */
export type DatasetRow = {
  id: string
  name: string
  title: string
  document: Dataset
  organisationId: string
  /** Codes of the themes, such as `TRAN`. */
  theme: string[]
  /** Codes of the file types, such as `CSV`. */
  format: string[]
  licence: LicenceClass[]
  highValue: boolean
  /** Description quality, 0 to 405 points of the European method (MQA). */
  points: number
  modified: Date | null
  createdAt: Date
  changedAt: Date
  withdrawnAt: Date | null
  sourceId: string | null
  sourceKey: string | null
}

/** A dataset in a list. */
export type DatasetSummary = Pick<DatasetRow, 'id' | 'name' | 'title' | 'format' | 'licence' | 'highValue' | 'modified'> & { summary: string; organisation: string }

/** What a licence means for somebody who wants to use the data. */
export type LicenceClass = 'free' | 'attribution' | 'share-alike' | 'restricted' | 'unknown'

export type DistributionRow = {
  id: string
  datasetId: string
  position: number
  title: string
  url: string
  format: string
  mediaType: string
  licence: string
  byteSize: number | null
  /** SHA-256 of the copy this portal keeps. */
  storedFile: string | null
  /** The upload that is current, for files this portal publishes itself. */
  versionId: string | null
  createdAt: Date
}

export type OrganisationRow = { id: string; name: string; title: string; description: string; homepage: string | null; email: string | null; uri: string | null; createdAt: Date }
