import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { covers, scopesFor, scopeToday } from './rules.ts'
import { scopes } from './schema.ts'
import { newSecret, secretHash, secretOf } from './secret.ts'

test('a key is found in both headers of CKAN and after Bearer, and nothing else is taken for one', () => {
  const secret = newSecret()
  for (const headers of [{ authorization: secret }, { 'x-ckan-api-key': secret }, { authorization: `Bearer ${secret}` }, { authorization: 'Basic eA==', 'x-ckan-api-key': secret }]) assert.equal(secretOf(headers), secret)
  for (const headers of [{}, { authorization: 'some-key' }, { authorization: `${secret}x` }, { cookie: secret }]) assert.equal(secretOf(headers), undefined)
  assert.notEqual(secretHash(secret), secretHash(newSecret()))
})

test('a key does what its account may give today', () => {
  assert.equal(scopeToday({ scope: 'write', allowedBy: null }, 'dana', ['data-owner']), 'write')
  assert.equal(scopeToday({ scope: 'publish', allowedBy: 'tina' }, 'dana', ['data-owner']), 'publish')
  assert.equal(scopeToday({ scope: 'publish', allowedBy: 'dana' }, 'dana', ['data-owner']), 'write', 'her own word does not count')
  assert.equal(scopeToday({ scope: 'admin', allowedBy: 'tina' }, 'tina', ['editor']), 'write', 'no longer of the administration')
  assert.equal(scopeToday({ scope: 'admin', allowedBy: 'tina' }, 'tina', ['citizen']), undefined)
})

test('property: no key does more than it says, nor more than its account may give, unless the town allowed publication', () => {
  fc.assert(
    fc.property(fc.constantFrom(...scopes), fc.option(fc.constantFrom('me', 'town')), fc.subarray(['citizen', 'data-owner', 'editor', 'town-admin']), (scope, allowedBy, roles) => {
      const today = scopeToday({ scope, allowedBy }, 'me', roles)
      if (today === undefined) return
      assert.ok(covers(scope, today))
      assert.ok(scopesFor(roles).includes(today) || (today === 'publish' && allowedBy === 'town'))
    }),
  )
})
