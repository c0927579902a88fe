import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '@modellregion/standards'
import { reachOf } from '../../protection/rules.ts'
import type { Rule, SilenceCondition } from '../schema.ts'
import { forecastBattery, isNearEmpty } from './battery.ts'
import { countsAt, isExpected } from './hours.ts'
import { budgetSpans, dueSteps, endOfQuiet, fateOf, isQuiet, usualChain, usualPreference } from './notify.ts'
import { ownQuantities, readyRules, ruleFor, rulesByKey } from './ready.ts'
import { everyMinutes, speakingOf } from './watch.ts'
import { mayReadAlarm } from './reach.ts'
import { groupSilent, isQuietDay, silentFor, type Speaking } from './silence.ts'

const moment = (text: string): Date => new Date(text)
const monday = '2026-11-09' // in no school holiday

test('the narrowest rule of a key counts: a room before its school, a school before the town', () => {
  const frost = readyRules.find(({ key }) => key === 'frost')
  assert.ok(frost)
  const changed: Rule[] = [{ ...frost, schoolId: 3, thingId: 30, enabled: false }, { ...frost, severity: 'warn' }, { ...frost, schoolId: 3, severity: 'info' }]
  const rules = rulesByKey(changed).get('frost') ?? []
  const watched = { quantity: 'temperature', opening: null }
  assert.equal(ruleFor(rules, { ...watched, schoolId: 1, thingId: 10 })?.severity, 'warn')
  assert.equal(ruleFor(rules, { ...watched, schoolId: 3, thingId: 31 })?.severity, 'info')
  assert.equal(ruleFor(rules, { ...watched, schoolId: 3, thingId: 30 })?.enabled, false)
  assert.equal(ruleFor(rules, { ...watched, quantity: 'co2', schoolId: 3, thingId: 30 }), undefined)
})

test('a rule for doors does not look at windows', () => {
  const rules = rulesByKey([]).get('door-night') ?? []
  const watched = { schoolId: 1, thingId: 2, quantity: 'contact' }
  assert.ok(ruleFor(rules, { ...watched, opening: 'door' }))
  assert.equal(ruleFor(rules, { ...watched, opening: 'window' }), undefined)
})

test('a yard is no room: frost outdoors is weather', () => {
  const rules = rulesByKey([]).get('frost') ?? []
  const watched = { schoolId: 1, thingId: 2, quantity: 'temperature', opening: null }
  assert.ok(ruleFor(rules, watched))
  assert.equal(ruleFor(rules, { ...watched, outdoor: true }), undefined)
})

test('a channel that always spoke more seldom than its device is not silent', () => {
  const spoke = { firstTime: moment('2026-10-01T08:00:00Z'), lastTime: moment(`${monday}T08:00:00Z`), count: 40 }
  assert.equal(everyMinutes({ expectedMinutes: 15, ...spoke }), 1_440)
  assert.equal(everyMinutes({ expectedMinutes: 15, ...spoke, count: 4 }), 15)
  assert.equal(everyMinutes({ expectedMinutes: null, ...spoke, count: 4 }), null)
  const battery = { seriesId: 1, schoolId: 1, devEui: 'a', hangsSince: null, channel: 'battery', expectedMinutes: 15, ...spoke } as Parameters<typeof speakingOf>[0] // what the silence of a channel depends on
  assert.equal(speakingOf({ ...battery, quantity: 'battery', count: 4 }).everyMinutes, null, 'nobody knows yet how often a battery is told of')
  assert.equal(speakingOf({ ...battery, quantity: 'battery' }).everyMinutes, 1_440)
  assert.equal(speakingOf({ ...battery, quantity: 'co2', count: 4 }).everyMinutes, 15)
})

test('nobody is expected at night, at weekends, on holidays and in school holidays; local time counts', () => {
  const hours = { from: '06:30', to: '18:00' }
  assert.ok(isExpected(moment(`${monday}T05:30:00Z`), hours))
  assert.ok(!isExpected(moment(`${monday}T05:29:00Z`), hours))
  assert.ok(!isExpected(moment(`${monday}T17:00:00Z`), hours))
  assert.ok(!isExpected(moment('2026-11-08T09:00:00Z'), hours), 'Sunday')
  assert.ok(!isExpected(moment('2026-07-22T09:00:00Z'), hours), 'summer holidays')
  assert.ok(!isExpected(moment(`${monday}T09:00:00Z`), { ...hours, free: new Set([monday]) }), 'a free day of the school')
  assert.ok(countsAt('outside-hours', hours)(moment('2026-07-22T09:00:00Z')))
  assert.ok(countsAt('heating-season', hours)(moment('2026-04-30T09:00:00Z')))
  assert.ok(!countsAt('heating-season', hours)(moment('2026-05-01T09:00:00Z')))
})

