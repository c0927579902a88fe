import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Dataset } from '../dcat/schema.ts'
import type { Draft, DraftState } from './schema.ts'

const columns = sql`id, name, organisation_id as "organisationId", document, state, revision, based_on as "basedOn", release_at as "releaseAt",
  created_by as "createdBy", changed_by as "changedBy", created_at as "createdAt", changed_at as "changedAt"`

export const findDraft = (db: UnitOfWork, id: string): Promise<Draft | undefined> =>
  db.maybe(sql<Draft>`select ${columns} from open_data.draft where tenant_id = ${db.tenant} and id = ${id}`)

export const listDrafts = (db: UnitOfWork, wish: { organisations: readonly string[]; states: readonly DraftState[]; size: number }): Promise<Draft[]> =>
  db.many(sql<Draft>`
    select ${columns} from open_data.draft
    where tenant_id = ${db.tenant} and organisation_id = any(${wish.organisations}::uuid[]) and state = any(${wish.states})
    order by changed_at desc, id limit ${wish.size}`)

export type NewDraft = Pick<Draft, 'id' | 'name' | 'organisationId' | 'document' | 'basedOn'>
/** Begins a draft; does nothing when there is one already. */
export const insertDraft = (db: UnitOfWork, draft: NewDraft): Promise<number> =>
  db.run(sql`
    with begun as (
      insert into open_data.draft (tenant_id, id, name, organisation_id, document, state, revision, based_on, created_by, changed_by, created_at, changed_at)
      values (${db.tenant}, ${draft.id}, ${draft.name}, ${draft.organisationId}, ${JSON.stringify(draft.document)}, 'draft', 1, ${draft.basedOn}, ${db.actor ?? null}, ${db.actor ?? null}, ${db.now}, ${db.now})
      on conflict (tenant_id, id) do nothing returning id, revision, document)
    insert into open_data.draft_revision (tenant_id, draft_id, revision, document, made_by, created_at)
    select ${db.tenant}, id, revision, document, ${db.actor ?? null}, ${db.now}::timestamptz from begun`)

export type SavedDraft = { id: string; name: string | null; organisationId: string; document: Dataset; basedOn: string | null; /** The revision that was read. */ revision: number }
/** Saves over the revision that was read. Returns 0 when somebody else has saved meanwhile: nothing is changed then. */
export const saveDraft = (db: UnitOfWork, draft: SavedDraft): Promise<number> =>
  db.run(sql`
    with saved as (
      update open_data.draft set name = ${draft.name}, organisation_id = ${draft.organisationId}, document = ${JSON.stringify(draft.document)}, based_on = ${draft.basedOn},
        revision = revision + 1, changed_by = ${db.actor ?? null}, changed_at = ${db.now}
      where tenant_id = ${db.tenant} and id = ${draft.id} and revision = ${draft.revision} returning id, revision, document)
    insert into open_data.draft_revision (tenant_id, draft_id, revision, document, made_by, created_at)
    select ${db.tenant}, id, revision, document, ${db.actor ?? null}, ${db.now}::timestamptz from saved`)

/** What the draft said at an earlier saving, the common origin of two that collide; the last hundred are kept. */
export const findRevision = (db: UnitOfWork, id: string, revision: number): Promise<{ document: Dataset } | undefined> =>
  db.maybe(sql<{ document: Dataset }>`select document from open_data.draft_revision where tenant_id = ${db.tenant} and draft_id = ${id} and revision = ${revision}`)

/** Whether all that was saved after a revision was saved by the person who acts. */
export const isOnlyMine = async (db: UnitOfWork, id: string, after: number): Promise<boolean> =>
  (await db.one(sql<{ mine: boolean }>`select coalesce(bool_and(made_by is not distinct from ${db.actor ?? null}::uuid), true) as mine from open_data.draft_revision where tenant_id = ${db.tenant} and draft_id = ${id} and revision > ${after}`)).mine

export const forgetRevisions = (db: UnitOfWork, id: string, upTo: number): Promise<number> =>
  db.run(sql`delete from open_data.draft_revision where tenant_id = ${db.tenant} and draft_id = ${id} and revision <= ${upTo}`)

/** Moves a draft on, when it still is where it was believed to be. Returns 0 otherwise. */
export const moveDraft = (db: UnitOfWork, id: string, from: readonly DraftState[], to: DraftState, releaseAt: Date | null = null): Promise<number> =>
  db.run(sql`
    update open_data.draft set state = ${to}, release_at = ${releaseAt}, changed_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and state = any(${from})`)

export const deleteDraft = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from open_data.draft where tenant_id = ${db.tenant} and id = ${id}`)
