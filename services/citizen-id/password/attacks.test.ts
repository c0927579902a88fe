import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'
import { hashLoad } from './hash.ts'
import { stepAt, totpOf } from './totp.ts'

// The clock is ahead by what a test adds: waiting is over when it says so.
let ahead = 0
let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id'], now: () => new Date(Date.now() + ahead) })))
after(() => town.close())

const password = 'Blumenwiese Traktor'
const at = (path: string) => town.url(path)
const inside = (browser: PlainBrowser) => browser.page.url.pathname === '/account'

/** Letters to an address, the newest first. */
async function lettersTo(address: string): Promise<string[]> {
  const { text } = await plainBrowser().open(at('/demo/mail'))
  return text.split('<section').filter((letter) => letter.includes(address))
}
const codeIn = (letter: string | undefined): string => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(letter ?? '')?.[0] ?? ''
const linkIn = (letter: string | undefined, path: string): string => new RegExp(`href="([^"]*${path}[^"]*)"`).exec(letter ?? '')?.[1] ?? ''
const told = (userName: string, more: Record<string, string> = {}) => ({ givenNames: 'Anna', familyName: 'Probe', email: `${userName}@example.org`, userName, password, repeat: password, ...more })

async function register(userName: string, more: Record<string, string> = {}): Promise<PlainBrowser> {
  const browser = plainBrowser()
  await browser.open(at('/citizen-id/register'))
  await browser.send('/register', told(userName, more))
  return browser
}

async function person(userName: string): Promise<void> {
  const browser = await register(userName)
  await browser.send(browser.page.url.pathname, { code: codeIn((await lettersTo(`${userName}@example.org`))[0]) })
  assert.match(browser.page.text, /Konto ist angelegt/)
}

async function signIn(userName: string, typed: string, browser = plainBrowser()): Promise<PlainBrowser> {
  await browser.open(at('/sign-in?return=/account'))
  if (!inside(browser)) await browser.send('/password', { userName, password: typed })
  return browser
}
const visible = (text: string): string =>
  text.replaceAll(/name="_csrf" value="[^"]*"/g, '').replaceAll(/(\/|%2F)(sign-in|confirm)\1[A-Za-z0-9_-]+/g, '/$2/…').replaceAll(/from=[A-Za-z0-9_-]+/g, '').replaceAll(/value="[^"]*"/g, '').replaceAll(/nonce="[^"]*"/g, '').replaceAll(/challenge&quot;:&quot;[^&]*/g, '')

test('an account is made, confirmed by mail and used, and comes back to where it was wanted', async () => {
  const browser = plainBrowser()
  await browser.open(at('/sign-in?return=/account'))
  const waiting = browser.page.url.pathname
  await browser.open(/href="(\/citizen-id\/register\?from=[^"]+)"/.exec(browser.page.text)?.[1] ?? '')
  await browser.send('/register', told('frieda'))
  assert.match(browser.page.url.pathname, /^\/citizen-id\/register\/confirm\//)
  await browser.send(browser.page.url.pathname, { code: 'AAAA-AAAA' })
  assert.equal(browser.page.status, 422)
  ahead += 40 * 60_000 // the letter took its time
  await browser.send(browser.page.url.pathname, { code: codeIn((await lettersTo('frieda@example.org'))[0]).toLowerCase() })
  await browser.open(/href="(\/citizen-id\/sign-in\/[^"]+)"/.exec(browser.page.text)?.[1] ?? '')
  assert.equal(browser.page.url.pathname, waiting, 'back at the waiting sign-in')
  await browser.send('/password', { userName: 'Frieda', password })
  assert.ok(inside(browser))
  assert.match(browser.page.text, /Anna Probe/)
  assert.equal(inside(await signIn('frieda@example.org', password)), true, 'the mail address will do, too')
})

