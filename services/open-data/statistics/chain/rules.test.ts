import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween, figuresOf, median } from './rules.ts'
import type { Chain } from './schema.ts'

const day = (text: string): Date => new Date(`${text}T12:00:00Z`)
const chain = (change: Partial<Chain>): Chain => ({ number: 1, title: 'Trinkbrunnen', isRefused: false, askedAt: day('2026-01-01'), answeredAt: null, publishedAt: null, reusedAt: null, dataset: null, showcase: null, ...change })

test('days are those of the calendar here, whatever the hour and the season', () => {
  assert.equal(daysBetween(new Date('2026-01-01T22:59:00Z'), new Date('2026-01-01T23:01:00Z')), 1)
  assert.equal(daysBetween(new Date('2026-03-28T23:30:00Z'), new Date('2026-03-29T22:30:00Z')), 1)
})

test('an answer on the promised day is in time, a day later it is not', () => {
  const promised = chain({ answeredAt: day('2026-01-29') })
  const late = chain({ answeredAt: day('2026-01-30') })
  assert.equal(figuresOf([promised]).onTime, 1)
  assert.equal(figuresOf([promised, late]).onTime, 0.5)
  assert.equal(figuresOf([promised, late]).toAnswer, 28.5)
})

test('what has not happened yet counts nowhere', () => {
  assert.deepEqual(figuresOf([chain({})]), { toAnswer: undefined, toData: undefined, toReuse: undefined, onTime: undefined })
  const whole = chain({ answeredAt: day('2026-01-05'), publishedAt: day('2026-02-01'), reusedAt: day('2026-02-11') })
  assert.deepEqual(figuresOf([whole, chain({})]), { toAnswer: 4, toData: 31, toReuse: 10, onTime: 1 })
})

test('the median has as many values above it as below it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      assert.equal(values.filter((value) => value < middle).length <= values.length / 2, true)
      assert.equal(values.filter((value) => value > middle).length <= values.length / 2, true)
    }),
  )
})
