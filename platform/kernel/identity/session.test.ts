import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { sidHash } from './session-store.ts'
import { disableAccount, grantRole, revokeRole } from './accounts.ts'
import { demoAccountId } from './demo-people.ts'
import { openTestTown, visitor } from './town-for-tests.ts'

const { app, town, clock, platform, close } = await openTestTown({ demo: true })
after(close)
beforeEach(() => clock.set('2026-03-10T09:00:00Z'))

const signIn = async (person = 'mia', host?: string) => {
  const browser = visitor(app, host)
  const answer = await browser.post(`/sign-in/demo/${person}`, { fields: { return: '/account' } })
  assert.equal(answer.status, 303)
  return { browser, answer }
}
const write = <T>(work: Parameters<typeof town.unit<T>>[2]) => town.unit('erlenau', 'platform', work)
const countSessions = async () => (await write((db) => db.one(sql<{ n: number }>`select count(*)::int as n from platform.session where tenant_id = 'erlenau'`))).n

test('a demo person signs in with one click and is known on the next page', async () => {
  const { browser, answer } = await signIn()
  assert.equal(answer.location, '/account')
  const account = await browser.get('/account')
  assert.equal(account.status, 200)
  assert.match(account.text, /Mia Beispiel/)
  assert.match(account.text, /Firefox, Linux/)
  assert.match(account.text, /mia\.beispiel@example\.org/)
  assert.match(String(account.headers['cache-control']), /no-store/)
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const answer = await app.inject({ url: '/sign-in', headers: { host: 'erlenau.example.org', accept: 'text/html' } })
  const set = answer.cookies.find(({ name }) => name === 'mr')
  assert.deepEqual({ httpOnly: set?.httpOnly, sameSite: set?.sameSite, path: set?.path, maxAge: set?.maxAge, expires: set?.expires }, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: undefined, expires: undefined })
})

test('the database knows no session id and no full browser name', async () => {
  const { browser } = await signIn()
  const rows = await write((db) => db.many(sql<Record<string, unknown>>`select * from platform.session where tenant_id = 'erlenau'`))
  const stored = JSON.stringify(rows)
  const sid = decodeURIComponent(browser.cookie ?? '').split('.').slice(0, 2).join('.')
  assert.ok(sid.startsWith('erlenau.'))
  assert.ok(!stored.includes(sid.slice('erlenau.'.length)))
  assert.ok(stored.includes(sidHash(sid)))
  assert.ok(!stored.includes('Gecko'))
})

test('signing in changes the session id, so that a planted one is worth nothing', async () => {
  const browser = visitor(app)
  await browser.get('/sign-in')
  const planted = browser.cookie
  await browser.post('/sign-in/demo/mia')
  assert.notEqual(browser.cookie, planted)
  const attacker = visitor(app)
  attacker.cookie = planted
  assert.equal((await attacker.get('/account')).status, 303)
})

test('a session of one town is refused in another, forged names included', async () => {
  const { browser } = await signIn()
  const elsewhere = visitor(app, 'moorbek.example.org')
  elsewhere.cookie = browser.cookie
  assert.equal((await elsewhere.get('/account')).location, '/sign-in?return=%2Faccount')
  elsewhere.cookie = browser.cookie?.replace('erlenau', 'moorbek')
  assert.equal((await elsewhere.get('/account')).status, 303)
})

