import { createHmac } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import type { TownAt } from './adapter.ts'
import { issuerOf, issuerPath } from './issuer.ts'
import { fileClients } from '../client/file.ts'
import { findClient, type ClientRow } from './queries.ts'
import { openSeal } from './seal.ts'

/** The platform itself, the first client of every town. */
export const platformClientId = 'modellregion'

/** Known to the platform's own processes only, and to nobody who reads the database. */
export async function platformClientSecret({ database, now }: Pick<Platform, 'database' | 'now'>, tenantId: string): Promise<string> {
  const secret = await sharedSecret(database, 'citizen-id', now())
  return createHmac('sha256', secret).update(`client ${tenantId} ${platformClientId}`).digest('base64url')
}

/** What is registered under a client id; undefined when nothing is, or it is switched off. */
export async function clientMetadata(town: TownAt, clientId: string): Promise<AdapterPayload | undefined> {
  if (clientId === platformClientId) return await platformClient(town)
  const row = await town.platform.database.unit({ tenant: town.tenantId, service: 'citizen-id', access: 'read', now: town.platform.now() }, (db) => findClient(db, clientId))
  if (row) return row.disabledAt === null ? await opened(town, row) : undefined
  const registered = fileClients(town.platform, town.tenantId).find(({ client_id }) => client_id === clientId)
  if (!registered) return undefined
  const { town: _town, office: _office, purpose: _purpose, legal_basis: _basis, ...metadata } = registered
  return metadata as AdapterPayload // in the terms of the registration; the provider checks them again
}

async function opened({ platform, tenantId }: TownAt, { clientId, metadata }: ClientRow): Promise<AdapterPayload> {
  const { sealed_secret: sealed, ...rest } = metadata
  const secret = typeof sealed === 'string' ? { client_secret: (await openSeal(platform, 'client-secret')).open(sealed, `${tenantId} ${clientId}`) } : {}
  return { ...rest, ...secret, client_id: clientId } as AdapterPayload // checked when it was registered, and by the provider again
}

async function platformClient({ platform, tenantId, hosts, origin }: TownAt): Promise<AdapterPayload> {
  const scheme = new URL(origin).protocol
  // People may begin under any host name of the town; they come back to the one they began with.
  const origins = [...new Set([origin, issuerOf(hosts, origin).slice(0, -issuerPath.length), ...hosts.map((host) => `${scheme}//${host}`)])]
  return {
    client_id: platformClientId,
    client_name: platformClientId,
    client_secret: await platformClientSecret(platform, tenantId),
    redirect_uris: origins.map((one) => `${one}/sign-in/town/return`),
    post_logout_redirect_uris: origins.map((one) => `${one}/sign-out/done`),
    backchannel_logout_uri: `${origin}/sign-in/town/back-channel`,
    backchannel_logout_session_required: true,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: 'openid profile email',
    mandates: true,
  }
}
