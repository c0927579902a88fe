import type { KoaContextWithOIDC, default as Provider } from 'oidc-provider'
import { newId } from '@modellregion/kernel'
import { levelOfAcr, methodOfAmr } from '../level/rules.ts'
import { standingOf } from '../mandate/choice.ts'
import { insertUse } from '../person/queries.ts'
import type { TownAt } from './adapter.ts'
import { byScope } from './asked-claims.ts'
import { officeOf, platformClientId } from './clients.ts'

/**
 * Writes down each use of an identity for the person themselves: one line for each authorization, also for those that nobody was
 * asked for because the session was there. The line stands before the browser hears the code: what left is what is written.
 */
export function recordUses(provider: Provider, town: TownAt): void {
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx as KoaContextWithOIDC
    if ((oidc?.route === 'authorization' || oidc?.route === 'resume') && oidc.entities.AuthorizationCode) await record(oidc, town)
  })
}

async function record({ client, session, params, grant, entities, requestParamClaims }: KoaContextWithOIDC['oidc'], { platform, tenantId, name }: TownAt): Promise<void> {
  const accountId = session?.accountId
  if (!client || accountId === undefined) return
  const now = platform.now()
  await platform.database.unit({ tenant: tenantId, service: 'citizen-id', access: 'write', now }, async (db) => {
    const row = await officeOf(platform, db, client.clientId)
    const scopes = grant?.getOIDCScopeFiltered(new Set(String(params?.['scope'] ?? '').split(' '))).split(' ') ?? []
    const single = byScope(grant?.getOIDCClaimsFiltered(requestParamClaims) ?? []).keys()
    const standing = entities.AuthorizationCode?.grantId === undefined ? undefined : await standingOf(db, entities.AuthorizationCode.grantId, accountId, client.clientId)
    await insertUse(db, {
      id: newId(now),
      personId: accountId,
      clientId: client.clientId,
      clientName: row?.office || (client.clientId === platformClientId ? name : (client.clientName ?? client.clientId)),
      purpose: row?.purpose ?? '',
      legalBasis: row?.legalBasis || 'Art. 6 Abs. 1 Buchst. e DSGVO',
      claims: [...new Set([...scopes, ...single])].filter((scope) => scope !== '' && scope !== 'openid' && scope !== 'offline_access'),
      level: levelOfAcr(session?.acr) ?? 'low',
      method: methodOfAmr(session?.amr),
      ...(standing?.for === 'other' && { mandateId: standing.claim.id }),
    })
  })
}