test('a form without its token is refused, and signs nobody in', async () => {
  const answer = await app.inject({ method: 'POST', url: '/sign-in/demo/mia', headers: { host: 'erlenau.example.org', 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })
  assert.equal(answer.statusCode, 403)
})

test('a guest who only reads gets no cookie and no row', async () => {
  const before = await countSessions()
  const answer = await app.inject({ url: '/privacy', headers: { host: 'erlenau.example.org', accept: 'text/html' } })
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(answer.cookies, [])
  assert.equal(await countSessions(), before)
})

test('without a cookie there is no query, with one there is one unit of work', async () => {
  let units = 0
  const { unit } = platform.database
  const counting = { ...platform.database, unit: (...args: Parameters<typeof unit>) => (units++, unit(...args)) } as typeof platform.database
  const { browser } = await signIn()
  const { openSessionStore } = await import('./session-store.ts')
  const store = openSessionStore({ ...platform, database: counting })
  const sid = decodeURIComponent(browser.cookie ?? '').split('.').slice(0, 2).join('.')
  const session = await new Promise<unknown>((resolve, reject) => store.get(sid, (error, found) => (error ? reject(error) : resolve(found))))
  assert.equal((session as { known: { name: string } }).known.name, 'Mia Beispiel')
  assert.equal(units, 1)
  await new Promise((resolve) => store.get('garbage', resolve))
  await new Promise((resolve) => store.get('erlenau.short', resolve))
  assert.equal(units, 1)
})

test('idle for eight hours ends a session; activity keeps it, for staff at most a day', async () => {
  const idle = await signIn('mia')
  clock.advance({ hours: 8, minutes: 6 })
  assert.equal((await idle.browser.get('/account')).status, 303)

  clock.set('2026-03-10T09:00:00Z')
  const staff = await signIn('eva')
  const citizen = await signIn('mia')
  for (let hour = 7; hour < 24; hour += 7) {
    clock.advance({ hours: 7 })
    assert.equal((await staff.browser.get('/account')).status, 200, `staff after ${hour} hours`)
    assert.equal((await citizen.browser.get('/account')).status, 200)
  }
  clock.advance({ hours: 4 })
  assert.equal((await staff.browser.get('/account')).status, 303)
  assert.equal((await citizen.browser.get('/account')).status, 200)
})

test('one device can be ended from another; nobody can end a stranger’s session', async () => {
  const here = await signIn('mia')
  const there = await signIn('mia')
  const stranger = await signIn('eva')
  const ids = [...(await here.browser.get('/account')).text.matchAll(/\/account\/sessions\/([0-9a-f-]{36})\/end/g)].map(([, id]) => id)
  for (const id of ids) await stranger.browser.post(`/account/sessions/${id}/end`, { from: '/account' })
  assert.equal((await there.browser.get('/account')).status, 200)
  for (const id of ids) assert.equal((await here.browser.post(`/account/sessions/${id}/end`, { from: '/account' })).status, 303)
  assert.equal((await there.browser.get('/account')).status, 303)
  assert.equal((await here.browser.get('/account')).status, 200)
})

test('signing out here leaves the other device, signing out everywhere does not', async () => {
  const [one, two, three] = [await signIn('mia'), await signIn('mia'), await signIn('mia')]
  assert.equal((await one.browser.post('/sign-out', { from: '/account' })).location, '/sign-out/done')
  assert.equal((await one.browser.get('/account')).status, 303)
  assert.equal((await two.browser.get('/account')).status, 200)
  await two.browser.post('/sign-out/everywhere', { from: '/account' })
  assert.equal((await two.browser.get('/account')).status, 303)
  assert.equal((await three.browser.get('/account')).status, 303)
})

test('a session that was ended while a request was under way stays ended', async () => {
  const { browser } = await signIn('mia')
  const { openSessionStore } = await import('./session-store.ts')
  const store = openSessionStore(platform)
  const sid = decodeURIComponent(browser.cookie ?? '').split('.').slice(0, 2).join('.')
  const loaded = await new Promise<never>((resolve, reject) => store.get(sid, (error, found) => (error ? reject(error) : resolve(found as never))))
  await new Promise<unknown>((resolve) => store.destroy(sid, resolve))
  await new Promise<unknown>((resolve) => store.set(sid, loaded, resolve))
  assert.equal((await browser.get('/account')).status, 303)
})

test('roles count from the next request on, and a disabled account is out at once', async () => {
  const { browser } = await signIn('tina')
  const id = demoAccountId('erlenau', 'tina')
  await write((db) => grantRole(db, id, { role: 'editor', organisation: 'umweltamt' }))
  assert.match((await browser.get('/account')).text, /Redaktion \(umweltamt\)/)
  await write((db) => revokeRole(db, id, { role: 'editor', organisation: 'umweltamt' }))
  assert.doesNotMatch((await browser.get('/account')).text, /umweltamt/)
  await write((db) => disableAccount(db, id))
  assert.equal((await browser.get('/account')).status, 303)
})

test('after sign-in one lands in this town only', async () => {
  for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example/', '/x/..//evil.example', '/sign-out', '/sign-in/demo/mia', '/\t/evil.example', 'javascript:alert(1)']) {
    const browser = visitor(app)
    assert.equal((await browser.post('/sign-in/demo/mia', { fields: { return: evil } })).location, '/', evil)
  }
})

test('without demo there are no demo people', async () => {
  const serious = await openTestTown({ demo: false })
  try {
    const browser = visitor(serious.app)
    const page = await browser.get('/sign-in')
    assert.doesNotMatch(page.text, /Mia Beispiel/)
    assert.equal((await browser.post('/sign-in/demo/mia')).status, 404)
  } finally {
    await serious.close()
  }
})

test('all processes share one signing secret, and the application role of a service cannot read it', async () => {
  const { sharedSecret } = await import('./secret.ts')
  const made = await Promise.all(Array.from({ length: 8 }, () => sharedSecret(town.database, 'test-only', clock.now())))
  assert.equal(new Set(made).size, 1)
  assert.ok((made[0]?.length ?? 0) >= 43)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: town.appUrl })
  await client.connect()
  await assert.rejects(client.query('select * from platform.secret'), { code: '42501' })
  await client.end()
})

test('a demo session ends with the demonstration', async () => {
  const { openSessionStore } = await import('./session-store.ts')
  const { browser } = await signIn('otto')
  const sid = decodeURIComponent(browser.cookie ?? '').split('.').slice(0, 2).join('.')
  const find = (demo: boolean) =>
    new Promise((resolve, reject) => openSessionStore({ ...platform, config: { ...platform.config, demo } }).get(sid, (error, found) => (error ? reject(error) : resolve(found))))
  assert.ok(await find(true))
  assert.equal(await find(false), null)
  assert.equal((await browser.get('/account')).status, 303)
})

test('at a computer of several people a session ends a quarter of an hour after the last page, and each page has the button', async () => {
  const browser = visitor(app)
  await browser.get('/sign-in')
  browser.cookie = `${browser.cookie}; mr_shared=yes`
  await browser.post('/sign-in/demo/mia', { fields: { return: '/account' } })
  const first = await browser.get('/account')
  assert.match(first.text, /Gemeinsam benutzter Computer[\s\S]*action="\/sign-out"[\s\S]*<main/, 'above the content')
  assert.doesNotMatch((await (await signIn()).browser.get('/account')).text, /Gemeinsam benutzter Computer/)
  clock.set('2026-03-10T09:10:00Z')
  assert.equal((await browser.get('/account')).status, 200)
  clock.set('2026-03-10T09:24:00Z')
  assert.equal((await browser.get('/account')).status, 200, 'used in between')
  clock.set('2026-03-10T09:39:01Z')
  assert.equal((await browser.get('/account')).status, 303)
})
