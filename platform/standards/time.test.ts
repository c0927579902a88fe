import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromDayNumber, plainDate } from './plain-date.ts'
import { dayBounds, hoursOfDay, instantAt, localDate, localTime, offsetMinutes } from './time.ts'

const anyDay = fc.integer({ min: 3653, max: 40_000 }).map(fromDayNumber)

test('the evening in UTC may be the next day in Berlin', () => {
  assert.equal(localDate(new Date('2026-03-04T23:30:00Z')), '2026-03-05')
  assert.equal(localDate(new Date('2026-07-04T21:59:59.999Z')), '2026-07-04')
  assert.equal(localDate(new Date('2026-07-04T22:00:00Z')), '2026-07-05')
  assert.equal(offsetMinutes(new Date('2026-01-01T00:00:00Z')), 60)
  assert.equal(offsetMinutes(new Date('2026-07-01T00:00:00Z')), 120)
})

test('days of 23, 24 and 25 hours', () => {
  assert.equal(hoursOfDay(plainDate('2026-03-29')), 23)
  assert.equal(hoursOfDay(plainDate('2026-10-25')), 25)
  assert.equal(hoursOfDay(plainDate('2026-03-04')), 24)
})

test('a skipped time moves on, a doubled time is the first of the two', () => {
  assert.equal(instantAt(plainDate('2026-03-29'), 2, 30).toISOString(), '2026-03-29T01:30:00.000Z')
  assert.equal(localTime(instantAt(plainDate('2026-03-29'), 2, 30)).hour, 3)
  assert.equal(instantAt(plainDate('2026-10-25'), 2, 30).toISOString(), '2026-10-25T00:30:00.000Z')
  assert.equal(instantAt(plainDate('2026-10-25'), 3).toISOString(), '2026-10-25T02:00:00.000Z')
})

test('days are seamless, and each instant of a day belongs to it', () => {
  fc.assert(fc.property(anyDay, fc.double({ min: 0, max: 0.999999, noNaN: true }), (day, share) => {
    const { start, end } = dayBounds(day)
    assert.equal(localDate(start), day)
    assert.notEqual(localDate(end), day)
    assert.notEqual(localDate(new Date(start.getTime() - 1)), day)
    assert.equal(localDate(new Date(start.getTime() + Math.floor((end.getTime() - start.getTime()) * share))), day)
  }), { numRuns: 60 })
})

test('a clock time that exists is what the clock shows', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }), (day, hour, minute) => {
    assert.deepEqual(localTime(instantAt(day, hour, minute)), { date: day, hour, minute, second: 0 })
  }), { numRuns: 60 })
})
