import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { decodeJwt } from 'jose'
import * as oidc from 'openid-client'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'
import { inTown, issuerIn } from './client-for-tests.ts'
import { insertClient } from '../client/queries.ts'

const back = 'https://library.example/back'
const until = /^https:\/\/library\.example/
let town: Town
let service: Server
const told: string[] = []

before(async () => {
  town = await startTown({ services: ['citizen-id'] })
  service = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      told.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.end()
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  const { port } = service.address() as AddressInfo
  const metadata = {
    client_name: 'library',
    redirect_uris: [back],
    post_logout_redirect_uris: ['https://library.example/bye'],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'none',
    scope: 'openid',
    subject_type: 'pairwise',
    backchannel_logout_uri: `http://localhost:${port}/back-channel`,
    backchannel_logout_session_required: true,
    frontchannel_logout_uri: 'https://library.example/front',
    frontchannel_logout_session_required: true,
  }
  await inTown(town, (db) => insertClient(db, { clientId: 'library', metadata, office: 'Stadtbibliothek', purpose: 'Zweck', legalBasis: 'Gesetz' }))
})
after(async () => {
  service.close()
  await town.close()
})

const connected = () => oidc.discovery(issuerIn(town), 'library', {}, oidc.None(), { execute: [oidc.allowInsecureRequests] })

/** Signed in at the town's own pages and, with the same session, at the library. Returns the library's tokens. */
async function everywhere(browser: PlainBrowser): Promise<oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers> {
  await browser.open(town.url('/account', 'aachen'))
  if (!browser.page.text.includes('/demo/mia')) await browser.open(town.url('/sign-in/town?return=%2Faccount', 'aachen'), { method: 'POST' })
  if (browser.page.text.includes('/demo/mia')) await browser.send('/demo/mia')
  const config = await connected()
  const verifier = oidc.randomPKCECodeVerifier()
  const address = oidc.buildAuthorizationUrl(config, { redirect_uri: back, scope: 'openid', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state: 'x' })
  await browser.open(address.href, { until })
  if (browser.page.status !== 0 && browser.page.text.includes('/demo/mia')) await browser.send('/demo/mia', {}, { until })
  if (browser.page.status !== 0) await browser.send('/consent', {}, { until })
  return await oidc.authorizationCodeGrant(config, browser.page.url, { pkceCodeVerifier: verifier, expectedState: 'x', idTokenExpected: true })
}

const isSignedIn = async (browser: PlainBrowser): Promise<boolean> => (await browser.open(town.url('/account', 'aachen'))).url.pathname === '/account'

test('a service signs somebody out everywhere: it asks, the other side hears of it, and the browser goes back', async () => {
  const browser = plainBrowser()
  const tokens = await everywhere(browser)
  assert.ok(await isSignedIn(browser))
  const config = await connected()
  assert.equal(config.serverMetadata()['frontchannel_logout_supported'], true)
  const leave = oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: 'https://library.example/bye', state: 'done' })
  await browser.open(leave.href)
  assert.equal(browser.page.url.pathname, '/citizen-id/sign-out')
  assert.match(browser.page.text, /Stadtbibliothek/)
  assert.match(browser.page.headers.get('content-security-policy') ?? '', /form-action [^;]*https:\/\/library\.example/)
  told.length = 0
  await browser.send('/session/end/confirm', {}, { until })
  assert.equal(browser.page.url.pathname, '/citizen-id/signed-out')
  const { sid } = decodeJwt(tokens.id_token ?? '')
  const frame = /<iframe[^>]*src="([^"]+)"/.exec(browser.page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.equal(new URL(frame).origin + new URL(frame).pathname, 'https://library.example/front')
  assert.equal(new URL(frame).searchParams.get('sid'), sid)
  assert.equal(new URL(frame).searchParams.get('iss'), issuerIn(town).href)
  assert.match(browser.page.headers.get('content-security-policy') ?? '', /frame-src https:\/\/library\.example/)
  assert.match(browser.page.headers.get('refresh') ?? '', /url=https:\/\/library\.example\/bye\?state=done/)
  assert.equal(told.length, 1)
  assert.equal(decodeJwt(told[0] ?? '')['sid'], sid)
  assert.equal(decodeJwt(told[0] ?? '').iss, issuerIn(town).href)
  assert.equal(await isSignedIn(browser), false, 'the town’s own session has ended as well')
  // A second time there is nobody to ask, and no script is needed for it.
  await browser.open(leave.href, { until })
  assert.equal(browser.page.url.href, 'https://library.example/bye?state=done')
})

test('whoever wants to stay signed in stays, and nobody else’s form ends a session', async () => {
  const browser = plainBrowser()
  const tokens = await everywhere(browser)
  const config = await connected()
  const leave = oidc.buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? '' })
  await browser.open(leave.href)
  const foreign = await browser.open(`${issuerIn(town).href}/session/end/confirm`, { body: new URLSearchParams({ xsrf: 'guessed', logout: 'yes' }) })
  assert.equal(foreign.url.pathname, '/citizen-id/sign-in-failed')
  await browser.open(leave.href)
  const stay = /name="xsrf" value="([^"]+)"/.exec(browser.page.text)?.[1] ?? ''
  await browser.open(`${issuerIn(town).href}/session/end/confirm`, { body: new URLSearchParams({ xsrf: stay }) })
  assert.match(browser.page.text, /noch angemeldet/)
  assert.ok(await isSignedIn(browser))
})

test('signing out at the town tells the services', async () => {
  const browser = plainBrowser()
  const tokens = await everywhere(browser)
  told.length = 0
  await browser.open(town.url('/account', 'aachen'))
  await browser.send('/sign-out')
  assert.equal(told.length, 1)
  assert.equal(decodeJwt(told[0] ?? '')['sid'], decodeJwt(tokens.id_token ?? '')['sid'])
})
