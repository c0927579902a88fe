import { createHash, createHmac } from 'node:crypto'
import type { AdapterPayload } from 'oidc-provider'
import { sharedSecret, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { TownAt } from './adapter.ts'
import { cardWithoutRow } from './client-card.ts'
import { issuerOf, issuerPath } from './issuer.ts'
import { fileClients } from '../client/file.ts'
import { findClient, type ClientRow } from './queries.ts'
import { openSeal } from './seal.ts'
import { testServiceOf } from './invented-service.ts'

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
  if (row) return row.disabledAt === null ? withOwnSubjects(await opened(town, row)) : undefined
  const registered = fileClients(town.platform, town.tenantId).find(({ client_id }) => client_id === clientId)
  if (!registered) return await demoClient(town, clientId)
  const { town: _town, office: _office, purpose: _purpose, legal_basis: _basis, ...metadata } = registered
  return withOwnSubjects(metadata as AdapterPayload) // in the terms of the registration; the provider checks them again
}

/** Who a service is for the people who read about it; undefined for the platform and for what is not registered. */
export async function officeOf(platform: Platform, db: UnitOfWork, clientId: string): Promise<Office | undefined> {
  if (clientId === platformClientId) return undefined
  const row = await findClient(db, clientId)
  if (row) return { office: row.office, purpose: row.purpose, legalBasis: row.legalBasis }
  return cardWithoutRow(platform, db.tenant, clientId)
}
export type Office = { office: string; purpose: string; legalBasis: string }

/**
 * A service knows a person by a name of its own unless its registration wants the common one. Where its addresses have several
 * hosts, or people are asked on their phones too, OpenID Connect Core 8.1 asks for a published list of them; the registration is that list, so a name that nobody can
 * register stands for the sector.
 */
export function withOwnSubjects(metadata: AdapterPayload): AdapterPayload {
  const { subject_type: type = 'pairwise', sector_identifier_uri: sector, redirect_uris: uris = [], grant_types: grants = [], client_id: clientId = '' } = metadata
  const hosts = new Set(uris.filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).host))
  if (type !== 'pairwise' || sector !== undefined || hosts.size === 0 || (hosts.size < 2 && !grants.includes('urn:openid:params:grant-type:ciba'))) return { ...metadata, subject_type: type }
  return { ...metadata, subject_type: type, sector_identifier_uri: `https://${createHash('sha256').update(clientId).digest('hex').slice(0, 32)}${ownSector}` }
}
const ownSector = '.sector.invalid/'

/** A sector that stands for the registration itself: there is nothing to fetch. */
export const isOwnSector = (uri: string | undefined): boolean => uri?.endsWith(ownSector) ?? false

// Registered by nobody: a demonstration has it, computed from its address.
async function demoClient({ platform, tenantId, origin }: TownAt, clientId: string): Promise<AdapterPayload | undefined> {
  const service = testServiceOf(platform, tenantId)
  const registered = service?.clientId === clientId ? await service.registration(platform, { id: tenantId }, origin) : undefined
  return registered && withOwnSubjects(registered as AdapterPayload) // in the same terms
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
