import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepUntil, spanOf, typedOfHackday, whyNotRegister } from './rules.ts'
import type { Hackday } from './schema.ts'

test('times are those of the town, in summer and in winter', () => {
  assert.deepEqual(spanOf({ day: '2026-07-04', from: '9:30', to: '18:00' }), { startsAt: new Date('2026-07-04T07:30:00Z'), endsAt: new Date('2026-07-04T16:00:00Z') })
  assert.deepEqual(spanOf({ day: '2026-12-04', from: '9:30', to: '18:00' })?.startsAt, new Date('2026-12-04T08:30:00Z'))
  assert.equal(spanOf({ day: '2026-07-04', from: '18:00', to: '9:30' }), undefined)
  assert.ok(spanOf({ day: '2026-07-04', from: '18:00', to: '9:30', lastDay: '2026-07-05' }))
})

test('what the form shows is what it was told', () => {
  const span = spanOf({ day: '2026-07-04', from: '9:05', to: '18:00', lastDay: '2026-07-05' })
  assert.ok(span)
  const day: Hackday = { id: 'a', name: 'a', title: 'Wege', ...span, place: 'Depot', programme: 'Ankommen', accessibility: 'ohne Stufen', seats: null, state: 'shown', registered: 0 }
  const typed = typedOfHackday(day)
  assert.deepEqual([typed['from'], typed['to'], typed['day-day'], typed['day-month'], typed['lastDay-day'], typed['seats']], ['9:05', '18:00', '4', '7', '5', ''])
})

test('the last seat can be taken, the one after it cannot', () => {
  const now = new Date('2026-07-01T00:00:00Z')
  const day = { state: 'shown' as const, endsAt: new Date('2026-07-04T16:00:00Z'), seats: 2, registered: 1 }
  assert.equal(whyNotRegister(day, now), undefined)
  assert.equal(whyNotRegister({ ...day, registered: 2 }, now), 'full')
  assert.equal(whyNotRegister({ ...day, seats: null, registered: 9_999 }, now), undefined)
  assert.equal(whyNotRegister(day, day.endsAt), 'over')
  assert.equal(whyNotRegister({ ...day, state: 'cancelled' }, now), 'cancelled')
  assert.equal(keepUntil(day.endsAt), '2026-07-18')
})
