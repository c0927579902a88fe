import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../identity/actor.ts'
import { knownRoles, whyNotChangeRole, whyNotDisable } from './roles.ts'

const actor = (role: string, id = 'a'): Actor => ({ id, roles: [{ role }], level: 'high' })
const known = ['citizen', 'editor', 'town-admin', 'operator']

test('a town administrator grants and revokes roles of the town, but never that of the operator', () => {
  const change = { revoke: false, actor: actor('town-admin'), known, holders: ['x'], account: 'b' }
  assert.equal(whyNotChangeRole({ ...change, role: 'editor' }), undefined)
  assert.equal(whyNotChangeRole({ ...change, role: 'operator' }), 'admin.role-not-yours')
  assert.equal(whyNotChangeRole({ ...change, role: 'operator', revoke: true }), 'admin.role-not-yours')
  assert.equal(whyNotChangeRole({ ...change, role: 'operator', actor: actor('operator') }), undefined)
})

test('a role that no rule knows is refused', () => {
  assert.equal(whyNotChangeRole({ role: 'emperor', revoke: false, actor: actor('operator'), known, holders: [], account: 'b' }), 'admin.role-unknown')
})

test('the last administrator keeps the role; the last editor may go', () => {
  const change = { revoke: true, actor: actor('operator'), known, account: 'b' }
  assert.equal(whyNotChangeRole({ ...change, role: 'town-admin', holders: ['b'] }), 'admin.role-last')
  assert.equal(whyNotChangeRole({ ...change, role: 'town-admin', holders: ['b', 'c'] }), undefined)
  assert.equal(whyNotChangeRole({ ...change, role: 'town-admin', holders: ['c'] }), undefined, 'who does not hold it cannot be the last')
  assert.equal(whyNotChangeRole({ ...change, role: 'editor', holders: ['b'] }), undefined)
})

test('disabling an account is refused for oneself, for the last administrator and for operators by others', () => {
  const one = (role: string) => (asked: string) => (asked === role ? ['b'] : [])
  assert.equal(whyNotDisable({ actor: actor('town-admin', 'b'), account: 'b', roles: [], holders: () => [] }), 'admin.person-self')
  assert.equal(whyNotDisable({ actor: actor('operator'), account: 'b', roles: ['editor', 'town-admin'], holders: one('town-admin') }), 'admin.role-last')
  assert.equal(whyNotDisable({ actor: actor('town-admin'), account: 'b', roles: ['operator'], holders: () => ['b', 'c'] }), 'admin.role-not-yours')
  assert.equal(whyNotDisable({ actor: actor('town-admin'), account: 'b', roles: ['citizen'], holders: () => ['b'] }), undefined)
})

test('the roles of services are known as soon as a rule names them', () => {
  const roles = knownRoles([{ access: [{ who: 'archivist', action: 'read', thing: 'file', permission: 'file.read' }, { who: 'anyone', action: 'see', thing: 'file', permission: 'file.see' }] }])
  assert.ok(roles.includes('archivist') && roles.includes('town-admin'))
  assert.ok(!roles.includes('anyone'))
})
