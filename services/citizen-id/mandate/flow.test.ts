import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decodeJwt } from 'jose'
import { demoAccountId, grantRole, keepTenant, newId, sql, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'
import { platformClientId } from '../provider/clients.ts'
import { providerFor } from '../provider/instances.ts'
import { decide, endMandate, findChoiceOfSession, findMandate, insertMandate, listMandatesOf, saveChoice } from './queries.ts'

let town: Town
let clock = 0
before(async () => {
  town = await startTown({ services: ['citizen-id', 'example'], now: () => new Date(Date.now() + clock) })
  const { platform } = town.running
  const here = platform.directory.byHost('localhost')
  if (here) await keepTenant(platform, { ...here, services: [...new Set([...here.services, 'example'])] })
})
after(() => town.close())

const tenant = () => town.running.platform.directory.byHost('localhost')?.id ?? ''
const idOf = (person: string) => demoAccountId(tenant(), person)
const write = <T>(work: (db: UnitOfWork) => Promise<T>, service = 'citizen-id') =>
  town.running.platform.database.unit({ tenant: tenant(), service, access: 'write', now: town.running.platform.now() }, work)
const nextYear = { 'until-day': '1', 'until-month': '6', 'until-year': String(new Date().getFullYear() + 1) }
const active = (person: string) => async (db: UnitOfWork) => (await listMandatesOf(db, idOf(person))).filter(({ state }) => state === 'active')

/** Signs in as a fictional person; stops at the question for whom, when it is asked. */
async function signIn(person: string, back = '/account'): Promise<PlainBrowser> {
  const browser = plainBrowser()
  await browser.open(town.url(`/sign-in?return=${encodeURIComponent(back)}`))
  await browser.send(`/demo/${person}`)
  return browser
}

/** A power of attorney of one person for another, by code; returns its id. */
async function givePower(from: string, to: string, fields: Record<string, string> = { extent: 'all' }): Promise<string> {
  const principal = await signIn(from, '/citizen-id/mandates/new')
  if (principal.page.url.pathname.endsWith('/for')) await principal.send('/for', { who: 'self' })
  await principal.send('/citizen-id/mandates', { to: 'code', ...fields, ...nextYear })
  // Not the middle of an id, which may be all digits.
  const code = /(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])/.exec(principal.page.text)?.[0] ?? ''
  assert.notEqual(code, '', principal.page.text.slice(0, 500))
  const representative = await signIn(to, '/citizen-id/mandates/code')
  if (representative.page.url.pathname.endsWith('/for')) await representative.send('/for', { who: 'self' })
  await representative.send('/citizen-id/mandates/code', { code: code.toLowerCase().replaceAll('-', ' ') })
  await representative.send('/accept')
  return representative.page.url.pathname.split('/').at(-1) ?? ''
}

const powerOf = (from: string, to: string, id: string, scope: string[] = []) =>
  ({ id, kind: 'power-of-attorney', principalId: idOf(from), principalName: 'Mia Beispiel', principalBirthDate: null, registerNumber: null, representativeId: idOf(to), representativeLabel: '', scope, validUntil: null, reference: '', custody: null, codeHash: null }) as const

const end = async (person: string, id: string) => {
  const browser = await signIn(person, `/citizen-id/mandates/${id}/end`)
  if (browser.page.url.pathname.endsWith('/for')) await browser.send('/for', { who: 'self' })
  await browser.send(`/${id}/end`)
}

test('a power given by code is accepted, asked for at the sign-in, shown on every page, and ends at the next click', async () => {
  const id = await givePower('mia', 'eva')
  const eva = await signIn('eva')
  assert.match(eva.page.url.pathname, /\/for$/, 'the question comes after the way in')
  assert.match(eva.page.text, /value="self"[^>]*checked|checked[^>]*value="self"/)
  await eva.send('/for', { who: id })
  assert.equal(eva.page.url.pathname, '/account')
  assert.match(eva.page.text, /Sie handeln für Mia Beispiel/)
  await eva.open('/')
  assert.match(eva.page.text, /Sie handeln für Mia Beispiel/)

  // Both see the use.
  const mia = await signIn('mia', `/citizen-id/mandates/${id}`)
  assert.match(mia.page.text, /Eva Muster/)
  assert.doesNotMatch(mia.page.text, /Noch nie benutzt/)
  await mia.open(`/citizen-id/mandates/${id}/end`)
  await mia.send(`/${id}/end`)
  assert.match(mia.page.text, /Widerrufen/)

  await eva.open('/account')
  assert.doesNotMatch(eva.page.text, /Sie handeln für/)
  assert.ok(!eva.page.text.includes('Mia Beispiel'))
})

