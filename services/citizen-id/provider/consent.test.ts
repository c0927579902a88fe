import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as oidc from 'openid-client'
import { sql } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import type { ClientForm } from '../client/schema.ts'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'
import { inTown, issuerIn, registered } from './client-for-tests.ts'

const back = 'https://library.example/back'
const mail = /mia[a-z.]*@example\.org/
const foreign = /^https?:\/\/(?![^/]*localhost)/i
const fromFile = {
  client_id: 'from-file',
  office: 'Kulturamt',
  purpose: 'Karten bestellen',
  legal_basis: 'Satzung des Theaters',
  client_name: 'Theater',
  redirect_uris: ['https://theater.example/back', 'https://opera.example/back'],
  token_endpoint_auth_method: 'none',
  scope: 'openid profile',
}
let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'], config: { identity: { clients: [fromFile] } } })))
after(() => town.close())

const connected = async (form: Partial<ClientForm>): Promise<oidc.Configuration> => await connect((await registered(town, { authMethod: 'none', ...form })).clientId)
const connect = (clientId: string): Promise<oidc.Configuration> => oidc.discovery(issuerIn(town), clientId, {}, oidc.None(), { execute: [oidc.allowInsecureRequests] })

/** Asks for somebody and lets Mia sign in; ends at the consent page, or where nothing is asked, at the service. */
async function ask(config: oidc.Configuration, browser: PlainBrowser, parameters: Record<string, string>) {
  const verifier = oidc.randomPKCECodeVerifier()
  const whole = { redirect_uri: back, scope: 'openid', state: 'x', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...parameters }
  await browser.open(oidc.buildAuthorizationUrl(config, whole).href, { until: foreign })
  if (browser.page.text.includes('/demo/mia')) await browser.send('/demo/mia', {}, { until: foreign })
  return async () => {
    const tokens = await oidc.authorizationCodeGrant(config, browser.page.url, { pkceCodeVerifier: verifier, expectedState: 'x', idTokenExpected: true })
    return { subject: tokens.claims()?.sub, user: await oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck) }
  }
}

const usesOf = (config: oidc.Configuration) =>
  inTown(town, (db) => db.many(sql<{ clientName: string; purpose: string; legalBasis: string; claims: string[] }>`
    select client_name as "clientName", purpose, legal_basis as "legalBasis", claims from citizen_id.use where tenant_id = ${db.tenant} and client_id = ${config.clientMetadata().client_id}`))

const single = (claim: string) => ({ claims: JSON.stringify({ userinfo: { [claim]: { essential: true } } }) })

test('data that a request names one by one are shown before they are given, and written down', async () => {
  const config = await connected({ scopes: ['profile', 'email'] })
  const browser = plainBrowser()
  await ask(config, browser, {})
  await browser.send('/consent', {}, { until: foreign })
  const finish = await ask(config, browser, single('email'))
  assert.ok(browser.page.url.pathname.endsWith('/consent'), 'asked, although a consent is there: this is new')
  assert.match(browser.page.text, /E-Mail-Adresse/)
  assert.match(browser.page.text, mail)
  await browser.send('/consent', {}, { until: foreign })
  const { user } = await finish()
  assert.match(user.email ?? '', mail)
  assert.equal(user.name, undefined, 'nothing else came with it')
  assert.deepEqual((await usesOf(config)).map(({ claims }) => claims).sort(), [[], ['email']])
})

test('a service asks for no data past its registration, under whatever name', async () => {
  const config = await connected({ scopes: ['profile'] })
  for (const parameters of [single('birthdate'), single('email_verified'), { claims: JSON.stringify({ id_token: { address: null } }) }]) {
    const browser = plainBrowser()
    await ask(config, browser, parameters)
    assert.equal(browser.page.url.searchParams.get('error'), 'invalid_request', parameters.claims)
  }
})

test('what is voluntary and left out is not given; whoever is asked anew may change their mind', async () => {
  const config = await connected({ scopes: ['profile', 'email'], voluntary: ['email'] })
  const browser = plainBrowser()
  const answer = async (fields: Record<string, string>) => {
    const finish = await ask(config, browser, { scope: 'openid profile email', prompt: 'consent' })
    await browser.send('/consent', fields, { until: foreign })
    const { user } = await finish()
    return [user.name, mail.test(user.email ?? '')]
  }
  assert.deepEqual(await answer({}), ['Mia Beispiel', false])
  assert.deepEqual(await answer({ scope: 'email' }), ['Mia Beispiel', true])
  assert.deepEqual(await answer({}), ['Mia Beispiel', false])
})

test('a service of the deployment file says who it is like any other, and knows people by names of its own', async () => {
  const config = await connect('from-file')
  const browser = plainBrowser()
  const finish = await ask(config, browser, { redirect_uri: 'https://opera.example/back', scope: 'openid profile' })
  for (const words of ['Kulturamt', 'Karten bestellen', 'Satzung des Theaters']) assert.ok(browser.page.text.includes(words), words)
  await browser.send('/consent', {}, { until: foreign })
  const { subject } = await finish()
  assert.deepEqual(await usesOf(config), [{ clientName: 'Kulturamt', purpose: 'Karten bestellen', legalBasis: 'Satzung des Theaters', claims: ['profile'] }])
  // Several hosts: neither the id of the person nor what another service of one of these hosts calls them.
  const other = await connected({ redirectUris: 'https://opera.example/back', scopes: ['profile'] })
  const there = await ask(other, browser, { redirect_uri: 'https://opera.example/back' })
  await browser.send('/consent', {}, { until: foreign })
  assert.doesNotMatch(subject ?? '', /^[0-9a-f-]{36}$/)
  assert.notEqual((await there()).subject, subject)
})
