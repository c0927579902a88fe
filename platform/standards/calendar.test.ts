import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarText, type CalendarEvent } from './calendar.ts'
import { plainDate } from './plain-date.ts'
import { instantAt } from './time.ts'

const event: CalendarEvent = { uid: '0190a6f0-0000-7000-8000-000000000001', stamp: new Date('2026-03-10T09:00:00.123Z'), starts: plainDate('2026-06-10'), summary: 'Frist' }
const textOf = (more: Partial<CalendarEvent>) => calendarText({ producer: '-//Test//Test//EN', events: [{ ...event, ...more }] })
const bytes = (text: string): number => Buffer.byteLength(text)
/** Section 3.1 backwards. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
/** Section 3.3.11 backwards. */
const read = (value: string): string => value.replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
const valueOf = (text: string, name: string): string => read(unfolded(text).find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? 'missing')

test('a whole day has no time, and ends by itself', () => {
  assert.deepEqual(textOf({ isFree: true }).split('\r\n'), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//Test//EN',
    'BEGIN:VEVENT',
    'UID:0190a6f0-0000-7000-8000-000000000001',
    'DTSTAMP:20260310T090000Z',
    'DTSTART;VALUE=DATE:20260610',
    'SUMMARY:Frist',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('moments stand in UTC, in summer and in winter, whatever zone they were typed in', () => {
  const lines = (day: string) => unfolded(textOf({ starts: instantAt(plainDate(day), 9, 30), ends: instantAt(plainDate(day), 11, 0) })).filter((line) => line.startsWith('DT') && !line.startsWith('DTSTAMP'))
  assert.deepEqual(lines('2026-07-01'), ['DTSTART:20260701T073000Z', 'DTEND:20260701T090000Z'])
  assert.deepEqual(lines('2026-12-01'), ['DTSTART:20261201T083000Z', 'DTEND:20261201T100000Z'])
})

test('a published feed says its name, how often to look, and what has changed', () => {
  const text = calendarText({ producer: '-//Test//Test//DE', name: 'Termine; Erlenau', refreshHours: 12, isPublished: true, events: [{ ...event, sequence: 3, status: 'cancelled', changedAt: event.stamp, categories: ['Schule', 'a,b'], url: 'https://erlenau.example/a,b;c' }] })
  for (const line of ['METHOD:PUBLISH', String.raw`NAME:Termine\; Erlenau`, String.raw`X-WR-CALNAME:Termine\; Erlenau`, 'REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'SEQUENCE:3', 'STATUS:CANCELLED', 'LAST-MODIFIED:20260310T090000Z', String.raw`CATEGORIES:Schule,a\,b`, 'URL:https://erlenau.example/a,b;c']) assert.ok(unfolded(text).includes(line), line)
})

test('nothing in a text is taken for structure, and each property comes back as it was', () => {
  const words = 'Frist; heute, morgen\\\nEND:VEVENT\r\nX\rY\u0007\tZ'
  for (const name of ['summary', 'description', 'location'] as const) assert.equal(valueOf(textOf({ [name]: words }), name.toUpperCase()), 'Frist; heute, morgen\\\nEND:VEVENT\nX\nY\tZ')
  assert.equal(textOf({ summary: words, uid: words, url: 'https://a.example/\r\nEND:VEVENT', categories: [words] }).match(/^END:VEVENT/gm)?.length, 1)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !/[\x00-\x1f\x7f]/.test(text)), (text) => valueOf(textOf({ description: text }), 'DESCRIPTION') === text))
})

test('lines are folded at 75 octets and no character is cut', () => {
  // "SUMMARY:" has eight octets.
  const summary = (text: string) => textOf({ summary: text }).split('\r\n').filter((line, at, all) => line.startsWith('SUMMARY:') || (line.startsWith(' ') && all.slice(0, at).some((before) => before.startsWith('SUMMARY:'))))
  assert.deepEqual(summary('x'.repeat(67)).map(bytes), [75])
  assert.deepEqual(summary('x'.repeat(68)).map(bytes), [75, 2])
  assert.deepEqual(summary(`${'x'.repeat(66)}ü`), [`SUMMARY:${'x'.repeat(66)}`, ' ü'])
  assert.deepEqual(summary('x'.repeat(200)).map(bytes), [75, 75, 60])
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }), (text) => {
    const raw = textOf({ summary: text, description: text })
    assert.ok(raw.split('\r\n').every((line) => bytes(line) <= 75))
    assert.ok(!raw.includes('\uFFFD') || text.includes('\uFFFD'))
    assert.equal(Buffer.from(raw, 'utf8').toString('utf8'), raw)
  })) // prettier-ignore
})

test('whatever the words, a calendar has the same lines', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (words) => {
    const text = calendarText({ producer: words.join(), events: words.map((summary, at) => ({ ...event, uid: `${at}${summary}`, summary })) })
    assert.equal(unfolded(text).length, 5 + words.length * 6)
    assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1)
  })) // prettier-ignore
})
