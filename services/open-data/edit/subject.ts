import { Type } from 'typebox'
import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import type { Draft } from '../draft/schema.ts'
import type { OfMembers } from './access.ts'
import { listMembers } from './queries.ts'
import { getDraft } from './save.ts'

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** The draft the address names, with the people of its organisation: only they may change it. */
export async function ownDraft(db: UnitOfWork, { id }: { id: string }): Promise<OfMembers & { draft: Draft }> {
  const draft = await getDraft(db, id)
  return { draft, members: (await listMembers(db, draft.organisationId)).map(({ accountId }) => accountId) }
}

/** Drafts that were sent in are read only until they come back. @throws NotFound otherwise */
export function assertOpen({ state }: Draft): void {
  if (state !== 'draft' && state !== 'returned') throw new NotFound()
}
export const isOpen = ({ state }: Pick<Draft, 'state'>): boolean => state === 'draft' || state === 'returned'
