import type { UnitOfWork } from '@modellregion/kernel'
import type { Loose } from '../../../ckan/loose.ts'
import { toCkanPackage, type PackageContext } from '../../../ckan/to-ckan.ts'
import { findDatasetById } from '../../../dataset/queries.ts'
import { slugOf, inLanguage } from '../../../dataset/record.ts'
import type { DatasetRow } from '../../../dataset/schema.ts'
import type { Dataset } from '../../../dcat/schema.ts'
import { findDraft } from '../../../draft/queries.ts'
import type { Draft } from '../../../draft/schema.ts'
import { findSaidOrganisation, type SaidOrganisation } from '../../../organisation/queries.ts'
import { notFound } from '../../failure.ts'
import { filesAt } from '../../package-texts.ts'
import { listTabled } from '../../queries.ts'
import type { Caller } from '../caller.ts'
import { mayPublish, maySee } from '../rights.ts'
import { findIdOf } from './queries.ts'

/** A dataset as one caller sees it: what is published, or what is being written, or what was withdrawn. */
export type Seen = {
  readonly as: 'published' | 'draft' | 'withdrawn'
  readonly id: string
  readonly name: string
  readonly organisation: SaidOrganisation
  readonly document: Dataset
  readonly createdAt: Date
  readonly changedAt: Date
  /** Ids of the files whose rows can be asked for. */
  readonly tabled: ReadonlySet<string>
  /** What is in the catalogue, as it was before anything was written. */
  readonly dataset?: DatasetRow | undefined
  readonly draft?: Draft | undefined
}

/**
 * Looks a dataset up for a caller. Who may publish works on what is published, everybody else on the draft beside it; what is not public
 * is seen by members of its organisation only.
 */
export async function findSeen(db: UnitOfWork, caller: Caller | undefined, nameOrId: string): Promise<Seen | undefined> {
  const found = await findIdOf(db, nameOrId)
  if (!found) return undefined
  const dataset = await findDatasetById(db, found.id)
  const draft = caller ? await findDraft(db, found.id) : undefined
  const holder = dataset?.organisationId ?? draft?.organisationId
  const organisation = holder === undefined ? undefined : await findSaidOrganisation(db, holder)
  if (!organisation) return undefined
  const published = dataset && !dataset.withdrawnAt ? dataset : undefined
  const tabled = new Set((await listTabled(db, [found.id])).map(({ id }) => id))
  const isMember = caller !== undefined && maySee(caller, organisation.id)
  if (!isMember) return published && seenAs('published', published, { organisation, tabled, dataset, draft: undefined })
  const first = mayPublish(caller, organisation.id) ? (published ?? draft) : (draft ?? published)
  if (!first) return dataset && seenAs('withdrawn', dataset, { organisation, tabled, dataset, draft })
  return first === published ? seenAs('published', published, { organisation, tabled, dataset, draft }) : draft && seenAs('draft', { ...draft, name: nameOfDraft(draft, dataset) }, { organisation, tabled, dataset, draft })
}

/** @throws ApiFailure */
export async function getSeen(db: UnitOfWork, caller: Caller | undefined, nameOrId: string): Promise<Seen> {
  const seen = await findSeen(db, caller, nameOrId)
  if (!seen) throw notFound('Dataset')
  return seen
}

const seenAs = (as: Seen['as'], row: { id: string; name: string; document: Dataset; createdAt: Date; changedAt: Date }, rest: Pick<Seen, 'organisation' | 'tabled' | 'dataset' | 'draft'>): Seen => ({
  as, id: row.id, name: row.name, document: row.document, createdAt: row.createdAt, changedAt: row.changedAt, ...rest,
}) // prettier-ignore

const nameOfDraft = (draft: Draft, dataset: DatasetRow | undefined): string => draft.name ?? dataset?.name ?? slugOf(inLanguage(draft.document.title) ?? '')

export function contextOf({ id, name, document, organisation, createdAt, changedAt, tabled }: Omit<Seen, 'as'>): PackageContext {
  return {
    id,
    name,
    created: createdAt,
    modified: changedAt,
    organization: { id: organisation.id, name: organisation.name, title: organisation.title, description: organisation.description, imageUrl: '', created: organisation.createdAt },
    ...filesAt(id, document, tabled),
  }
}

/** Kept in a draft that a client has called private rather than unfinished; no key of a package. */
export const privateMark = ':private'

/** The package as the caller is told it. */
export function packageSeen(seen: Seen): Loose {
  const pack = { ...toCkanPackage(seen.document, contextOf(seen)) }
  if (seen.as === 'published') return pack
  if (seen.as === 'withdrawn') return { ...pack, state: 'deleted' }
  const isPrivate = seen.document.ckan?.[privateMark]?.said === true
  return { ...pack, private: isPrivate, state: isPrivate ? 'active' : 'draft', review_state: seen.draft?.state ?? 'draft' }
}
