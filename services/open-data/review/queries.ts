import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Ground } from './criteria/schema.ts'
import { usualSetting, type Review, type RefusedLine, type ReviewLine, type ReviewSetting, type ReviewState, type Vote } from './schema.ts'

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

export const getReview = (db: UnitOfWork, id: string): Promise<Review> => db.one(sql<Review>`select ${columns} from open_data.review r where r.tenant_id = ${db.tenant} and r.id = ${id}`)

/** Holds the review until the commit, so that two who decide at the same moment see each other. Returns 0 when it has moved on. */
export const holdReview = (db: UnitOfWork, id: string, state: ReviewState): Promise<number> => db.run(sql`update open_data.review set state = state where tenant_id = ${db.tenant} and id = ${id} and state = ${state}`)

export const setChecked = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`update open_data.review set checked_by = ${db.actor ?? null} where tenant_id = ${db.tenant} and id = ${id}`)

export const setPublicReason = (db: UnitOfWork, id: string, grounds: readonly Ground[], reason: string): Promise<number> =>
  db.run(sql`update open_data.review set grounds = ${grounds}, public_reason = ${reason} where tenant_id = ${db.tenant} and id = ${id}`)

export const listVotes = (db: UnitOfWork, reviewIds: readonly string[]): Promise<Vote[]> =>
  db.many(sql<Vote>`
    select id, review_id as "reviewId", stage, verdict, catalogue, answers, grounds, reasons, public_reason as "publicReason", voted_by as "votedBy", created_at as "createdAt"
    from open_data.review_vote where tenant_id = ${db.tenant} and review_id = any(${reviewIds}::uuid[]) order by created_at, id`)

export type NewVote = Omit<Vote, 'votedBy' | 'createdAt'>
/** Keeps a verdict; whoever has one already replaces it. */
export const keepVote = (db: UnitOfWork, vote: NewVote): Promise<number> =>
  db.run(sql`
    insert into open_data.review_vote (tenant_id, id, review_id, stage, verdict, catalogue, answers, grounds, reasons, public_reason, voted_by, created_at)
    values (${db.tenant}, ${vote.id}, ${vote.reviewId}, ${vote.stage}, ${vote.verdict}, ${vote.catalogue}, ${JSON.stringify(vote.answers)}, ${vote.grounds}, ${vote.reasons}, ${vote.publicReason}, ${db.actor ?? null}, ${db.now})
    on conflict (tenant_id, review_id, stage, voted_by) do update set verdict = excluded.verdict, catalogue = excluded.catalogue, answers = excluded.answers, grounds = excluded.grounds,
      reasons = excluded.reasons, public_reason = excluded.public_reason, created_at = excluded.created_at`)

const lines = (db: UnitOfWork) => sql`
  select ${columns}, o.title as organisation,
    (select count(*) from open_data.review_vote v where v.tenant_id = r.tenant_id and v.review_id = r.id and v.stage = 'decide') as votes,
    exists (select from open_data.review_vote v where v.tenant_id = r.tenant_id and v.review_id = r.id and v.stage = 'decide' and v.voted_by = ${db.actor ?? null}::uuid) as mine,
    coalesce(${db.actor ?? null}::uuid in (r.submitted_by, d.created_by, d.changed_by), false) as own,
    (select count(*) from open_data.scan_finding f where f.tenant_id = r.tenant_id and f.dataset_id = r.draft_id and f.decision is null) as findings
  from open_data.review r
  join open_data.organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
  left join open_data.draft d on d.tenant_id = r.tenant_id and d.id = r.draft_id`

/** What waits, what is due first on top. */
export const listOpenReviews = (db: UnitOfWork, size: number): Promise<ReviewLine[]> =>
  db.many(sql<ReviewLine>`${lines(db)} where r.tenant_id = ${db.tenant} and r.state in ('checking', 'deciding', 'accepted') order by r.due_at nulls last, r.id limit ${size}`)

export const listDecidedReviews = (db: UnitOfWork, size: number): Promise<ReviewLine[]> =>
  db.many(sql<ReviewLine>`${lines(db)} where r.tenant_id = ${db.tenant} and r.state in ('released', 'returned', 'refused') order by r.decided_at desc nulls last, r.id limit ${size}`)

/** Accepted reviews whose moment has come. */
export const listDueReleases = (db: UnitOfWork, size: number): Promise<{ id: string; draftId: string }[]> =>
  db.many(sql<{ id: string; draftId: string }>`
    select id, draft_id as "draftId" from open_data.review
    where tenant_id = ${db.tenant} and state = 'accepted' and coalesce(release_at, created_at) <= ${db.now} order by release_at nulls first, id limit ${size}`)

export const listRefused = (db: UnitOfWork, page: { from: number; size: number }): Promise<RefusedLine[]> =>
  db.many(sql<RefusedLine>`
    select r.id, r.title, o.title as organisation, r.grounds, r.public_reason as "publicReason", r.decided_at as "decidedAt"
    from open_data.review r join open_data.organisation o on o.tenant_id = r.tenant_id and o.id = r.organisation_id
    where r.tenant_id = ${db.tenant} and r.state = 'refused' order by r.decided_at desc, r.id limit ${page.size} offset ${page.from}`)
export const countRefused = (db: UnitOfWork): Promise<{ n: number }> => db.one(sql<{ n: number }>`select count(*) as n from open_data.review where tenant_id = ${db.tenant} and state = 'refused'`)
