import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, type Actor } from '@modellregion/kernel'
import { access } from '../access.ts'
import service from '../service.ts'

const actor = (role: string, more: Partial<Actor> = {}): Actor => ({ id: '0193e000-0000-7000-8000-000000000001', name: 'Toni Beispiel', roles: [{ role }], level: 'substantial', methods: [], ...more }) as Actor // only what the rules look at
const may = (who: Actor, permission: string): boolean => decide(access, who, permission).allowed

test('whoever leads the office sees no case, and confidants do not lead it', () => {
  const [head, confidant] = [actor('help-office-head'), actor('confidant')]
  assert.deepEqual(['office.lead', 'own-profile.edit', 'case.serve', 'desk.see'].map((permission) => may(head, permission)), [true, false, false, false])
  assert.deepEqual(['office.lead', 'own-profile.edit', 'case.serve', 'desk.see'].map((permission) => may(confidant, permission)), [false, true, true, true])
  for (const role of ['operator', 'town-admin', 'editor', 'clerk', 'citizen']) for (const permission of ['office.lead', 'own-profile.edit', 'case.serve', 'desk.see']) assert.equal(may(actor(role), permission), false, `${role} ${permission}`)
})

test('a weak sign-in and a mandate open neither', () => {
  for (const [role, permission] of [['help-office-head', 'office.lead'], ['confidant', 'own-profile.edit'], ['confidant', 'case.serve']] as const) {
    assert.equal(may(actor(role, { level: 'low' }), permission), false)
    assert.equal(may(actor(role, { mandate: { id: 'm', principal: { id: 'p', name: 'P', kind: 'person' }, kind: 'granted', services: [] } as never }), permission), false)
  }
})

test('two people make a confidant', () => {
  assert.ok(service.sensitiveRoles?.includes('confidant'))
})
