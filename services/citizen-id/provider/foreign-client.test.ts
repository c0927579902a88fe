import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exportJWK, generateKeyPair, UnsecuredJWT } from 'jose'
import * as oidc from 'openid-client'
import { sql } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { switchClient } from '../client/register.ts'
import type { ClientForm } from '../client/schema.ts'
import { acrOf } from '../level/rules.ts'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'
import { inTown, issuerIn, registered, registeredAs, registryOf } from './client-for-tests.ts'

const back = 'https://library.example/back'
/** Addresses that are not ours: there the way of the browser ends. */
const foreign = /^https?:\/\/(?![^/]*localhost)/i
let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'] })))
after(() => town.close())

type Options = { parameters?: Record<string, string>; person?: string; browser?: PlainBrowser; pushed?: boolean; dpop?: oidc.DPoPHandle }
type Begun = { callback: URL; verifier: string; state: string; nonce: string; browser: PlainBrowser }

const connect = (clientId: string, auth?: oidc.ClientAuth, metadata: Partial<oidc.ClientMetadata> = {}): Promise<oidc.Configuration> =>
  oidc.discovery(issuerIn(town), clientId, metadata, auth, { execute: [oidc.allowInsecureRequests] })

const connected = async (form: Partial<ClientForm> = {}): Promise<oidc.Configuration> => {
  const { clientId, secret } = await registered(town, form)
  return await connect(clientId, secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret))
}

/** A foreign service sends a person to us; the person signs in and agrees; ends where the service gets the person back. */
async function begin(config: oidc.Configuration, { parameters = {}, person = 'mia', browser = plainBrowser(), pushed = false, dpop }: Options = {}): Promise<Begun> {
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
  const all = { redirect_uri: back, scope: 'openid profile email', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce, ...parameters }
  const address = pushed ? await oidc.buildAuthorizationUrlWithPAR(config, all, dpop && { DPoP: dpop }) : oidc.buildAuthorizationUrl(config, all)
  const until = foreign
  await browser.open(address.href, { until })
  if (browser.page.text.includes('/demo/')) await browser.send(`/demo/${person}`, {}, { until })
  if (browser.page.url.pathname.endsWith('/consent')) await browser.send('/consent', {}, { until })
  return { callback: browser.page.url, verifier, state, nonce, browser }
}

const redeem = (config: oidc.Configuration, { callback, verifier, state, nonce }: Begun, dpop?: oidc.DPoPHandle) =>
  oidc.authorizationCodeGrant(config, callback, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }, undefined, dpop && { DPoP: dpop })

// The body says it, or the header where a header is the standard.
const oauthError = (code: string) => (error: unknown) => {
  const said = error instanceof oidc.WWWAuthenticateChallengeError ? error.cause.map(({ parameters }) => parameters['error']) : [(error as oidc.ResponseBodyError).error]
  assert.deepEqual(said, [code])
  return true
}
/** Refused by the service's own library, for this reason somewhere down the chain. */
const because = (reason: RegExp) => (error: unknown) => {
  const said: string[] = []
  for (let at: unknown = error; at instanceof Error; at = at.cause) said.push(at.message)
  assert.match(said.join(' / '), reason)
  return true
}

test('a foreign service signs somebody in: consent in words, claims of what was allowed, and a line for the person', async () => {
  const config = await connected()
  const browser = plainBrowser()
  const tokens = await redeem(config, await begin(config, { browser }))
  const claims = tokens.claims()
  assert.equal(claims?.['acr'], acrOf.substantial)
  assert.deepEqual(claims['amr'], ['demo'])
  const user = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  assert.equal(user.name, 'Mia Beispiel')
  assert.equal(user.email, 'mia.beispiel@example.org')
  assert.equal(user.birthdate, undefined, 'not asked for')
  const uses = await inTown(town, (db) => db.many(sql<{ clientName: string; purpose: string; claims: string[] }>`
    select client_name as "clientName", purpose, claims from citizen_id.use where tenant_id = ${db.tenant} and client_id = ${config.clientMetadata().client_id}`))
  assert.deepEqual(uses, [{ clientName: 'Stadtbibliothek', purpose: 'Ausweis verlängern', claims: ['profile', 'email'] }])
  // A second time the person is asked nothing, and it is written down all the same.
  await redeem(config, await begin(config, { browser }))
  assert.deepEqual(browser.trail.filter((address) => address.includes('/citizen-id/')), [])
  assert.equal((await inTown(town, (db) => db.many(sql`select id from citizen_id.use where tenant_id = ${db.tenant} and client_id = ${config.clientMetadata().client_id}`))).length, 2)
})

