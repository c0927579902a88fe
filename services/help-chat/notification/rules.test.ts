import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isQuiet, whyNotQuiet } from './rules.ts'

const at = (time: string): Date => new Date(`2026-03-04T${time}:00+01:00`)
const night = { quietFrom: '18:00', quietUntil: '08:00' }

test('quiet hours go over midnight, in the town’s time, and end when they say', () => {
  for (const [time, quiet] of [['17:59', false], ['18:00', true], ['23:30', true], ['00:00', true], ['07:59', true], ['08:00', false]] as const) assert.equal(isQuiet(night, at(time)), quiet, time)
  assert.equal(isQuiet({ quietFrom: '12:00', quietUntil: '13:00' }, at('12:30')), true)
  assert.equal(isQuiet({ quietFrom: null, quietUntil: null }, at('03:00')), false)
  // Summer time: 06:30 UTC is 08:30 in town.
  assert.equal(isQuiet(night, new Date('2026-07-01T06:30:00Z')), false)
})

test('a span and its opposite share the day between them', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`)
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(hour, hour, moment, (from, until, now) => {
      fc.pre(from !== until)
      assert.notEqual(isQuiet({ quietFrom: from, quietUntil: until }, now), isQuiet({ quietFrom: until, quietUntil: from }, now))
    }),
  )
})

test('half a span is none', () => {
  assert.equal(whyNotQuiet('18:00', null), 'one-missing')
  assert.equal(whyNotQuiet(null, '08:00'), 'one-missing')
  assert.equal(whyNotQuiet('08:00', '08:00'), 'same')
  assert.equal(whyNotQuiet('18:00', '08:00'), undefined)
  assert.equal(whyNotQuiet(null, null), undefined)
})
