import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayBounds, plainDate } from '@modellregion/standards'
import { withKeptDays } from './room.ts'

test('days whose single values are over stand among the others, once', () => {
  const bucket = (day: string, sum: number) => ({ from: dayBounds(plainDate(day)).start, until: dayBounds(plainDate(day)).end, count: 2, sum, min: 1, max: 9 })
  const kept = (day: string, sum: number) => ({ day: plainDate(day), count: 2, sum, min: 1, max: 9 })
  const days = withKeptDays([bucket('2026-10-26', 30)], [kept('2026-10-25', 20), kept('2026-10-26', 99)])
  assert.deepEqual(days, [bucket('2026-10-25', 20), bucket('2026-10-26', 30)])
})