const silence: SilenceCondition = { type: 'silence', factor: 3, leastMinutes: 60, holidayFactor: 2 }
const speaking = (seriesId: number, devEui: string, more: Partial<Speaking> = {}): Speaking => ({ seriesId, devEui, schoolId: 1, lastTime: moment(`${monday}T08:00:00Z`), since: moment('2026-01-01T00:00:00Z'), everyMinutes: 10, ...more })

test('a channel is silent after its own interval, in holidays later; one that never spoke counts from its mounting', () => {
  const now = moment(`${monday}T09:01:00Z`)
  assert.equal(silentFor(silence, speaking(1, 'a'), now, false), 61)
  assert.equal(silentFor(silence, speaking(1, 'a'), now, true), undefined)
  assert.equal(silentFor(silence, speaking(1, 'a', { everyMinutes: 30 }), now, false), undefined)
  assert.equal(silentFor(silence, speaking(1, 'a', { lastTime: null, since: moment(`${monday}T07:00:00Z`) }), now, false), 121)
  assert.equal(silentFor(silence, speaking(1, 'a', { since: moment(`${monday}T08:30:00Z`) }), now, false), undefined, 'moved half an hour ago')
  assert.equal(silentFor(silence, speaking(1, 'a', { everyMinutes: null }), now, false), undefined)
})

test('a weekend ends on Monday morning, not at midnight, and begins on Saturday morning', () => {
  for (const [text, quiet] of [['2026-11-08T22:59:00Z', true], ['2026-11-08T23:00:00Z', true], ['2026-11-09T05:59:00Z', true], ['2026-11-09T06:00:00Z', false], ['2026-11-07T05:59:00Z', false], ['2026-11-07T06:00:00Z', true]] as const) assert.equal(isQuietDay(moment(text)), quiet, text)
})

test('one cause, one alarm: a channel, a device, or the whole school', () => {
  const all = ['a', 'b', 'c', 'd'].flatMap((dev, n) => [speaking(n * 2, dev), speaking(n * 2 + 1, dev)])
  const subjects = (...silent: number[]) => groupSilent(all, new Set(silent)).map(({ subject }) => subject)
  assert.deepEqual(subjects(1), ['series:1'])
  assert.deepEqual(subjects(0, 1, 2), ['device:a', 'series:2'])
  assert.deepEqual(subjects(0, 1, 2, 3, 4, 5), ['school:1'])
  assert.deepEqual(subjects(), [])
})

const days = (count: number, value: (n: number) => number) => Array.from({ length: count }, (_, n) => ({ day: addDays(plainDate('2026-01-01'), n), value: value(n) }))

test('a battery that falls evenly ends where its line ends, also with wrong values in between', () => {
  const even = forecastBattery(days(60, (n) => 100 - n * 0.5), 10)
  assert.equal(even?.emptyOn, addDays(plainDate('2026-01-01'), 180))
  assert.equal(forecastBattery(days(60, (n) => (n % 10 === 3 ? 20 : 100 - n * 0.5)), 10)?.emptyOn, even?.emptyOn)
  assert.ok(even && isNearEmpty(even, plainDate('2026-06-01'), 6) && !isNearEmpty(even, plainDate('2026-04-01'), 6))
})

test('an exchange begins anew; too few days, and what does not fall, say nothing', () => {
  const exchanged = forecastBattery(days(60, (n) => (n < 30 ? 50 - n : 100 - (n - 30) * 0.5)), 10)
  assert.equal(exchanged?.days, 29)
  assert.ok(exchanged && Math.abs(exchanged.perDay + 0.5) < 1e-9)
  assert.equal(forecastBattery(days(10, () => 50), 10), undefined)
  assert.equal(forecastBattery(days(60, () => 3.6), 2.8)?.emptyOn, null)
  assert.equal(forecastBattery(days(40, () => 5), 10)?.emptyOn, addDays(plainDate('2026-01-01'), 39), 'empty already')
})

test('the order of a battery\'s days does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 20, maxLength: 40 }), (values) => {
      const rows = days(values.length, (n) => values[n] ?? 0)
      assert.deepEqual(forecastBattery(rows.toReversed(), 10), forecastBattery(rows, 10))
    }),
  )
})

