import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestProvider, signInAt } from './provider-for-tests.ts'
import { openTestTown, visitor } from './town-for-tests.ts'

const hosts = ['erlenau.example.org', 'moorbek.example.org']
const op = await openTestProvider(hosts)
const { issuer, clientId, clientSecret } = op
const openId = [
  { id: 'test', name: 'Prüfkonto', issuer, clientId, clientSecret, levels: { gold: 'high' as const, tin: 'low' as const } },
  { id: 'gone', name: 'Nirgendwo', issuer: 'http://127.0.0.1:9', clientId },
]
const { app, town, clock, close } = await openTestTown({ demo: false, openId })
// The provider lives in real time, so here the town does as well.
clock.set(new Date().toISOString())
after(async () => {
  await close()
  await op.close()
})

const pathOf = (address: string) => address.slice(new URL(address).origin.length)

async function signIn(login = 'mia', host = hosts[0] ?? '', secondsAhead = 0) {
  clock.set(new Date(Date.now() + secondsAhead * 1_000).toISOString())
  const browser = visitor(app, host)
  const start = await browser.get('/sign-in/test?return=/account')
  assert.equal(start.status, 303)
  const back = await signInAt(start.location ?? '', login)
  const answer = await browser.get(pathOf(back))
  return { browser, start, back, answer }
}

const accounts = (tenant: string) =>
  town.read(tenant, 'platform', (db) => db.many(sql<{ id: string; name: string; email: string | null }>`select id, display_name as name, email from platform.account where tenant_id = ${tenant} order by created_at`))

test('a person signs in at a provider and is known by name; state, nonce and PKCE are sent', async () => {
  const { browser, start, answer } = await signIn('mia')
  const asked = new URL(start.location ?? '').searchParams
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 43, name)
  assert.equal(asked.get('code_challenge_method'), 'S256')
  assert.equal(answer.status, 303, answer.text)
  assert.equal(answer.location, '/account')
  assert.match((await browser.get('/account')).text, /Mia Beispiel/)
})

test('the same person is the same account; a shared unverified mail address joins nobody', async () => {
  await signIn('mia')
  await signIn('noah')
  const known = await accounts('erlenau')
  assert.deepEqual(known.map(({ name, email }) => [name, email]), [['Mia Beispiel', 'mia.beispiel@example.org'], ['Noah Probe', null]])
})

test('two first sign-ins at the same moment make one account', async () => {
  const { accountFor } = await import('./accounts.ts')
  const identity = { issuer, subject: 'twin', name: 'Toni Doppelt' }
  const made = await Promise.all([1, 2, 3, 4].map(() => town.unit('erlenau', 'platform', (db) => accountFor(db, identity))))
  assert.equal(new Set(made.map(({ id }) => id)).size, 1)
  assert.equal((await accounts('erlenau')).filter(({ name }) => name === 'Toni Doppelt').length, 1)
})

test('towns keep their people apart, although the provider is the same', async () => {
  await signIn('mia', hosts[1])
  const ids = [...(await accounts('erlenau')), ...(await accounts('moorbek'))].filter(({ name }) => name === 'Mia Beispiel').map(({ id }) => id)
  assert.equal(new Set(ids).size, 2)
})

test('an answer with a wrong state signs nobody in', async () => {
  const browser = visitor(app)
  const start = await browser.get('/sign-in/test')
  const back = new URL(await signInAt(start.location ?? '', 'mia'))
  back.searchParams.set('state', 'x'.repeat(43))
  const answer = await browser.get(pathOf(back.href))
  assert.equal(answer.status, 400)
  assert.match(answer.text, /gehört nicht zu dem Fenster/)
  assert.equal((await browser.get('/account')).status, 303)
})

test('the answer to another browser is worth nothing here', async () => {
  const victim = visitor(app)
  await victim.get('/sign-in/test')
  const attacker = visitor(app)
  const start = await attacker.get('/sign-in/test')
  const answer = await victim.get(pathOf(await signInAt(start.location ?? '', 'noah')))
  assert.equal(answer.status, 400)
  assert.equal((await victim.get('/account')).status, 303)
})

