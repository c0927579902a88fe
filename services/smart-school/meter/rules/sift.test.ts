import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../schema.ts'
import { siftReadings, type SiftLimits } from './sift.ts'

const plain: SiftLimits = { capacity: 100_000, mayReset: false, maxPerHour: null, step: 1 }
const hourly = (values: readonly number[], source: Reading['source'] = 'device'): Reading[] => values.map((value, at) => ({ at: new Date(Date.UTC(2025, 0, 1, at)), value, source }))
const look = (values: readonly number[], limits: Partial<SiftLimits> = {}) => {
  const { steps, aside } = siftReadings(hourly(values), { ...plain, ...limits })
  return { total: steps.reduce((sum, { amount }) => sum + amount, 0), kinds: [...new Set(steps.map(({ kind }) => kind))].filter((kind) => kind !== 'up'), aside: aside.map(({ value, reason }) => [value, reason]) }
}

test('readings that rise all count', () => assert.deepEqual(look([5, 5, 7, 12]), { total: 7, kinds: [], aside: [] }))
test('one wrong reading upwards or downwards is set aside, and nothing is lost or invented', () => {
  assert.deepEqual(look([100, 101, 999, 102, 103]), { total: 3, kinds: [], aside: [[999, 'spike']] })
  assert.deepEqual(look([100, 101, 9, 102, 103]), { total: 3, kinds: [], aside: [[9, 'backwards']] })
  assert.deepEqual(look([100, 101, 0, 0, 0, 0, 0, 102, 103]).total, 3)
})
test('a display that begins again at zero goes on counting', () => {
  assert.deepEqual(look([99_997, 99_999, 1, 3]), { total: 6, kinds: ['overflow'], aside: [] })
  assert.deepEqual(look([99_990, 2]), { total: 12, kinds: ['overflow'], aside: [] })
})
test('zeros of a broken device near the end of the display are no overflow', () => assert.deepEqual(look([99_990, 99_991, 0, 99_992, 99_993, 99_994]), { total: 4, kinds: [], aside: [[0, 'backwards']] }))
test('a device that restarts counts from zero: what it has counted since counts', () => {
  assert.deepEqual(look([500, 510, 520, 4, 14, 24], { mayReset: true, capacity: 2 ** 32 }), { total: 44, kinds: ['reset'], aside: [] })
  assert.deepEqual(look([500, 510, 520, 0, 521, 531], { mayReset: true, capacity: 2 ** 32 }), { total: 31, kinds: [], aside: [[0, 'backwards']] })
})
test('a display does not restart: a lasting lower level counts nothing and is said', () => {
  const twenty = (from: number) => Array.from({ length: 20 }, (_, at) => from + at)
  assert.deepEqual(look([...twenty(5_000), ...twenty(50)]), { total: 38, kinds: ['unexplained'], aside: [] })
  assert.deepEqual(look([...twenty(5_000), 50, 51]).aside, [[50, 'backwards'], [51, 'backwards']], 'as long as few readings speak for it they are set aside')
})
test('more than can flow is set aside, or is an exchange when it lasts', () => {
  assert.deepEqual(look([10, 11, 5_000, 5_001], { maxPerHour: 5 }).total, 1)
  assert.deepEqual(look(Array.from({ length: 40 }, (_, at) => (at < 20 ? at : 5_000 + at)), { maxPerHour: 5 }), { total: 38, kinds: ['unexplained'], aside: [] })
})
test('of two readings of one moment the one of the form counts, then the one that a person read', () => {
  const at = new Date(Date.UTC(2025, 0, 1))
  const { first, aside } = siftReadings([{ at, value: 7, source: 'device' }, { at, value: 8, source: 'manual' }, { at, value: 7, source: 'device' }], plain)
  assert.equal(first?.value, 8)
  assert.deepEqual(aside.map(({ value, reason }) => [value, reason]), [[7, 'contradicts']])
})
