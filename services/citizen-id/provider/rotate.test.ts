import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose'
import * as oidc from 'openid-client'
import { startTown, testClock, type Town } from '@modellregion/testing'
import { plainBrowser } from '../sign-in/browser-for-tests.ts'
import { issuerIn, registered } from './client-for-tests.ts'
import { publishedKeys, replaceKeys, rotateKeys } from './rotate.ts'

const back = 'https://library.example/back'
const clock = testClock(new Date().toISOString())
let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'], now: clock.now })))
after(() => town.close())

const place = () => ({ platform: town.running.platform, tenantId: 'aachen' })
const listOfKeys = async (): Promise<JSONWebKeySet> => (await (await fetch(`${issuerIn(town).href}/jwks`)).json()) as JSONWebKeySet
const statesOf = async () => (await publishedKeys(place())).filter(({ algorithm }) => algorithm === 'RS256').map(({ state }) => state)

// The library's times are those of the machine: only the signature is looked at.
const checks = (token: string, keys: JSONWebKeySet) => jwtVerify(token, createLocalJWKSet(keys), { clockTolerance: 3_600 })

/** Signs somebody in at a service; the identity token as it came, whoever has signed it. */
async function signedIn({ clientId, secret }: { clientId: string; secret?: string }): Promise<string> {
  const config = await oidc.discovery(issuerIn(town), clientId, {}, oidc.ClientSecretBasic(secret ?? ''), { execute: [oidc.allowInsecureRequests] })
  const verifier = oidc.randomPKCECodeVerifier()
  const browser = plainBrowser()
  const until = /^https:\/\/library\.example/
  await browser.open(oidc.buildAuthorizationUrl(config, { redirect_uri: back, scope: 'openid', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state: 'x' }).href)
  await browser.send('/demo/mia', {}, { until })
  if (browser.page.status !== 0) await browser.send('/consent', {}, { until })
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: browser.page.url.searchParams.get('code') ?? '', redirect_uri: back, code_verifier: verifier })
  const response = await fetch(config.serverMetadata().token_endpoint ?? '', { method: 'POST', body, headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` } })
  const { id_token: token } = (await response.json()) as { id_token: string }
  return token
}

test('a service with a copy of the keys of yesterday checks every token through a whole change, and old tokens stay good', async () => {
  const client = await registered(town)
  const first = await signedIn(client)
  const oldKey = decodeProtectedHeader(first).kid
  assert.deepEqual(await statesOf(), ['active'])

  await rotateKeys(place(), { begin: true })
  assert.deepEqual(await statesOf(), ['active', 'next'])
  const copy = await listOfKeys() // the service keeps this for a day
  assert.equal(copy.keys.length, 6)
  assert.ok(copy.keys.every((key) => key['d'] === undefined), 'no secret')
  assert.equal(decodeProtectedHeader(await signedIn(client)).kid, oldKey, 'published, not yet signing')

  clock.advance({ hours: 23 })
  assert.deepEqual(await rotateKeys(place()), [], 'not before a day')
  clock.advance({ hours: 1 })
  await Promise.all([rotateKeys(place()), rotateKeys(place())])
  assert.deepEqual(await statesOf(), ['active', 'retired'])
  const second = await signedIn(client)
  assert.notEqual(decodeProtectedHeader(second).kid, oldKey)
  await checks(second, copy)
  await checks(first, await listOfKeys())
  // The old token is still good for signing out, where the library checks it itself.
  const out = await fetch(`${issuerIn(town).href}/session/end?${new URLSearchParams({ id_token_hint: first })}`, { redirect: 'manual' })
  assert.match(out.headers.get('location') ?? '', /signed-out/)

  clock.advance({ days: 2 })
  await rotateKeys(place())
  assert.deepEqual(await statesOf(), ['active'])
  await assert.rejects(checks(first, await listOfKeys()))
  await checks(await signedIn(client), copy)
})

test('keys that somebody else may have go at once', async () => {
  const client = await registered(town)
  const before = await listOfKeys()
  await replaceKeys(place())
  const token = await signedIn(client)
  await assert.rejects(checks(token, before))
  const now = await listOfKeys()
  await checks(token, now)
  assert.equal(now.keys.length, 3)
  assert.deepEqual(now.keys.filter(({ kid }) => before.keys.some((old) => old.kid === kid)), [])
})
