import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { amrOf, type Method } from '../level/rules.ts'
import { demandOf } from './policy.ts'
import { whyNotInvite } from './rules.ts'

const methods = Object.keys(amrOf) as Method[] // the keys of a record of methods

test('a clerk gets in by passkey and not by password; a citizen by both', () => {
  const ask = (role: string, method: Method, demo = false) => demandOf({ roles: [{ role: 'citizen' }, { role }], method, locked: false, demo })
  assert.equal(ask('clerk', 'passkey'), 'allowed')
  assert.equal(ask('clerk', 'password-totp'), 'needs-passkey')
  assert.equal(ask('citizen', 'password'), 'allowed')
  assert.equal(ask('operator', 'code'), 'enrolment-only')
  assert.equal(ask('operator', 'demo', true), 'allowed')
  assert.equal(ask('operator', 'demo', false), 'needs-passkey', 'where nothing is invented')
})

test('property: nobody with a role gets in without a way that resists a false page, and nobody at all who is locked', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('citizen', 'editor', 'clerk', 'town-admin', 'operator', 'counter-officer')), fc.constantFrom(...methods), fc.boolean(), fc.boolean(), (roles, method, locked, demo) => {
      const demand = demandOf({ roles: roles.map((role) => ({ role })), method, locked, demo })
      if (demand !== 'allowed') return assert.ok(locked || roles.some((role) => role !== 'citizen'))
      assert.ok(!locked)
      assert.ok(roles.every((role) => role === 'citizen') || amrOf[method].includes('phr') || (demo && method === 'demo'))
    }),
  )
})

test('an invitation is no way into an account that has a key, nor up to the operator', () => {
  const fine = { known: true, locked: false, mail: 'a@example.org', keys: 0, roles: [{ role: 'clerk' }], actor: { id: 'a', roles: [{ role: 'town-admin' }], level: 'high' } } as const
  assert.equal(whyNotInvite(fine), undefined)
  assert.equal(whyNotInvite({ ...fine, keys: 1 }), 'has-key')
  assert.equal(whyNotInvite({ ...fine, locked: true }), 'left')
  assert.equal(whyNotInvite({ ...fine, mail: null }), 'no-mail')
  assert.equal(whyNotInvite({ ...fine, known: false }), 'not-here')
  assert.equal(whyNotInvite({ ...fine, roles: [{ role: 'operator' }] }), 'operator-only')
})
