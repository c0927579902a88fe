import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { algorithms, dueSteps, nextChange, publishedAfter, publishedBefore, signsFor, type Key, type KeyStep } from './key-rules.ts'

const hour = 3_600_000
const start = new Date('2026-03-10T01:30:00Z')
const later = (hours: number): Date => new Date(start.getTime() + hours * hour)

let made = 0
function apply(keys: readonly Key[], steps: readonly KeyStep[], now: Date): Key[] {
  return steps.reduce<Key[]>((all, step) => {
    if (step.do === 'delete') return all.filter(({ kid }) => kid !== step.kid)
    if (step.do === 'make') return [...all, { kid: `key-${++made}`, algorithm: step.algorithm, state: step.state, activatedAt: step.state === 'active' ? now : null, retiredAt: null, createdAt: now }]
    return all.map((key) => (key.kid === step.from ? { ...key, state: 'retired', retiredAt: now } : key.kid === step.to ? { ...key, state: 'active', activatedAt: now } : key))
  }, [...keys])
}

test('a rotation: published a day, signs, is published until everything signed is over, gone', () => {
  const states = (keys: readonly Key[]) => keys.filter(({ algorithm }) => algorithm === 'ES256').map(({ state }) => state)
  let keys = apply([], dueSteps([], start), start)
  assert.deepEqual(keys.map(({ algorithm, state }) => [algorithm, state]), algorithms.map((algorithm) => [algorithm, 'active']))
  assert.deepEqual(dueSteps(keys, later(24 * 90 - 1)), [])
  const run = (hours: number) => (keys = apply(keys, dueSteps(keys, later(hours)), later(hours)))
  assert.deepEqual(states(run(24 * 90)), ['active', 'next'])
  assert.deepEqual(states(run(24 * 91 - 1)), ['active', 'next'])
  assert.deepEqual(states(run(24 * 91)), ['retired', 'active'])
  assert.deepEqual(states(run(24 * 92 + 7)), ['retired', 'active'])
  assert.deepEqual(states(run(24 * 92 + 8)), ['active'])
})

test('whenever the job runs and whoever begins a rotation: one key signs, known for a day, and what it signed can be checked', () => {
  const moves = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 24 * 100 }), begin: fc.boolean() }), { maxLength: 40 })
  fc.assert(
    fc.property(moves, (all) => {
      let [keys, hours] = [apply([], dueSteps([], start), start), 0]
      const first = new Set(keys.map(({ kid }) => kid))
      for (const { wait, begin } of all) {
        const now = later((hours += wait))
        const before = keys
        keys = apply(keys, dueSteps(keys, now, { begin }), now)
        for (const algorithm of algorithms) {
          const own = keys.filter((key) => key.algorithm === algorithm)
          assert.equal(own.filter(({ state }) => state === 'active').length, 1)
          assert.ok(own.filter(({ state }) => state === 'next').length <= 1)
        }
        for (const { kid, state, activatedAt, createdAt } of keys) if (state === 'active' && !first.has(kid)) assert.ok((activatedAt?.getTime() ?? 0) - createdAt.getTime() >= publishedBefore)
        for (const gone of before.filter(({ kid }) => !keys.some((key) => key.kid === kid))) {
          assert.equal(gone.state, 'retired')
          assert.ok(now.getTime() - (gone.retiredAt?.getTime() ?? now.getTime()) >= publishedAfter)
        }
        for (const key of keys.filter(({ state }) => state === 'active')) if (!keys.some(({ algorithm, state }) => algorithm === key.algorithm && state === 'next')) assert.ok(nextChange(key).getTime() > now.getTime(), 'nothing due is left over')
      }
    }),
  )
  assert.ok(signsFor > publishedBefore + publishedAfter, 'rotations do not overlap')
})
