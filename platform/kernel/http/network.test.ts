import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './network.ts'

test('an IPv4 address is a network of its own, whichever way it is written', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
})

test('of an IPv6 address the first 64 bits count', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
  assert.equal(networkOf('2001:0db8:0001:0002:ffff::1'), '2001:db8:1:2')
  assert.equal(networkOf('2001:db8::1'), networkOf('2001:db8:0:0:9::'))
  assert.equal(networkOf('::1'), '0:0:0:0')
})
