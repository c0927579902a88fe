import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { sql } from '@modellregion/kernel'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id', 'identity-test-kit'] })))
after(() => town.close())

const address = (path: string) => town.url(path, 'aachen')
const begin = async (source: 'eid' | 'bundid', level?: string): Promise<PlainBrowser> => {
  const browser = plainBrowser()
  await browser.open(address(`/sign-in?${new URLSearchParams({ return: '/account', ...(level !== undefined && { level }) })}`))
  await browser.open(`${browser.page.url.pathname}/${source}`)
  return browser
}
const layDown = async (browser: PlainBrowser, card: string, pin = '123456', until?: RegExp) => {
  await browser.send('/eid')
  await browser.send(`/card/${card}`)
  return await browser.send('/pin', { pin }, until ? { until } : {})
}

test('somebody without an account comes in with a card, and is known the next time', async () => {
  const first = await begin('eid', 'high')
  await layDown(first, 'erika')
  assert.match(first.page.text, /Erika/)
  assert.match(first.page.text, /12\. August 1964/)
  await first.send('/eid/account')
  assert.equal(first.page.url.pathname, '/account')
  assert.match(first.page.text, /Erika Mustermann/)
  assert.match(first.page.text, /hoch/)
  const again = await begin('eid')
  await layDown(again, 'erika')
  assert.equal(again.page.url.pathname, '/account')
})

test('a card raises the account with which it is connected, and the person can read it', async () => {
  const browser = await begin('eid', 'high')
  await layDown(browser, 'mia')
  await browser.send('/eid/connect')
  assert.match(browser.page.text, /Der Nachweis wartet auf das Konto/)
  await browser.send('/demo/mia')
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /hoch/)
  await browser.open(address('/citizen-id/level'))
  assert.match(browser.page.text, /Online-Ausweis/)
})

test('a card is not connected with the account of somebody else', async () => {
  const browser = await begin('eid')
  await layDown(browser, 'ines')
  await browser.send('/eid/connect')
  await browser.send('/demo/eva')
  assert.match(browser.page.url.pathname, /\/eid\/refused$/)
  await browser.open(address('/account'))
  assert.match(browser.page.url.pathname, /^\/citizen-id\/sign-in\//, 'and nobody is signed in')
})

test('a wrong PIN, a cancelled reading and an expired card identify nobody', async () => {
  const wrong = await begin('eid')
  await layDown(wrong, 'erika', '000000')
  assert.equal(wrong.page.status, 422)
  assert.match(wrong.page.text, /Noch 2 Versuche/)
  await wrong.send('/pin', { pin: '000000' })
  await wrong.send('/pin', { pin: '000000' })
  assert.match(wrong.page.text, /ließ sich nicht lesen/)
  const cancelled = await begin('eid')
  await cancelled.send('/eid')
  await cancelled.send('/cancel')
  assert.match(cancelled.page.text, /abgebrochen/)
  const expired = await begin('eid')
  await layDown(expired, 'anton')
  assert.match(expired.page.text, /gilt nicht mehr/)
})

test('an answer counts once, and only in the browser in which its sign-in was begun', async () => {
  const victim = await begin('eid')
  const { url } = await layDown(victim, 'erika', '123456', /\/citizen-id\/eid\/response/)
  const thief = plainBrowser()
  await thief.open(url.href)
  assert.equal(thief.page.status, 410, 'another browser has not the cookie of the sign-in')
  await victim.open(url.href)
  assert.equal(victim.page.status, 400, 'and the answer is used up')
  assert.match(victim.page.text, /nicht annehmen/)
})

test('BundID signs in at the level that was shown there, and a lower one is not offered where more is needed', async () => {
  const browser = await begin('bundid', 'substantial')
  await browser.send('/bundid')
  assert.match(browser.page.text, /nicht sicher genug/)
  await browser.send('/account/samira')
  await browser.send('/acs')
  await browser.send('/bundid/account')
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /Samira Muster/)
  assert.match(browser.page.text, /substanziell/)
  const low = await begin('bundid')
  await low.send('/bundid')
  await low.send('/account/jonas')
  await low.send('/acs')
  await low.send('/bundid/account')
  assert.match(low.page.text, /Jonas Probe/)
  assert.doesNotMatch(low.page.text, /substanziell/)
})

test('an answer of BundID cannot be sent twice, and not for the sign-in of another browser', async () => {
  const answerOf = async (browser: PlainBrowser) => {
    await browser.send('/bundid')
    const { text } = await browser.send('/account/mia')
    return new URLSearchParams(['SAMLResponse', 'RelayState'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '']))
  }
  const [mine, other] = [await begin('bundid'), await begin('bundid')]
  const [answer, theirs] = [await answerOf(mine), await answerOf(other)]
  const post = (body: URLSearchParams) => plainBrowser().open(address('/citizen-id/bundid/acs'), { body })
  // RelayState mixed up: the answer names the other request.
  assert.equal((await post(new URLSearchParams({ SAMLResponse: answer.get('SAMLResponse') ?? '', RelayState: theirs.get('RelayState') ?? '' }))).status, 400)
  assert.equal((await post(answer)).status, 410, 'the browser of the post is not that of the sign-in')
  assert.equal((await post(answer)).status, 400, 'used')
  assert.equal((await post(new URLSearchParams({ SAMLResponse: 'x' }))).status, 400)
})

test('the metadata name our keys and the address for answers', async () => {
  const text = await (await fetch(address('/citizen-id/bundid/metadata'))).text()
  assert.match(text, /AssertionConsumerService[^>]*Location="http:\/\/aachen\.localhost:\d+\/citizen-id\/bundid\/acs"/)
  assert.equal(text.match(/X509Certificate>/g)?.length, 4)
})

test('what was read is encrypted while it waits and forgotten afterwards; names of cards are kept as hashes', async () => {
  const { database } = town.running.platform
  const rows = await database.unit({ tenant: 'aachen', service: 'citizen-id', access: 'read', now: new Date() }, (db) =>
    db.many(sql<{ text: string }>`select coalesce(sealed, '') || coalesce(assertion_id, '') as text from citizen_id.foreign_sign_in where tenant_id = ${db.tenant} union all select subject_hash from citizen_id.link where tenant_id = ${db.tenant}`),
  )
  assert.ok(rows.length >= 5)
  for (const { text } of rows) assert.doesNotMatch(text, /Mustermann|SIMULATOR|1A1A1A/i)
})