test('whoever refuses goes back with nothing but that', async () => {
  const config = await connected()
  const browser = plainBrowser()
  const address = oidc.buildAuthorizationUrl(config, { redirect_uri: back, scope: 'openid profile', code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()), code_challenge_method: 'S256', state: 'x' })
  await browser.open(address.href)
  await browser.send('/demo/mia')
  assert.match(browser.page.text, /Stadtbibliothek/)
  assert.match(browser.page.text, /Ausweis verlängern/)
  await browser.send('/consent/refuse', {}, { until: foreign })
  assert.equal(browser.page.url.searchParams.get('error'), 'access_denied')
  assert.equal(browser.page.url.searchParams.get('code'), null)
})

test('the request can be pushed first (PAR), and without a secret refreshing is bound to a key (DPoP)', async () => {
  const config = await connected({ scopes: ['profile', 'email', 'offline_access'], authMethod: 'none', dpop: true })
  const [keys, stolen] = await Promise.all([oidc.randomDPoPKeyPair('ES256'), oidc.randomDPoPKeyPair('ES256')])
  const dpop = oidc.getDPoPHandle(config, keys)
  const begun = await begin(config, { pushed: true, dpop, parameters: { scope: 'openid profile email offline_access', prompt: 'consent' } })
  const tokens = await redeem(config, begun, dpop)
  assert.equal(tokens.token_type, 'dpop')
  const refresh = tokens.refresh_token ?? ''
  await assert.rejects(oidc.refreshTokenGrant(config, refresh, {}, { DPoP: oidc.getDPoPHandle(config, stolen) }), oauthError('invalid_grant'))
  await assert.rejects(oidc.refreshTokenGrant(config, refresh), oauthError('invalid_grant'))
  const renewed = await oidc.refreshTokenGrant(config, refresh, {}, { DPoP: dpop })
  assert.ok(renewed.access_token)
  const user = await oidc.fetchUserInfo(config, renewed.access_token, tokens.claims()?.sub ?? '', { DPoP: dpop })
  assert.equal(user.name, 'Mia Beispiel')
})

test('two services know the same person by two names, and each keeps its name', async () => {
  const [library, cafe] = [await connected(), await connected({ name: 'Lesecafé' })]
  const browser = plainBrowser()
  const subjectAt = async (config: oidc.Configuration) => (await redeem(config, await begin(config, { browser }))).claims()?.sub
  const [first, again] = [await subjectAt(library), await subjectAt(library)]
  assert.equal(first, again)
  assert.ok(first !== undefined && !/^[0-9a-f-]{36}$/.test(first), 'not the id of the person')
  // The same host is one sector (OpenID Connect Core 8.1); another host is another one.
  assert.equal(await subjectAt(cafe), first)
  const { clientId, secret } = await registered(town, { redirectUris: 'https://pool.example/back' })
  const other = await connect(clientId, oidc.ClientSecretBasic(secret ?? ''))
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
  const address = oidc.buildAuthorizationUrl(other, { redirect_uri: 'https://pool.example/back', scope: 'openid', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce })
  await browser.open(address.href, { until: foreign })
  if (browser.page.status !== 0) await browser.send('/consent', {}, { until: foreign })
  const there = (await redeem(other, { callback: browser.page.url, verifier, state, nonce, browser })).claims()?.sub
  assert.notEqual(there, first)
})

