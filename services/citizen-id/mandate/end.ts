import { audit, enqueue, endSessionsUnder, newId, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { artifactHash } from '../provider/adapter.ts'
import { deleteArtifact, deleteArtifactsOfGrant } from '../provider/queries.ts'
import { mandateOverJob } from './over-job.ts'
import { endMandate, insertEvent, listChoicesUnder } from './queries.ts'
import type { EventKind } from './schema.ts'

/**
 * Ends a mandate in the caller's unit: from this commit on no token is signed under it, and a job makes sure that sessions
 * go too, whatever happens to this process. False when it was over before.
 */
export async function closeMandate(db: UnitOfWork, id: string, { state, what, byId }: { state: 'revoked' | 'ended'; what: EventKind; byId?: string }): Promise<boolean> {
  if ((await endMandate(db, id, state)) === 0) return false
  await insertEvent(db, { id: newId(db.now), mandateId: id, what, ...(byId !== undefined && { byId }) })
  await enqueue(db, mandateOverJob, { mandateId: id })
  await audit(db, { action: 'mandate.end', subject: `mandate/${id}`, detail: { what } })
  return true
}

/** Tokens, grants and sessions in which somebody acts under a mandate, gone at once. May be repeated. */
export async function endEverythingUnder(platform: Platform, tenant: string, mandateId: string): Promise<void> {
  await platform.database.unit({ tenant, service: 'citizen-id', access: 'write', now: platform.now() }, async (db) => {
    for (const { grantId } of await listChoicesUnder(db, mandateId)) {
      await deleteArtifactsOfGrant(db, grantId)
      await deleteArtifact(db, 'Grant', artifactHash(grantId))
    }
  })
  await endSessionsUnder(platform, tenant, mandateId)
}
