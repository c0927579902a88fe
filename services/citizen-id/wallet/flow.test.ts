import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser, type PlainBrowser } from '../sign-in/browser-for-tests.ts'

let town: Town
before(async () => void (town = await startTown({ services: ['citizen-id', 'identity-test-kit'] })))
after(() => town.close())

const begin = async (device: 'this' | 'other', query = '/sign-in?return=/account'): Promise<PlainBrowser> => {
  const browser = plainBrowser()
  await browser.open(town.url(query, 'aachen'))
  await browser.open(`${browser.page.url.pathname}/wallet`)
  await browser.send('/wallet', { device })
  return browser
}
const linkIn = ({ page }: PlainBrowser): string => (/href="([^"]*request_uri[^"]*)"/.exec(page.text) ?? /data-wallet-link[^>]*>([^<]*)</.exec(page.text))?.[1]?.replaceAll('&amp;', '&') ?? ''
const answer = { person: 'erika', behaviour: 'right', decision: 'agree' }

test('same device: asked, agreed, account made, signed in at level high', async () => {
  const browser = await begin('this')
  await browser.open(linkIn(browser))
  assert.match(browser.page.text, /fragt nach einem Ausweis/)
  await browser.send('/identity-test-kit/wallet', answer)
  assert.match(browser.page.url.pathname, /wallet\/return$/)
  assert.match(browser.page.text, /Heidestraße 17|Erika/)
  await browser.send('/wallet/account')
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /Erika Mustermann/)
  assert.match(browser.page.text, /hoch/)
})

test('who comes back is known again, although the wallet shows another copy with another key', async () => {
  const browser = await begin('this', '/sign-in?return=/account&level=high')
  await browser.open(linkIn(browser))
  await browser.send('/identity-test-kit/wallet', answer)
  assert.equal(browser.page.url.pathname, '/account')
  assert.match(browser.page.text, /Erika Mustermann/)
})
