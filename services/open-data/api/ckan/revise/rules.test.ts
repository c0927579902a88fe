import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { filtered, merged, mergedAt, unmatched, valueAt } from './rules.ts'

const pack = { id: 'p', title: 'T', notes: 'N', resources: [{ id: '1492abc', name: 'one', url: 'u' }, { id: '99999fe', name: 'two' }] }

describe('package_revise', () => {
  it('compares what is named, in records and lists', () => {
    assert.deepEqual(unmatched(pack, { title: 'T', resources: [{ name: 'one' }] }), [])
    assert.deepEqual(unmatched(pack, { title: 'X', resources: [{}, { name: 'one' }, {}] }), ['title', 'resources__1__name', 'resources__2'])
  })
  it('finds entries by position, from the end, and by the beginning of an id', () => {
    assert.equal(valueAt(pack, 'resources__0__name').value, 'one')
    assert.equal(valueAt(pack, 'resources__-1__name').value, 'two')
    assert.deepEqual(valueAt(pack, 'resources__99999__name'), { value: 'two', at: ['resources', 1, 'name'] })
    for (const path of ['resources__2', 'resources__12345', 'nothing', 'title__x', 'resources__-3']) assert.throws(() => valueAt(pack, path), /Unmatched key/, path)
  })
  it('filters by patterns, of which the first that fits counts', () => {
    assert.deepEqual(filtered(pack, ['-resources__1']), { ...pack, resources: [pack.resources[0]] })
    assert.deepEqual(filtered(pack, ['+resources', '-*']), { resources: pack.resources })
    assert.deepEqual(filtered(pack, ['+title', '+resources', '-*']), { title: 'T', resources: pack.resources })
    assert.deepEqual(filtered(pack, ['+resources__1492a__id', '-resources__1492a__*']).resources, [{ id: '1492abc' }, pack.resources[1]])
    assert.deepEqual(filtered(pack, ['-nothing', '-resources__7']), pack)
    assert.deepEqual(filtered(pack, ['-*']), {})
  })
  it('updates deeply, and adds to lists', () => {
    assert.deepEqual(merged(pack, { notes: 'new', resources: [{ mood: 'x' }] }), { ...pack, notes: 'new', resources: [{ ...pack.resources[0], mood: 'x' }, pack.resources[1]] })
    assert.deepEqual(mergedAt(pack, 'resources__extend', [{ name: 'three' }])['resources'], [...pack.resources, { name: 'three' }])
    assert.deepEqual(mergedAt(pack, 'resources__99999', { name: 'zwei' })['resources'], [pack.resources[0], { id: '99999fe', name: 'zwei' }])
    assert.deepEqual(mergedAt(pack, 'resources__-1__name', 'zwei')['resources'], [pack.resources[0], { id: '99999fe', name: 'zwei' }])
    assert.equal(mergedAt(pack, 'new', 1)['new'], 1)
    assert.throws(() => merged(pack, { resources: {} }), /Expected list for resources/)
    assert.throws(() => mergedAt(pack, 'resources__extend', {}), /Expected list for resources/)
    assert.throws(() => mergedAt(pack, 'title__x', 1), /Expected list or dict for title/)
  })
  it('property: what was merged in matches afterwards, and the rest is as it was', () => {
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.integer()))
    fc.assert(
      fc.property(record, record, (before, update) => {
        const after = merged(before, update) as Record<string, unknown>
        assert.deepEqual(unmatched(after, update), [])
        for (const [key, value] of Object.entries(before)) if (!(key in update)) assert.equal(after[key], value)
      }),
    )
  })
})
