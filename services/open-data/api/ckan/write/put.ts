import type { UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../../../dcat/schema.ts'
import { deleteDraft, findDraft, insertDraft, moveDraft, saveDraft } from '../../../draft/queries.ts'
import type { DraftState } from '../../../draft/schema.ts'
import { findDigestOf } from '../../../edit/queries.ts'
import type { SaidOrganisation } from '../../../organisation/queries.ts'
import { publishDataset, withdrawDataset } from '../../../publish/publish.ts'
import { submitDraft } from '../../../review/submit.ts'
import { invalid } from '../../failure.ts'
import type { Seen } from './seen.ts'

export type Wish = { readonly id: string; readonly name: string; readonly organisation: SaidOrganisation; readonly document: Dataset; readonly seen?: Seen | undefined; readonly createdAt: Date }
export type Outcome = { readonly seen: Seen }

/** Publishes at once; the draft it was seen as has served. */
export async function publishNow(db: UnitOfWork, { id, name, organisation, document, seen, createdAt }: Wish): Promise<Outcome> {
  const published = await publishDataset(db, { id, name, organisationId: organisation.id, document, note: '' })
  if (seen?.draft && seen.as !== 'published') await deleteDraft(db, id)
  return { seen: { as: 'published', id, name: published.name, organisation, document, createdAt, changedAt: db.now, tabled: seen?.tabled ?? new Set(), dataset: seen?.dataset, draft: undefined } }
}

const inReview: readonly DraftState[] = ['checking', 'deciding', 'accepted']

/** What is decided is what was read: nothing changes meanwhile. @throws ApiFailure */
export function refuseInReview(state: DraftState | undefined): void {
  if (state && inReview.includes(state)) throw invalid({ state: ['The dataset is being reviewed. It can be changed when it has been decided or given back.'] })
}

/** Keeps it beside what is published. `submit`: into the department's check as well; `withdraw`: what is published goes. */
export async function keepAsDraft(db: UnitOfWork, { id, name, organisation, document, seen, createdAt }: Wish, { submit, withdraw }: { submit: boolean; withdraw: boolean }): Promise<Outcome> {
  const before = await findDraft(db, id)
  refuseInReview(before?.state)
  const basedOn = withdraw || !seen?.dataset || seen.dataset.withdrawnAt ? null : (before?.basedOn ?? (await findDigestOf(db, id))?.digest ?? null)
  const saved = before
    ? await saveDraft(db, { id, name, organisationId: organisation.id, document, basedOn, revision: before.revision })
    : await insertDraft(db, { id, name, organisationId: organisation.id, document, basedOn })
  if (saved === 0) throw invalid({ message: ['The dataset has been changed meanwhile. Read it again.'] })
  if (before?.state === 'refused') await moveDraft(db, id, ['refused'], 'draft')
  if (withdraw && seen?.as === 'published') await withdrawDataset(db, id, '')
  if (submit) await submitDraft(db, { id, revision: before ? before.revision + 1 : 1 })
  const draft = await findDraft(db, id)
  return { seen: { as: 'draft', id, name, organisation, document, createdAt, changedAt: db.now, tabled: seen?.tabled ?? new Set(), dataset: seen?.dataset, draft } }
}
