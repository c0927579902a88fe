import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { answerClassOf, mostNamed, returnClassOf, rowsOf } from './rules.ts'

test('the first answer falls into a class by days', () => {
  const began = plainDate('2026-03-02')
  for (const [day, wanted] of [['2026-03-02', 'same-day'], ['2026-03-03', 'one-two-days'], ['2026-03-04', 'one-two-days'], ['2026-03-05', 'three-seven-days'], ['2026-03-09', 'three-seven-days'], ['2026-03-10', 'longer']] as const)
    assert.equal(answerClassOf(began, plainDate(day)), wanted, day)
})

test('coming back is counted in three steps', () => {
  assert.deepEqual([0, 1, 2, 40].map(returnClassOf), ['never', 'once', 'more', 'more'])
})

test('the most named category is said only when nothing withheld can be larger', () => {
  const row = (category: string, told: number | 'small' | 'complementary') => ({ category, told })
  assert.equal(mostNamed([row('a', 9), row('b', 12), row('c', 'small')]), 'b')
  assert.equal(mostNamed([row('a', 9), row('b', 12), row('c', 'complementary')]), undefined)
  assert.equal(mostNamed([row('a', 9), row('b', 9)]), undefined)
  assert.equal(mostNamed([row('a', 'small'), row('b', 0)]), undefined)
})

test('a published table becomes rows in the order of its categories', () => {
  const entries = [{ place: [null], said: { shown: 20 } }, { place: ['b'], said: { suppressed: 'small' as const } }, { place: ['a'], said: { shown: 18 } }]
  assert.deepEqual(rowsOf(entries, ['a', 'b']), { rows: [{ category: 'a', told: 18 }, { category: 'b', told: 'small' }], total: 20 })
  assert.throws(() => rowsOf(entries, ['c']))
})
