import { audit, newId, NotFound, type UnitOfWork } from '@modellregion/kernel'
import { findDraft, moveDraft } from '../draft/queries.ts'
import type { Draft } from '../draft/schema.ts'
import { namesPeople } from '../scan/shapes.ts'
import { getCatalogue } from './criteria/queries.ts'
import { findObstacles, type Obstacle } from './obstacles.ts'
import { getSetting, holdReview, keepVote, listVotes, moveReview, setChecked, setPublicReason } from './queries.ts'
import { releaseReview } from './release.ts'
import { decisionOf, dueAfter, whyNotStep, whyNotVote, type Hands, type VoteRefusal, type VoteWish } from './rules.ts'
import type { Review, Stage } from './schema.ts'
import { tellAuthor } from './tell.ts'

/** What became of a verdict: nothing yet, because the group is not agreed, or the next state. */
export type Step = { ok: true; state: Review['state'] } | { ok: false; code: 'own-draft' | 'own-check' | 'moved-on' | 'draft-changed' } | { ok: false; code: 'obstacles'; obstacles: readonly Obstacle[] } | { ok: false; code: 'fields'; refusals: readonly VoteRefusal[] }

/** Those who have had a hand in a draft. */
export const handsOf = (review: Review, draft: Pick<Draft, 'createdBy' | 'changedBy'> | undefined): Hands => ({ author: review.submittedBy, writers: [draft?.createdBy ?? null, draft?.changedBy ?? null], checker: review.checkedBy })

/** The department's check: on to the group, or back to the author with reasons. All of it in one unit of work. */
export async function checkReview(db: UnitOfWork, review: Review, wish: VoteWish): Promise<Step> {
  const begun = await begin(db, review, 'check', wish)
  if ('ok' in begun) return begun
  await setChecked(db, review.id)
  if (wish.verdict !== 'accept') return await giveBack(db, review)
  const { decideDays } = await getSetting(db)
  await moveReview(db, review.id, 'checking', 'deciding', dueAfter(db.now, decideDays))
  await moveDraft(db, review.draftId, ['checking'], 'deciding', review.releaseAt)
  await tellAuthor(db, review.id, 'handed-on')
  await audit(db, { action: 'review.check', subject: `draft/${review.draftId}`, detail: { round: review.round, verdict: wish.verdict } })
  return { ok: true, state: 'deciding' }
}

/** The verdict of a member of the group. When two agree, it is the decision: published at once or at its moment, given back, or refused. */
export async function decideReview(db: UnitOfWork, review: Review, wish: VoteWish): Promise<Step> {
  const begun = await begin(db, review, 'decide', wish)
  if ('ok' in begun) return begun
  const decision = decisionOf((await listVotes(db, [review.id])).filter(({ stage }) => stage === 'decide'))
  await audit(db, { action: 'review.vote', subject: `draft/${review.draftId}`, detail: { round: review.round, verdict: wish.verdict, decided: decision ?? 'open' } })
  if (decision === undefined) return { ok: true, state: 'deciding' }
  if (decision === 'return') return await giveBack(db, review)
  return decision === 'refuse' ? await refuseReview(db, review, wish) : await acceptReview(db, review)
}

// Holds the review, so that two who decide at once see each other, and keeps the verdict, or says why not.
async function begin(db: UnitOfWork, review: Review, stage: Stage, wish: VoteWish): Promise<Extract<Step, { ok: false }> | { draft: Draft }> {
  const state = stage === 'check' ? 'checking' : 'deciding'
  const held = await holdReview(db, review.id, state)
  const draft = await findDraft(db, review.draftId)
  if (held === 0 || !draft) return { ok: false, code: 'moved-on' }
  const own = whyNotStep(db.actor, stage, handsOf(review, draft))
  if (own) return { ok: false, code: own }
  const catalogue = await getCatalogue(db)
  const refusals = whyNotVote(wish, catalogue.criteria.filter((criterion) => criterion.stage === stage), namesPeople)
  if (refusals.length > 0) return { ok: false, code: 'fields', refusals }
  if (wish.verdict === 'accept') {
    if (draft.revision !== review.revision) return { ok: false, code: 'draft-changed' }
    const obstacles = await findObstacles(db, draft, { mayWait: false })
    if (obstacles.length > 0) return { ok: false, code: 'obstacles', obstacles }
  }
  await keepVote(db, { id: newId(db.now), reviewId: review.id, stage, catalogue: catalogue.version, ...wish, grounds: [...wish.grounds] })
  return { draft }
}

async function giveBack(db: UnitOfWork, review: Review): Promise<Step> {
  await moveReview(db, review.id, review.state, 'returned')
  await moveDraft(db, review.draftId, ['checking', 'deciding'], 'returned')
  await tellAuthor(db, review.id, 'returned')
  await audit(db, { action: 'review.return', subject: `draft/${review.draftId}`, detail: { round: review.round, from: review.state } })
  return { ok: true, state: 'returned' }
}

// The words of the second voice are the public ones: it has read those of the first.
async function refuseReview(db: UnitOfWork, review: Review, { grounds, publicReason }: VoteWish): Promise<Step> {
  await setPublicReason(db, review.id, grounds, publicReason)
  await moveReview(db, review.id, 'deciding', 'refused')
  await moveDraft(db, review.draftId, ['deciding'], 'refused')
  await tellAuthor(db, review.id, 'refused')
  await audit(db, { action: 'review.refuse', subject: `draft/${review.draftId}`, detail: { round: review.round, grounds: [...grounds] } })
  return { ok: true, state: 'refused' }
}

async function acceptReview(db: UnitOfWork, review: Review): Promise<Step> {
  await moveReview(db, review.id, 'deciding', 'accepted')
  if ((await moveDraft(db, review.draftId, ['deciding'], 'accepted', review.releaseAt)) === 0) throw new NotFound()
  await audit(db, { action: 'review.accept', subject: `draft/${review.draftId}`, detail: { round: review.round } })
  if (review.releaseAt === null || review.releaseAt <= db.now) {
    const released = await releaseReview(db, review)
    return { ok: true, state: released === 'published' ? 'released' : 'returned' }
  }
  await tellAuthor(db, review.id, 'accepted')
  return { ok: true, state: 'accepted' }
}
