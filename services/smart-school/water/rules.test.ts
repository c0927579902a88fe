import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, fromDayNumber, dayNumber, instantAt, isSchoolDay, isWorkingDay, localDate, localTime, plainDate, type PlainDate } from '@modellregion/standards'
import fc from 'fast-check'
import { clockOf, lastExchangeByCounter, lastExchangeByFlow, lastExchangeByHand, lastExchangeByTemperature, lastLab, outletGroupOf, pipeFinding, planFlushes, standing, temperatureFindings } from './rules.ts'
import type { WaterEntry } from './schema.ts'

const hour = 3_600_000
const at = (day: string, hours = 0): Date => instantAt(plainDate(day), hours)
const shown = (moment: Date): string => `${localDate(moment)} ${localTime(moment).hour}`

test('the states of standing water, at their edges', () => {
  const last = at('2026-11-02', 10)
  const state = (hours: number) => clockOf(last, new Date(last.getTime() + hours * hour), 72).state
  assert.deepEqual([0, 71.9, 72, 167, 168, 671, 672, 4_368, 8_760].map(state), ['running', 'running', 'interrupted', 'interrupted', 'shut', 'shut', 'month', 'half-year', 'year'])
  assert.deepEqual([clockOf(null, last, 72).state, clockOf(null, last, 72).isDue], ['unknown', true])
  assert.equal(clockOf(last, new Date(last.getTime() + 100 * hour), 168).isDue, false)
})

test('a clock never runs backwards, and the later exchange always counts less', () => {
  fc.assert(fc.property(fc.integer({ min: -500, max: 9_000 }), fc.integer({ min: 0, max: 500 }), (hours, more) => {
    const last = at('2026-01-05', 9)
    const clock = (passed: number, shift = 0) => clockOf(new Date(last.getTime() + shift * hour), new Date(last.getTime() + passed * hour), 72)
    assert.ok(clock(hours).hours! >= 0)
    assert.ok(clock(hours + more).hours! >= clock(hours).hours!)
    assert.ok(clock(hours, more).hours! <= clock(hours).hours!)
  }))
})

test('use by sensors: a counter that moved enough, flow, a valve, a pipe that changes its temperature quickly', () => {
  const points = (...values: number[]) => values.map((value, n) => ({ at: new Date(at('2026-11-02').getTime() + n * hour), value }))
  assert.deepEqual(lastExchangeByCounter(points(12, 12.001, 12.002, 12.004, 12.0041), 3), points(0, 0, 0, 0)[3]!.at)
  assert.equal(lastExchangeByCounter(points(12, 12.001), 3), null)
  assert.deepEqual(lastExchangeByCounter(points(12, 0, 0.005), 3), points(0, 0, 0)[2]!.at, 'a new counter begins again')
  assert.deepEqual(lastExchangeByFlow(points(0, 4, 0)), points(0, 0)[1]!.at)
  assert.equal(lastExchangeByFlow(points(0, 0)), null)
  assert.deepEqual(lastExchangeByTemperature(points(21, 21.4, 12, 14)), points(0, 0, 0)[2]!.at)
  assert.equal(lastExchangeByTemperature(points(12, 14, 16, 18, 20)), null, 'standing water warms slowly')
})

test('Christmas 2026: the plan of a caretaker who works on working days', () => {
  const plan = planFlushes({ lastAt: at('2026-12-22', 10), now: at('2026-12-22', 15), until: plainDate('2027-01-08'), limitHours: 72, isUsed: (day) => isSchoolDay(day) })
  assert.deepEqual(
    plan.map(({ dueAt, reason, beyondLimit }) => `${shown(dueAt)} ${reason}${beyondLimit ? ' !' : ''}`),
    ['2026-12-24 14 weekend', '2026-12-28 7 holidays !', '2026-12-31 7 weekend', '2027-01-04 7 holidays !'],
  )
})