test('a code counts once: replayed here its state is used up, replayed with a stolen state the provider refuses', async () => {
  const { browser, back } = await signIn('mia')
  assert.equal((await browser.get(pathOf(back))).status, 400)
  const guest = visitor(app)
  const start = await guest.get('/sign-in/test')
  const stolen = new URL(back)
  stolen.searchParams.set('state', new URL(start.location ?? '').searchParams.get('state') ?? '')
  const answer = await guest.get(pathOf(stolen.href))
  assert.equal(answer.status, 400)
  assert.match(answer.text, /ließ sich nicht prüfen/)
  assert.equal((await guest.get('/account')).status, 303)
})

test('a sign-in that takes longer than ten minutes begins anew', async () => {
  const browser = visitor(app)
  const start = await browser.get('/sign-in/test')
  const back = await signInAt(start.location ?? '', 'mia')
  clock.advance({ minutes: 11 })
  const answer = await browser.get(pathOf(back))
  clock.set(new Date().toISOString())
  assert.equal(answer.status, 400)
  assert.match(answer.text, /zu lange gedauert/)
})

test('whoever cancels at the provider reads that nothing was stored', async () => {
  const browser = visitor(app)
  const start = await browser.get('/sign-in/test')
  const state = new URL(start.location ?? '').searchParams.get('state') ?? ''
  const answer = await browser.get(`/sign-in/test/return?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`)
  assert.equal(answer.status, 400)
  assert.match(answer.text, /abgebrochen/)
})

test('an answer from another issuer is refused (mix-up)', async () => {
  const browser = visitor(app)
  const start = await browser.get('/sign-in/test')
  const back = new URL(await signInAt(start.location ?? '', 'mia'))
  back.searchParams.set('iss', 'https://evil.example')
  assert.equal((await browser.get(pathOf(back.href))).status, 400)
  assert.equal((await browser.get('/account')).status, 303)
})

test('a silent provider gives a page that says so, an unknown one is not there', async () => {
  const browser = visitor(app)
  const answer = await browser.get('/sign-in/gone')
  assert.equal(answer.status, 502)
  assert.match(answer.text, /Nirgendwo antwortet gerade nicht/)
  assert.equal((await browser.get('/sign-in/unknown')).status, 404)
})

test('a disabled account stays outside, and the door says why', async () => {
  const { disableAccount, enableAccount } = await import('./accounts.ts')
  const id = (await accounts('erlenau')).find(({ name }) => name === 'Noah Probe')?.id ?? ''
  await town.unit('erlenau', 'platform', (db) => disableAccount(db, id))
  const { browser, answer } = await signIn('noah')
  assert.equal(answer.status, 403)
  assert.match(answer.text, /gesperrt/)
  assert.equal((await browser.get('/account')).status, 303)
  await town.unit('erlenau', 'platform', (db) => enableAccount(db, id))
  assert.equal((await signIn('noah')).answer.status, 303)
})

test('signing out here offers to sign out at the provider, once', async () => {
  const { browser } = await signIn('mia')
  await browser.post('/sign-out', { from: '/account' })
  assert.match((await browser.get('/sign-out/done')).text, /Bei Prüfkonto sind Sie noch angemeldet/)
  const there = new URL((await browser.get('/sign-out/provider')).location ?? '')
  assert.equal(there.origin, issuer)
  assert.equal(there.searchParams.get('post_logout_redirect_uri'), `http://${hosts[0]}/sign-out/done`)
  assert.ok(there.searchParams.get('id_token_hint'))
  const asked = await fetch(there, { redirect: 'manual' })
  assert.equal(asked.status, 200, 'the provider accepts hint and address')
  assert.equal((await browser.get('/sign-out/provider')).status, 404)
})

