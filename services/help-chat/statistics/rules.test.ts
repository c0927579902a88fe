import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import { answerClassOf, inSteps, mostNamed, returnClassOf, rowsOf } from './rules.ts'

test('the first answer falls into a class by days', () => {
  const began = plainDate('2026-03-02')
  for (const [day, wanted] of [['2026-03-02', 'same-day'], ['2026-03-03', 'one-two-days'], ['2026-03-04', 'one-two-days'], ['2026-03-05', 'three-seven-days'], ['2026-03-09', 'three-seven-days'], ['2026-03-10', 'longer']] as const)
    assert.equal(answerClassOf(began, plainDate(day)), wanted, day)
})

test('coming back is counted in three steps', () => {
  assert.deepEqual([0, 1, 2, 40].map(returnClassOf), ['never', 'once', 'more', 'more'])
})

test('the most named category is said only when no other can be larger', () => {
  const row = (category: string, told: number | 'small' | 'complementary') => ({ category, told })
  assert.equal(mostNamed([row('a', 9), row('b', 14), row('c', 'small')], 5), 'b')
  assert.equal(mostNamed([row('a', 10), row('b', 14)], 5), undefined, 'a may be 14, too')
  assert.equal(mostNamed([row('a', 9), row('b', 14), row('c', 'complementary')], 5), undefined)
  assert.equal(mostNamed([row('a', 'small'), row('b', 'small')], 5), undefined)
  assert.equal(mostNamed([row('a', 9)], 5), undefined)
})

test('a number grows in steps', () => {
  for (const [before, now, wanted] of [[0, 0, 0], [0, 4, 0], [0, 5, 5], [5, 9, 5], [5, 10, 10], [6, 13, 13]] as const) assert.equal(inSteps(before, now, 5), wanted, `${before} to ${now}`)
})

test('whoever keeps every table learns of no month a number below five', () => {
  const k = 5
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 24 }), (added) => {
      let [truth, shown] = [0, 0]
      // What a reader knows of the true count after a month: exactly, when the number moved; else it and up to k-1 more.
      let known = { low: 0, high: 0 }
      for (const [month, n] of added.entries()) {
        truth += n
        const next = inSteps(shown, truth, k)
        const now = next !== shown ? { low: next, high: next } : { low: next, high: next + k - 1 }
        assert.ok(now.low <= truth && truth <= now.high)
        const growth = { low: Math.max(0, now.low - known.high), high: now.high - known.low }
        assert.ok(growth.low >= k || growth.high - growth.low + 1 >= k, `month ${month}: between ${growth.low} and ${growth.high}`)
        ;[shown, known] = [next, now]
      }
    }),
  )
})

test('a published table becomes rows in the order of its categories', () => {
  const entries = [{ place: [null], said: { shown: 20 } }, { place: ['b'], said: { suppressed: 'small' as const } }, { place: ['a'], said: { shown: 18 } }]
  assert.deepEqual(rowsOf(entries, ['a', 'b']), { rows: [{ category: 'a', told: 18 }, { category: 'b', told: 'small' }], total: 20 })
  const nothing = [{ place: [null], said: { shown: 0 } }, { place: ['a'], said: { shown: 0 } }]
  assert.deepEqual(rowsOf(nothing, ['a']), { rows: [{ category: 'a', told: 'small' }], total: 'complementary' }, 'a zero is no zero here')
  assert.throws(() => rowsOf(entries, ['c']))
})
