import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import * as client from 'openid-client'
import type { Ask } from '@modellregion/kernel'
import { serviceKey } from './key.ts'
import { clientId, home } from './registration.ts'
import type { Flow, Question, Tokens } from './schema.ts'

type Asks = Pick<Ask, 'platform' | 'tenant' | 'url' | 'now'>

/** Where people sign in: the town's own provider. */
export const issuerOf = ({ url }: Pick<Ask, 'url'>): string => `${url.origin}/id`

/** Reads what the provider says about itself. Everything from server to server stays within the process. */
export async function providerOf(ask: Asks): Promise<client.Configuration> {
  const { privateKey, publicKey } = await serviceKey(ask.platform, ask.tenant.id)
  const key = privateKey.toCryptoKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']) as CryptoKey // Node's own type names more uses than the library's
  return await client.discovery(new URL(issuerOf(ask)), clientId, undefined, client.PrivateKeyJwt({ key, kid: publicKey.kid }), {
    execute: [client.allowInsecureRequests],
    [client.customFetch]: ask.platform.loopback.fetch as client.CustomFetch, // the part of it that the library uses
  })
}

const acr = { substantial: 'http://eidas.europa.eu/LoA/substantial', high: 'http://eidas.europa.eu/LoA/high' } as const

/** What the person wants to try: a level, on behalf of somebody, without being asked, or with leave to ask again later. */
export type Wish = { level?: keyof typeof acr | undefined; how?: 'for' | 'silent' | 'lasting' | undefined }

const prompts = { for: 'for_whom', silent: 'none', lasting: 'consent' } as const

/** The address to which the person is sent, and what to remember until they are back. */
export async function beginSignIn(ask: Asks, { level, how }: Wish): Promise<{ url: URL; flow: Flow }> {
  const flow: Flow = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const url = client.buildAuthorizationUrl(await providerOf(ask), {
    redirect_uri: `${ask.url.origin}${home}/return`,
    scope: `openid profile email address${how === 'lasting' ? ' offline_access' : ''}`,
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    ...(level !== undefined && { acr_values: level === 'high' ? acr.high : `${acr.substantial} ${acr.high}` }),
    ...(how !== undefined && { prompt: prompts[how] }),
  })
  return { url, flow }
}

/** @throws what the library refuses; `codeOf` names it */
export async function finishSignIn(ask: Asks, { state, nonce, verifier }: Flow): Promise<{ tokens: Tokens; providerSession: string | undefined }> {
  const configuration = await providerOf(ask)
  const got = await client.authorizationCodeGrant(configuration, ask.url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
  return await received(configuration, got, undefined)
}

/** New tokens for the old ones, without the person. */
export async function refreshTokens(ask: Asks, before: Tokens): Promise<{ tokens: Tokens; providerSession: string | undefined }> {
  const configuration = await providerOf(ask)
  return await received(configuration, await client.refreshTokenGrant(configuration, before.refreshToken ?? ''), before)
}

async function received(configuration: client.Configuration, got: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers, before: Tokens | undefined) {
  const claims = got.claims()
  const idToken = got.id_token ?? before?.idToken
  if (idToken === undefined) throw new Error('There is no identity token.')
  const subject = claims?.sub ?? String(before?.told['sub'])
  const told = (await client.fetchUserInfo(configuration, got.access_token, subject)) as Record<string, unknown>
  const refreshToken = got.refresh_token ?? before?.refreshToken
  const tokens: Tokens = { idToken, accessToken: got.access_token, told, refreshed: before === undefined ? 0 : before.refreshed + 1, ...(refreshToken !== undefined && { refreshToken }) }
  const sid = partsOf(idToken).payload['sid']
  return { tokens, providerSession: typeof sid === 'string' ? sid : undefined }
}

/** Head and content of a token that the library has checked. */
export function partsOf(token: string): { header: Record<string, unknown>; payload: Record<string, unknown> } {
  const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'))
  return { header: JSON.parse(header || '{}') as Record<string, unknown>, payload: JSON.parse(payload || '{}') as Record<string, unknown> }
}

/** The provider's page for signing out, which leads back to the service. */
export async function signOutAddress(ask: Asks, idToken: string): Promise<URL> {
  return client.buildEndSessionUrl(await providerOf(ask), { id_token_hint: idToken, post_logout_redirect_uri: `${ask.url.origin}${home}/signed-out` })
}

/** Does the provider ask people on their phones (CIBA)? */
export const asksPhones = async (ask: Asks): Promise<boolean> => (await providerOf(ask)).serverMetadata().backchannel_authentication_endpoint !== undefined

/** Asks a person on their phone. @throws what the provider refuses */
export async function askOnPhone(ask: Asks, userName: string, message: string): Promise<Question> {
  const answer = await client.initiateBackchannelAuthentication(await providerOf(ask), { scope: 'openid profile', login_hint: userName, binding_message: message })
  return { id: answer.auth_req_id, interval: answer.interval ?? 5, until: Math.floor(ask.now.getTime() / 1_000) + answer.expires_in, userName }
}

const stillWaiting = new Set(['authorization_pending', 'slow_down'])

/** Looks once for the answer from the phone; undefined while there is none. @throws when there will be none */
export async function answerFromPhone(ask: Asks, { id }: Question): Promise<Awaited<ReturnType<typeof received>> | undefined> {
  const configuration = await providerOf(ask)
  try {
    return await received(configuration, await client.genericGrantRequest(configuration, 'urn:openid:params:grant-type:ciba', { auth_req_id: id }), undefined)
  } catch (error) {
    if (stillWaiting.has(codeOf(error))) return undefined
    throw error
  }
}

/** The provider's own word for what went wrong. */
export const codeOf = (error: unknown): string => (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError ? error.error : error instanceof client.ClientError ? (error.code ?? '') : '')

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/**
 * The session that a logout token of the provider ends (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * @throws when signature, issuer, audience, times or event do not hold
 */
export async function endedSession(ask: Asks, token: string): Promise<string> {
  const { issuer, jwks_uri: keysAt = '' } = (await providerOf(ask)).serverMetadata()
  const keys = (await (await ask.platform.loopback.fetch(keysAt)).json()) as JSONWebKeySet
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { issuer, audience: clientId, requiredClaims: ['iat', 'jti', 'events', 'sid'], maxTokenAge: '5 minutes', clockTolerance: 30, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'] })
  const { events, nonce, sid } = payload
  if (nonce !== undefined || typeof sid !== 'string' || typeof events !== 'object' || events === null || !(logoutEvent in events)) throw new Error('This is no logout token.')
  return sid
}
