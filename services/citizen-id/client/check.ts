import { errors } from 'oidc-provider'
import type { Ask } from '@modellregion/kernel'
import { withOwnSubjects } from '../provider/clients.ts'
import { providerFor } from '../provider/instances.ts'
import type { ClientForm } from './schema.ts'

/** What the provider would not accept, in its own words, and the field that it is about. */
export type Refused = { field: keyof ClientForm; reason: string }

/** Lets the provider judge a registration as it will judge it at every sign-in. */
export async function refusedByProvider(ask: Pick<Ask, 'platform' | 'tenant' | 'url'>, metadata: Record<string, unknown>): Promise<Refused | undefined> {
  const { Client } = await providerFor(ask.platform, ask.tenant, ask.url.origin)
  try {
    await Client.validate(withOwnSubjects({ client_id: 'new', ...metadata }) as never) // judged by the call itself
    return undefined
  } catch (error) {
    if (!(error instanceof errors.InvalidClientMetadata)) throw error
    const reason = error.error_description ?? error.message
    return { field: fieldOf[/^[a-z_]+/.exec(reason)?.[0] ?? ''] ?? (reason.includes('JSON Web Key') ? 'jwks' : 'name'), reason }
  }
}

/** A registration of the console, whose secret is made when it is accepted, or kept: here it only has to be there. */
export const withSecretToCome = (metadata: Record<string, unknown>): Record<string, unknown> =>
  metadata['token_endpoint_auth_method'] === 'client_secret_basic' ? { ...metadata, client_secret: 'made-when-the-registration-is-accepted-' } : metadata

const fieldOf: Readonly<Record<string, keyof ClientForm>> = {
  redirect_uris: 'redirectUris',
  post_logout_redirect_uris: 'postLogoutUris',
  backchannel_logout_uri: 'backchannelLogoutUri',
  token_endpoint_auth_method: 'authMethod',
  jwks_uri: 'jwksUri',
  jwks: 'jwks',
  scope: 'scopes',
  grant_types: 'ciba',
  backchannel_token_delivery_mode: 'ciba',
  backchannel_client_notification_endpoint: 'cibaUri',
}
