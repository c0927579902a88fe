import type { MandateClaim } from '@modellregion/contracts'
import * as client from 'openid-client'
import type { OpenIdProviderConfig } from '../boot/config.ts'
import type { LevelOfAssurance } from './actor.ts'
import type { SimpleFetch } from '../http/loopback.ts'
import { levelOf, valuesReaching } from './rules.ts'
import type { SignInFlow } from './session-data.ts'

/** An OpenID Connect provider of the deployment file. Its metadata are read on first use, not at the start. */
export type Provider = OpenIdProviderConfig & {
  configuration(): Promise<client.Configuration>
  /** The town's own: it names the account itself and is asked without a network. */
  own?: true
}

const timeout = 10 // seconds that a person waits for a silent provider
const keepFor = 3_600_000

export function openProviders(settings: readonly OpenIdProviderConfig[]): ReadonlyMap<string, Provider> {
  return new Map(settings.map((provider) => [provider.id, openProvider(provider)]))
}

export function openProvider(settings: OpenIdProviderConfig, fetch?: SimpleFetch): Provider {
  let known: { until: number; configuration: Promise<client.Configuration> } | undefined
  return {
    ...settings,
    configuration: async () => {
      if (known && known.until > Date.now()) return await known.configuration
      const configuration = discover(settings, fetch)
      known = { until: Date.now() + keepFor, configuration }
      configuration.catch(() => (known = undefined)) // the next person asks again
      return await configuration
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OpenIdProviderConfig, fetch?: SimpleFetch): Promise<client.Configuration> {
  const server = new URL(issuer)
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret)
  return await client.discovery(server, clientId, clientSecret, authentication, {
    timeout,
    // Asked within the process, an address without TLS gives nothing away.
    ...((fetch || isLoopback(server)) && { execute: [client.allowInsecureRequests] }),
    ...(fetch && { [client.customFetch]: fetch as client.CustomFetch }), // the part of it that the library uses
  })
}

// A provider on this very machine, for development: everything else speaks https or not at all.
const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Sends a person to the provider. Keep `flow` under `state` in the session until the return. */
export async function beginSignIn(provider: Provider, options: { redirectUri: string; returnTo: string; level?: LevelOfAssurance; /** Ask again for whom the person acts. */ forWhom?: boolean; now: Date }): Promise<{ url: URL; state: string; flow: SignInFlow }> {
  const configuration = await provider.configuration()
  const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
  const wanted = options.level === undefined ? [] : valuesReaching(options.level, provider.levels ?? {})
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: options.redirectUri,
    scope: provider.scope ?? 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(options.forWhom === true && provider.own && { prompt: 'for_whom' }),
    ...(wanted.length > 0 && { acr_values: wanted.join(' '), ...(!provider.own && { prompt: 'login' }) }),
  })
  return { url, state, flow: { provider: provider.id, nonce, verifier, returnTo: options.returnTo, startedAt: options.now.getTime() } }
}

export type Signed = { issuer: string; subject: string; name: string; email?: string; level: LevelOfAssurance; idToken: string; methods: string[]; providerSession?: string; mandate?: MandateClaim }

/**
 * Redeems the code with which the person came back: state, nonce, PKCE, issuer, audience, signature and times are checked.
 * @throws whatever `reasonOf` names
 */
export async function finishSignIn(provider: Provider, returned: URL, state: string, flow: SignInFlow): Promise<Signed> {
  const configuration = await provider.configuration()
  const tokens = await client.authorizationCodeGrant(configuration, returned, { expectedState: state, expectedNonce: flow.nonce, pkceCodeVerifier: flow.verifier, idTokenExpected: true })
  const token = tokens.claims()
  if (!token || tokens.id_token === undefined) throw new Error('The provider sent no identity token.')
  const claims = typeof token['name'] === 'string' || !configuration.serverMetadata().userinfo_endpoint ? token : { ...(await client.fetchUserInfo(configuration, tokens.access_token, token.sub)), ...token }
  const email = claims['email_verified'] === true ? text(claims['email']) : undefined
  const providerSession = text(token['sid'])
  return {
    issuer: token.iss,
    subject: token.sub,
    name: nameIn(claims),
    level: levelOf(text(token['acr']), provider.levels),
    idToken: tokens.id_token,
    methods: Array.isArray(token['amr']) ? token['amr'].filter((method) => typeof method === 'string') : [],
    // Only the town's own provider may say for whom somebody acts.
    ...(provider.own && token['mandate'] !== undefined && { mandate: token['mandate'] as MandateClaim }),
    ...(email !== undefined && { email }),
    ...(providerSession !== undefined && { providerSession }),
  }
}

const text = (claim: unknown): string | undefined => (typeof claim === 'string' && claim !== '' ? claim : undefined)

function nameIn(claims: Record<string, unknown>): string {
  const parts = [text(claims['given_name']), text(claims['family_name'])].filter((part) => part !== undefined).join(' ')
  return text(claims['name']) ?? (parts || (text(claims['preferred_username']) ?? ''))
}

/** Where the person may sign out at the provider too; undefined when it offers no such address. */
export async function endSessionUrl(provider: Provider, idToken: string, back: string): Promise<URL | undefined> {
  const configuration = await provider.configuration()
  if (!configuration.serverMetadata().end_session_endpoint) return undefined
  return client.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back })
}

export type FailureReason = 'state' | 'expired' | 'denied' | 'provider' | 'invalid' | 'disabled'

/** Why a sign-in failed, as the page says it: cancelled by the person, provider not reachable, or an answer that does not hold. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof client.AuthorizationResponseError) return error.error === 'access_denied' ? 'denied' : 'invalid'
  if (!(error instanceof Error)) return 'invalid'
  const { code } = error as Error & { code?: string }
  const unreachable = error instanceof TypeError || error.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
  return unreachable ? 'provider' : 'invalid'
}
