import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cents, parseEuro, portion, splitCents, sumCents } from './money.ts'

test('amounts as people write them', () => {
  const cases: [string, number | undefined][] = [
    ['1.234,50', 123450], ['1234,5', 123450], ['1234.50', 123450], ['40 €', 4000], ['-3,20 Euro', -320], ['1.234', 123400], ['1,234.50', 123450],
    ['0,01', 1], ['+5', 500], ['1.234.567,89', 123456789], ['', undefined], ['€', undefined], ['1,2,3', undefined], ['1.234.50', undefined],
    ['12,345,6', undefined], ['1e5', undefined], ['abc', undefined], ['5,123', 512300], ['99999999999999999', undefined],
  ]
  for (const [text, amount] of cases) assert.equal(parseEuro(text), amount, text)
})

test('German text of any amount reads back as the amount', () => {
  const german = new Intl.NumberFormat('de', { style: 'currency', currency: 'EUR' })
  fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
    assert.equal(parseEuro(german.format(amount / 100)), amount === 0 ? 0 : amount)
  }))
})

test('splitting loses no cent and stays within one cent of the exact share', () => {
  fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((all) => all.some((w) => w > 0)), (amount, weights) => {
    const parts = splitCents(cents(amount), weights)
    assert.equal(sumCents(parts), amount === 0 ? 0 : amount)
    const total = weights.reduce((a, b) => a + b, 0)
    for (const [index, part] of parts.entries()) assert.ok(Math.abs(part - (amount * weights[index]!) / total) < 1)
  }))
  assert.deepEqual(splitCents(cents(100), [1, 1, 1]), [34, 33, 33])
  assert.throws(() => splitCents(cents(1), [0, 0]), RangeError)
})

test('portions round half away from zero', () => {
  assert.equal(portion(cents(250), 1, 100), 3)
  assert.equal(portion(cents(-250), 1, 100), -3)
  assert.equal(portion(cents(9_007_199_254_740_991), 1, 3), 3_002_399_751_580_330)
  assert.throws(() => cents(1.5), RangeError)
})
