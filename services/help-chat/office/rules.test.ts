import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import { hoursText, inForce, isAbsent, isPresent, isThresholdReachable, jointState, onDuty, readTimes, substituteOf, trainingState, whyNotAbsent, whyNotSettings, writeTimes, germanDays, standingOf } from './rules.ts'
import type { AgreementState, Confidant, Window } from './schema.ts'

const monday = plainDate('2026-03-09')
const at = (day: string, hours = 10, minutes = 0): Date => instantAt(plainDate(day), hours, minutes)
const someone = (more: Partial<Confidant> = {}): Confidant => ({
  id: 'a',
  homeTown: 'erlenau',
  accountId: 'acc',
  name: 'Toni',
  gender: null,
  photoFile: null,
  photoText: null,
  languages: ['de'],
  unit: '',
  about: '',
  hours: [{ day: 1, from: '09:00', until: '12:00' }],
  topics: ['other'],
  takesNew: true,
  holder: false,
  absentFrom: null,
  absentUntil: null,
  substituteId: null,
  state: 'active',
  ...more,
})

test('who takes new cases does so at night too, and never on a day of absence', () => {
  assert.equal(onDuty(someone(), at('2026-03-09', 3)), true)
  const away = someone({ absentFrom: monday, absentUntil: addDays(monday, 1) })
  assert.deepEqual(['2026-03-08', '2026-03-09', '2026-03-10', '2026-03-11'].map((day) => onDuty(away, at(day))), [true, false, false, true])
  assert.equal(onDuty(someone({ takesNew: false }), at('2026-03-09')), false)
  assert.equal(onDuty(someone({ state: 'ended' }), at('2026-03-09')), false)
})

test('presence counts in the town’s time, also on the day the clocks change, and its end is outside', () => {
  assert.deepEqual([[8, 59], [9, 0], [11, 59], [12, 0]].map(([h, m]) => isPresent(someone(), at('2026-03-09', h, m))), [false, true, true, false])
  assert.equal(isPresent(someone(), at('2026-03-10')), false, 'another day')
  const sunday = someone({ hours: [{ day: 7, from: '03:00', until: '04:00' }] })
  assert.equal(isPresent(sunday, new Date('2026-03-29T01:30:00Z')), true, 'half past three, an hour after two')
  assert.equal(isPresent(someone({ absentFrom: monday, absentUntil: monday }), at('2026-03-09')), false)
})