test('who chooses themself is not asked again, switches on request, and stops acting with one click', async () => {
  const id = await givePower('mia', 'eva')
  const eva = await signIn('eva')
  await eva.send('/for', { who: 'self' })
  assert.doesNotMatch(eva.page.text, /Sie handeln für/)
  await eva.open('/sign-in?return=/account')
  assert.equal(eva.page.url.pathname, '/account')
  await eva.open('/sign-in/town?return=/account&for=whom')
  await eva.send('/for', { who: id })
  assert.match(eva.page.text, /Sie handeln für Mia Beispiel/)
  await eva.open('/acting?return=/account')
  await eva.send('/acting/end')
  assert.equal(eva.page.url.pathname, '/account')
  assert.doesNotMatch(eva.page.text, /Sie handeln für/)
  // Signing in again in the same browser does not bring it back silently.
  await eva.open('/sign-in?return=/account')
  assert.equal(eva.page.url.pathname, '/account')
  assert.doesNotMatch(eva.page.text, /Sie handeln für/)
  await end('mia', id)
})

test('somebody else’s mandate, one that is over and one that was never accepted cannot be chosen', async () => {
  const id = await givePower('mia', 'eva')
  const foreign = newId(town.running.platform.now())
  const open = newId(town.running.platform.now())
  await signIn('tina')
  await write(async (db) => {
    await insertMandate(db, powerOf('mia', 'tina', foreign))
    await decide(db, foreign, { state: 'active' })
    await insertMandate(db, powerOf('mia', 'eva', open))
  })
  const eva = await signIn('eva')
  assert.ok(!eva.page.text.includes(foreign) && !eva.page.text.includes(open))
  for (const who of [foreign, open, newId(new Date()), "' or 1=1 --", '']) {
    const answer = await eva.send('/for', { who })
    assert.equal(answer.status, 422, who)
    assert.match(answer.url.pathname, /\/for$/)
  }
  const choice = await write((db) => findChoiceOfSession(db, 'none', platformClientId))
  assert.equal(choice, undefined)
  await end('mia', id)
  const late = await eva.send('/for', { who: id })
  assert.equal(late.status, 422, 'revoked while the page was open')
  await write((db) => endMandate(db, foreign, 'revoked'))
})

test('a mandate whose last moment is over ends the session that acts under it, and no moment sooner', async () => {
  const id = newId(town.running.platform.now())
  await write(async (db) => {
    await insertMandate(db, { ...powerOf('mia', 'eva', id), validUntil: new Date(db.now.getTime() + 3_600_000) })
    await decide(db, id, { state: 'active' })
  })
  const eva = await signIn('eva')
  await eva.send('/for', { who: id })
  try {
    clock = 59 * 60_000
    await eva.open('/account')
    assert.match(eva.page.text, /Sie handeln für Mia Beispiel/)
    clock = 61 * 60_000
    await eva.open('/account')
    assert.doesNotMatch(eva.page.text, /Sie handeln für/)
  } finally {
    clock = 0
  }
  await end('mia', id)
})

test('outside its services a limited power is refused, inside it works, and own pages stay open', async () => {
  const id = await givePower('mia', 'eva', { extent: 'some', scope: 'example' })
  assert.deepEqual((await write((db) => findMandate(db, id)))?.scope, ['example'])
  const eva = await signIn('eva', '/example/notice/new')
  await eva.send('/for', { who: id })
  assert.equal(eva.page.status, 200)
  await end('mia', id)
  // Limited to something else: the same page is refused and says how to get out.
  const other = newId(town.running.platform.now())
  await write(async (db) => {
    await insertMandate(db, powerOf('mia', 'eva', other, ['open-data']))
    await decide(db, other, { state: 'active' })
  })
  const again = await signIn('eva', '/account')
  await again.send('/for', { who: other })
  assert.equal(again.page.status, 200)
  await again.open('/example/notice/new')
  assert.equal(again.page.status, 403)
  assert.match(again.page.text, /href="\/acting/)
  await end('mia', other)
})

test('a child’s mandate needs an officer who has seen the original; nobody else, and not for themselves', async () => {
  const mia = await signIn('mia', '/citizen-id/mandates/request')
  const born = { 'birthDate-day': '3', 'birthDate-month': '4', 'birthDate-year': String(new Date().getFullYear() - 7) }
  await mia.send('/citizen-id/mandates/request', { kind: 'parent', name: 'Kim Beispiel', ...born, extent: 'all', reference: 'G 12/2019' })
  assert.equal(mia.page.status, 422, 'who has custody is asked')
  await mia.send('/citizen-id/mandates/request', { kind: 'parent', name: 'Kim Beispiel', ...born, custody: 'sole', extent: 'all', reference: 'G 12/2019' })
  const id = mia.page.url.pathname.split('/').at(-1) ?? ''
  assert.match(mia.page.text, /Wartet auf Prüfung/)

  // Mia herself, and an editor, come to nothing.
  for (const person of ['mia', 'eva']) {
    const browser = await signIn(person, '/account')
    assert.equal((await browser.open('/citizen-id/mandates/review')).status, 403, person)
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await browser.open('/account')).text)?.[1] ?? ''
    const forced = await browser.open(`/citizen-id/mandates/${id}/confirm`, { body: new URLSearchParams({ _csrf: csrf, document: 'birth-certificate', seen: 'true' }) })
    assert.equal(forced.status, 403, person)
  }
  assert.equal((await write((db) => findMandate(db, id)))?.state, 'proposed')

  await signIn('tina')
  await write((db) => grantRole(db, idOf('tina'), { role: 'counter-officer' }), 'platform')
  const tina = await signIn('tina', '/citizen-id/mandates/review')
  await tina.send(`/${id}/confirm`, { document: 'birth-certificate' })
  assert.equal(tina.page.status, 422, 'not without having seen it')
  await tina.send(`/${id}/confirm`, { document: 'birth-certificate', seen: 'true' })
  assert.equal((await write((db) => findMandate(db, id)))?.state, 'active')
  const again = await signIn('mia', '/account')
  assert.match(again.page.text, /Kim Beispiel/)
})

