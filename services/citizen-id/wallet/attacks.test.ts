import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { walletTestKitPort, type WalletAnswer, type WalletTestKit, type WalletWish } from '@modellregion/contracts'
import { sql, type Platform } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'

let town: Town
let origin = ''
before(async () => {
  town = await startTown({ services: ['citizen-id', 'identity-test-kit'] })
  origin = new URL(town.url('/', 'aachen')).origin
})
after(() => town.close())

const begin = async (device: 'this' | 'other' = 'this'): Promise<PlainBrowser> => {
  const browser = plainBrowser()
  await browser.open(`${origin}/sign-in?return=/account`)
  await browser.open(`${browser.page.url.pathname}/wallet`)
  await browser.send('/wallet', { device })
  return browser
}
const linkIn = ({ page }: PlainBrowser): string => (/href="([^"]*request_uri[^"]*)"/.exec(page.text) ?? /data-wallet-link[^>]*>([^<]*)</.exec(page.text))?.[1]?.replaceAll('&amp;', '&') ?? ''
const uidOf = ({ page }: PlainBrowser): string => /sign-in\/([^/]+)/.exec(page.url.pathname)?.[1] ?? ''
const made = (browser: PlainBrowser, wish: WalletWish): Promise<WalletAnswer> => {
  const { platform } = town.running
  const kit = platform.port<WalletTestKit<Platform>>(walletTestKitPort)
  assert.ok(kit)
  return kit.answer(platform, origin, linkIn(browser), wish)
}
const send = async ({ responseUri, fields }: Pick<WalletAnswer, 'responseUri' | 'fields'>) => {
  const answer = await fetch(responseUri, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, goOn: ((await answer.json()) as { redirect_uri?: string }).redirect_uri ?? '' }
}
const noted = async (browser: PlainBrowser): Promise<{ state: string; failure: string | null }> => {
  const { database, now } = { database: town.running.platform.database, now: town.running.platform.now() }
  return await database.unit({ tenant: 'aachen', service: 'citizen-id', access: 'read', now }, (db) =>
    db.one(sql<{ state: string; failure: string | null }>`select state, failure from citizen_id.wallet_request where tenant_id = ${db.tenant} and interaction = ${uidOf(browser)} order by created_at desc limit 1`),
  )
}
const disclosures = (presentation: string) => presentation.split('~').slice(1, -1)

const withoutAlgorithm = (head: string) => Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as object), alg: 'none' })).toString('base64url')

const attacks: readonly (readonly [what: string, wish: Omit<WalletWish, 'person'> & { person?: string }, reason: string])[] = [
  ['an answer to another nonce', { nonce: 'of another question' }, 'nonce'],
  ['an answer for another town', { aud: 'x509_hash:somebody-else' }, 'audience'],
  ['a proof by a key that is not in the identity', { otherKey: true }, 'holder'],
  ['a proof made ten minutes ago', { clock: -600 }, 'stale'],
  ['a proof from the future', { clock: 600 }, 'stale'],
  ['an identity without the holder’s proof', { after: (all) => all.slice(0, all.lastIndexOf('~') + 1) }, 'no-holder-proof'],
  ['a claim that was left out after the holder had signed', { after: (all) => all.replace(`~${disclosures(all)[0] ?? ''}~`, '~') }, 'tampered'],
  ['a claim that the issuer never signed', { before: (shown) => `${shown}${Buffer.from('["salt","family_name","KÖNIG"]').toString('base64url')}~` }, 'tampered'],
  ['the same claim twice', { before: (shown) => `${shown}${disclosures(`${shown}x`)[0] ?? ''}~` }, 'tampered'],
  ['a changed signature of the issuer', { before: (shown) => shown.replace(/^([^.]+\.[^.]+\.)(.)/, (_all, head: string, first: string) => head + (first === 'A' ? 'B' : 'A')) }, 'signature'],
  ['an identity that is not signed (alg none)', { before: (shown) => shown.replace(/^[^.]+\.([^.]+)\.[^~]*/, (_all, body: string) => `${Buffer.from('{"alg":"none","typ":"dc+sd-jwt"}').toString('base64url')}.${body}.`) }, 'untrusted'],
  ['the same with the issuer’s certificate in the header', { before: (shown) => shown.replace(/^([^.]+)\.([^.]+)\.[^~]*/, (_all, head: string, body: string) => `${withoutAlgorithm(head)}.${body}.`) }, 'signature'],
  ['more claims than were asked for', { more: [['nationalities']] }, 'unsolicited-claim'],
  ['an issuer whom nobody trusts', { person: 'untrusted' }, 'untrusted'],
  ['an expired identity', { person: 'expired' }, 'expired'],
  ['an identity of tomorrow', { from: 86_400 }, 'not-yet-valid'],
  ['a revoked identity', { person: 'revoked' }, 'revoked'],
  ['an identity whose list cannot be read', { status: { uri: 'https://127.0.0.1:9/status', index: 1 } }, 'status-unknown'],
  ['an identity beyond the end of its list', { status: { uri: 'own', index: 1_000_000 } }, 'status-unknown'],
  ['something that is no identity of a person', { vct: 'urn:example:library-card' }, 'type'],
  ['two identities for one question', { times: 2 }, 'malformed'],
  ['an answer without encryption', { plain: true }, 'unencrypted'],
  ['an answer with a weaker encryption', { enc: 'A128CBC-HS256' }, 'malformed'],
  ['an answer for another key', { kid: 'another' }, 'malformed'],
  ['an answer with the state of another session', { state: 'of another session' }, 'not-for-this-request'],
]

