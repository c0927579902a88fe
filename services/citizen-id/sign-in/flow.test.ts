import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccountId } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from './browser-for-tests.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'] })))
after(() => town.close())

const signIn = async (person: string, { back = '/account', level }: { back?: string; level?: string } = {}): Promise<PlainBrowser> => {
  const browser = plainBrowser()
  await browser.open(town.url(`/sign-in?${new URLSearchParams({ return: back, ...(level !== undefined && { level }) })}`, 'aachen'))
  await browser.send(`/demo/${person}`)
  return browser
}
const cookie = (browser: PlainBrowser, name: string) => browser.cookies().find((one) => one.name === name)?.value

test('signing in goes through the provider of the town and ends where it began', async () => {
  const browser = await signIn('mia')
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /Mia Beispiel/)
  assert.match(browser.page.text, /substanziell/)
})

test('who is signed in at the provider is not asked again, unless a higher level is needed', async () => {
  const browser = await signIn('mia')
  await browser.open(town.url('/sign-in?return=/account&level=substantial', 'aachen'))
  assert.equal(browser.page.url.pathname, '/account', 'substantial is enough')
  await browser.open(town.url('/sign-in?return=/account&level=high', 'aachen'))
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//, 'high is asked for')
  const form = { body: new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(browser.page.text)?.[1] ?? '' }) }
  await assert.rejects(browser.send('/demo/mia'), /has no form/, 'whoever cannot reach it is not offered')
  await browser.open(`${browser.page.url.pathname}/demo/mia`, form)
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//, 'and substantial does not pass for it')
  assert.equal(browser.page.status, 200)
})

test('a step-up keeps the person and begins a new session: the old cookie is worth nothing', async () => {
  const browser = await signIn('otto', { level: 'substantial' })
  const before = cookie(browser, 'mr')
  await browser.open(town.url('/sign-in?return=/account&level=high', 'aachen'))
  assert.equal(browser.page.url.pathname, '/account')
  const thief = plainBrowser()
  await thief.open(town.url('/', 'aachen'))
  thief.setCookie('mr', before ?? '')
  await thief.open(town.url('/account', 'aachen'))
  assert.match(thief.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('a session prepared by somebody else is not the one that is signed in (fixation)', async () => {
  const attacker = plainBrowser()
  await attacker.open(town.url('/sign-in?return=/account', 'aachen'))
  const victim = plainBrowser()
  await victim.open(town.url('/', 'aachen'))
  for (const { name, value, path } of attacker.cookies()) victim.setCookie(name, value, path)
  await victim.open(town.url('/sign-in?return=/account', 'aachen'))
  await victim.send('/demo/mia')
  assert.match(victim.page.text, /Mia Beispiel/)
  await attacker.open(town.url('/account', 'aachen'))
  assert.match(attacker.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('signing out ends both sessions, so that the next person at the counter begins as a stranger', async () => {
  const browser = await signIn('mia')
  await browser.send('/sign-out')
  assert.equal(browser.page.url.pathname, '/sign-out/done')
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//, 'nobody is signed in at the provider either')
  await browser.send('/demo/eva')
  assert.match(browser.page.text, /Eva Muster/)
})

test('a person takes over a browser in which another one is still signed in', async () => {
  const browser = await signIn('mia')
  await browser.open(town.url('/sign-in?return=/account&level=high', 'aachen'))
  await browser.send('/demo/otto')
  assert.match(browser.page.text, /Otto Betrieb/)
  assert.doesNotMatch(browser.page.text, /Mia Beispiel/)
})

test('a sign-in belongs to the browser in which it was begun', async () => {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  const other = plainBrowser()
  await other.open(browser.page.url.href)
  assert.equal(other.page.status, 410)
})

test('a session of one town is worth nothing in another', async () => {
  const browser = await signIn('mia')
  const session = cookie(browser, 'mr-id') ?? ''
  const there = plainBrowser()
  await there.open(town.url('/', 'hohenried'))
  there.setCookie('mr-id', session, '/id')
  await there.open(town.url('/sign-in?return=/account', 'hohenried'))
  assert.match(there.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('nobody is led to another site after signing in', async () => {
  for (const bad of ['https://evil.example', '//evil.example', '/\\evil.example', '/%09/evil.example']) {
    const browser = await signIn('mia', { back: bad })
    assert.equal(browser.page.url.host, new URL(town.url('/', 'aachen')).host)
  }
})

test('a sign-in that another site sends without a token of ours is refused (CSRF)', async () => {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  const answer = await browser.open(`${browser.page.url.pathname}/demo/mia`, { body: new URLSearchParams() })
  assert.equal(answer.status, 403)
})

test('no page of the sign-in may stand in a frame of another site', async () => {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  assert.match(browser.page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
  assert.equal(browser.page.headers.get('x-frame-options'), 'DENY')
  assert.match(browser.page.headers.get('cache-control') ?? '', /no-store/)
})

test('an account that is locked in the console gets in nowhere, and again when it is unlocked', async () => {
  const mia = await signIn('mia')
  const tina = await signIn('tina')
  const page = town.url(`/admin/people/${demoAccountId('aachen', 'mia')}`, 'aachen')
  await tina.open(page)
  await tina.send('/disable')
  await mia.open(town.url('/sign-in?return=/account', 'aachen'))
  assert.match(mia.page.url.pathname, /^\/citizen-id\/sign-in\//, 'the session at the provider is over as well')
  await mia.send('/demo/mia')
  assert.notEqual(mia.page.url.pathname, '/account')
  await tina.open(page)
  await tina.send('/enable')
  const again = await signIn('mia')
  assert.equal(again.page.url.pathname, '/account')
})