test('the answers do not tell who has an account: signing in, making one, forgetting the password', async () => {
  await person('greta')
  const [known, unknown] = [await signIn('greta', 'ganz falsches Wort'), await signIn('gibtesnicht', 'ganz falsches Wort')]
  assert.equal(known.page.status, unknown.page.status)
  assert.equal(visible(known.page.text), visible(unknown.page.text))

  const [again, fresh] = [await register('greta2', { email: 'greta@example.org' }), await register('greta3')]
  assert.equal(visible(again.page.text), visible(fresh.page.text))
  assert.match((await lettersTo('greta@example.org'))[0] ?? '', /schon ein Konto/, 'the mailbox itself may know')
  // A taken name is told to whoever has confirmed a mailbox, not to whoever asks.
  const taken = await register('GRETA', { email: 'other@example.org' })
  assert.equal(visible(taken.page.text), visible(fresh.page.text))
  await taken.send(taken.page.url.pathname, { code: codeIn((await lettersTo('other@example.org'))[0]) })
  assert.match(taken.page.text, /sehr ähnlichen Namen hat schon jemand/)
  await taken.send(taken.page.url.pathname, { code: codeIn((await lettersTo('other@example.org'))[0]), userName: 'gretel' })
  assert.match(taken.page.text, /Konto ist angelegt/)

  const forget = async (name: string) => {
    const browser = plainBrowser()
    await browser.open(at('/citizen-id/recover'))
    await browser.send('/recover', { name })
    return browser.page
  }
  const [there, notThere] = [await forget('greta'), await forget('niemand@example.org')]
  assert.equal(there.url.pathname, notThere.url.pathname)
  assert.equal(visible(there.text), visible(notThere.text))
})

test('a name that nobody has waits for a hash, as everybody does', async () => {
  const browser = plainBrowser()
  await browser.open(at('/sign-in?return=/account'))
  let seen = 0
  const watch = setInterval(() => (seen = Math.max(seen, hashLoad().running)), 1)
  await browser.send('/password', { userName: 'wirklichniemand', password: 'irgendein Wort' })
  clearInterval(watch)
  assert.ok(seen > 0)
})

test('strangers who guess have to wait, and the owner on the own device gets in all the same', async () => {
  await person('hanna')
  const owner = await signIn('hanna', password)
  assert.ok(inside(owner))
  await owner.send('/sign-out')
  const stranger = plainBrowser()
  await stranger.open(at('/sign-in?return=/account'))
  let guesses = 0
  for (; guesses < 20 && stranger.page.status !== 429; guesses++) await stranger.send('/password', { userName: 'hanna', password: `falsches Wort ${guesses}` })
  assert.equal(guesses, 6)
  assert.match(stranger.page.text, /Der nächste geht ab \d+:\d\d/)
  assert.ok(Number(stranger.page.headers.get('retry-after')) > 0)
  await stranger.send('/password', { userName: 'hanna', password })
  assert.equal(stranger.page.status, 429, 'even the right password waits here')
  assert.ok(inside(await signIn('hanna', password, owner)), 'but not at home')
  ahead += 60_000
  await stranger.send('/password', { userName: 'hanna', password })
  assert.ok(inside(stranger), 'and here after the wait')
})

test('a megabyte, null bytes, foreign letters and control signs are refused with a sentence and change nothing', async () => {
  await person('ida')
  for (const typed of ['x'.repeat(1_000_000), `${password}\u0000`, '\u0000']) {
    const browser = await signIn('ida', typed)
    assert.equal(browser.page.status, 422)
  }
  // More than the server reads at all.
  const huge = await signIn('ida', 'x'.repeat(3_000_000)).catch(() => undefined) // the connection may be closed while it is still sent
  if (huge) assert.equal(huge.page.status, 413)
  assert.ok(inside(await signIn('ida', password)), 'and the account is as it was')
  const refused: [Record<string, string>, RegExp][] = [
    [{ password: 'x'.repeat(500_000) }, /zu lang/],
    [{ password: 'Blumen\u0000wiese Traktor' }, /Steuerzeichen/],
    [{ userName: 'іda' }, /lateinische Buchstaben/], // a Cyrillic і
    [{ userName: 'ida\u0000' }, /Nur Buchstaben/],
    [{ givenNames: 'An\u0000na' }, /Vorname/],
    [{ email: 'a@b\nBcc: c@d.example' }, /E-Mail-Adresse/],
    [{ password: 'Sommer2024!', repeat: 'Sommer2024!' }, /leicht erraten/],
    [{ password: 'anna probe 1', repeat: 'anna probe 1' }, /aus Ihrem Namen/],
    [{ repeat: 'Blumenwiese Traktoren' }, /verschieden/],
  ]
  for (const [more, sentence] of refused) {
    const browser = await register('idb', more)
    assert.equal(browser.page.status, 422, JSON.stringify(more).slice(0, 60))
    assert.match(browser.page.text, sentence)
    assert.doesNotMatch(browser.page.text, /Blumenwiese/, 'a password is never sent back')
  }
  assert.deepEqual(await lettersTo('idb@example.org'), [])
})

