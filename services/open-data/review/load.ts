import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { digestDataset } from '../dataset/record.ts'
import { findDatasetById } from '../dataset/queries.ts'
import { findDraft } from '../draft/queries.ts'
import type { Draft } from '../draft/schema.ts'
import { listOrganisationsByIds } from '../organisation/queries.ts'
import { listFindings, listScans } from '../scan/queries.ts'
import type { Scan, ScanFinding } from '../scan/schema.ts'
import { listVersionsByIds } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { getCatalogue } from './criteria/queries.ts'
import type { Criterion } from './criteria/schema.ts'
import { handsOf } from './decide.ts'
import { differencesOf, type FieldChange } from './differences.ts'
import { findObstacles, type Obstacle } from './obstacles.ts'
import { findReview, listRounds, listVotes } from './queries.ts'
import { whyNotStep } from './rules.ts'
import type { Review, Stage, Vote } from './schema.ts'

export type ReviewedFile = { version: FileVersion; scan: Scan | undefined; findings: readonly ScanFinding[] }

/** A review with everything its page shows. `stage` is the step that waits; `why` says why the asking person does not take it. */
export type LoadedReview = {
  review: Review
  rounds: readonly Review[]
  votes: readonly Vote[]
  draft: Draft | undefined
  organisation: string
  files: readonly ReviewedFile[]
  /** Undefined when nothing is published under this id. */
  changes: readonly FieldChange[] | undefined
  datasetName: string | undefined
  points: number | undefined
  obstacles: readonly Obstacle[]
  criteria: readonly Criterion[]
  stage: Stage | undefined
  why: 'own-draft' | 'own-check' | undefined
}

/** @throws NotFound when the draft was never sent in */
export async function loadReview(db: UnitOfWork, draftId: string): Promise<LoadedReview> {
  const rounds = await listRounds(db, draftId)
  const [review] = rounds
  if (!review) throw new NotFound()
  const draft = await findDraft(db, draftId)
  const published = await findDatasetById(db, draftId)
  const [organisation] = await listOrganisationsByIds(db, [review.organisationId])
  const stage = review.state === 'checking' ? 'check' : review.state === 'deciding' ? 'decide' : undefined
  const { criteria } = await getCatalogue(db)
  return {
    review,
    rounds,
    votes: await listVotes(db, rounds.map(({ id }) => id)),
    draft,
    organisation: organisation?.title ?? '',
    files: draft ? await filesOf(db, draft) : [],
    changes: draft && published && published.withdrawnAt === null ? differencesOf(published.document, draft.document) : undefined,
    datasetName: published?.withdrawnAt === null ? published.name : undefined,
    points: draft ? digestDataset(draft.document).points : undefined,
    obstacles: draft && stage ? await findObstacles(db, draft, { mayWait: false }) : [],
    criteria,
    stage,
    why: stage ? whyNotStep(db.actor, stage, handsOf(review, draft)) : undefined,
  }
}

async function filesOf(db: UnitOfWork, { document }: Draft): Promise<ReviewedFile[]> {
  const ids = document.distribution.flatMap(({ versionId }) => versionId ?? [])
  if (ids.length === 0) return []
  const [versions, scans, findings] = [await listVersionsByIds(db, ids), await listScans(db, ids), await listFindings(db, ids)]
  return versions.map((version) => ({ version, scan: scans.find(({ versionId }) => versionId === version.id), findings: findings.filter(({ versionId }) => versionId === version.id) }))
}

/** The newest review of a draft, for access rules. @throws NotFound */
export async function getReviewOf(db: UnitOfWork, { id }: { id: string }): Promise<Review> {
  const review = await findReview(db, id)
  if (!review) throw new NotFound()
  return review
}
