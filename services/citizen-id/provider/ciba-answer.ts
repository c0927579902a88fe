import { errors, type default as Provider } from 'oidc-provider'
import { newId } from '@modellregion/kernel'
import { acrOf, amrOf } from '../level/rules.ts'
import { onDecision } from '../pass/decision.ts'
import { insertUse } from '../person/queries.ts'
import { officeOf } from './clients.ts'
import { providerFor } from './instances.ts'
import { openSeal } from './seal.ts'

/**
 * Hands the answer of a Pass to the service that has asked without a browser. A service that cannot be told (ping) hears it
 * when it asks (poll).
 */
export const answerServices = (): void =>
  onDecision(async (ask, request, decision) => {
    const { handle, personId, context } = request
    if (handle === null || personId === null) return
    const { platform, tenant } = ask
    const [provider, seal] = await Promise.all([providerFor(platform, tenant, ask.url.origin), openSeal(platform, 'ciba')])
    const waiting = seal.open(handle, `${tenant.id} ${personId}`)
    if (!decision.approved || decision.personId !== personId) return await tell(provider, waiting, new errors.AccessDenied('declined by the person'))
    const { clientId, clientName, purpose, claims } = context
    const { level } = decision
    // The line for the person stands before anything leaves.
    await ask.write(async (db) => {
      const office = await officeOf(platform, db, clientId)
      await insertUse(db, { id: newId(db.now), personId, clientId, clientName, purpose, legalBasis: office?.legalBasis || 'Art. 6 Abs. 1 Buchst. e DSGVO', claims: claims.filter((scope) => scope !== 'offline_access'), level, method: 'pass' })
    })
    const grant = new provider.Grant({ clientId, accountId: personId })
    grant.addOIDCScope(['openid', ...claims].join(' '))
    await tell(provider, waiting, await grant.save(), { acr: acrOf[level], amr: [...amrOf.pass], authTime: Math.floor(ask.now.getTime() / 1_000) })
  })

// The answer is kept before the service is pinged; a ping that does not arrive, or a request that is over, is no reason to trouble the person.
async function tell(provider: Provider, request: string, result: string | InstanceType<typeof errors.AccessDenied>, how: { acr?: string; amr?: string[]; authTime?: number } = {}): Promise<void> {
  await provider.backchannelResult(request, result as never, how).catch(() => {}) // its types want a grant or an error, its code takes the id as well
}
