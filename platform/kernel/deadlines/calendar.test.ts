import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import { calendarOf, escaped, folded } from './calendar.ts'

const now = new Date('2026-03-10T09:00:00.123Z')
const entry = { id: '0190a6f0-0000-7000-8000-000000000001', kind: 'report', ref: 'R-17', rule: 'feedback', dueOn: plainDate('2026-06-10') }
const bytes = (text: string): number => Buffer.byteLength(text)

test('a deadline is a whole day with a neutral word and nothing of its subject', () => {
  const text = calendarOf([entry], () => 'Frist', { host: 'erlenau.example.org', now })
  assert.deepEqual(text.split('\r\n'), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//erlenau.example.org//Deadlines//EN',
    'BEGIN:VEVENT',
    'UID:0190a6f0-0000-7000-8000-000000000001@erlenau.example.org',
    'DTSTAMP:20260310T090000Z',
    'DTSTART;VALUE=DATE:20260610',
    'SUMMARY:Frist',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
  assert.doesNotMatch(text, /report|R-17|feedback/)
})

test('the id of an entry stays when its day moves', () => {
  const uidOf = (dueOn: string) => /UID:.*/.exec(calendarOf([{ ...entry, dueOn: plainDate(dueOn) }], () => 'Frist', { host: 'a.example', now: new Date(dueOn) }))?.[0]
  assert.equal(uidOf('2026-06-10'), uidOf('2026-09-10'))
})

test('nothing in a text is taken for structure', () => {
  assert.equal(escaped('Frist; heute, morgen\\\nEND:VEVENT\r\nX\rY\u0007'), String.raw`Frist\; heute\, morgen\\\nEND:VEVENT\nX\nY`)
  const text = calendarOf([entry], () => 'Frist\r\nEND:VEVENT', { host: 'a.example', now })
  assert.equal(text.match(/^END:VEVENT/gm)?.length, 1)
})

test('lines are folded at 75 octets and no character is cut', () => {
  assert.equal(folded('x'.repeat(75)), 'x'.repeat(75))
  assert.equal(folded('x'.repeat(76)), `${'x'.repeat(75)}\r\n x`)
  assert.equal(folded(`${'x'.repeat(74)}ü`), `${'x'.repeat(74)}\r\n ü`)
  assert.deepEqual(folded('x'.repeat(200)).split('\r\n').map(bytes), [75, 75, 52])
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }).map((text) => escaped(text)), (line) => {
    const lines = folded(line).split('\r\n')
    assert.ok(lines.every((part) => bytes(part) <= 75))
    assert.ok(lines.slice(1).every((part) => part.startsWith(' ')))
    assert.equal(lines.map((part, index) => (index === 0 ? part : part.slice(1))).join(''), line)
  })) // prettier-ignore
})

test('whatever the words, a calendar has the same lines', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (words) => {
    const text = calendarOf(words.map((_, index) => ({ ...entry, id: String(index), rule: String(index) })), (rule) => words[Number(rule)] ?? '', { host: 'a.example', now })
    assert.equal(text.replaceAll('\r\n ', '').split('\r\n').length, 5 + words.length * 7)
    assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1)
  })) // prettier-ignore
})
