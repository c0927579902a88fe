import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTenant } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { plainBrowser } from '../sign-in/browser-for-tests.ts'
import { rsaPair } from './provider-for-tests.ts'

const { publicKey } = rsaPair()
let town: Town
before(async () => {
  const eid = { address: 'https://eid.example.org/saml', issuer: 'https://eid.example.org', signingCertificate: publicKey, encryptionCertificate: publicKey }
  town = await startTown({ demo: false, services: ['citizen-id', 'identity-test-kit'], config: { demo: false, rateLimit: 0, identity: { eid } } })
  const made = await createTenant(town.running.platform, { id: 'musterstadt', name: 'Musterstadt', ags: '05334002', kind: 'Stadt', hosts: ['musterstadt.localhost'] })
  assert.ok(made.ok, JSON.stringify(made))
})
after(() => town.close())

test('outside of a demonstration the simulators do not exist', async () => {
  assert.equal((await fetch(town.url('/'))).status, 200, 'the town is there')
  for (const path of ['', '/eid', '/bundid', '/eid/0193e000-0000-7000-8000-0000000e0001', '/bundid/0193e000-0000-7000-8000-0000000e0001']) {
    assert.equal((await fetch(town.url(`/identity-test-kit${path}`))).status, 404, path)
  }
})

test('a configured eID server is asked through AusweisApp, and what is not configured is not offered', async () => {
  const browser = plainBrowser()
  await browser.open(town.url('/sign-in?return=/account'))
  assert.match(browser.page.text, /data-way="eid"/)
  assert.doesNotMatch(browser.page.text, /data-way="bundid"|simuliert/)
  await browser.open(`${browser.page.url.pathname}/eid`)
  await browser.send('/eid')
  const [, address = ''] = /href="(http:\/\/127\.0\.0\.1:24727\/eID-Client\?tcTokenURL=[^"]+)"/.exec(browser.page.text) ?? []
  assert.match(browser.page.text, /href="eid:\/\/127\.0\.0\.1:24727\/eID-Client\?tcTokenURL=/)
  // AusweisApp has no cookie; it is sent on to the eID server with the request.
  const answer = await fetch(new URL(address).searchParams.get('tcTokenURL') ?? '', { redirect: 'manual' })
  const location = new URL(answer.headers.get('location') ?? '')
  assert.equal(`${location.origin}${location.pathname}`, 'https://eid.example.org/saml')
  assert.deepEqual([...location.searchParams.keys()], ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'])
})

test('without BundID there is neither its page nor metadata', async () => {
  assert.equal((await fetch(town.url('/citizen-id/bundid/metadata'))).status, 404)
  assert.equal((await fetch(town.url('/citizen-id/bundid/acs'), { method: 'POST', body: new URLSearchParams({ SAMLResponse: 'x', RelayState: 'y' }) })).status, 404)
})