test('nothing is planned while lessons use the water; a bridge day needs one flush; a group only used by hand is flushed twice a week', () => {
  const wish = { lastAt: at('2026-11-16', 10), now: at('2026-11-16', 12), limitHours: 72 }
  assert.deepEqual(planFlushes({ ...wish, until: plainDate('2026-11-30'), isUsed: (day) => isSchoolDay(day) }), [])
  const free = new Set(['2026-11-20'])
  assert.deepEqual(planFlushes({ ...wish, until: plainDate('2026-11-27'), isUsed: (day) => isSchoolDay(day, free) }).map(({ dueAt }) => shown(dueAt)), ['2026-11-20 14'])
  assert.deepEqual(planFlushes({ ...wish, until: plainDate('2026-11-27'), isUsed: () => false }).map(({ day }) => day), ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-26', '2026-11-27'])
})

test('what is overdue is planned for today; water that stood is flushed before lessons', () => {
  const [first] = planFlushes({ lastAt: null, now: at('2026-11-16', 8), until: plainDate('2026-11-17'), limitHours: 72, isUsed: () => false })
  assert.deepEqual([first?.day, first?.beyondLimit], ['2026-11-16', true])
  const [overdue] = planFlushes({ lastAt: at('2026-11-09', 10), now: at('2026-11-16', 15), until: plainDate('2026-11-17'), limitHours: 72, isUsed: () => false })
  assert.deepEqual([overdue?.day, overdue && overdue.dueAt < at('2026-11-16', 15)], ['2026-11-16', true])
  const [before] = planFlushes({ lastAt: at('2026-10-29', 20), now: at('2026-10-31', 10), until: plainDate('2026-11-03'), limitHours: 72, isUsed: (day) => isSchoolDay(day) })
  assert.deepEqual([before && shown(before.dueAt), before?.reason], ['2026-11-02 7', 'before-lessons'])
})

test('in every plan: in order, on days when somebody is there, and no longer than the limit between two exchanges unless it says so', () => {
  const days = fc.integer({ min: dayNumber(plainDate('2024-01-01')), max: dayNumber(plainDate('2029-12-01')) }).map(fromDayNumber)
  fc.assert(fc.property(days, fc.integer({ min: 0, max: 23 }), fc.constantFrom(72, 168), fc.integer({ min: 0, max: 400 }), fc.boolean(), (start, hours, limitHours, ago, used) => {
    const now = instantAt(start, hours)
    const lastAt = new Date(now.getTime() - ago * hour)
    const until = addDays(start, 45)
    const isUsed = (day: PlainDate): boolean => used && isSchoolDay(day)
    const plan = planFlushes({ lastAt, now, until, limitHours, isUsed })
    const moves = [{ at: lastAt, excused: true }, ...plan.map(({ dueAt, beyondLimit }) => ({ at: dueAt < now ? now : dueAt, excused: beyondLimit }))]
    for (let day = start; day <= until; day = addDays(day, 1)) if (isUsed(day)) moves.push({ at: instantAt(day, 7), excused: false }, { at: instantAt(day, 10), excused: true })
    moves.sort((a, b) => a.at.getTime() - b.at.getTime() || Number(b.excused) - Number(a.excused))
    for (const [n, { day, dueAt }] of plan.entries()) {
      assert.ok(day >= start && day <= until && (n === 0 || plan[n - 1]!.dueAt < dueAt))
      assert.ok(isWorkingDay(day) || day === start)
    }
    for (const [n, move] of moves.entries()) {
      const before = moves[n - 1]
      if (!before || move.excused || move.at <= now) continue
      assert.ok(move.at.getTime() - before.at.getTime() <= limitHours * hour + hour, `${before.at.toISOString()} to ${move.at.toISOString()}`)
    }
  }), { numRuns: 150 })
})

test('a pipe by its best value of a day', () => {
  const points = (...values: number[]) => values.map((value, n) => ({ at: new Date(at('2026-11-02').getTime() + n * hour), value }))
  assert.equal(pipeFinding(points(40, 42, 48, 56, 50, 45), true), undefined)
  assert.deepEqual(pipeFinding(points(40, 42, 48, 54, 50, 45), true), { kind: 'hot-cool', celsius: 54 })
  assert.deepEqual(pipeFinding(points(27, 28, 26, 27, 26, 28), false), { kind: 'cold-warm', celsius: 26 })
  assert.equal(pipeFinding(points(27, 28, 14, 27, 26, 28), false), undefined)
  assert.equal(pipeFinding(points(27, 28), false), undefined)
})

const entry = (seq: number, kind: WaterEntry['kind'], day: string, data: WaterEntry['data']): WaterEntry => ({ groupId: 1, seq, kind, at: at(day, 12), accountId: null, signedName: 'Henning', data, note: '', previousHash: '', hash: '', signedHash: '', createdAt: at(day, 12) })
const flush = { minutes: 3, coldBefore: 19, coldAfter: 14, hotAfter: 58, task: null }

test('a correction takes an entry out or puts another in its place; the clock follows', () => {
  const log = [entry(1, 'flush', '2026-11-02', flush), entry(2, 'flush', '2026-11-05', flush), entry(3, 'correction', '2026-11-06', { of: 2, replacement: null })]
  assert.deepEqual(lastExchangeByHand(log), at('2026-11-02', 12))
  assert.deepEqual(standing([...log].reverse()).map(({ seq }) => seq), [1])
  const lab = [entry(1, 'lab', '2026-10-01', { cfuPer100ml: 120, laboratory: 'Labor', sample: '' }), entry(2, 'correction', '2026-10-05', { of: 1, replacement: { cfuPer100ml: 12, laboratory: 'Labor', sample: '' } })]
  assert.equal(lastLab(lab)?.data.cfuPer100ml, 12)
})

test('temperatures: cold above 25, warm below 55; what a group says of itself', () => {
  assert.deepEqual(temperatureFindings({ coldAfter: 25, hotAfter: 55 }), [])
  assert.deepEqual(temperatureFindings({ coldAfter: 25.1, hotAfter: 54.9 }).map(({ kind }) => kind), ['cold-warm', 'hot-cool'])
  const thing = { id: 4, schoolId: 1, name: 'Duschen', properties: { outlets: 3, warm: true } }
  assert.deepEqual([outletGroupOf(thing, false).evidence, outletGroupOf(thing, true).evidence, outletGroupOf(thing, true).outlets.length, outletGroupOf(thing, true).hot], ['hand', 'sensor', 3, true])
})
