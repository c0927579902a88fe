import type { UnitOfWork } from '@modellregion/kernel'
import { findReview, listVotes } from '../review/queries.ts'

/** Why a draft was given back, in the words of those who did. */
export async function reasonsFor(db: UnitOfWork, draftId: string): Promise<string[]> {
  const review = await findReview(db, draftId)
  if (!review) return []
  return (await listVotes(db, [review.id])).filter(({ verdict, reasons }) => verdict === 'return' && reasons !== '').map(({ reasons }) => reasons)
}
