import type Provider from 'oidc-provider'
import type { Platform } from '@modellregion/kernel'
import { platformClientId } from './clients.ts'
import { providerFor, type Town } from './instances.ts'
import { deleteArtifactsOfGrant, deleteClientSessions, deleteSessionByUid, findClientSession, listSessionUids } from './queries.ts'

/** One session by the `sid` a client knows, or all of a person. */
export type Which = { sid: string } | { subject: string }

/**
 * Ends sessions of the provider: grants without long-lived consent go with them, and every client that asked for it is told
 * (OpenID Connect Back-Channel Logout 1.0). Whoever cannot be reached does not hold up the rest.
 */
export async function endSessions(platform: Platform, town: Town, origin: string, which: Which): Promise<void> {
  const enter = (access: 'read' | 'write') => ({ tenant: town.id, service: 'citizen-id', access, now: platform.now() })
  const provider = await providerFor(platform, town, origin)
  const uids = await platform.database.unit(enter('read'), async (db) =>
    'sid' in which ? [(await findClientSession(db, which.sid))?.sessionUid] : (await listSessionUids(db, which.subject)).map(({ uid }) => uid),
  )
  for (const uid of uids) if (uid !== undefined) await endSession(provider, platform, town, uid)
}

async function endSession(provider: Provider, platform: Platform, town: Town, uid: string): Promise<void> {
  const session = await provider.Session.findByUid(uid)
  const authorizations = Object.entries(session?.authorizations ?? {})
  await platform.database.unit({ tenant: town.id, service: 'citizen-id', access: 'write', now: platform.now() }, async (db) => {
    await deleteSessionByUid(db, uid)
    await deleteClientSessions(db, uid)
    for (const [, { grantId, persistsLogout }] of authorizations) if (grantId !== undefined && !persistsLogout) await deleteArtifactsOfGrant(db, grantId)
  })
  const told = authorizations.filter(([clientId]) => clientId !== platformClientId).map(([clientId, { sid }]) => tell(provider, clientId, session?.accountId, sid))
  await Promise.allSettled(told)
}

async function tell(provider: Provider, clientId: string, accountId: string | undefined, sid: string | undefined): Promise<void> {
  const client = await provider.Client.find(clientId)
  if (!client?.backchannelLogoutUri || accountId === undefined) return
  // Part of the library, missing in its types.
  await (client as unknown as { backchannelLogout(accountId: string, sid?: string): Promise<void> }).backchannelLogout(accountId, sid)
}
