import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import { animals, classCode, codeWords, readClassCode } from './class-code.ts'
import { shuffle } from './letters.ts'
import { boundsOf, isWeekday, slotsOf } from './slots.ts'
import { chanceOf, meanOf, medianOf, quantileOf } from './statistics.ts'
import { classQuantities, endOf, isForClasses, mayLook, mayWriteHypothesis, phaseOf, whyNotStart } from './state.ts'
import { verdictOf } from './evaluate.ts'
import { firstWholeWeek } from './publish.ts'
import { mkrAreas, mkrTitle } from '../mkr.ts'

test('mean, median and quartiles of small lists, by hand', () => {
  assert.equal(meanOf([1, 2, 6]), 3)
  assert.equal(medianOf([1, 2, 6]), 2)
  assert.equal(medianOf([1, 2, 3, 10]), 2.5)
  assert.equal(quantileOf([0, 10, 20, 30], 0.25), 7.5)
  assert.equal(meanOf([]), undefined)
})

const twoPlaces = (pairs: readonly (readonly [number, number])[]) => pairs.flatMap(([a, b], day) => [{ place: 0, day: String(day), value: a }, { place: 1, day: String(day), value: b }])

test('the test of chance counts by hand: five days, always the same room ahead, is 2 of 32 arrangements', () => {
  const chance = chanceOf(twoPlaces([[10, 20], [11, 21], [12, 22], [13, 23], [14, 24]]), 2, meanOf, 1)
  assert.deepEqual(chance, { share: 2 / 32, tried: 32, all: true, days: 5, least: 2 / 32 })
  assert.equal(verdictOf(chance), 'few', 'five days can never go below 1 of 16, so nothing is claimed')
})

test('ten days with the same order are no chance, equal rooms are', () => {
  const days = Array.from({ length: 10 }, (_, day) => day)
  assert.equal(verdictOf(chanceOf(twoPlaces(days.map((day) => [day, day + 5] as const)), 2, meanOf, 1)), 'unlikely')
  assert.equal(verdictOf(chanceOf(twoPlaces(days.map((day) => [day, day % 2 === 0 ? day + 1 : day - 1] as const)), 2, meanOf, 1)), 'possible')
})

test('many days are drawn by lot, with the same answer each time', () => {
  const pairs = Array.from({ length: 30 }, (_, day) => [day % 7, (day * 3) % 7] as const)
  const once = chanceOf(twoPlaces(pairs), 2, meanOf, 9)
  assert.equal(once?.all, false)
  assert.deepEqual(once, chanceOf(twoPlaces(pairs), 2, meanOf, 9))
})

test('property: the share lies between what is least possible and 1, and never depends on which room has which letter', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { minLength: 1, maxLength: 8 }), (pairs) => {
      const chance = chanceOf(twoPlaces(pairs), 2, meanOf, 3)
      const turned = chanceOf(twoPlaces(pairs.map(([a, b]) => [b, a] as const)), 2, meanOf, 3)
      assert.ok(chance && chance.share >= chance.least - 1e-12 && chance.share <= 1)
      assert.equal(turned?.share, chance.share)
    }),
  )
})

test('one place, or no day with two, has nothing to compare', () => {
  assert.equal(chanceOf([{ place: 0, day: '1', value: 3 }], 1, meanOf, 1), undefined)
  assert.equal(chanceOf([{ place: 0, day: '1', value: 3 }, { place: 1, day: '2', value: 4 }], 2, meanOf, 1), undefined)
})

test('a shuffle keeps everything, and a seed always gives the same order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 8 }), fc.nat(), (items, seed) => {
      assert.deepEqual([...shuffle(items, seed)].sort(), [...items].sort())
      assert.deepEqual(shuffle(items, seed), shuffle(items, seed))
    }),
  )
  const orders = new Set(Array.from({ length: 60 }, (_, seed) => shuffle(['A', 'B', 'C'], seed).join('')))
  assert.equal(orders.size, 6, 'every order occurs')
})

test('class codes are read back however they are typed, and all words differ', () => {
  assert.equal(codeWords.length, 128)
  assert.equal(new Set(codeWords).size, 128)
  assert.equal(readClassCode(' Birke OTTER wolke 47'), undefined, '"wolke" is not a word of ours')
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (a, b, c, d) => {
      const code = classCode([a, b, c, d])
      for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', ' - ')} `, code.replace(/-(\d\d)$/, '$1')]) assert.equal(readClassCode(typed), code)
    }),
  )
  assert.equal(new Set(animals).size, animals.length)
})

