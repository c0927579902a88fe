import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guest, type Actor } from '../identity/actor.ts'
import { allow, decide, explain } from './rules.ts'

type Dataset = { organisation: string; published: boolean }
const rules = [
  allow<Dataset>('anyone', 'read', 'dataset', { when: (_actor, dataset) => dataset.published, provided: 'it is published' }),
  allow<Dataset>('editor', 'publish', 'dataset', {
    level: 'substantial',
    when: (actor, dataset) => actor.roles.some((grant) => grant.organisation === dataset.organisation),
    provided: 'it belongs to their organisation',
  }),
]
const dataset = { organisation: 'umweltamt', published: true }
const editor: Actor = { id: 'e1', name: 'Eva Beispiel', roles: [{ role: 'editor', organisation: 'umweltamt' }], level: 'substantial' }

test('everything not allowed is denied', () => {
  assert.equal(decide(rules, editor, 'dataset.delete', dataset).allowed, false)
  assert.equal(explain(rules, editor, 'dataset.delete'), 'Denied: no rule allows "dataset.delete".')
})

test('a guest may read what is published and nothing else', () => {
  assert.equal(decide(rules, guest, 'dataset.read', dataset).allowed, true)
  assert.equal(decide(rules, guest, 'dataset.read', { ...dataset, published: false }).allowed, false)
  assert.match(explain(rules, guest, 'dataset.publish', dataset), /nobody is signed in/)
})

test('role, level and condition are each needed, and each refusal says which is missing', () => {
  assert.equal(decide(rules, editor, 'dataset.publish', dataset).allowed, true)
  assert.match(explain(rules, { ...editor, roles: [] }, 'dataset.publish', dataset), /role editor is missing/)
  assert.match(explain(rules, { ...editor, level: 'low' }, 'dataset.publish', dataset), /does not reach "substantial"/)
  assert.match(explain(rules, editor, 'dataset.publish', { ...dataset, organisation: 'kämmerei' }), /belongs to their organisation/)
})

test('a condition without words is a programming error', () => {
  assert.throws(() => allow('editor', 'publish', 'dataset', { when: () => true }), /say the condition in words/)
})