const minutes = fc.integer({ min: 0, max: 24 * 60 })
const clock = (n: number): string => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
const timesOfDay = fc.uniqueArray(minutes, { minLength: 0, maxLength: 6 }).map((all) => {
  const sorted = all.toSorted((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => ({ from: clock(sorted[2 * n] ?? 0), until: clock(sorted[2 * n + 1] ?? 0) }))
})

test('times are read as people type them, and written times are read back', () => {
  assert.deepEqual(readTimes('9-12, 14.30 bis 16 Uhr'), [{ from: '09:00', until: '12:00' }, { from: '14:30', until: '16:00' }])
  assert.deepEqual(readTimes(' '), [])
  for (const wrong of ['morgens', '12-9', '9-12, 11-13', '9-25', '9:70-10', '9-9', '9-24:30']) assert.equal(readTimes(wrong), undefined, wrong)
  fc.assert(fc.property(timesOfDay, (times) => assert.deepEqual(readTimes(writeTimes(times)), times)))
  fc.assert(fc.property(fc.string(), (typed) => void readTimes(typed)))
})

test('hours of the week in short put days with the same times together', () => {
  const hours: Window[] = [1, 2, 3, 5].flatMap((day) => [{ day: day as Window['day'], from: '09:00', until: '12:00' }]) // days of the list above
  assert.equal(hoursText(hours, germanDays), 'Mo–Mi 09:00–12:00; Fr 09:00–12:00')
  assert.equal(hoursText([{ day: 4, from: '14:00', until: '16:00' }, { day: 4, from: '09:00', until: '12:00' }, { day: 5, from: '09:00', until: '12:00' }], germanDays), 'Do 09:00–12:00, 14:00–16:00; Fr 09:00–12:00')
  assert.equal(hoursText([], germanDays), '')
})

test('the substitute of whoever is away is somebody who is there, or nobody; circles end', () => {
  const now = at('2026-03-09')
  const away = { absentFrom: monday, absentUntil: monday }
  const [a, b, c] = [someone({ id: 'a', substituteId: 'b', ...away }), someone({ id: 'b', substituteId: 'c', ...away }), someone({ id: 'c' })]
  assert.equal(substituteOf(a, [a, b, c], now)?.id, 'c')
  assert.equal(substituteOf(a, [a, b], now), undefined)
  const circle = [a, { ...b, substituteId: 'a' }]
  assert.equal(substituteOf(a, circle, now), undefined)
  const ids = ['a', 'b', 'c', 'd']
  const person = (id: string) => fc.record({ sub: fc.constantFrom(...ids, null), there: fc.boolean() }).map(({ sub, there }) => someone({ id, substituteId: sub === id ? null : sub, ...(there ? {} : away) }))
  fc.assert(
    fc.property(fc.tuple(...ids.map(person)), (all) => {
      const found = substituteOf(all[0] ?? someone(), all, now)
      assert.ok(found === undefined || (found.id !== 'a' && onDuty(found, now)))
    }),
  )
})

test('an agreement holds in exactly one of all combinations of what two towns say', () => {
  const states: AgreementState[] = ['asked', 'agreed', 'refused', 'ended']
  const holding = states.flatMap((village) => states.filter((office) => inForce({ side: 'village', state: village }, { side: 'office', state: office })).map((office) => [village, office]))
  assert.deepEqual(holding, [['agreed', 'agreed']])
  assert.equal(inForce({ side: 'office', state: 'agreed' }, { side: 'office', state: 'agreed' }), false, 'nobody says both sides')
  assert.equal(inForce(undefined, { side: 'office', state: 'agreed' }), false)
  for (const own of states) for (const other of states) assert.equal(jointState({ state: own }, { state: other }) === 'agreed', own === 'agreed' && other === 'agreed')
  assert.equal(jointState({ state: 'agreed' }, undefined), 'ended')
})

test('absences end after they begin, not in the past, not after more than a year, and not with oneself or somebody away', () => {
  const absence = { from: monday, until: addDays(monday, 7) }
  assert.equal(whyNotAbsent(absence, monday, 'a', undefined), undefined)
  assert.equal(whyNotAbsent({ from: monday, until: addDays(monday, -1) }, monday, 'a', undefined)?.code, 'ends-before')
  assert.equal(whyNotAbsent(absence, addDays(monday, 8), 'a', undefined)?.code, 'past')
  assert.equal(whyNotAbsent({ from: monday, until: addDays(monday, 400) }, monday, 'a', undefined)?.code, 'long')
  assert.equal(whyNotAbsent(absence, monday, 'a', someone())?.code, 'own-substitute')
  assert.equal(whyNotAbsent(absence, monday, 'a', someone({ id: 'b', absentFrom: monday, absentUntil: monday }))?.code, 'substitute-absent')
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 800 }), (from, until) => {
      const entered = { from: addDays(monday, from), until: addDays(monday, until) }
      if (whyNotAbsent(entered, monday, 'a', undefined)) return true
      return isAbsent({ absentFrom: entered.from, absentUntil: entered.until }, entered.from) && entered.until >= monday
    }),
  )
})

test('training is due before it ends; what has no end never is', () => {
  assert.equal(trainingState({ validUntil: null }, monday), 'valid')
  assert.deepEqual([-1, 0, 60, 61].map((days) => trainingState({ validUntil: addDays(monday, days) }, monday)), ['over', 'due', 'due', 'valid'])
})

test('one share alone never opens a case, and a threshold must be within reach when it is set', () => {
  const exitUrl = 'https://www.dwd.de/'
  assert.equal(whyNotSettings({ threshold: 1, exitUrl }, 5, 2)?.code, 'threshold-one')
  assert.equal(whyNotSettings({ threshold: 3, exitUrl }, 2, 2)?.code, 'threshold-unreachable')
  assert.equal(whyNotSettings({ threshold: 3, exitUrl }, 2, 3), undefined, 'holders may have left since')
  assert.equal(whyNotSettings({ threshold: 0, exitUrl }, 0, 2), undefined)
  assert.equal(whyNotSettings({ threshold: 2, exitUrl: '/' }, 3, 2), undefined, 'the front page of the town itself')
  for (const wrong of ['//www.dwd.de', '/\\www.dwd.de', 'http://www.dwd.de', 'javascript:alert(1)', 'https://nirgends', 'https://a b.de']) assert.equal(whyNotSettings({ threshold: 2, exitUrl: wrong }, 3, 2)?.code, 'exit-url', wrong)
  assert.deepEqual([isThresholdReachable(0, 0), isThresholdReachable(2, 1), isThresholdReachable(2, 2)], [true, false, true])
})

test('where somebody stands says the most important thing', () => {
  const now = at('2026-03-09', 10)
  assert.equal(standingOf(someone(), now, { hasRole: true, hasKeys: true }), 'present')
  assert.equal(standingOf(someone(), now, { hasRole: false, hasKeys: true }), 'waiting')
  assert.equal(standingOf(someone(), now, { hasRole: true, hasKeys: false }), 'no-keys')
  assert.equal(standingOf(someone({ absentFrom: monday, absentUntil: monday, takesNew: false }), now, { hasRole: true, hasKeys: true }), 'absent')
  assert.equal(standingOf(someone({ hours: [] }), now, { hasRole: true, hasKeys: true }), 'on-duty')
})
