import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import type { Consumption, Period, Reading, Register } from '../schema.ts'
import { chainPieces } from './chain.ts'
import { consumptionBy } from './consume.ts'
import { profileOf } from './profile.ts'

const day = plainDate
const register = (over: Partial<Register> = {}): Register => ({
  id: 'a', meterPointId: 1, code: 'total', serial: 'A1', from: instantAt(day('2024-01-01')), to: null, startReading: 0, endReading: null, digitsBefore: 6, digitsAfter: 3, factor: 1, unit: 'kWh', pulsesPerUnit: null, sign: 1, channel: null,
  expectedMinutes: 60, maxPerHour: null, ...over,
})
const order = { from: day('2024-01-01'), until: day('2026-01-01'), quantity: 'electricity' } as const
const by = (registers: readonly Register[], readings: readonly Reading[], period: Period, span: Partial<typeof order> = {}): Consumption[] => consumptionBy(chainPieces(registers, () => readings).pieces, { ...order, ...span, by: period })
const total = (list: readonly Consumption[], of: 'amount' | 'estimated' | 'hours' | 'covered' = 'amount'): number => list.reduce((sum, one) => sum + one[of], 0)
const close = (a: number, b: number): void => assert.ok(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a)), `${a} is not ${b}`)

const start = instantAt(order.from).getTime()
const length = instantAt(order.until).getTime() - start
// Rising readings at any minutes of two years, so that there are gaps of all lengths.
const readings = fc.array(fc.record({ minute: fc.integer({ min: 0, max: length / 60_000 }), rise: fc.integer({ min: 0, max: 50_000 }) }), { minLength: 2, maxLength: 60 }).map((steps) => {
  const moments = [...new Map(steps.map((step) => [step.minute, step])).values()].sort((a, b) => a.minute - b.minute)
  let value = 0
  return moments.map(({ minute, rise }): Reading => ({ at: new Date(start + minute * 60_000), value: (value += rise) / 1_000, source: 'device' }))
})

test('days, weeks, months and years add up to the same, and to what the readings say', () => {
  fc.assert(
    fc.property(readings, (list) => {
      const years = by([register()], list, 'year')
      for (const period of ['day', 'week', 'month'] as const) for (const field of ['amount', 'hours', 'covered'] as const) close(total(by([register()], list, period), field), total(years, field))
      close(total(years), list.at(-1)!.value)
      for (const one of by([register()], list, 'day')) {
        assert.ok(one.estimated >= 0 && one.estimated <= one.amount + 1e-9)
        assert.ok([23, 24, 25].includes(one.hours) && one.covered <= one.hours + 1e-9)
      }
    }),
  )
})

test('order, doubling and the lots in which readings come change nothing', () => {
  fc.assert(
    fc.property(readings, fc.array(fc.nat(1_000)), fc.array(fc.integer({ min: 0, max: 900 })), (list, order_, wrong) => {
      // Wrong readings among them, so that what is set aside is the same, too.
      const all = [...list, ...wrong.map((value, at): Reading => ({ at: new Date(start + (at + 1) * 86_400_000), value, source: 'device' }))]
      const mixed = [...all, ...order_.map((at) => all[at % all.length]!)].sort((a, b) => ((a.at.getTime() * 7 + a.value * 13) % 101) - ((b.at.getTime() * 7 + b.value * 13) % 101))
      assert.deepEqual(chainPieces([register()], () => mixed), chainPieces([register()], () => all))
    }),
  )
})

test('an exchange never makes or loses consumption', () => {
  fc.assert(
    fc.property(readings, fc.integer({ min: 1, max: 729 }), fc.integer({ min: 0, max: 900_000 }), (list, days, newStart) => {
      const at = instantAt(addDays(order.from, days))
      const before = list.filter((reading) => reading.at < at)
      const old = before.at(-1)?.value ?? 0
      const after = list.filter((reading) => reading.at >= at).map((reading) => ({ ...reading, value: reading.value - old + newStart }))
      if (after.some(({ value }) => value >= 1e6)) return
      const chain = [register({ to: at, endReading: old }), register({ id: 'b', from: at, startReading: newStart })]
      close(total(by(chain, [...before, ...after], 'month')), list.at(-1)!.value)
    }),
  )
})

test('the days on which clocks change have 23 and 25 hours and their share', () => {
  const steady: Reading[] = ['2025-03-29', '2025-04-01', '2025-10-25', '2025-10-28'].map((date) => ({ at: instantAt(day(date)), value: (instantAt(day(date)).getTime() - start) / 3_600_000, source: 'device' }))
  const spring = by([register()], steady, 'day', { from: day('2025-03-29'), until: day('2025-04-01') } as never)
  assert.deepEqual(spring.map(({ amount, hours, estimated }) => [amount, hours, estimated]), [[24, 24, 24], [23, 23, 23], [24, 24, 24]])
  const autumn = by([register()], steady, 'day', { from: day('2025-10-25'), until: day('2025-10-28') } as never)
  assert.deepEqual(autumn.map(({ amount, hours }) => [amount, hours]), [[24, 24], [25, 25], [24, 24]])
})

test('import less export: two chains of one point', () => {
  const at = (date: string) => instantAt(day(date))
  const chain = [register({ code: 'import' }), register({ id: 'x', code: 'export', sign: -1 })]
  const pieces = chainPieces(chain, (one) => [{ at: at('2025-06-02'), value: one.code === 'import' ? 10 : 14, source: 'device' }]).pieces
  close(total(consumptionBy(pieces, { ...order, by: 'year' })), -4)
})

test('a long gap is shared out as like days run: nothing at night where nights use nothing', () => {
  const rate = (moment: number) => (new Date(moment).getUTCHours() >= 6 && new Date(moment).getUTCHours() < 16 ? 2 : 0)
  let value = 0
  const hours = Array.from({ length: 40 * 24 }, (_, at): Reading => {
    const moment = instantAt(day('2025-01-07')).getTime() + at * 3_600_000
    const reading = { at: new Date(moment), value, source: 'device' as const }
    value += rate(moment)
    return reading
  })
  const gap = [instantAt(day('2025-01-20')).getTime() + 12 * 3_600_000, instantAt(day('2025-01-22')).getTime() + 12 * 3_600_000]
  const { pieces } = chainPieces([register({ from: hours[0]!.at })], () => hours.filter(({ at }) => at.getTime() <= gap[0]! || at.getTime() >= gap[1]!))
  const profile = profileOf(pieces)
  assert.ok(profile)
  const days = consumptionBy(pieces, { from: day('2025-01-20'), until: day('2025-01-23'), by: 'day', quantity: 'electricity', weigh: () => profile })
  days.forEach(({ amount }) => close(amount, 20))
  close(days[1]!.estimated, 20)
})