test('a level is demanded by the request or by the registration, and a session below it does not do', async () => {
  const config = await connected()
  const low = plainBrowser()
  const signedIn = await redeem(config, await begin(config, { browser: low, parameters: { acr_values: acrOf.substantial } }))
  assert.equal(signedIn.claims()?.['acr'], acrOf.substantial)
  const higher = await begin(config, { browser: low, parameters: { acr_values: acrOf.high }, person: 'otto' })
  assert.equal((await redeem(config, higher)).claims()?.['acr'], acrOf.high)

  const strict = await connected({ minimum: 'high' })
  const browser = plainBrowser()
  await redeem(config, await begin(config, { browser }))
  const address = oidc.buildAuthorizationUrl(strict, { redirect_uri: back, scope: 'openid', code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()), code_challenge_method: 'S256', prompt: 'none', state: 'x' })
  await browser.open(address.href, { until: foreign })
  assert.equal(browser.page.url.searchParams.get('error'), 'login_required', 'substantial is not high')
})

test('what comes back and is not what was sent is refused: state, nonce, PKCE verifier, issuer', async () => {
  const config = await connected()
  const begun = await begin(config)
  await assert.rejects(redeem(config, { ...begun, state: 'another' }), because(/"state"/))
  // Mix-up: an answer that names another issuer, or none (RFC 9207).
  const mixed = new URL(begun.callback)
  mixed.searchParams.set('iss', 'https://evil.example/id')
  await assert.rejects(redeem(config, { ...begun, callback: mixed }), because(/"iss"/))
  mixed.searchParams.delete('iss')
  await assert.rejects(redeem(config, { ...begun, callback: mixed }), because(/"iss"/))
  await assert.rejects(redeem(config, { ...begun, nonce: 'another' }), because(/nonce/))
  const next = await begin(config)
  await assert.rejects(redeem(config, { ...next, verifier: oidc.randomPKCECodeVerifier() }), oauthError('invalid_grant'))
})

test('without PKCE, or with the plain method, nobody gets as far as signing in', async () => {
  const config = await connected()
  for (const parameters of [{}, { code_challenge: oidc.randomPKCECodeVerifier(), code_challenge_method: 'plain' }]) {
    const browser = plainBrowser()
    await browser.open(oidc.buildAuthorizationUrl(config, { redirect_uri: back, scope: 'openid', state: 'x', ...parameters }).href, { until: foreign })
    assert.equal(browser.page.url.searchParams.get('error'), 'invalid_request')
  }
})

test('nobody is sent to an address that is not registered, however close', async () => {
  const config = await connected()
  for (const address of ['https://evil.example/back', `${back}/`, `${back}?x=1`, 'https://library.example.evil.example/back', 'http://library.example/back', 'https://LIBRARY.example:443/back/../back']) {
    const browser = plainBrowser()
    await browser.open(oidc.buildAuthorizationUrl(config, { redirect_uri: address, scope: 'openid', state: 'x', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }).href, { until: foreign })
    assert.equal(browser.page.status, 400, address)
    assert.equal(browser.page.url.pathname, '/citizen-id/sign-in-failed')
  }
})

test('a code works once: whoever shows it again ends what it gave', async () => {
  const config = await connected({ scopes: ['profile', 'email', 'offline_access'] })
  const begun = await begin(config, { parameters: { scope: 'openid offline_access', prompt: 'consent' } })
  const tokens = await redeem(config, begun)
  assert.ok(await oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck))
  await assert.rejects(redeem(config, begun), oauthError('invalid_grant'))
  await assert.rejects(oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck))
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''), oauthError('invalid_grant'))
})

test('a code redeemed ten times at the same moment gives at most one token', async () => {
  const config = await connected()
  const begun = await begin(config)
  const given = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(config, begun)))
  assert.ok(given.filter(({ status }) => status === 'fulfilled').length <= 1)
  for (const one of given) if (one.status === 'fulfilled') await assert.rejects(oidc.fetchUserInfo(config, one.value.access_token, oidc.skipSubjectCheck), 'and even that one ends')
})

