import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, plainDate } from '@modellregion/standards'
import { dayAsked, dayBoundsOf, firstDay, meanBounds, neighbours, roomPeriods, spanOf } from './period.ts'

test('spans of the calendar hold their day, touch each other and have the hours of their days', () => {
  for (let day = plainDate('2026-01-01'); day < '2027-01-02'; day = addDays(day, 1))
    for (const period of roomPeriods) {
      const span = spanOf(period, day)
      assert.ok(span.from <= day && day < span.until)
      const { before, after } = neighbours(span, plainDate('2030-01-01'))
      assert.equal(spanOf(period, before).until, span.from)
      assert.equal(spanOf(period, after ?? day).from, span.until)
    }
  assert.equal(neighbours(spanOf('week', plainDate('2026-11-29')), plainDate('2026-11-29')).after, undefined)
  assert.equal(meanBounds(spanOf('week', plainDate('2026-03-29')))?.length, 7 * 24 - 1 + 1)
  assert.equal(meanBounds(spanOf('week', plainDate('2026-10-25')))?.length, 7 * 24 + 1 + 1)
  assert.equal(dayBoundsOf(spanOf('year', plainDate('2026-05-05'))).length, 366)
  assert.equal(meanBounds(spanOf('day', plainDate('2026-05-05'))), undefined)
})

test('a day that no calendar here reaches is today, and each day that can be asked for has a span with neighbours', () => {
  const today = plainDate('2026-11-30')
  assert.equal(dayAsked('2026-03-29', today), '2026-03-29')
  for (const wrong of [undefined, '', 'heute', '2026-02-29', '0001-01-01', '1990-05-05', '9999-12-31', '2400-01-01']) assert.equal(dayAsked(wrong, today), today)
  for (const period of roomPeriods) for (const day of [firstDay, dayAsked('2031-11-01', today)]) assert.ok(neighbours(spanOf(period, day), today).before < day || period === 'day')
})
