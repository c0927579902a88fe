import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidaysOn } from './holidays-nrw.ts'
import { addDays, dayNumber, daysBetween, fromDayNumber, plainDate, weekday } from './plain-date.ts'
import { isSchoolDay, nextSchoolDay, nextSchoolHoliday, schoolHolidayOn, schoolHolidaysKnown, schoolHolidaysNrw } from './school-holidays-nrw.ts'

test('the holidays of 2026 as the ministry published them', () => {
  assert.deepEqual(
    schoolHolidaysNrw(2026).map(({ id, from, until }) => `${id} ${from} ${until}`),
    ['christmas 2025-12-22 2026-01-06', 'easter 2026-03-30 2026-04-11', 'whitsun 2026-05-26 2026-05-26', 'summer 2026-07-20 2026-09-01', 'autumn 2026-10-17 2026-10-31', 'christmas 2026-12-23 2027-01-06'],
  )
  assert.throws(() => schoolHolidaysNrw(2032), RangeError)
})

test('in order, without overlap, easter holidays around Easter, summer holidays of six weeks', () => {
  const years = Array.from({ length: 12 }, (_, n) => 2019 + n)
  const all = [...new Set(years.flatMap((year) => schoolHolidaysNrw(year)))]
  for (const [at, holiday] of all.entries()) {
    assert.ok(holiday.from <= holiday.until)
    assert.ok(at === 0 || all[at - 1]!.until < holiday.from, `${holiday.from} begins after the one before`)
    const days = Array.from({ length: daysBetween(holiday.from, holiday.until) + 1 }, (_, n) => addDays(holiday.from, n))
    if (holiday.id === 'easter') assert.ok(days.some((day) => holidaysOn(day).some(({ id }) => id === 'easter-monday')), holiday.from)
    if (holiday.id === 'summer') assert.ok(days.length >= 43 && days.length <= 45, `${holiday.from}: ${days.length}`)
    if (holiday.id === 'whitsun') assert.ok(holidaysOn(addDays(holiday.from, -1)).some(({ id }) => id === 'whit-monday'), 'the Tuesday after Whit Monday')
    assert.notEqual(weekday(holiday.from), 7)
  }
  for (const year of years.slice(1, -1)) assert.deepEqual(['easter', 'summer', 'autumn', 'christmas'].filter((id) => !schoolHolidaysNrw(year).some((holiday) => holiday.id === id)), [])
})

test('school days: examples, and a school\'s own free day', () => {
  assert.equal(isSchoolDay(plainDate('2026-10-16')), true) // the Friday before the autumn holidays
  assert.equal(isSchoolDay(plainDate('2026-10-19')), false)
  assert.equal(isSchoolDay(plainDate('2026-11-02')), true)
  assert.equal(isSchoolDay(plainDate('2026-11-28')), false) // Saturday
  assert.equal(isSchoolDay(plainDate('2027-02-08')), true)
  assert.equal(isSchoolDay(plainDate('2027-02-08'), new Set(['2027-02-08'])), false) // Rosenmontag as a movable day
  assert.equal(nextSchoolDay(plainDate('2026-12-22')), '2027-01-07')
  assert.equal(nextSchoolHoliday(plainDate('2026-11-29'))?.from, '2026-12-23')
  assert.equal(nextSchoolHoliday(schoolHolidaysKnown.until), undefined)
})

test('a school day lies in no holidays, and the next one comes after', () => {
  fc.assert(fc.property(fc.integer({ min: dayNumber(schoolHolidaysKnown.from), max: dayNumber(schoolHolidaysKnown.until) }).map(fromDayNumber), (day) => {
    if (isSchoolDay(day)) assert.equal(schoolHolidayOn(day), undefined)
    const next = nextSchoolDay(day)
    assert.ok(next > day && isSchoolDay(next))
    for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) assert.ok(!isSchoolDay(between))
  }))
})
