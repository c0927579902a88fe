import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { findDatasetById } from '../dataset/queries.ts'
import { findDraft } from '../draft/queries.ts'
import type { Draft } from '../draft/schema.ts'
import { listMembersOf } from '../organisation/queries.ts'
import { findVersion } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import type { OfMembers } from './access.ts'

export type OwnVersion = OfMembers & { version: FileVersion; draft: Draft | undefined; /** Whether what was found may be mended now. */ open: boolean }

/** The version the address names, with the people of the organisation whose dataset it belongs to. */
export async function ownVersion(db: UnitOfWork, { id }: { id: string }): Promise<OwnVersion> {
  const version = await findVersion(db, id)
  if (!version || version.state === 'deleted') throw new NotFound()
  const draft = await findDraft(db, version.datasetId)
  const organisation = draft?.organisationId ?? (await findDatasetById(db, version.datasetId))?.organisationId
  const members = organisation ? await listMembersOf(db, organisation) : []
  // What is published or lies before the people who decide does not change under their eyes.
  const open = version.publishedAt === null && (draft === undefined || draft.state === 'draft' || draft.state === 'returned')
  return { version, draft, open, members: members.map(({ accountId }) => accountId) }
}
