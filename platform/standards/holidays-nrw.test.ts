import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, deadlineAfter, easterSunday, holidaysNrw, holidaysOn, isWorkingDay, workingDayFrom } from './holidays-nrw.ts'
import { addDays, fromDayNumber, plainDate, weekday } from './plain-date.ts'

const years = fc.integer({ min: 1995, max: 2400 })
const anyDay = fc.integer({ min: 9131, max: 60_000 }).map(fromDayNumber)

test('Easter of known years, the earliest and the latest possible among them', () => {
  const known = ['1818-03-22', '1943-04-25', '1961-04-02', '2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25', '2285-03-22']
  for (const date of known) assert.equal(easterSunday(Number(date.slice(0, 4))), date)
})

test('Easter is a Sunday from 22 March to 25 April, and a second algorithm agrees', () => {
  fc.assert(fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
    const easter = easterSunday(year)
    assert.equal(weekday(easter), 7)
    assert.ok(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25')
    assert.equal(easter, oudin(year))
  }))
})

// J.-M. Oudin (1940), as in the Explanatory Supplement to the Astronomical Almanac: another derivation than the one tested.
function oudin(year: number): string {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const k = Math.floor((century - 17) / 25)
  let i = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30
  i -= Math.floor(i / 28) * (1 - Math.floor(i / 28) * Math.floor(29 / (i + 1)) * Math.floor((21 - golden) / 11))
  const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7
  const l = i - j
  const month = 3 + Math.floor((l + 40) / 44)
  const day = l + 28 - 31 * Math.floor(month / 4)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

test('the holidays of 2026', () => {
  assert.deepEqual(
    holidaysNrw(2026).map(({ date }) => date.slice(5)),
    ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '06-04', '10-03', '11-01', '12-25', '12-26'],
  )
})

test('eleven holidays a year, in order; twelve in 2017; two on one day in 2008', () => {
  fc.assert(fc.property(years, (year) => {
    const days = holidaysNrw(year)
    assert.equal(days.length, year === 2017 ? 12 : 11)
    for (const [index, day] of days.entries()) assert.ok(index === 0 || days[index - 1]!.date <= day.date)
    const byId = new Map(days.map((day) => [day.id, weekday(day.date)]))
    assert.deepEqual([byId.get('good-friday'), byId.get('easter-monday'), byId.get('ascension'), byId.get('whit-monday'), byId.get('corpus-christi')], [5, 1, 4, 1, 4])
  }))
  assert.equal(holidaysOn(plainDate('2017-10-31'))[0]?.id, 'reformation-day')
  assert.deepEqual(holidaysOn(plainDate('2008-05-01')).map(({ id }) => id), ['labour-day', 'ascension'])
  assert.throws(() => holidaysNrw(1994), RangeError)
})

test('working days step over weekends and holidays', () => {
  assert.equal(addWorkingDays(plainDate('2026-04-02'), 1), '2026-04-07')
  assert.equal(addWorkingDays(plainDate('2026-04-07'), -1), '2026-04-02')
  assert.equal(workingDayFrom(plainDate('2026-12-25')), '2026-12-28')
  fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (day, count) => {
    const end = addWorkingDays(day, count)
    assert.ok(isWorkingDay(end))
    let counted = 0
    for (let at = addDays(day, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(at)) counted += 1
    assert.equal(counted, count)
  }))
})

test('a period ends with its last day, but not on a day without offices', () => {
  assert.equal(deadlineAfter(plainDate('2026-03-04'), { months: 1 }), '2026-04-07') // 4 April 2026 is Saturday before Easter
  assert.equal(deadlineAfter(plainDate('2026-01-31'), { months: 1 }), '2026-03-02') // 28 February 2026 is a Saturday
  assert.equal(deadlineAfter(plainDate('2026-03-02'), { weeks: 2 }), '2026-03-16')
})
