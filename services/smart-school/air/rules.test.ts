import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantAt, plainDate } from '@modellregion/standards'
import fc from 'fast-check'
import type { Point } from '../store/schema.ts'
import { airingsOf, driftOf, overAiringsOf, wallHumidity } from './airing.ts'
import { lessonsOf } from './lessons.ts'
import { airOf, bandOf, inOrder, presenceIn, riseIn } from './rules.ts'

const start = instantAt(plainDate('2026-11-16'), 8)
const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)
const series = (values: readonly number[], step = 10): Point[] => values.map((value, n) => ({ at: at(n * step), value }))
const lesson = { from: '08:00', to: '08:45' }

test('bands of the guide values', () => {
  assert.deepEqual([420, 999.9, 1_000, 2_000, 2_000.1].map(bandOf), ['good', 'good', 'raised', 'raised', 'high'])
})

test('a lesson that rises evenly from 500 to 1,400 is half of it above 1,000', () => {
  const air = airOf(series([500, 700, 900, 1_100, 1_300, 1_500]), at(0), at(45))
  assert.deepEqual({ ...air.minutes, mean: air.mean, max: air.max }, { good: 25, raised: 20, high: 0, none: 0, mean: 950, max: 1_400 })
})

test('a hole is no good air: it counts as not measured', () => {
  const air = airOf([...series([500, 500]), { at: at(45), value: 500 }], at(0), at(45))
  assert.deepEqual(air.minutes, { good: 10, raised: 0, high: 0, none: 35 })
  assert.deepEqual(airOf([], at(0), at(45)).minutes, { good: 0, raised: 0, high: 0, none: 45 })
})

test('the minutes of a lesson add up to its length, whatever came in and in whichever order, also on days when the clocks change', () => {
  const days = ['2026-03-29', '2026-10-25', '2026-11-16'].map(plainDate)
  const values = fc.array(fc.record({ minute: fc.integer({ min: -90, max: 300 }), value: fc.double({ min: 0, max: 6_000, noNaN: true }) }), { maxLength: 40 })
  fc.assert(fc.property(fc.constantFrom(...days), values, fc.constantFrom('00:30', '01:45', '02:15', '08:00'), (day, raw, from) => {
    const to = { '00:30': '01:15', '01:45': '02:30', '02:15': '03:05', '08:00': '08:45' }[from]!
    const base = instantAt(day, Number(from.slice(0, 2)), Number(from.slice(3)))
    const points = raw.map(({ minute, value }) => ({ at: new Date(base.getTime() + minute * 60_000), value }))
    const [one] = lessonsOf([{ from, to }], day, points, null, true)
    const [other] = lessonsOf([{ from, to }], day, [...points].reverse(), null, true)
    const { good, raised, high, none } = one!.minutes
    assert.ok(Math.abs(good + raised + high + none - (one!.until.getTime() - one!.from.getTime()) / 60_000) < 1e-6)
    assert.ok([good, raised, high, none].every((minutes) => minutes >= -1e-9))
    assert.ok(Math.abs((one!.mean ?? 0) - (other!.mean ?? 0)) < 1e-6 && one!.presence === other!.presence)
    if (one!.mean !== null) assert.ok(one!.mean <= one!.max! + 1e-6)
  }))
})

test('an empty room is empty and not good; people make CO₂ rise; movement decides where it is measured', () => {
  const of = (values: readonly number[], motion: number | null = null) => lessonsOf([lesson], plainDate('2026-11-16'), series(values), motion === null ? null : [{ at: at(20), value: motion }], true)[0]!
  assert.equal(of([430, 428, 431, 429, 430, 430]).presence, 'empty')
  assert.equal(of([1_500, 1_420, 1_350, 1_280, 1_220, 1_160]).presence, 'empty', 'it only decays: they have left')
  assert.equal(of([450, 560, 690, 800, 900, 990]).presence, 'occupied')
  assert.equal(of([450, 455, 452, 458, 450, 455], 7).presence, 'occupied', 'open windows, but people')
  assert.equal(of([760, 770, 790, 770, 780, 790]).presence, 'unknown')
  assert.equal(of([760, 770, 790, 770, 780, 790], 0).presence, 'empty')
  assert.equal(of([]).presence, 'unknown')
  assert.equal(presenceIn(airOf([], at(0), at(45)), 0, null), 'unknown')
  assert.equal(riseIn(series([900, 700, 760, 500, 590]), at(0), at(40)), 90)
})

test('one value per moment, in order', () => {
  assert.deepEqual(inOrder([{ at: at(10), value: 2 }, { at: at(0), value: 1 }, { at: at(10), value: 4 }, { at: at(5), value: Number.NaN }]), [{ at: at(0), value: 1 }, { at: at(10), value: 3 }])
})

test('an airing is recognised by its fast fall; slow decay is none', () => {
  const [airing, ...others] = airingsOf(series([1_200, 1_300, 1_350, 700, 560, 620, 700]))
  assert.deepEqual([airing?.from, airing?.until, airing?.how, others.length], [at(20), at(40), 'thorough', 0])
  assert.ok(airing!.changesPerHour > 4 && airing!.changesPerHour < 8)
  assert.equal(airingsOf(series([1_350, 1_300, 1_250, 1_205, 1_160])).length, 0)
  assert.equal(airingsOf(series([1_350, 1_000, 990]))[0]?.how, 'partly')
  assert.equal(airingsOf(series([1_350, 450], 45)).length, 0, 'a hole is no airing')
})

test('windows that stay open in fresh air: heat loss by the formula', () => {
  const co2 = series([1_300, 600, 470, 440, 435, 440])
  const warm = series([21, 19.5, 18.5, 17.5, 16.5, 15.5])
  const [over] = overAiringsOf(co2, warm, { volumeM3: 180, outdoorCelsius: 3 })
  assert.deepEqual([over?.from, over?.until, over?.minutes, over?.fell], [at(20), at(50), 30, 3])
  const changes = Math.min(10, Math.log((1_300 - 425) / 20) / 0.5)
  assert.ok(Math.abs(over!.kilowattHours! - (0.34 * 180 * changes * 14 * 0.5) / 1_000) < 0.01)
  assert.equal(overAiringsOf(co2, warm, { volumeM3: null, outdoorCelsius: 3 })[0]?.kilowattHours, null)
  assert.equal(overAiringsOf(co2, series([21, 21, 21, 20.9, 20.9, 20.9]), { volumeM3: 180, outdoorCelsius: 3 }).length, 0)
  assert.equal(overAiringsOf(co2, warm, { volumeM3: 180, outdoorCelsius: 28 })[0]?.kilowattHours, null, 'no loss when it is warmer outside')
})

test('a sensor whose nights never come down to outdoor air drifts', () => {
  const nights = (low: number): Point[] => Array.from({ length: 10 * 144 }, (_, n) => ({ at: at(n * 10), value: n % 144 < 60 ? low + (n % 5) : 900 }))
  assert.equal(driftOf(nights(425))?.state, 'ok')
  assert.equal(driftOf(nights(620))?.state, 'high')
  assert.equal(driftOf(nights(300))?.state, 'low')
  assert.equal(driftOf(nights(425).slice(0, 150)), undefined)
})

test('humidity at the wall: 20 °C, 50 % and -5 °C outside are the limit of DIN 4108-2', () => {
  assert.ok(Math.abs(wallHumidity(20, 50, -5) - 80) < 1)
  assert.ok(wallHumidity(20, 50, 10) < 65)
})
