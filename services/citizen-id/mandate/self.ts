import type { Platform } from '@modellregion/kernel'
import { artifactHash } from '../provider/adapter.ts'
import { platformClientId } from '../provider/clients.ts'
import { deleteArtifact, deleteArtifactsOfGrant, findClientSession } from '../provider/queries.ts'
import { deleteChoice, findChoiceOfSession } from './queries.ts'

/** Takes back that the session acts for somebody else at the platform. The next sign-in begins as the person themself and asks again. */
export async function actForSelf(platform: Platform, tenant: string, sid: string): Promise<void> {
  await platform.database.unit({ tenant, service: 'citizen-id', access: 'write', now: platform.now() }, async (db) => {
    const session = await findClientSession(db, sid)
    const choice = session && (await findChoiceOfSession(db, session.sessionUid, platformClientId))
    if (!choice || choice.mandateId === null) return
    await deleteArtifactsOfGrant(db, choice.grantId)
    await deleteArtifact(db, 'Grant', artifactHash(choice.grantId))
    await deleteChoice(db, choice.grantId)
  })
}