test('sign-in, registration and recovery need the token of our own form (CSRF), stand in no frame and are kept by no cache', async () => {
  const browser = plainBrowser()
  await browser.open(at('/sign-in?return=/account'))
  const waiting = browser.page.url.pathname
  const body = () => new URLSearchParams({ userName: 'ida', password, name: 'ida', code: 'x' })
  for (const path of [`${waiting}/password`, `${waiting}/second-factor`, `${waiting}/cancel`, '/citizen-id/register', '/citizen-id/recover', '/citizen-id/recover/counter', '/citizen-id/recover/new', '/citizen-id/security/password'])
    assert.equal((await browser.open(path, { body: body() })).status, 403, path)
  for (const path of [waiting, '/citizen-id/register', '/citizen-id/recover', '/citizen-id/recover/counter']) {
    const { headers } = await browser.open(path)
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    assert.match(headers.get('cache-control') ?? '', /no-store/)
  }
})

test('the second factor: set up, asked for, good once, replaced by a spare code, and bound to its own sign-in', async () => {
  await person('jana')
  const browser = await signIn('jana', password)
  await browser.open(at('/citizen-id/security/totp'))
  const secret = (/<code>([A-Z2-7 ]{32,})<\/code>/.exec(browser.page.text)?.[1] ?? '').replaceAll(' ', '')
  const now = () => totpOf(secret, stepAt(new Date(Date.now() + ahead)))
  await browser.send('/totp', { code: '000000' })
  assert.equal(browser.page.status, 422)
  assert.match(browser.page.text, new RegExp(secret.slice(0, 4)), 'the same secret on a second try')
  await browser.send('/totp', { code: now() })
  const spare = [...browser.page.text.matchAll(/<code>([2-9A-Z-]{19})<\/code>/g)].map(([, code = '']) => code)
  assert.equal(spare.length, 10)

  const next = await signIn('jana', password)
  assert.match(next.page.url.pathname, /\/password$/, 'not inside yet')
  const halfWay = /name="halfWay" value="([^"]*)"/.exec(next.page.text)?.[1] ?? ''
  await next.send('/second-factor', { code: now() })
  assert.match(next.page.text, /schon benutzt/, 'the code of the set-up was used')
  ahead += 30_000
  await next.send('/second-factor', { code: now() })
  assert.ok(inside(next))

  const thief = plainBrowser()
  await thief.open(at('/sign-in?return=/account'))
  const csrf = /name="_csrf" value="([^"]*)"/.exec(thief.page.text)?.[1] ?? ''
  ahead += 30_000
  await thief.open(`${thief.page.url.pathname}/second-factor`, { body: new URLSearchParams({ _csrf: csrf, halfWay, code: now() }) })
  assert.match(thief.page.text, /zu lange gedauert/, 'half a sign-in of another browser is worth nothing')

  const bySpare = await signIn('jana', password)
  await bySpare.send('/second-factor', { code: spare[3]?.toLowerCase() ?? '' })
  assert.ok(inside(bySpare))
  const twice = await signIn('jana', password)
  await twice.send('/second-factor', { code: spare[3] ?? '' })
  assert.equal(twice.page.status, 422, 'each counts once')

  await bySpare.open(at('/citizen-id/security/totp/remove'))
  await bySpare.send('/remove', { old: 'falsches Passwort' })
  assert.equal(bySpare.page.status, 422)
  await bySpare.send('/remove', { old: password })
  assert.ok(inside(await signIn('jana', password)))
})

