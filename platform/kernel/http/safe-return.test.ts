import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeReturn } from './safe-return.ts'

test('a path of this site is kept, with query and place', () => {
  assert.equal(safeReturn('/open-data?q=bus#files'), '/open-data?q=bus#files')
})

test('every way to another site leads home', () => {
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '\\\\evil', '/\t/evil.example', 'javascript:alert(1)', '', undefined, 'evil', '/\n/evil.example', '/.//evil.example', '/x/..//evil.example', '/%2e//evil.example', '/x/%2E%2E//evil.example'])
    assert.equal(safeReturn(path), '/', String(path))
})

test('whatever is given, a browser stays on this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((text) => `/${text}`), fc.array(fc.constantFrom('/', '.', '..', '%2e', 'a', '\\', '?', '#', '\t', '@', ':')).map((parts) => `/${parts.join('')}`)), (path) => {
      assert.equal(new URL(safeReturn(path), 'http://town.invalid').host, 'town.invalid')
    }),
  )
})
