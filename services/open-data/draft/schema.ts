import type { Dataset } from '../dcat/schema.ts'

/** Where a draft stands: being written, in the department's check, before the group, accepted and waiting for its moment, given back, refused. */
export type DraftState = 'draft' | 'checking' | 'deciding' | 'accepted' | 'returned' | 'refused'

/** A dataset that is being written. Its id is that of the dataset it becomes or already is. */
export type Draft = {
  id: string
  /** Wished short name in the address. */
  name: string | null
  organisationId: string
  document: Dataset
  state: DraftState
  revision: number
  /** Digest of the published description it was begun from; null for a new dataset. */
  basedOn: string | null
  releaseAt: Date | null
  createdBy: string | null
  changedBy: string | null
  createdAt: Date
  changedAt: Date
}