test('a changed password ends every session on every device', async () => {
  await person('karla')
  const [one, two] = [await signIn('karla', password), await signIn('karla', password)]
  assert.ok(inside(one) && inside(two))
  await one.open(at('/citizen-id/security/password'))
  await one.send('/password', { old: 'falsch falsch', password: 'Gewitter Sofa Nebel', repeat: 'Gewitter Sofa Nebel' })
  assert.equal(one.page.status, 422)
  await one.send('/password', { old: password, password: 'Gewitter Sofa Nebel', repeat: 'Gewitter Sofa Nebel' })
  assert.equal(one.page.url.pathname, '/citizen-id/password-changed')
  for (const browser of [one, two]) {
    await browser.open(at('/account'))
    assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//)
  }
  assert.equal(inside(await signIn('karla', password)), false)
  assert.ok(inside(await signIn('karla', 'Gewitter Sofa Nebel')))
})

test('whoever does not want to sign in goes back, and an ended sign-in says how to begin again', async () => {
  const browser = plainBrowser()
  await browser.open(at('/sign-in?return=/account'))
  const waiting = browser.page.url.href
  await browser.send('/cancel')
  assert.ok(browser.trail.some((address) => /\/sign-in\/town\/return\?error=access_denied/.test(address)), 'whoever asked is told')
  assert.deepEqual([browser.page.url.pathname, browser.page.status], ['/', 200])
  await browser.open(waiting)
  assert.equal(browser.page.status, 410)
  assert.match(browser.page.text, /Neu anmelden/)
  const failed = await browser.open(at('/citizen-id/sign-in-failed?error=invalid_redirect_uri'))
  assert.equal(failed.status, 400)
  assert.equal((await browser.open(at('/citizen-id/sign-in-failed?error=%3Cscript%3E'))).status, 400)
})

test('a form sent twice, a button pressed twice and two tabs make one account', async () => {
  const tabs = [await register('ole'), await register('ole')]
  const [second, first] = (await lettersTo('ole@example.org')).map(codeIn)
  const confirm = (tab: PlainBrowser | undefined, code: string | undefined) => tab?.send(tab.page.url.pathname, { code: code ?? '' })
  const pressed = await Promise.all([confirm(tabs[0], first), confirm(tabs[0], first)])
  assert.ok(pressed.some((shown) => /Konto ist angelegt/.test(shown?.text ?? '')))
  for (const shown of pressed) assert.match(shown?.text ?? '', /Konto ist angelegt|Konto schon da/)
  await confirm(tabs[1], second)
  assert.match(tabs[1]?.page.text ?? '', /Konto ist angelegt/, 'the other letter belongs to the same account')
  assert.ok(inside(await signIn('ole', password)))
  ahead += 61 * 60_000
  const later = await register('ole')
  await confirm(later, codeIn((await lettersTo('ole@example.org'))[0]))
  assert.match(later.page.text, /hat schon jemand/, 'an account of long ago keeps its password')
})

test('an account without a password gets one from inside, after signing in surely and just now', async () => {
  const browser = plainBrowser()
  await browser.open(at('/sign-in?return=/citizen-id/security/password/first'))
  await browser.send('/demo/mia')
  assert.equal(browser.page.url.pathname, '/citizen-id/security/password/first')
  ahead += 11 * 60_000
  const open = await browser.open(at('/citizen-id/security/password/first'))
  assert.match(open.text, /Noch einmal anmelden/, 'an open screen is not enough')
  await browser.send('/prove')
  await browser.send('/demo/mia')
  assert.equal((await browser.send('/first', { userName: 'mia.neu', password, repeat: 'anders anders' })).status, 422)
  assert.match(browser.page.text, /value="mia\.neu"/)
  await browser.send('/first', { userName: 'mia.neu', password, repeat: password })
  assert.equal(browser.page.url.pathname, '/citizen-id/security')
  assert.ok(inside(await signIn('mia.neu', password)))
  assert.equal((await browser.open(at('/citizen-id/security/password/first'))).url.pathname, '/citizen-id/security', 'once there is one, it is changed')
})

test('letters to one address are limited, and nothing on the page tells', async () => {
  for (let n = 0; n < 6; n++) await register(`lea${n}`, { email: 'lea@example.org' })
  assert.equal((await lettersTo('lea@example.org')).length, 3)
})