const school = [{ from: '08:00', to: '08:45' }, { from: '08:45', to: '09:30' }]
const monday = plainDate('2026-11-23')

test('lessons stand on school days only, nights belong to the evening, a day of changing clocks has 25 hours', () => {
  const lessons = slotsOf('lessons', monday, addDays(monday, 6), school, isWeekday)
  assert.equal(lessons.length, 10)
  assert.deepEqual(lessons[0]?.from, instantAt(monday, 8))
  const [night] = slotsOf('nights', monday, monday, school, isWeekday)
  assert.deepEqual([night?.from, night?.until], [instantAt(monday, 22), instantAt(addDays(monday, 1), 5)])
  const [day] = slotsOf('days', plainDate('2026-10-25'), plainDate('2026-10-25'), school, isWeekday)
  assert.equal(((day?.until.getTime() ?? 0) - (day?.from.getTime() ?? 0)) / 3_600_000, 25)
  const { bounds, bucketOf } = boundsOf(lessons)
  assert.equal(bounds.length, 15, 'lessons that touch share a bound')
  assert.deepEqual(lessons.slice(0, 3).map(bucketOf), [1, 2, 4])
})

test('first the hypothesis, then the values', () => {
  const experiment = { from: monday, until: addDays(monday, 4), times: 'lessons', closedAt: null, reveal: 'end' } as const
  const during = instantAt(addDays(monday, 2), 10)
  const after = endOf(experiment)
  assert.deepEqual([phaseOf(experiment, instantAt(addDays(monday, -1))), phaseOf(experiment, during), phaseOf(experiment, after)], ['planned', 'running', 'over'])
  assert.deepEqual([mayLook(experiment, true, during), mayLook(experiment, true, after), mayLook(experiment, false, after)], [false, true, false])
  assert.equal(mayLook({ ...experiment, reveal: 'running' }, true, during), true)
  assert.equal(mayWriteHypothesis(experiment, 'A ist schlechter', during), true)
  assert.equal(mayWriteHypothesis(experiment, 'A ist schlechter', after), false, 'what was written stays once values may be seen')
  assert.equal(mayWriteHypothesis(experiment, '', after), true)
})

test('a class never works with presence, and never with a staff room', () => {
  for (const id of ['motion', 'occupancy', 'contact', 'button'] as const) assert.ok(!classQuantities.includes(id), id)
  assert.equal(isForClasses({ quantity: 'co2', audience: 'school' }), true)
  assert.equal(isForClasses({ quantity: 'co2', audience: 'sealed' }), false)
  assert.equal(isForClasses({ quantity: 'co2', audience: 'staff' }), false)
  assert.equal(isForClasses({ quantity: 'motion', audience: 'school' }), false, 'even where a school opened it')
})

test('what stands against a start is told at its field', () => {
  const wish = { from: monday, until: addDays(monday, 4), comparison: 'mean', band: null, blind: false, places: 2 } as const
  assert.equal(whyNotStart(wish, monday), undefined)
  assert.deepEqual(whyNotStart({ ...wish, until: addDays(monday, -1) }, monday), { field: 'until', code: 'order' })
  assert.deepEqual(whyNotStart({ ...wish, until: addDays(monday, 60) }, monday), { field: 'until', code: 'too-long' })
  assert.deepEqual(whyNotStart({ ...wish, from: plainDate('1990-01-01'), until: plainDate('1990-01-07') }, monday), { field: 'from', code: 'too-early' })
  assert.deepEqual(whyNotStart({ ...wish, comparison: 'above' }, monday), { field: 'band', code: 'band-missing' })
  assert.deepEqual(whyNotStart({ ...wish, blind: true, places: 1 }, monday), { field: 'places', code: 'one-place' })
})

test('six areas with 24 competences', () => {
  assert.equal(mkrAreas.flatMap(({ competences }) => competences).length, 24)
  assert.equal(mkrTitle('6.3'), '6.3 Modellieren und Programmieren')
  assert.equal(mkrTitle('7.1'), undefined)
})

test('what is published by week begins with a whole one', () => {
  for (const [from, first] of [['2026-11-30', '2026-11-30'], ['2026-12-01', '2026-12-07'], ['2026-12-06', '2026-12-07']] as const) assert.equal(firstWholeWeek(plainDate(from)), first)
})
