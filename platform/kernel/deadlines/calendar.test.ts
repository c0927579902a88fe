import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@modellregion/standards'
import { calendarOf } from './calendar.ts'

const now = new Date('2026-03-10T09:00:00.123Z')
const entry = { id: '0190a6f0-0000-7000-8000-000000000001', kind: 'report', ref: 'R-17', rule: 'feedback', dueOn: plainDate('2026-06-10') }

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