test('a letter leads back once, in one browser, and asks for no old password', async () => {
  await person('mona')
  const inBefore = await signIn('mona', password)
  const browser = plainBrowser()
  await browser.open(at('/citizen-id/recover'))
  await browser.send('/recover', { name: 'mona@example.org' })
  const link = linkIn((await lettersTo('mona@example.org'))[0], '/citizen-id/recover/link/')
  await plainBrowser().open(link) // a mail program that looks at links in advance
  await browser.open(link)
  await browser.send(new URL(link).pathname)
  assert.equal(browser.page.url.pathname, '/citizen-id/recover/new')
  const other = plainBrowser()
  assert.equal((await other.open(link)).status, 410, 'used')
  assert.equal((await other.open(at('/citizen-id/recover/new'))).status, 410, 'the way back belongs to the other browser')
  await browser.send('/new', { password: 'mona@example.org', repeat: 'mona@example.org' })
  assert.equal(browser.page.status, 422)
  await browser.send('/new', { password: 'Laterne Ofen Wal', repeat: 'Laterne Ofen Wal' })
  assert.equal(browser.page.url.pathname, '/citizen-id/recover/done')
  assert.equal((await browser.open(at('/citizen-id/recover/new'))).status, 410, 'once')
  assert.equal(inside(await signIn('mona', password)), false)
  assert.ok(inside(await signIn('mona', 'Laterne Ofen Wal')))
  await inBefore.open(at('/account'))
  assert.match(inBefore.page.url.pathname, /^\/citizen-id\/sign-in\//, 'sessions from before have ended')

  await browser.open(at('/citizen-id/recover'))
  await browser.send('/recover', { name: 'mona' })
  const late = linkIn((await lettersTo('mona@example.org'))[0], '/citizen-id/recover/link/')
  ahead += 31 * 60_000
  assert.equal((await browser.open(late)).status, 410, 'half an hour')
})

test('at the counter it takes two officers, and the level never rises', async () => {
  await person('nora')
  const officer = async (key: string) => {
    const browser = plainBrowser()
    await browser.open(at('/sign-in?return=/citizen-id/counter'))
    await browser.send(`/demo/${key}`)
    assert.equal(browser.page.url.pathname, '/citizen-id/counter')
    return browser
  }
  const [carla, cem] = [await officer('carla'), await officer('cem')]
  await carla.send('/search', { text: 'nora' })
  await carla.send('/open', { document: 'id-card' })
  assert.match(carla.page.text, /Ohne Blick auf den Ausweis geht es nicht/)
  await carla.send('/search', { text: 'nora' })
  await carla.send('/open', { document: 'id-card', seen: 'true' })
  const opened = carla.page.url.pathname
  assert.match(carla.page.text, /zweite Person nötig/)
  assert.doesNotMatch(carla.page.text, /\/confirm"/)
  const csrf = /name="_csrf" value="([^"]*)"/.exec(carla.page.text)?.[1] ?? ''
  await carla.open(`${opened}/confirm`, { body: new URLSearchParams({ _csrf: csrf }) })
  assert.doesNotMatch(carla.page.text, /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/, 'four eyes are not two of the same head')

  const mia = plainBrowser()
  await mia.open(at('/sign-in?return=/account'))
  await mia.send('/demo/mia')
  assert.equal((await mia.open(at(opened))).status, 403)

  await cem.open(at(opened))
  await cem.send('/confirm')
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(cem.page.text)?.[0] ?? ''
  assert.notEqual(code, '')
  const nora = plainBrowser()
  await nora.open(at('/citizen-id/recover/counter'))
  await nora.send('/counter', { name: 'nora', code: 'AAAA-AAAA-AAAA' })
  assert.equal(nora.page.status, 422)
  await nora.send('/counter', { name: 'greta', code })
  assert.equal(nora.page.status, 422, 'the code of somebody else')
  await nora.send('/counter', { name: 'nora', code })
  assert.equal(nora.page.url.pathname, '/citizen-id/recover/new')
  await nora.send('/new', { password: 'Kessel Wolke Drei', repeat: 'Kessel Wolke Drei' })
  assert.ok(inside(await signIn('nora', 'Kessel Wolke Drei', nora)))
  assert.match(nora.page.text, /<dd>niedrig<\/dd>/)
  const again = plainBrowser()
  await again.open(at('/citizen-id/recover/counter'))
  await again.send('/counter', { name: 'nora', code })
  assert.equal(again.page.status, 422, 'once')
  assert.match((await lettersTo('nora@example.org')).join(), /am Schalter wurde der Zugang/)
})
