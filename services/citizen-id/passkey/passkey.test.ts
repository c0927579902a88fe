import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { softAuthenticator, type SoftAuthenticator } from '../pass/authenticator-for-tests.ts'
import { plainBrowser, type PlainBrowser, type Shown } from '../sign-in/browser-for-tests.ts'
import { islandProps, type CeremonyProps } from './page-for-tests.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'] })))
after(() => town.close())

const origin = () => new URL(town.url('/', 'aachen')).origin
const optionsOf = ({ text }: Shown) => islandProps<CeremonyProps>(text, 'passkey-ceremony').options

async function asPerson(person: string, to: string): Promise<PlainBrowser> {
  const browser = plainBrowser()
  await browser.open(town.url(`/sign-in?return=${encodeURIComponent(to)}`, 'aachen'))
  await browser.send(`/demo/${person}`)
  return browser
}

async function withKey(person: string, device: SoftAuthenticator): Promise<PlainBrowser> {
  const browser = await asPerson(person, '/citizen-id/devices/new')
  await browser.send('/devices/new', { name: 'Laptop', answer: device.create(optionsOf(browser.page)) })
  assert.match(browser.page.text, /Das Gerät ist eingerichtet/)
  return browser
}

async function atScreen(): Promise<PlainBrowser> {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account', 'aachen'))
  await browser.open(`${browser.page.url.pathname}/passkey`)
  return browser
}

test('a passkey is set up after signing in, and then signs in without a user name', async () => {
  const device = softAuthenticator(origin())
  await withKey('mia', device)
  const screen = await atScreen()
  await screen.send('/passkey', { answer: device.use(optionsOf(screen.page)) })
  assert.equal(screen.page.url.pathname, '/account')
  assert.match(screen.page.text, /Mia Beispiel/)
})

test('what is not an answer of this key to this sign-in lets nobody in', async () => {
  const device = softAuthenticator(origin())
  await withKey('mia', device)
  const refused = async (change: (options: { challenge: string }, screen: PlainBrowser) => string | Promise<string>): Promise<string> => {
    const screen = await atScreen()
    await screen.send('/passkey', { answer: await change(optionsOf(screen.page), screen) })
    assert.equal(screen.page.status, 422)
    await screen.open('/account')
    assert.match(screen.page.url.pathname, /^\/citizen-id\/sign-in\//)
    return screen.page.text
  }
  await refused((options) => device.use(options, { verified: false }))
  await refused((options) => device.use(options, { origin: 'https://aachen.example' }))
  await refused((options) => device.use(options, { rpId: 'aachen.example' }))
  await refused((options) => device.use(options, { type: 'webauthn.create' }))
  await refused(async () => device.use(optionsOf((await atScreen()).page)))
  await refused(() => '{"id":')
  await refused((options) => softAuthenticator(origin()).use(options))
})

test('an answer counts once, also in its own sign-in', async () => {
  const device = softAuthenticator(origin())
  await withKey('eva', device)
  const screen = await atScreen()
  const form = screen.page
  const body = new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(form.text)?.[1] ?? '', answer: device.use(optionsOf(form), { counter: 0 }) })
  // What was sent is stopped before the browser goes on, as if the line had broken; then it is sent again.
  await screen.open(form.url.href, { body, until: /\/id\// })
  const again = await screen.open(form.url.href, { body })
  assert.equal(again.status, 422)
  assert.match(again.text, /passte nicht/)
})

test('a copied key is refused: its counter has gone back', async () => {
  const device = softAuthenticator(origin())
  await withKey('otto', device)
  const first = await atScreen()
  await first.send('/passkey', { answer: device.use(optionsOf(first.page), { counter: 7 }) })
  assert.match(first.page.text, /Otto Betrieb/)
  const second = await atScreen()
  await second.send('/passkey', { answer: device.use(optionsOf(second.page), { counter: 7 }) })
  assert.equal(second.page.status, 422)
  assert.match(second.page.text, /Kopie/)
})

test('a lost device is worth nothing from then on, and all sessions end', async () => {
  const device = softAuthenticator(origin())
  const browser = await withKey('eva', device)
  const ids = [...browser.page.text.matchAll(/href="\/citizen-id\/devices\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  await browser.open(`/citizen-id/devices/${ids.at(-1)}`)
  await browser.send('/lost')
  assert.equal(browser.page.url.pathname, '/citizen-id/device-lost')
  await browser.open('/citizen-id/devices')
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//)
  const screen = await atScreen()
  await screen.send('/passkey', { answer: device.use(optionsOf(screen.page)) })
  assert.equal(screen.page.status, 422)
})

test('a stranger’s key page shows nothing, and a key is of one person only', async () => {
  const device = softAuthenticator(origin())
  const browser = await withKey('mia', device)
  const id = [...browser.page.text.matchAll(/href="\/citizen-id\/devices\/([0-9a-f-]{36})"/g)].at(-1)?.[1]
  const other = await asPerson('otto', `/citizen-id/devices/${id}`)
  assert.equal(other.page.url.pathname, '/citizen-id/devices')
  const thief = await asPerson('otto', '/citizen-id/devices/new')
  await thief.send('/devices/new', { name: 'x', answer: device.create(optionsOf(thief.page)) })
  assert.match(thief.page.text, /schon eingerichtet/)
})
