import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { islandProps, type CeremonyProps } from '../passkey/page-for-tests.ts'
import { plainBrowser, type PlainBrowser, type Shown } from '../sign-in/browser-for-tests.ts'
import { softAuthenticator, type Deviation, type SoftAuthenticator } from './authenticator-for-tests.ts'

let town: Town
let clock = 0
before(async () => void (town = await startTown({ services: ['citizen-id'], now: () => new Date(Date.now() + clock) })))
after(() => town.close())

const origin = () => new URL(town.url('/', 'aachen')).origin
const ceremony = ({ text }: Shown) => islandProps<CeremonyProps>(text, 'passkey-ceremony')
const codeOn = ({ text }: Shown) => /data-code[^>]*>\s*<b>([^<]+)</.exec(text)?.[1] ?? ''
const numberOn = ({ text }: Shown) => /data-number[^>]*>(\d\d)</.exec(text)?.[1] ?? ''

/** A phone with a Pass of this person. */
async function phoneOf(person: string): Promise<{ phone: PlainBrowser; device: SoftAuthenticator }> {
  const phone = plainBrowser()
  const device = softAuthenticator(origin())
  await phone.open(town.url('/sign-in?return=/pass/set-up', 'aachen'))
  await phone.send(`/demo/${person}`)
  await phone.send('/pass/set-up', { name: 'Handy', answer: device.create(ceremony(phone.page).options) })
  assert.match(phone.page.text, /Der Pass ist eingerichtet/)
  return { phone, device }
}

/** A browser that waits for a Pass. */
async function screen(level?: string): Promise<PlainBrowser> {
  const browser = plainBrowser()
  await browser.open(town.url(`/sign-in?return=/account${level === undefined ? '' : `&level=${level}`}`, 'aachen'))
  await browser.open(`${browser.page.url.pathname}/pass`)
  return browser
}
const look = (browser: PlainBrowser) => browser.open(browser.page.url.href)

async function open(phone: PlainBrowser, code: string): Promise<Shown> {
  await phone.open(`/pass/open?code=${code}`)
  return await phone.send('/pass/open')
}

async function confirm(phone: PlainBrowser, device: SoftAuthenticator, number: string, deviation?: Deviation): Promise<Shown> {
  const { choice } = ceremony(phone.page)
  return await phone.send('/approve', { number, answer: device.use({ challenge: choice?.challenges[number] ?? '' }, deviation) })
}

async function isOut(browser: PlainBrowser): Promise<void> {
  await look(browser)
  assert.doesNotMatch(browser.page.url.pathname, /^\/account/)
  await browser.open('/account')
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//)
}

test('a screen without script is signed in by a phone: code, what is asked, number, confirmation', async () => {
  const { phone, device } = await phoneOf('mia')
  const browser = await screen()
  assert.equal(numberOn(browser.page), '', 'a picture of the code shows no number')
  assert.match(browser.page.text, /<meta http-equiv="refresh" content="3"/)
  await open(phone, codeOn(browser.page))
  assert.match(phone.page.text, /fragt, wer sich anmeldet/)
  await look(browser)
  await confirm(phone, device, numberOn(browser.page))
  assert.match(phone.page.text, /Bestätigt/)
  await look(browser)
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /Mia Beispiel/)
})

test('a phone needs no session: its key says who answers', async () => {
  const { device } = await phoneOf('eva')
  const phone = plainBrowser()
  const browser = await screen()
  await phone.open(town.url('/pass', 'aachen'))
  await phone.send('/pass/open', { code: codeOn(browser.page).toLowerCase() })
  await look(browser)
  await confirm(phone, device, numberOn(browser.page))
  await look(browser)
  assert.match(browser.page.text, /Eva Muster/)
})

test('relay: a confirmation signs in the browser that asked and no other', async () => {
  const { phone, device } = await phoneOf('mia')
  const [asking, other] = [await screen(), await screen()]
  await open(phone, codeOn(asking.page))
  await look(asking)
  await confirm(phone, device, numberOn(asking.page))
  await isOut(other)
  const stranger = plainBrowser()
  await stranger.open(asking.page.url.href)
  assert.equal(stranger.page.status, 410)
  await look(asking)
  assert.match(asking.page.text, /Mia Beispiel/)
})