test('a code of one service is worth nothing to another', async () => {
  const [config, other] = [await connected(), await connected()]
  await assert.rejects(redeem(other, await begin(config)), oauthError('invalid_grant'))
})

test('tokens without a signature are taken for nothing, in both directions', async () => {
  const config = await connected()
  const begun = await begin(config)
  const forging: oidc.CustomFetch = async (url, options) => {
    const response = await fetch(url, options as RequestInit)
    if (!url.endsWith('/token')) return response
    const body = (await response.json()) as { id_token: string }
    const payload = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
    return Response.json({ ...body, id_token: new UnsecuredJWT(payload).encode() })
  }
  config[oidc.customFetch] = forging
  await assert.rejects(redeem(config, begun), because(/"alg"/))
  // A service cannot be registered for unsigned identity tokens either.
  const careless = await registeredAs(town, 'careless', { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'none' })
  const browser = plainBrowser()
  const unsafe = await connect(careless, oidc.None())
  await browser.open(oidc.buildAuthorizationUrl(unsafe, { redirect_uri: back, scope: 'openid', state: 'x', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }).href, { until: foreign })
  assert.equal(browser.page.url.pathname, '/citizen-id/sign-in-failed')
})

test('a service that is switched off gets nothing, and what it held ends', async () => {
  const config = await connected({ scopes: ['profile', 'email', 'offline_access'] })
  const { client_id: clientId } = config.clientMetadata()
  const tokens = await redeem(config, await begin(config, { parameters: { scope: 'openid offline_access', prompt: 'consent' } }))
  const waiting = await begin(config)
  await switchClient(registryOf(town), clientId, false)
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''), oauthError('invalid_client'))
  await assert.rejects(redeem(config, waiting), oauthError('invalid_client'))
  await assert.rejects(oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck))
  await switchClient(registryOf(town), clientId, true)
  await assert.rejects(oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''), oauthError('invalid_grant'), 'and stays ended')
})

test('a service proves itself by a signature: changed, foreign, repeated, late ones are refused, clocks may differ by five minutes', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const stranger = await generateKeyPair('ES256')
  const clientId = await registeredAs(town, 'signing', {
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] },
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    scope: 'openid',
  })
  type Change = (payload: Record<string, unknown>) => void
  const ask = async (change: Change = () => {}, key: CryptoKey = privateKey as CryptoKey) =>
    await oidc.clientCredentialsGrant(await connect(clientId, oidc.PrivateKeyJwt(key, { [oidc.modifyAssertion]: (_header, payload) => change(payload as Record<string, unknown>) })))
  const shifted = (seconds: number): Change => (payload) => {
    for (const name of ['iat', 'nbf', 'exp']) payload[name] = Number(payload[name]) + seconds
  }
  assert.ok((await ask()).access_token)
  for (const seconds of [290, -290]) assert.ok((await ask(shifted(seconds))).access_token, `a clock off by ${seconds} s`)
  const refused = (change?: Change, key?: CryptoKey, code = 'invalid_client') => assert.rejects(ask(change, key), oauthError(code))
  await refused(undefined, stranger.privateKey as CryptoKey)
  await refused((payload) => (payload['aud'] = 'https://evil.example'))
  await refused((payload) => (payload['sub'] = 'another'), privateKey as CryptoKey, 'invalid_request')
  await refused(shifted(3_600))
  await refused(shifted(-3_600))
  await ask((payload) => (payload['jti'] = 'once'))
  await refused((payload) => (payload['jti'] = 'once'))
})

test('a wrong secret is refused', async () => {
  const { clientId } = await registered(town, { machine: true })
  await assert.rejects(oidc.clientCredentialsGrant(await connect(clientId, oidc.ClientSecretBasic('guessed'))), oauthError('invalid_client'))
})
