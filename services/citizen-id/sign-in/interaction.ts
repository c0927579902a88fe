import type Provider from 'oidc-provider'
import type { Interaction as ProviderInteraction } from 'oidc-provider'
import { NotFound, type Ask } from '@modellregion/kernel'
import { highestWanted } from '../provider/policy.ts'
import { providerFor } from '../provider/instances.ts'
import { platformClientId } from '../provider/clients.ts'
import type { Level } from '../person/schema.ts'

/** A sign-in that waits for the person: who asks, for what, how surely. */
export type Interaction = {
  uid: string
  prompt: 'login' | 'consent'
  clientId: string
  /** Empty for the platform itself: then the town asks. */
  clientName: string
  /** Host of the address to which the person goes back. */
  clientHost: string
  /** Origin for `formTargets`: forms of the sign-in lead there in the end. */
  clientOrigin: string
  scopes: readonly string[]
  /** The level that is asked for, when one is. */
  wanted: Level | undefined
  /** Why the person is asked: names of the provider's checks, `level` for a step-up. */
  reasons: readonly string[]
  /** Who is signed in at the provider already, and how surely. */
  session: { accountId: string; acr?: string } | undefined
  /** For the provider's own functions. */
  details: ProviderInteraction
  provider: Provider
}

type Asks = Pick<Ask, 'native' | 'platform' | 'tenant' | 'url'>

/**
 * The sign-in that belongs to this browser: the cookie of the interaction must be there and name this very one.
 * @throws NotFound when it is over or another browser's
 */
export async function openInteraction(ask: Asks, uid: string): Promise<Interaction> {
  const provider = await providerFor(ask.platform, ask.tenant, ask.url.origin)
  const details = await provider.interactionDetails(ask.native.request, ask.native.response).catch(() => undefined)
  if (!details || details.uid !== uid) throw new NotFound()
  const { params, prompt, session } = details
  const clientId = String(params['client_id'])
  const client = await provider.Client.find(clientId)
  if (!client) throw new NotFound()
  const back = typeof params['redirect_uri'] === 'string' ? new URL(params['redirect_uri']) : ask.url
  return {
    uid,
    prompt: prompt.name === 'consent' ? 'consent' : 'login',
    clientId,
    clientName: clientId === platformClientId ? '' : (client.clientName ?? clientId),
    clientHost: back.host,
    clientOrigin: back.origin,
    scopes: String(params['scope'] ?? '').split(' ').filter((scope) => scope !== ''),
    wanted: highestWanted(params['acr_values'], client['minimum_acr']),
    reasons: prompt.reasons,
    session: session?.accountId === undefined ? undefined : { accountId: session.accountId, ...(session.acr !== undefined && { acr: session.acr }) },
    details,
    provider,
  }
}
