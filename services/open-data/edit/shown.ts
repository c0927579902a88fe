import { inLanguage } from '../dataset/record.ts'
import type { Draft, DraftState } from '../draft/schema.ts'
import { qualityOf } from './quality.ts'

/** A draft in a list. */
export type DraftRow = { id: string; title: string; organisation: string; state: DraftState; isChange: boolean; points: number; files: number; changedAt: Date; releaseAt: Date | null }

export const draftRow = (draft: Draft, organisation: string): DraftRow => ({
  id: draft.id,
  title: inLanguage(draft.document.title) ?? '',
  organisation,
  state: draft.state,
  isChange: draft.basedOn !== null,
  points: qualityOf(draft.document).points,
  files: draft.document.distribution.length,
  changedAt: draft.changedAt,
  releaseAt: draft.releaseAt,
})
