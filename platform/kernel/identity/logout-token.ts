import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import type { SimpleFetch } from '../http/loopback.ts'
import type { Provider } from './provider.ts'

export type Logout = { issuer: string; subject?: string; providerSession?: string; issuedAt: Date }

const event = 'http://schemas.openid.net/event/backchannel-logout'
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

/**
 * Checks the token with which a provider ends sessions (OpenID Connect Back-Channel Logout 1.0, section 2.6).
 * @throws when signature, issuer, audience, times, event or subject do not hold
 */
export async function verifyLogoutToken(provider: Provider, token: string, now: Date, fetch?: SimpleFetch): Promise<Logout> {
  const server = (await provider.configuration()).serverMetadata()
  if (!server.jwks_uri) throw new Error('The provider publishes no keys.')
  const keys = keySets.get(server.jwks_uri) ?? createRemoteJWKSet(new URL(server.jwks_uri), { timeoutDuration: 5_000, ...(provider.own && fetch && { [customFetch]: fetch }) })
  keySets.set(server.jwks_uri, keys)
  const { payload } = await jwtVerify(token, keys, {
    issuer: server.issuer,
    audience: provider.clientId,
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: '5 minutes',
    clockTolerance: 30,
    currentDate: now,
    // Never `none` and never a shared secret: the keys above are public.
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  })
  const { sub, sid, events, nonce, iat } = payload
  if (nonce !== undefined) throw new Error('A logout token carries no nonce: this is an identity token.')
  if (typeof events !== 'object' || events === null || !(event in events)) throw new Error('The token is about another event.')
  if (sub === undefined && typeof sid !== 'string') throw new Error('The token names neither person nor session.')
  return {
    issuer: server.issuer,
    issuedAt: new Date((iat ?? 0) * 1_000),
    ...(sub !== undefined && { subject: sub }),
    ...(typeof sid === 'string' && { providerSession: sid }),
  }
}
