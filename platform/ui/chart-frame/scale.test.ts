import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linePath, niceTicks, scale, sparse, spread } from './scale.ts'

test('axis values are round and enclose the data', () => {
  assert.deepEqual(niceTicks(16.9, 97), [0, 25, 50, 75, 100])
  assert.deepEqual(niceTicks(0, 1), [0, 0.25, 0.5, 0.75, 1])
  assert.deepEqual(niceTicks(-3, 4), [-4, -2, 0, 2, 4])
  assert.deepEqual(niceTicks(0.1, 0.3), [0.1, 0.15, 0.2, 0.25, 0.3])
  assert.throws(() => niceTicks(Number.NaN, 1), RangeError)
})

test('any data gets two to eight axis values around it', () => {
  const limit = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-6)
  fc.assert(
    fc.property(limit, limit, (a, b) => {
      const [min, max] = a < b ? [a, b] : [b, a]
      const ticks = niceTicks(min, max)
      const slack = Math.abs(max - min) * 1e-6 + Math.abs(max) * 1e-6
      assert.ok(ticks.length >= 2 && ticks.length <= 8, `${ticks.length} values`)
      assert.ok((ticks[0] ?? Infinity) <= min + slack && (ticks.at(-1) ?? -Infinity) >= max - slack, `${ticks.join(' ')} around ${min} to ${max}`)
    }),
  )
})

test('gaps stay gaps', () => {
  assert.equal(linePath([[0, 1], [1, 2], null, [3, 4], [4, 5]]), 'M0 1L1 2M3 4L4 5')
  assert.equal(linePath([null, null]), '')
})

test('labels move apart without leaving their order', () => {
  assert.deepEqual(spread([10, 12, 100], 20, [0, 200]), [10, 30, 100])
  assert.deepEqual(spread([198, 196], 20, [0, 200]), [200, 180])
})

test('long rows of labels are thinned evenly', () => {
  assert.deepEqual(sparse(34, 7), [0, 5, 10, 15, 20, 25, 30])
  assert.deepEqual(sparse(3, 7), [0, 1, 2])
  assert.equal(scale([0, 10], [0, 100])(2.5), 25)
})
