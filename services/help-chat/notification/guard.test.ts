import assert from 'node:assert/strict'
import type { lookup } from 'node:dns'
import { test } from 'node:test'
import { guardedLookup, isPublic, whyNotEndpoint } from './guard.ts'

test('only addresses of the open internet pass', () => {
  for (const address of ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '168.63.129.16', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2001:db8::1', '2002:a00:1::1', 'not an address'])
    assert.equal(isPublic(address), false, address)
  for (const address of ['93.184.215.14', '142.250.1.1', '2a00:1450:4001::1', '2620:1ec::10']) assert.equal(isPublic(address), true, address)
})

test('an endpoint is an https address of a public name, without port and without credentials', () => {
  for (const address of ['https://fcm.googleapis.com/fcm/send/abc', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/Q']) assert.equal(whyNotEndpoint(address, []), undefined)
  assert.equal(whyNotEndpoint('http://push.example.org/a', []), 'not-https')
  assert.equal(whyNotEndpoint('https://push.example.org:8443/a', []), 'not-https')
  assert.equal(whyNotEndpoint('https://a:b@push.example.org/', []), 'not-an-address')
  for (const host of ['localhost', 'intranet', 'printer.local', '10.0.0.1', '[::1]', '127.1', '2130706433', '0x7f000001', 'a.internal']) assert.equal(whyNotEndpoint(`https://${host}/a`, []), 'not-public', host)
  assert.equal(whyNotEndpoint('nonsense', []), 'not-an-address')
  assert.equal(whyNotEndpoint('http://127.0.0.1:9/a', ['127.0.0.1:9']), undefined, 'the operator allowed exactly this')
  assert.equal(whyNotEndpoint('http://127.0.0.1:8/a', ['127.0.0.1:9']), 'not-https')
})

test('a name that resolves to an inner address is not called, also when only one of its answers is one', async () => {
  const answering = (...addresses: string[]): typeof lookup =>
    // Only the form that the guard uses is answered; `lookup` has others.
    ((_host: string, _options: object, done: (error: Error | null, all: { address: string; family: number }[]) => void) => done(null, addresses.map((address) => ({ address, family: 4 })))) as typeof lookup
  const outcome = (...addresses: string[]): Promise<string> =>
    new Promise((resolve) => guardedLookup([], new URL('https://push.example.org/'), answering(...addresses))('push.example.org', { all: false }, (error, address) => resolve(error ? (error.code ?? 'error') : String(address))))
  assert.equal(await outcome('93.184.215.14'), '93.184.215.14')
  assert.equal(await outcome('10.0.0.1'), 'EFORBIDDEN')
  assert.equal(await outcome('93.184.215.14', '127.0.0.1'), 'EFORBIDDEN')
  assert.equal(await outcome(), 'error')
})