test('an unsigned, foreign or misused logout token ends nothing', async () => {
  const { browser } = await signIn('mia')
  const now = Math.floor(Date.now() / 1_000)
  const good = { iss: issuer, aud: clientId, sub: 'mia', iat: now, exp: now + 120, jti: randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = (head: object, body: object) => {
    const text = `${part(head)}.${part(body)}`
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const tokens = ['', 'x.y.z', `${part({ alg: 'none', typ: 'logout+jwt' })}.${part(good)}.`, signed({ alg: 'RS256', typ: 'logout+jwt' }, good), signed({ alg: 'RS256', kid: 'keystore-CHANGE-ME' }, good)]
  for (const token of tokens) assert.equal(await backChannel(token), 400, token.slice(0, 40))
  assert.equal((await browser.get('/account')).status, 200)
})

async function backChannel(token: string): Promise<number> {
  const answer = await app.inject({ method: 'POST', url: '/sign-in/test/back-channel', headers: { host: hosts[0] ?? '', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ logout_token: token }).toString() })
  return answer.statusCode
}

test('the provider ends one session or all of a person, in every town', async () => {
  const { endProviderSessions } = await import('./queries/session.ts')
  const [one, other, elsewhere] = [await signIn('mia'), await signIn('mia'), await signIn('mia', hosts[1])]
  const token = await logoutTokenOf('mia')
  assert.equal(await backChannel(token), 200)
  for (const { browser } of [one, other, elsewhere]) assert.equal((await browser.get('/account')).status, 303)

  const [first, second] = [await signIn('mia', hosts[0], 60), await signIn('mia', hosts[0], 60)]
  const sessions = await town.read('erlenau', 'platform', (db) => db.many(sql<{ sid: string }>`
    select s.provider_session as sid from platform.session s join platform.account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = 'erlenau' and a.display_name = 'Mia Beispiel' order by s.id`))
  assert.equal(sessions.length, 2)
  await town.unit('erlenau', 'platform', (db) => endProviderSessions(db, { issuer, providerSession: sessions[0]?.sid ?? 'none', until: clock.now() }))
  assert.equal((await first.browser.get('/account')).status, 303)
  assert.equal((await second.browser.get('/account')).status, 200)

  // An old token, sent again, does not touch who has signed in since.
  assert.equal(await backChannel(token), 200)
  assert.equal((await second.browser.get('/account')).status, 200)
  clock.advance({ minutes: 6 })
  assert.equal(await backChannel(token), 400, 'and after five minutes it is no token any more')
})

// The provider signs its own logout tokens; the test asks it for one instead of waiting for its call.
async function logoutTokenOf(subject: string): Promise<string> {
  const { provider } = op
  const { IdToken, Client } = provider
  const token = new IdToken({}, { client: (await Client.find(clientId)) as never, ctx: undefined as never })
  Object.assign(token, { mask: { sub: null } }) // part of the library, missing in its types
  token.set('sub', subject)
  token.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} })
  token.set('jti', randomUUID())
  return await token.issue({ use: 'logout' })
}

test('a step that needs more assurance asks the provider for it', async () => {
  const browser = visitor(app)
  const page = await browser.get('/sign-in?return=%2Faccount&level=substantial')
  const href = /href="(\/sign-in\/test\?[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const asked = new URL((await browser.get(href)).location ?? '').searchParams
  assert.equal(asked.get('acr_values'), 'gold')
  assert.equal(asked.get('prompt'), 'login')
})

test('levels of assurance: what nobody knows is low', async () => {
  const { levelOf } = await import('./rules.ts')
  assert.equal(levelOf(undefined), 'low')
  assert.equal(levelOf('http://eidas.europa.eu/LoA/high'), 'high')
  assert.equal(levelOf('STORK-QAA-Level-3'), 'substantial')
  assert.equal(levelOf('constructor'), 'low')
  assert.equal(levelOf('gold', { gold: 'substantial' }), 'substantial')
  assert.equal(levelOf('http://eidas.europa.eu/LoA/high', { 'http://eidas.europa.eu/LoA/high': 'low' }), 'low')
})
