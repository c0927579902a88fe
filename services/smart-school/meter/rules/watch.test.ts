import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { baseLoadOf, changePoint, quantile, yearlyCents, type Night } from './base-load.ts'
import { findLeak, leakCents, type FlowDay } from './flow-leak.ts'

const nights = (levels: readonly number[]): Night[] => levels.map((kilowatts, at) => ({ day: `2025-01-${String(at + 1).padStart(2, '0')}`, kilowatts, free: true }))

test('the base load is the lower fifth of free nights; one evening event does not count, nor do school nights', () => {
  const load = baseLoadOf([], [...nights([4, 4, 4, 4, 30]), { day: '2025-02-01', kilowatts: 0, free: false }], 10_000)
  assert.deepEqual([load?.kilowatts, load?.perSquareMetre, load?.nights, load?.unexplained], [4, 0.4, 5, 0])
  assert.equal(baseLoadOf([], nights([4, 4, 4]), 10_000), undefined, 'three nights tell nothing')
})

test('more than usual for the area is unexplained, and has a price', () => {
  const load = baseLoadOf([], nights([15, 15, 15, 15]), 10_000)
  assert.equal(load?.unexplained, 3)
  assert.equal(yearlyCents(3, 300_000), 788_400) // 3 kW × 8,760 h × 30 ct
})

test('a level that changes for good is found with its night; noise and a single night are not', () => {
  const found = changePoint(nights([2, 2.1, 1.9, 2, 2.05, 5, 5.1, 4.9, 5, 5.05]))
  assert.deepEqual([found?.since, found?.before.toFixed(2), found?.after.toFixed(2)], ['2025-01-06', '2.01', '5.01'])
  assert.equal(changePoint(nights([2, 2.1, 1.9, 2, 2.05, 2.1, 1.95, 2, 2.02, 1.98])), undefined)
  assert.equal(changePoint(nights([2, 2.1, 1.9, 2, 9, 2.1, 1.95, 2, 2.02, 1.98])), undefined)
  fc.assert(fc.property(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 4, max: 12 }), fc.double({ min: 1, max: 50, noNaN: true }), (left, right, level) => {
    const step = changePoint(nights([...Array<number>(left).fill(level), ...Array<number>(right).fill(level * 2)]))
    assert.equal(step?.since, nights(Array<number>(left + 1).fill(0)).at(-1)?.day)
  }))
})

test('quantiles lie between the values', () => assert.deepEqual([quantile([1, 2, 3, 4, 5], 0.5), quantile([1, 3], 0.25), quantile([7], 0.2)], [3, 1.5, 7]))

const day = (at: number, least: number, hours = 24): FlowDay => ({ day: `2025-03-${String(at).padStart(2, '0')}`, hours: Array.from({ length: hours }, (_, hour) => (hour === 3 ? least : least + 0.2)) })
test('water that never rests for three days is a leak, with litres a day; one hour of rest ends it', () => {
  assert.deepEqual(findLeak([day(1, 0), day(2, 0.05), day(3, 0.05), day(4, 0.05)]), { since: '2025-03-02', days: 3, litresPerDay: 1_200 })
  assert.equal(findLeak([day(2, 0.05), day(3, 0), day(4, 0.05)]), undefined)
  assert.equal(findLeak([day(3, 0.05), day(4, 0.05)]), undefined, 'two days may be two late evenings')
  assert.equal(findLeak([day(1, 0.05), day(2, 0.05, 10), day(3, 0.05)]), undefined, 'a day that was hardly measured says nothing')
  assert.equal(leakCents(1_000, 2_000_000), 73_000) // 365 m³ at 2 €
})
