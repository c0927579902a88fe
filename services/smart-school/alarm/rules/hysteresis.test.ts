import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Point } from '../../store/schema.ts'
import type { ThresholdCondition } from '../schema.ts'
import { episodes, held, runningEpisode } from './hysteresis.ts'

const begin = Date.parse('2026-11-02T08:00:00Z')
const at = (minutes: number): Date => new Date(begin + minutes * 60_000)
const series = (...values: number[]): Point[] => values.map((value, n) => ({ at: at(n * 10), value }))
const frost: ThresholdCondition = { type: 'threshold', direction: 'below', on: 8, onMinutes: 20, off: 10, offMinutes: 20, when: 'always' }
const stale: ThresholdCondition = { type: 'threshold', direction: 'above', on: 2_000, onMinutes: 30, off: 1_400, offMinutes: 10, when: 'always' }
const gap = { gapMinutes: 45 }

test('an alarm begins when it lasted long enough, and ends when it was good for long enough', () => {
  assert.deepEqual(episodes(series(1_900, 2_100, 2_200, 2_300, 2_400, 1_900, 1_300, 1_300), stale, gap), [{ since: at(10), raisedAt: at(40), until: at(70), worst: 2_400 }])
  assert.deepEqual(episodes(series(2_100, 2_200, 1_990, 2_100, 2_200), stale, gap), [], 'a dip begins the time anew')
  assert.deepEqual(episodes(series(9, 7, 6, 7, 9, 11, 12, 12), frost, gap), [{ since: at(10), raisedAt: at(30), until: at(70), worst: 6 }])
})

test('a gap proves nothing: time beyond the limit begins anew after it, and an open alarm stays open', () => {
  const before = series(2_100, 2_200)
  assert.deepEqual(episodes([...before, { at: at(100), value: 2_300 }], stale, gap), [])
  assert.equal(runningEpisode([{ at: at(200), value: 1_300 }], { ...stale, offMinutes: 20 }, { ...gap, wasOn: true })?.until, null)
})

test('what is held: a door that says nothing more stays open, for as long as its silence is normal', () => {
  const door: ThresholdCondition = { type: 'threshold', direction: 'above', on: 0.5, onMinutes: 15, off: 0.5, offMinutes: 5, when: 'outside-hours' }
  const open: Point[] = [{ at: at(0), value: 1 }]
  const watching = { gapMinutes: 180, counts: (moment: Date) => moment >= at(60) }
  assert.equal(runningEpisode(held(open, at(70), 5, 180), door, watching), undefined)
  assert.deepEqual(runningEpisode(held(open, at(80), 5, 180), door, watching)?.since, at(60), 'counted from the moment at which nobody should be there')
  assert.equal(held(open, at(400), 5, 180).at(-1)?.at.getTime(), at(180).getTime())
  assert.equal(episodes(held([...open, { at: at(90), value: 0 }], at(120), 5, 180), door, watching)[0]?.until?.getTime(), at(95).getTime())
})

const anyPoints = fc.array(fc.record({ at: fc.integer({ min: 0, max: 600 }).map(at), value: fc.double({ min: 0, max: 20, noNaN: true }) }), { maxLength: 60 })
const anyCondition = fc
  .record({ direction: fc.constantFrom('above' as const, 'below' as const), on: fc.double({ min: 5, max: 15, noNaN: true }), width: fc.double({ min: 0, max: 5, noNaN: true }), onMinutes: fc.integer({ min: 0, max: 60 }), offMinutes: fc.integer({ min: 0, max: 60 }) })
  .map(({ direction, on, width, onMinutes, offMinutes }): ThresholdCondition => ({ type: 'threshold', direction, on, onMinutes, off: direction === 'above' ? on - width : on + width, offMinutes, when: 'always' }))

test('the order in which values arrive changes nothing, and neither does a value that arrives twice', () => {
  fc.assert(
    fc.property(anyPoints, anyCondition, fc.infiniteStream(fc.nat()), (points, condition, dice) => {
      const shuffled = points.map((point) => ({ point, by: dice.next().value ?? 0 })).sort((a, b) => a.by - b.by).map(({ point }) => point)
      assert.deepEqual(episodes([...shuffled, ...points.slice(0, 3)], condition, gap), episodes(points, condition, gap))
    }),
  )
})

test('it never flaps: episodes are apart, each begins beyond the limit for its time and ends on the safe side for its time', () => {
  fc.assert(
    fc.property(anyPoints, anyCondition, (points, condition) => {
      const sign = condition.direction === 'above' ? 1 : -1
      const found = episodes(points, condition, gap)
      found.forEach(({ since, raisedAt, until }, n) => {
        assert.ok(raisedAt.getTime() - since.getTime() >= condition.onMinutes * 60_000)
        for (const point of points) if (point.at >= since && point.at <= raisedAt) assert.ok(points.some((other) => other.at.getTime() === point.at.getTime() && sign * (other.value - condition.on) > 0))
        if (until) for (const point of points) if (point.at <= until && until.getTime() - point.at.getTime() <= condition.offMinutes * 60_000) assert.ok(sign * (point.value - condition.off) <= 0)
        const next = found[n + 1]
        if (next) assert.ok(until !== null && next.since >= until)
      })
    }),
  )
})

test('values that tremble between the two limits raise at most one alarm', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 10.0001, max: 14, noNaN: true }), { maxLength: 80 }), (values) => {
      const condition: ThresholdCondition = { type: 'threshold', direction: 'above', on: 12, onMinutes: 0, off: 10, offMinutes: 0, when: 'always' }
      assert.ok(episodes(series(...values), condition, gap).length <= 1)
    }),
  )
})

test('looking every few minutes at what has arrived raises each alarm of the present once, whatever comes late', () => {
  const late = fc.record({ values: fc.array(fc.constantFrom(5, 9, 11, 13), { minLength: 5, maxLength: 40 }), delays: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 40, maxLength: 40 }) })
  fc.assert(
    fc.property(late, ({ values, delays }) => {
      const condition: ThresholdCondition = { type: 'threshold', direction: 'above', on: 12, onMinutes: 20, off: 10, offMinutes: 10, when: 'always' }
      const sent = series(...values).map((point, n) => ({ point, arrives: n + (delays[n] ?? 0) }))
      let open = false
      const raised: number[] = []
      for (let step = 0; step < values.length + 10; step++) {
        const known = sent.filter(({ arrives }) => arrives <= step).map(({ point }) => point)
        const window = known.filter((point) => point.at >= at(step * 10 - 90))
        if (window.length === 0) continue
        const running = runningEpisode(window, condition, { ...gap, wasOn: open })
        if (running && !open) raised.push(running.since.getTime())
        open = running !== undefined
      }
      assert.equal(new Set(raised).size, raised.length, 'no alarm twice for the same time')
    }),
  )
})