test('quiet hours run over midnight and over the weekend, in local time; smoke and leaks know none', () => {
  assert.ok(isQuiet(usualPreference, moment(`${monday}T18:00:00Z`)))
  assert.ok(!isQuiet(usualPreference, moment(`${monday}T09:00:00Z`)))
  assert.ok(isQuiet(usualPreference, moment('2026-11-08T09:00:00Z')))
  assert.deepEqual(endOfQuiet(usualPreference, moment('2026-11-06T20:00:00Z')), moment(`${monday}T05:30:00Z`))
  const told = { today: 99, week: 99 }
  const night = moment(`${monday}T22:00:00Z`)
  assert.equal(fateOf({ kind: 'leak', severity: 'urgent' }, usualPreference, told, night, true).state, 'sent')
  assert.equal(fateOf({ kind: 'threshold', severity: 'urgent' }, usualPreference, told, night, true).state, 'waiting')
  assert.equal(fateOf({ kind: 'threshold', severity: 'warn' }, usualPreference, told, moment(`${monday}T09:00:00Z`), true).state, 'bundled')
  assert.equal(fateOf({ kind: 'threshold', severity: 'info' }, usualPreference, told, moment(`${monday}T09:00:00Z`), true).state, 'shown')
})

test('the end of quiet hours is never quiet, whatever somebody chose', () => {
  const clock = fc.record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) }).map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
  fc.assert(
    fc.property(clock, clock, fc.boolean(), fc.integer({ min: 0, max: 525_600 }), (quietFrom, quietTo, quietWeekend, minutes) => {
      const preference = { ...usualPreference, quietFrom, quietTo, quietWeekend }
      const at = new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000)
      const end = endOfQuiet(preference, at)
      assert.ok(end >= at && !isQuiet(preference, end), `${at.toISOString()} ${end.toISOString()}`)
    }),
  )
})

test('the chain: deputies after a quarter of an hour, technicians after half an hour, nobody once somebody sees to it', () => {
  const alarm = { state: 'raised' as const, severity: 'urgent' as const, raisedAt: moment(`${monday}T08:00:00Z`) }
  assert.deepEqual(dueSteps(alarm, usualChain, moment(`${monday}T08:14:00Z`)), [1])
  assert.deepEqual(dueSteps(alarm, usualChain, moment(`${monday}T08:15:00Z`)), [1, 2])
  assert.deepEqual(dueSteps(alarm, usualChain, moment(`${monday}T08:30:00Z`)), [1, 2, 3])
  assert.deepEqual(dueSteps({ ...alarm, state: 'acknowledged' }, usualChain, moment(`${monday}T08:30:00Z`)), [])
  assert.deepEqual(dueSteps({ ...alarm, severity: 'info' }, usualChain, moment('2026-12-09T08:30:00Z')), [1])
})

test('a budget counts from local midnight and from Monday', () => {
  assert.deepEqual(budgetSpans(moment('2026-11-11T12:00:00Z')), { day: moment('2026-11-10T23:00:00Z'), week: moment('2026-11-08T23:00:00Z') })
})

test('whoever may not read a value reads no alarm that says it', () => {
  const passed = (quantity: string) => ({ kind: 'threshold' as const, schoolId: 3, facts: { quantity } })
  const teacher = reachOf(['teacher'], [3])
  assert.ok(mayReadAlarm(teacher, passed('temperature')))
  assert.ok(!mayReadAlarm(teacher, passed('contact')), 'a rule of the school about doors')
  assert.ok(!mayReadAlarm(reachOf(['teacher'], [4]), passed('temperature')))
  const manager = { ...reachOf(['energy-manager'], []), views: new Map([['humidity', 'day'] as const, ['co2', 'day'] as const]) }
  assert.ok(mayReadAlarm(manager, passed('temperature')))
  assert.ok(!mayReadAlarm(manager, passed('humidity')), 'of humidity this role sees days')
  assert.ok(mayReadAlarm(manager, { kind: 'air', schoolId: 3, facts: { quantity: 'co2' } }), 'one word about a week is no single value')
  assert.ok(mayReadAlarm(reachOf(['caretaker'], [3]), passed('contact')))
})

test('a rule of the town’s own is never about people or meters', () => {
  for (const id of ['motion', 'occupancy', 'electricity', 'pulses'] as const) assert.ok(!ownQuantities.includes(id), id)
  for (const id of ['co2', 'temperature', 'humidity', 'contact'] as const) assert.ok(ownQuantities.includes(id), id)
})
