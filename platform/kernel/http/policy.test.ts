import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withTrustedTypes, withWasm } from './send.ts'

const usual = "default-src 'none';script-src 'self';style-src 'self';worker-src 'self'"

test('WebAssembly is allowed to scripts of our own and nothing else is', () => {
  assert.equal(withWasm(usual), "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self';worker-src 'self'")
  assert.doesNotMatch(withWasm(usual), /'unsafe-eval'|'unsafe-inline'/)
})

test('a sealed page makes script out of text through its named doors only', () => {
  assert.equal(withTrustedTypes(usual, []), `${usual};require-trusted-types-for 'script';trusted-types default`)
  assert.match(withTrustedTypes(usual, ['own']), /;trusted-types default own$/)
})