for (const [what, wish, reason] of attacks)
  test(`refused: ${what}`, async () => {
    const browser = await begin()
    const status = typeof wish.status === 'object' && wish.status.uri === 'own' ? { uri: `${origin}/identity-test-kit/wallet/status`, index: wish.status.index } : wish.status
    const { status: code } = await send(await made(browser, { person: 'erika', ...wish, ...(status !== undefined && { status }) }))
    assert.equal(code, 400)
    assert.deepEqual(await noted(browser), { state: 'open', failure: reason })
    await browser.open(browser.page.url.href)
    assert.match(browser.page.text, /noch nicht geklappt/)
  })

test('an answer that somebody has listened in on is worth nothing for another question, and nothing the second time', async () => {
  const browser = await begin()
  const answer = await made(browser, { person: 'erika' })
  const thief = await begin()
  assert.equal((await send(await made(thief, { person: 'mia', presentation: answer.presentation }))).status, 400)
  assert.equal((await noted(thief)).failure, 'nonce')
  const { responseUri } = await made(thief, { person: 'mia' })
  assert.equal((await send({ responseUri, fields: answer.fields })).status, 400, 'encrypted for another question')
  assert.equal((await send(answer)).status, 200)
  assert.equal((await send(answer)).status, 404)
})

test('the code of the way back counts only in the browser that asked, and once', async () => {
  const [victim, thief] = [await begin(), await begin()]
  const { goOn } = await send(await made(victim, { person: 'erika' }))
  const code = new URL(goOn).searchParams.get('code') ?? ''
  await thief.open(`/citizen-id/sign-in/${uidOf(thief)}/wallet/back?code=${code}`)
  assert.equal(thief.page.status, 403)
  const stranger = plainBrowser()
  await stranger.open(goOn)
  assert.equal(stranger.page.status, 410)
  await victim.open(goOn)
  assert.match(victim.page.url.pathname, /wallet\/return$/)
  await victim.open(goOn)
  assert.equal(victim.page.status, 403)
})

test('whoever sends somebody the link of an own sign-in gains nothing by their answer (fixation)', async () => {
  const attacker = await begin()
  const { goOn } = await send(await made(attacker, { person: 'erika' }))
  // The victim's wallet opens the victim's browser; the attacker has the session and not the code.
  await attacker.open(`/citizen-id/sign-in/${uidOf(attacker)}/wallet`)
  assert.match(attacker.page.text, /Brieftasche öffnen/)
  const victim = plainBrowser()
  await victim.open(goOn)
  assert.equal(victim.page.status, 410)
  await attacker.open(`${origin}/account`)
  assert.match(attacker.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('with another device the screen goes on only after its number was named there; a wrong one ends it', async () => {
  const screen = await begin('other')
  const { goOn } = await send(await made(screen, { person: 'erika' }))
  await screen.open(screen.page.url.href)
  assert.match(screen.page.text, /Die Brieftasche hat geantwortet/)
  const phone = plainBrowser()
  await phone.open(goOn)
  const shown = Number(/data-number[^>]*>(\d\d)</.exec(screen.page.text)?.[1])
  const offered = [...phone.page.text.matchAll(/name="number" value="(\d+)"/g)].map(([, number]) => Number(number))
  assert.equal(offered.length, 4)
  assert.ok(offered.includes(shown))
  await phone.send('/wallet/confirm', { number: String(offered.find((one) => one !== shown && one !== 0)) })
  assert.equal(phone.page.status, 422)
  await screen.open(screen.page.url.href)
  assert.match(screen.page.text, /falsche Zahl/)
  await phone.open(goOn)
  assert.equal(phone.page.status, 410)
})

test('with another device and the right number the screen is signed in, and the phone is not', async () => {
  const screen = await begin('other')
  const { goOn } = await send(await made(screen, { person: 'sanne' }))
  const phone = plainBrowser()
  await phone.open(goOn)
  await phone.send('/wallet/confirm', { number: /data-number[^>]*>(\d\d)</.exec(screen.page.text)?.[1] ?? '' })
  assert.match(phone.page.text, /Bestätigt/)
  await screen.open(screen.page.url.href)
  await screen.send('/wallet/account')
  assert.match(screen.page.text, /Sanne Voorbeeld/)
  await phone.open(`${origin}/account`)
  assert.match(phone.page.url.pathname, /^\/citizen-id\/sign-in\//)
})

test('a new question ends the one before, in the wallet too', async () => {
  const browser = await begin()
  const answer = await made(browser, { person: 'erika' })
  await browser.send('/wallet/again')
  await browser.send('/wallet', { device: 'this' })
  assert.equal((await send(answer)).status, 404)
})