test('replay: what was signed for one question is worth nothing for the next, nor twice for the same', async () => {
  const { phone, device } = await phoneOf('mia')
  const first = await screen()
  await open(phone, codeOn(first.page))
  await look(first)
  const { choice } = ceremony(phone.page)
  const number = numberOn(first.page)
  const answer = device.use({ challenge: choice?.challenges[number] ?? '' }, { counter: 0 })
  const body = new URLSearchParams({ _csrf: /name="_csrf" value="([^"]*)"/.exec(phone.page.text)?.[1] ?? '', number, answer })
  const address = `${phone.page.url.href}/approve`
  await phone.open(address, { body })
  assert.match(phone.page.text, /Bestätigt/)
  await phone.open(address, { body })
  assert.equal(phone.page.status, 410)
  const second = await screen()
  await open(phone, codeOn(second.page))
  await look(second)
  await phone.send('/approve', { number: numberOn(second.page), answer })
  assert.equal(phone.page.status, 422)
  await isOut(second)
})

test('wrong origin, another relying party, nobody verified, another key, a copied key: all refused', async () => {
  const { phone, device } = await phoneOf('otto')
  const browser = await screen()
  await open(phone, codeOn(browser.page))
  await look(browser)
  const number = numberOn(browser.page)
  for (const deviation of [{ origin: 'https://aachen.example' }, { rpId: 'aachen.example' }, { verified: false }, { type: 'webauthn.create' }] satisfies Deviation[]) {
    await confirm(phone, device, number, deviation)
    assert.equal(phone.page.status, 422, JSON.stringify(deviation))
    await phone.open(phone.page.url.href.replace(/\/approve$/, ''))
  }
  await confirm(phone, softAuthenticator(origin()), number)
  assert.equal(phone.page.status, 422)
  await isOut(browser)
  const again = await screen()
  await open(phone, codeOn(again.page))
  await look(again)
  await confirm(phone, device, numberOn(again.page), { counter: 50 })
  const third = await screen()
  await open(phone, codeOn(third.page))
  await look(third)
  await confirm(phone, device, numberOn(third.page), { counter: 50 })
  assert.match(phone.page.text, /Kopie/)
  await isOut(third)
})

test('the signature covers the number: signed for one, sent as another', async () => {
  const { phone, device } = await phoneOf('mia')
  const browser = await screen()
  await open(phone, codeOn(browser.page))
  await look(browser)
  const right = numberOn(browser.page)
  const challenges = ceremony(phone.page).choice?.challenges ?? {}
  const wrong = Object.keys(challenges).find((number) => number !== right) ?? ''
  await phone.send('/approve', { number: right, answer: device.use({ challenge: challenges[wrong] ?? '' }) })
  assert.equal(phone.page.status, 422)
  await isOut(browser)
})

test('a stolen picture of the code: the thief does not see the number, a wrong one ends it, and the second phone comes too late', async () => {
  const [victim, thief] = [await phoneOf('mia'), await phoneOf('otto')]
  const browser = await screen()
  const code = codeOn(browser.page)
  await open(thief.phone, code)
  await open(victim.phone, code)
  assert.match(victim.phone.page.text, /Diesen Code gibt es nicht/)
  // Nor by the address of the question.
  await victim.phone.open(thief.phone.page.url.href)
  assert.equal(victim.phone.page.status, 410)
  await look(browser)
  const right = numberOn(browser.page)
  const wrong = Object.keys(ceremony(thief.phone.page).choice?.challenges ?? {}).find((number) => number !== right) ?? ''
  await confirm(thief.phone, thief.device, wrong)
  assert.match(thief.phone.page.text, /nicht die Zahl/)
  await look(browser)
  assert.match(browser.page.text, /falsche Zahl/)
  await isOut(browser)
})

test('who says "that was not me" ends it, and the screen says so', async () => {
  const { phone } = await phoneOf('mia')
  const browser = await screen()
  await open(phone, codeOn(browser.page))
  await phone.send('/decline')
  assert.match(phone.page.text, /Abgelehnt/)
  await look(browser)
  assert.match(browser.page.text, /wurde abgelehnt/)
  await browser.send('/pass')
  assert.notEqual(codeOn(browser.page), '')
})

