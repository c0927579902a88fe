import { sql, type UnitOfWork } from '@modellregion/kernel'
import { usualSetting, type Review, type ReviewSetting, type ReviewState } from './schema.ts'

const columns = sql`r.id, r.draft_id as "draftId", r.round, r.organisation_id as "organisationId", r.title, r.state, r.revision, r.note, r.release_at as "releaseAt", r.waiting_since as "waitingSince", r.due_at as "dueAt",
  r.grounds, r.public_reason as "publicReason", r.submitted_by as "submittedBy", r.checked_by as "checkedBy", r.created_at as "createdAt", r.decided_at as "decidedAt", r.released_at as "releasedAt"`

/** The newest review of a draft. */
export const findReview = (db: UnitOfWork, draftId: string): Promise<Review | undefined> =>
  db.maybe(sql<Review>`select ${columns} from open_data.review r where r.tenant_id = ${db.tenant} and r.draft_id = ${draftId} order by r.round desc limit 1`)

export const listRounds = (db: UnitOfWork, draftId: string): Promise<Review[]> =>
  db.many(sql<Review>`select ${columns} from open_data.review r where r.tenant_id = ${db.tenant} and r.draft_id = ${draftId} order by r.round desc`)

export type NewReview = Pick<Review, 'id' | 'draftId' | 'organisationId' | 'title' | 'revision' | 'note' | 'releaseAt' | 'dueAt'>
export const insertReview = (db: UnitOfWork, review: NewReview): Promise<{ round: number }> =>
  db.one(sql<{ round: number }>`
    insert into open_data.review (tenant_id, id, draft_id, round, organisation_id, title, state, revision, note, release_at, waiting_since, due_at, submitted_by, created_at)
    select ${db.tenant}, ${review.id}, ${review.draftId}, coalesce(max(round), 0) + 1, ${review.organisationId}, ${review.title}, 'checking', ${review.revision}, ${review.note}, ${review.releaseAt}::timestamptz,
      ${db.now}::timestamptz, ${review.dueAt}::timestamptz, ${db.actor ?? null}, ${db.now}::timestamptz
    from open_data.review where tenant_id = ${db.tenant} and draft_id = ${review.draftId}
    returning round`)

/** Moves a review on when it still is where it was believed to be. Returns 0 otherwise. */
export const moveReview = (db: UnitOfWork, id: string, from: ReviewState, to: ReviewState, dueAt: Date | null = null): Promise<number> =>
  db.run(sql`
    update open_data.review set state = ${to}, waiting_since = ${db.now}, due_at = ${dueAt},
      decided_at = case when ${to} in ('accepted', 'returned', 'refused') then ${db.now} else decided_at end,
      released_at = case when ${to} = 'released' then ${db.now} else released_at end
    where tenant_id = ${db.tenant} and id = ${id} and state = ${from}`)

export const getSetting = async (db: UnitOfWork): Promise<ReviewSetting> =>
  (await db.maybe(sql<ReviewSetting>`select check_days as "checkDays", decide_days as "decideDays", smallest_group as "smallestGroup" from open_data.review_setting where tenant_id = ${db.tenant}`)) ?? usualSetting

/** Whether somebody belongs to an organisation of the town. */
export const isMember = async (db: UnitOfWork, organisationId: string, accountId: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from open_data.organisation_member where tenant_id = ${db.tenant} and organisation_id = ${organisationId} and account_id = ${accountId}`)) !== undefined

/** Digest of the published description; null when the dataset is not published. */
export const findDigest = (db: UnitOfWork, datasetId: string): Promise<{ digest: string } | undefined> =>
  db.maybe(sql<{ digest: string }>`select digest from open_data.dataset where tenant_id = ${db.tenant} and id = ${datasetId} and withdrawn_at is null`)
