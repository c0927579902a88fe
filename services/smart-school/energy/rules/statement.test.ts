import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import type { Account, Line } from '../schema.ts'
import { degreeDay, normalDegreeDays } from './degree-days.ts'
import { evaluate, roundTo } from './formula.ts'
import { indexValue } from './index-value.ts'
import { differences, lineValue, statementOf, type StatementOrder } from './statement.ts'
import { mixedBounds, targetsOn } from './targets.ts'

const account: Account = { schoolId: 1, startsOn: plainDate('2024-01-01'), reviewYears: 3, sharePercent: 50, normalDegreeDays: 3_300, normalSource: 'Annahme', pointCents: 1_000, mostBonusCents: 30_000 }
const order = (over: Partial<StatementOrder> = {}): StatementOrder => ({
  account, year: 2024,
  baseline: [
    { quantity: 'heat', year: 2021, amount: 300_000, degreeDays: 3_300, source: 'Rechnung' },
    { quantity: 'heat', year: 2022, amount: 270_000, degreeDays: 3_000, source: 'Rechnung' },
    { quantity: 'heat', year: 2023, amount: 288_000, degreeDays: 3_300, source: 'Rechnung' },
  ],
  corrections: [], measured: [{ quantity: 'heat', amount: 250_000, estimated: 0, covered: 1 }], degreeDays: { value: 2_970, source: 'Schulhof' },
  tariffs: [{ schoolId: 0, quantity: 'heat', from: plainDate('2020-01-01'), price: 100_000, source: 'Vertrag' }], activities: [], ...over,
})
const at = (lines: readonly Line[], id: string): number | undefined => lines.find((line) => line.id === id)?.value

test('the worked example: baseline, weather, saving, half of it', () => {
  const { lines, payoutCents, missing } = statementOf(order())
  assert.deepEqual(missing, [])
  assert.equal(at(lines, 'heat.base.2022'), 297_000) // 270,000 × 3,300 / 3,000
  assert.equal(at(lines, 'heat.mean'), 295_000) // (300,000 + 297,000 + 288,000) / 3
  assert.equal(at(lines, 'heat.expected'), 265_500) // × 2,970 / 3,300
  assert.equal(at(lines, 'heat.saving'), 15_500)
  assert.equal(at(lines, 'heat.value'), 155_000) // at 10 ct: 1,550.00 €
  assert.equal(payoutCents, 77_500)
})

test('half a year more area raises the baseline by half of it; a price that changes is weighted by days', () => {
  const { lines } = statementOf(order({
    corrections: [{ id: 'a', quantity: 'heat', kind: 'area', from: plainDate('2024-07-02'), factor: 1.1, reason: 'Anbau' }],
    tariffs: [{ schoolId: 0, quantity: 'heat', from: plainDate('2020-01-01'), price: 100_000, source: '' }, { schoolId: 0, quantity: 'heat', from: plainDate('2024-07-02'), price: 120_000, source: '' }],
  }))
  assert.equal(at(lines, 'heat.correction.1'), 1.05) // 183 of 366 days
  assert.equal(at(lines, 'heat.baseline'), 309_750)
  assert.equal(at(lines, 'heat.price'), 11)
})

test('who saves nothing pays nothing, and is paid for what was done', () => {
  const { lines, payoutCents } = statementOf(order({ measured: [{ quantity: 'heat', amount: 400_000, estimated: 0, covered: 1 }], activities: [{ id: 'a', onDay: plainDate('2024-03-01'), activity: 'Energiedetektive', points: 12, evidence: '' }] }))
  assert.ok(at(lines, 'saved')! < 0)
  assert.equal(at(lines, 'share'), 0)
  assert.equal(payoutCents, 12_000)
})

test('without a whole year of readings there is no saving, and it is said what is missing', () => {
  assert.deepEqual(statementOf(order({ measured: [{ quantity: 'heat', amount: 1, estimated: 0, covered: 0.9 }] })).missing, [{ what: 'measured', quantity: 'heat' }])
  assert.deepEqual(statementOf(order({ degreeDays: undefined })).missing.map(({ what }) => what), ['weather'])
  assert.deepEqual(statementOf(order({ tariffs: [] })).missing, [{ what: 'tariff', quantity: 'heat' }])
})

