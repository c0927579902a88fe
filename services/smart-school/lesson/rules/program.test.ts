import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '@modellregion/standards'
import { barsOf, bytesOf, codecTests, dataOf, differences, hexOf, slipOf, withoutPresence } from './program.ts'
import { leastLessons, mondayOf, weeksOfAir } from './publish.ts'

test('what a class gets of its own sensor has no movement in it, whatever else is there', () => {
  assert.deepEqual(withoutPresence(bytesOf('0100E202290400270503060 35C070E10'.replaceAll(' ', ''))), bytesOf('0100E2022904002706035C070E10'))
  assert.equal(withoutPresence(bytesOf('0507')), undefined, 'nothing left')
  assert.equal(withoutPresence(bytesOf('0100E2FE01')), undefined, 'unknown types are not guessed')
  assert.equal(withoutPresence(bytesOf('0100')), undefined, 'cut off')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('0100E2', '0229', '0501', '1101', '06035C', '0F01'), { maxLength: 12 }), (parts) => {
      const left = withoutPresence(bytesOf(parts.join('')))
      assert.deepEqual(left ?? [], bytesOf(parts.filter((part) => !['05', '11', '0F'].includes(part.slice(0, 2))).join('')))
    }),
  )
})

test('tests of the lesson: right, missing and wrong fields', () => {
  assert.equal(codecTests.length, 6)
  assert.deepEqual(differences({ temperature: 22.6 }, { temperature: 22.6, more: 1 }), [])
  assert.deepEqual(differences({ temperature: 22.6, co2: 800 }, { temperature: 226 }), [{ field: 'temperature', expected: 22.6, got: 226 }, { field: 'co2', expected: 800, got: undefined }])
  assert.deepEqual(dataOf({ data: { a: 1 } }), { a: 1 })
  assert.equal(dataOf(undefined), undefined)
  assert.equal(hexOf(bytesOf('01FFd3')), '01 FF D3')
})

test('slips are named in words of the lesson', () => {
  const slip = (message: string, reason: 'error' | 'timeout' | 'invalid' = 'error') => slipOf({ ok: false, reason, message, line: 4 })
  assert.deepEqual(slip("ReferenceError: 'byte' is not defined"), { kind: 'unknown-name', name: 'byte', line: 4 })
  assert.equal(slip('SyntaxError: unexpected token in expression').kind, 'syntax')
  assert.equal(slip("TypeError: cannot read property 'x' of undefined").kind, 'nothing-there')
  assert.equal(slip('TypeError: not a function').kind, 'no-function')
  assert.equal(slip('', 'timeout').kind, 'timeout')
  assert.equal(slip('no such function', 'invalid').kind, 'missing')
})

test('a chart draws labels with numbers and says what is wrong with anything else', () => {
  assert.deepEqual(barsOf([{ label: 'A', value: 3 }, { label: 2, value: 1 }]), { ok: true, bars: [{ label: 'A', value: 3 }, { label: '2', value: 1 }] })
  assert.deepEqual(barsOf({}), { ok: false, reason: 'no-list' })
  assert.deepEqual(barsOf([]), { ok: false, reason: 'empty' })
  assert.deepEqual(barsOf([{ label: 'A', value: 3 }, { label: 'B', value: 'viel' }]), { ok: false, reason: 'no-number', at: 2 })
  fc.assert(fc.property(fc.anything(), (value) => void barsOf(value)))
})

const monday = plainDate('2026-03-02')
const week = (rooms: number, lessons: number, start = monday) => Array.from({ length: rooms * lessons }, (_, at) => ({ room: at % rooms, day: addDays(start, at % 5), mean: at % 2 === 0 ? 900 : 1_300 }))

test('air is published by week only, with three rooms and ten lessons at least, and never the week that runs', () => {
  assert.deepEqual(weeksOfAir(week(4, 10), addDays(monday, 7)), [{ week: monday, rooms: 4, lessons: 40, mean: 1_100, below1000: 50, upTo2000: 50, above2000: 0 }])
  assert.deepEqual(weeksOfAir(week(2, 30), addDays(monday, 7)), [], 'two rooms are a timetable')
  assert.deepEqual(weeksOfAir(week(3, 3), addDays(monday, 7)), [], `${leastLessons} lessons at least`)
  assert.deepEqual(weeksOfAir(week(4, 10), addDays(monday, 6)), [], 'the week still runs')
  assert.equal(mondayOf(addDays(monday, 6)), monday)
})

test('property: shares of a week are whole numbers that add up to 100', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ room: fc.nat(4), day: fc.nat(4).map((at) => addDays(monday, at)), mean: fc.integer({ min: 400, max: 3_000 }) }), { maxLength: 60 }), (lessons) => {
      for (const one of weeksOfAir(lessons, addDays(monday, 20))) assert.equal(one.below1000 + one.upTo2000 + one.above2000, 100)
    }),
  )
})