test('a stranger finds no mandate by its id, and a code works once', async () => {
  const id = await givePower('mia', 'eva')
  const tina = await signIn('tina', '/account')
  for (const path of ['', '/end']) assert.equal((await tina.open(`/citizen-id/mandates/${id}${path}`)).status, 404)
  await tina.open('/citizen-id/mandates/code')
  assert.equal((await tina.send('/citizen-id/mandates/code', { code: '0000-0000-0000' })).status, 422)
  assert.equal((await write(active('eva'))).filter((one) => one.id === id).length, 1)
  await end('eva', id)
  assert.equal((await write((db) => findMandate(db, id)))?.state, 'revoked')
})

test('a foreign client reads the claim while the mandate holds; after that its tokens are worth nothing', async () => {
  const { platform } = town.running
  const here = platform.directory.byHost('localhost')
  assert.ok(here)
  await signIn('mia')
  await signIn('eva')
  const metadata = { client_name: 'Bücherei', client_secret: 'a-secret-of-the-library-0123456789', redirect_uris: ['https://library.example/return'], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], mandates: true }
  await write((db) => db.run(sql`insert into citizen_id.client (tenant_id, client_id, metadata, created_at) values (${db.tenant}, 'library', ${JSON.stringify(metadata)}::jsonb, ${db.now})`))
  const provider = await providerFor(platform, here, town.url('/').slice(0, -1))
  const client = await provider.Client.find('library')
  assert.ok(client)
  const tokensFor = async (id: string) => {
    const grant = new provider.Grant({ clientId: 'library', accountId: idOf('eva') })
    grant.addOIDCScope('openid offline_access')
    const grantId = await grant.save()
    await write((db) => saveChoice(db, { grantId, sessionUid: 'none', clientId: 'library', personId: idOf('eva'), mandateId: id, expiresAt: new Date(db.now.getTime() + 3_600_000) }))
    const token = new provider.RefreshToken({ accountId: idOf('eva'), client, grantId, scope: 'openid offline_access', gty: 'authorization_code', authTime: Math.floor(Date.now() / 1_000) } as never) // the rest is for sessions
    return await token.save()
  }
  const refresh = (token: string) =>
    fetch(town.url('/id/token'), { method: 'POST', headers: { authorization: `Basic ${btoa(`library:${metadata.client_secret}`)}` }, body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }) })
  const userinfo = (token: string) => fetch(town.url('/id/me'), { headers: { authorization: `Bearer ${token}` } })

  const [wide, narrow] = [newId(platform.now()), newId(platform.now())]
  await write(async (db) => {
    await insertMandate(db, powerOf('mia', 'eva', wide, ['library']))
    await insertMandate(db, powerOf('mia', 'eva', narrow, ['example']))
    for (const id of [wide, narrow]) await decide(db, id, { state: 'active' })
  })
  assert.equal((await refresh(await tokensFor(narrow))).status, 400, 'its scope does not name this client')

  const token = await tokensFor(wide)
  const first = await refresh(token)
  const tokens = (await first.json()) as { id_token: string; access_token: string; refresh_token: string }
  assert.equal(first.status, 200, JSON.stringify(tokens))
  const claim = { id: wide, kind: 'power-of-attorney', principal: { id: idOf('mia'), name: 'Mia Beispiel' }, scope: ['library'] }
  assert.deepEqual(decodeJwt(tokens.id_token)['mandate'], claim)
  assert.deepEqual(((await (await userinfo(tokens.access_token)).json()) as { mandate: unknown }).mandate, claim)

  await end('mia', wide)
  assert.equal((await refresh(tokens.refresh_token ?? token)).status, 400)
  assert.equal((await userinfo(tokens.access_token)).status, 401)
  await end('mia', narrow)
})