test('an expired code opens nothing, an expired question is not confirmed, an expired confirmation is not fetched', async () => {
  const { phone, device } = await phoneOf('mia')
  const [late, slow, unfetched] = [await screen(), await screen(), await screen()]
  await open(phone, codeOn(slow.page))
  const question = phone.page
  await look(slow)
  await open(phone, codeOn(unfetched.page))
  await look(unfetched)
  await confirm(phone, device, numberOn(unfetched.page))
  assert.match(phone.page.text, /Bestätigt/)
  clock = 181_000 // and it stays so late for what follows
  await open(phone, codeOn(late.page))
  assert.match(phone.page.text, /abgelaufen/)
  await phone.open(question.url.href)
  assert.equal(phone.page.status, 410)
  for (const browser of [late, slow, unfetched]) {
    await look(browser)
    assert.match(browser.page.text, /Die Zeit ist abgelaufen/)
  }
})

test('a Pass that was not lifted is not enough for "substantial", and says so before anything happens', async () => {
  const { phone, device } = await phoneOf('mia')
  const browser = await screen('substantial')
  await open(phone, codeOn(browser.page))
  await look(browser)
  await confirm(phone, device, numberOn(browser.page))
  assert.equal(phone.page.status, 403)
  assert.match(phone.page.text, /reicht dafür nicht aus/)
  await isOut(browser)
})

test('a lifted Pass reaches "substantial"; another phone gets the lift by pairing, and none when it is synced', async () => {
  const { phone, device } = await phoneOf('mia')
  await phone.open('/pass/lift')
  await phone.send('/pass/lift', { answer: device.use(ceremony(phone.page).options) })
  assert.match(phone.page.text, /Der Pass ist angehoben/)
  const reaches = async (one: SoftAuthenticator): Promise<number> => {
    const [fresh, browser] = [plainBrowser(), await screen('substantial')]
    await fresh.open(town.url('/pass', 'aachen'))
    await open(fresh, codeOn(browser.page))
    await look(browser)
    await confirm(fresh, one, numberOn(browser.page))
    return fresh.page.status
  }
  assert.equal(await reaches(device), 200)
  const pairWith = async (synced: boolean): Promise<SoftAuthenticator> => {
    await phone.open('/pass/pair')
    await phone.send('/pass/pair', { answer: device.use(ceremony(phone.page).options) })
    const next = plainBrowser()
    const nextDevice = softAuthenticator(origin(), { synced })
    await next.open(town.url('/pass', 'aachen'))
    await open(next, codeOn(phone.page))
    await next.send(next.page.url.pathname, { name: 'Neues Handy', answer: nextDevice.create(ceremony(next.page).options) })
    assert.match(next.page.text, /auch auf diesem Handy/)
    await look(phone)
    assert.match(phone.page.text, /Das neue Handy ist verbunden/)
    return nextDevice
  }
  assert.equal(await reaches(await pairWith(false)), 200)
  assert.equal(await reaches(await pairWith(true)), 403)
})

test('pairing needs the Pass itself: an open session is not enough, nor a key of somebody else', async () => {
  const { phone } = await phoneOf('mia')
  const { device: foreign } = await phoneOf('otto')
  await phone.open('/pass/pair')
  await phone.send('/pass/pair', { answer: foreign.use(ceremony(phone.page).options) })
  assert.equal(phone.page.status, 422)
})

test('a key of the browser is no Pass', async () => {
  const passkey = softAuthenticator(origin())
  const phone = plainBrowser()
  await phone.open(town.url('/sign-in?return=/citizen-id/devices/new', 'aachen'))
  await phone.send('/demo/eva')
  await phone.send('/devices/new', { name: 'Laptop', answer: passkey.create(ceremony(phone.page).options) })
  const browser = await screen()
  await open(phone, codeOn(browser.page))
  await look(browser)
  await confirm(phone, passkey, numberOn(browser.page))
  assert.match(phone.page.text, /kein Pass/)
  await isOut(browser)
})

test('guessing codes has to wait, also for somebody who has good codes in between, and then a right code has to wait too', async () => {
  const [browser, own] = [await screen(), await screen()]
  const guesser = plainBrowser()
  await guesser.open(town.url('/pass/scan', 'aachen'))
  let waits = false
  for (let tries = 0; tries < 230 && !waits; tries++) {
    await guesser.send('/pass/open', { code: `ACDE-FGH${'ACDEFGHJKM'[tries % 10]}` })
    waits = guesser.page.status === 429
    if (tries === 150) {
      await guesser.send('/pass/open', { code: codeOn(own.page) })
      assert.match(guesser.page.text, /fragt, wer sich anmeldet/)
      await guesser.open('/pass/scan')
    }
  }
  assert.ok(waits)
  await guesser.send('/pass/open', { code: codeOn(browser.page) })
  assert.equal(guesser.page.status, 429)
})
