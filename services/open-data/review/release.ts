import { audit, type UnitOfWork } from '@modellregion/kernel'
import { inLanguage } from '../dataset/record.ts'
import { deleteDraft, findDraft, moveDraft } from '../draft/queries.ts'
import { publishDataset } from '../publish/publish.ts'
import { findDigest, moveReview } from './queries.ts'
import { tellAuthor } from './tell.ts'
import type { Review } from './schema.ts'

export type Released = 'published' | 'returned' | 'not-due'

/**
 * Publishes what was accepted, in this unit of work and exactly once: whoever moves the review on publishes, everybody else finds nothing
 * to do. When the published dataset has changed since the draft was begun, the draft goes back instead of undoing that change.
 */
export async function releaseReview(db: UnitOfWork, { id, draftId }: Pick<Review, 'id' | 'draftId'>): Promise<Released> {
  const draft = await findDraft(db, draftId)
  if (!draft) return (await moveReview(db, id, 'accepted', 'returned')) > 0 ? 'returned' : 'not-due'
  const published = await findDigest(db, draftId)
  if (published !== undefined && draft.basedOn !== null && published.digest !== draft.basedOn) {
    if ((await moveReview(db, id, 'accepted', 'returned')) === 0) return 'not-due'
    await moveDraft(db, draftId, ['accepted'], 'returned')
    await tellAuthor(db, id, 'outdated')
    await audit(db, { action: 'review.outdated', subject: `draft/${draftId}` })
    return 'returned'
  }
  if ((await moveReview(db, id, 'accepted', 'released')) === 0) return 'not-due'
  await publishDataset(db, {
    id: draftId,
    organisationId: draft.organisationId,
    document: draft.document,
    note: inLanguage(draft.document.versionNotes) ?? '',
    ...(draft.name !== null && { name: draft.name }),
  })
  await deleteDraft(db, draftId)
  await tellAuthor(db, id, 'released')
  return 'published'
}
