import { audit, enqueue, newId, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { inLanguage } from '../dataset/record.ts'
import { findDraft, moveDraft } from '../draft/queries.ts'
import { scanJob } from '../scan/job.ts'
import { findObstacles, type Obstacle } from './obstacles.ts'
import { getSetting, insertReview } from './queries.ts'
import { dueAfter, whyNotRelease } from './rules.ts'

/** A draft that is sent in. `revision` is the one that was read: what is decided is what the author has seen. */
export type Submission = {
  id: string
  revision: number
  /** Wished moment of publication; absent or past: as soon as it is accepted. */
  releaseAt?: Date | undefined
  /** For those who check: what is new, what to look at. */
  note?: string | undefined
}

/** Code `open-data.review.<code>` of the words. */
export type SubmitRefusal = { code: 'already-sent' | 'changed-meanwhile' | 'release-too-late' } | { code: 'obstacles'; obstacles: readonly Obstacle[] }

/**
 * Sends a draft into the department's check, or says why not. Draft, review and audit are written together.
 * @throws NotFound when there is no such draft
 */
export async function submitDraft(db: UnitOfWork, { id, revision, releaseAt, note = '' }: Submission): Promise<SubmitRefusal | undefined> {
  const draft = await findDraft(db, id)
  if (!draft) throw new NotFound()
  if (draft.state !== 'draft' && draft.state !== 'returned') return { code: 'already-sent' }
  if (draft.revision !== revision) return { code: 'changed-meanwhile' }
  const release = releaseAt !== undefined && releaseAt > db.now ? releaseAt : null
  const late = release ? whyNotRelease(release, db.now) : undefined
  if (late) return { code: late }
  const obstacles = await findObstacles(db, draft, { mayWait: true })
  if (obstacles.length > 0) return { code: 'obstacles', obstacles }
  if ((await moveDraft(db, id, ['draft', 'returned'], 'checking', release)) === 0) return { code: 'already-sent' }
  const { checkDays } = await getSetting(db)
  const { round } = await insertReview(db, {
    id: newId(db.now),
    draftId: id,
    organisationId: draft.organisationId,
    title: inLanguage(draft.document.title) ?? '',
    revision,
    note,
    releaseAt: release,
    dueAt: dueAfter(db.now, checkDays),
  })
  await enqueue(db, scanJob, {}, { key: 'due' })
  await audit(db, { action: 'review.submit', subject: `draft/${id}`, detail: { round, revision } })
  return undefined
}
