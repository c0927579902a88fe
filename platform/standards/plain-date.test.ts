import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, addDays, dayNumber, daysBetween, daysInMonth, fromDayNumber, isoWeek, lastDayOfMonth, parsePlainDate, partsOf, plainDate, weekday, yearsBetween } from './plain-date.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromDayNumber)

test('only days of the calendar are dates', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ' 2026-01-01', '1900-02-29', '']) {
    assert.equal(parsePlainDate(text), undefined, text)
  }
  for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '0099-12-31']) assert.equal(parsePlainDate(text), text)
  assert.throws(() => plainDate('2026-02-30'), RangeError)
})

test('counting days and reading them back is the same day, and text order is time order', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, count) => {
    assert.equal(fromDayNumber(dayNumber(day)), day)
    const moved = addDays(day, count)
    assert.equal(daysBetween(day, moved), count)
    assert.equal(day < moved, count > 0)
  }))
})

test('weekdays follow one another and agree with the platform', () => {
  assert.equal(weekday(plainDate('2026-03-04')), 3)
  fc.assert(fc.property(anyDay, (day) => {
    assert.equal(weekday(addDays(day, 1)), (weekday(day) % 7) + 1)
    assert.equal(weekday(day) % 7, new Date(`${day}T00:00:00Z`).getUTCDay())
  }))
})

test('adding months keeps the day or takes the last of a shorter month', () => {
  const cases: [string, object, string][] = [
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
    ['2026-03-31', { months: -1 }, '2026-02-28'],
    ['2025-12-15', { months: 13 }, '2027-01-15'],
    ['2026-01-31', { months: 1, days: 1 }, '2026-03-01'],
    ['2026-01-01', { weeks: 2 }, '2026-01-15'],
    ['1941-01-01', { years: 100 }, '2041-01-01'],
  ]
  for (const [from, span, to] of cases) assert.equal(add(plainDate(from), span), to)
  fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
    const moved = partsOf(add(day, { months }))
    const { year, month, day: date } = partsOf(day)
    assert.equal(moved.year * 12 + moved.month, year * 12 + month + months)
    assert.equal(moved.day, Math.min(date, daysInMonth(moved.year, moved.month)))
  }))
})

test('age changes on the birthday', () => {
  const born = plainDate('2008-02-29')
  assert.equal(yearsBetween(born, plainDate('2026-02-28')), 17)
  assert.equal(yearsBetween(born, plainDate('2026-03-01')), 18)
  assert.equal(yearsBetween(plainDate('2000-05-10'), plainDate('2026-05-10')), 26)
})

test('ISO weeks at the turn of the year', () => {
  assert.deepEqual(isoWeek(plainDate('2027-01-01')), { year: 2026, week: 53 })
  assert.deepEqual(isoWeek(plainDate('2024-12-30')), { year: 2025, week: 1 })
  assert.deepEqual(isoWeek(plainDate('2026-03-04')), { year: 2026, week: 10 })
  assert.equal(lastDayOfMonth(plainDate('2024-02-10')), '2024-02-29')
})