test('every line can be computed again from what stands on the page, and the payout is never negative', () => {
  const amount = fc.double({ min: 0, max: 500_000, noNaN: true })
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0.5, max: 2, noNaN: true }), fc.integer({ min: 1, max: 3_650 }), fc.integer({ min: 0, max: 20 }), (base, used, factor, days, points) => {
      const statement = statementOf(order({
        baseline: [{ quantity: 'heat', year: 2021, amount: base, degreeDays: 3_100, source: '' }, { quantity: 'electricity', year: 2021, amount: base / 7, degreeDays: null, source: '' }],
        measured: [{ quantity: 'heat', amount: used, estimated: 0, covered: 1 }, { quantity: 'electricity', amount: used / 9, estimated: 0, covered: 0.99 }],
        corrections: [{ id: 'a', quantity: 'electricity', kind: 'hours', from: plainDate(`20${15 + (days % 10)}-05-17`), factor, reason: 'Ganztag' }],
        activities: [{ id: 'a', onDay: plainDate('2024-03-01'), activity: 'Rundgang', points, evidence: '' }],
      }))
      const known = new Map<string, number>()
      for (const line of statement.lines) {
        assert.equal(lineValue(line, (id) => known.get(id)), line.value)
        known.set(line.id, line.value)
      }
      assert.ok(Number.isInteger(statement.payoutCents) && statement.payoutCents >= 0)
      assert.deepEqual(differences(statement.lines, JSON.parse(JSON.stringify(statement.lines)) as Line[]), [])
    }),
  )
})

test('a line that changed afterwards is found', () => {
  const [then, now] = [statementOf(order()), statementOf(order({ measured: [{ quantity: 'heat', amount: 240_000, estimated: 0, covered: 1 }] }))]
  assert.deepEqual(differences(then.lines, now.lines).map(({ id }) => id), ['heat.measured', 'heat.saving', 'heat.value', 'saved', 'share', 'payout'])
})

test('formulas: order of operations, brackets, smaller and larger; nothing else', () => {
  assert.equal(evaluate('{0} + 2 × ({1} − 1) ÷ 4', [1, 7]), 4)
  assert.equal(evaluate('max(0; min({0}; 5)) × 2', [9]), 10)
  for (const wrong of ['{2}', '1 +', 'alert(1)', '1 2', '(1']) assert.throws(() => evaluate(wrong, [1, 2]), wrong)
  assert.deepEqual([1.005, -1.005, 2.5, -0.4].map((value, at_) => roundTo(value, [2, 2, 0, 0][at_]!)), [1.01, -1.01, 3, 0])
})

test('degree days: 20 less the mean below 15 °C, else none; the assumed mean year lies where lowland stations in the west lie', () => {
  assert.deepEqual([-5, 14.9, 15, 22].map((mean) => Number(degreeDay(mean).toFixed(1))), [25, 5.1, 0, 0])
  assert.ok(normalDegreeDays > 3_000 && normalDegreeDays < 3_600, String(normalDegreeDays))
})

test('limits of a school with a hall are weighted by area; the index is per square metre, brought to a mean year', () => {
  const set = targetsOn('vdi-3807', plainDate('2025-01-01'))
  assert.ok(set)
  assert.deepEqual(mixedBounds(set, 'heat', 4_000, 1_000), { limit: 154 * 0.75 + 187 * 0.25, target: 90 * 0.75 + 92 * 0.25 })
  assert.deepEqual(mixedBounds(set, 'electricity', 1_000, 0), { limit: 14, target: 6 })
  assert.equal(targetsOn('vdi-3807', plainDate('2000-01-01')), undefined)
  assert.equal(indexValue('heat', 200_000, 365 * 24, 2_000, 3_000, 3_300)?.value, 110)
  assert.equal(indexValue('water', 73, 73 * 24, 1_000, 0, 3_300)?.value, 365)
  assert.equal(indexValue('heat', 200_000, 30 * 24, 2_000, 600, 3_300), undefined)
  assert.equal(indexValue('heat', 4_000, 90 * 24, 2_000, 20, 3_300), undefined, 'a summer is no year')
})
