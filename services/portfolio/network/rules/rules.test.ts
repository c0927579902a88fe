import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate, localTime } from '@modellregion/standards'
import type { EventForm } from '../schema.ts'
import { calendarOfEvents } from './calendar.ts'
import { changesCalendar, instantOf, readEvent, tomorrow, topicsOf, typedTime, whyNotRegister } from './event.ts'
import { stateOf, verdictOn, withVerdict } from './question.ts'
import { aboutOf, idsIn } from './reference.ts'
import { movingUp, placeFor, seatsLeft } from './seats.ts'
import { beginningOf, blocksOf, faultIn, plainTextOf } from './text.ts'

const now = new Date('2026-03-04T09:00:00Z')
const id = '0193e000-0000-7000-8000-000000000001'
const form = (more: Partial<EventForm> = {}): EventForm => ({ title: 'Wegweiser', description: 'Zwei Stunden.', day: '2026-04-20', from: '10:00', until: '12.30', place: 'Rathaus', invited: 'Alle', ...more })
const refusals = (more: Partial<EventForm>, before?: { startsAt: Date; registerUntil: Date }) => {
  const read = readEvent(id, form(more), now, before)
  return read.ok ? [] : read.refusals.map(({ field, code }) => `${field}: ${code}`)
}

test('a form becomes an event in Berlin time', () => {
  const read = readEvent(id, form({ seats: 12, registerUntil: '2026-04-18', topics: 'Schule, Daten,Schule', entries: `https://stadt.example/portfolio/reuse/${id}` }), now)
  assert.ok(read.ok)
  const { startsAt, endsAt, registerUntil, topics, entries } = read.event
  assert.deepEqual([startsAt.toISOString(), endsAt.toISOString(), registerUntil.toISOString()], ['2026-04-20T08:00:00.000Z', '2026-04-20T10:30:00.000Z', '2026-04-18T21:59:59.000Z'])
  assert.deepEqual([topics, entries], [['Schule', 'Daten'], [id]])
})

test('what cannot be is refused beside its field', () => {
  assert.deepEqual(refusals({}), [])
  assert.deepEqual(refusals({ day: '2026-03-03' }), ['day: in-the-past'])
  assert.deepEqual(refusals({ day: '2032-03-03' }), ['day: too-far'])
  assert.deepEqual(refusals({ until: '9:00' }), ['until: end-before-start'])
  assert.deepEqual(refusals({ lastDay: '2026-04-19' }), ['lastDay: end-before-start'])
  assert.deepEqual(refusals({ lastDay: '2026-04-21', until: '9:00' }), [])
  assert.deepEqual(refusals({ registerUntil: '2026-04-21' }), ['registerUntil: register-after-start'])
  assert.deepEqual(refusals({ registerUntil: '2026-03-03' }), ['registerUntil: register-over'])
  assert.deepEqual(refusals({ registerUntil: '2026-04-20' }), [], 'the day of the event means: until it begins')
  assert.deepEqual(readEvent(id, { ...form(), place: undefined } as unknown as EventForm, now).ok, false) // a form without a place has no such key
  assert.deepEqual(refusals({ link: 'http://stadt.example' }), ['link: link'])
  assert.deepEqual(refusals({ link: 'javascript:alert(1)' }), ['link: link'])
  assert.deepEqual(refusals({ entries: 'irgendwas' }), ['entries: entries'])
  assert.deepEqual(refusals({ description: 'gut\n\n> Zitat' }), ['description: text'])
})

test('an event that has begun may get another text, but no other beginning in the past', () => {
  const startsAt = instantOf(localDate(new Date('2026-03-01T12:00:00Z')), '10:00')
  assert.deepEqual(refusals({ day: '2026-03-01', from: '10:00', until: '11:00' }, { startsAt, registerUntil: startsAt }), [])
  assert.deepEqual(refusals({ day: '2026-03-01', from: '10:30', until: '11:00' }, { startsAt, registerUntil: startsAt }), ['day: in-the-past'])
})

test('a typed time comes back as it was, on every day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }), (on, hour, minute) => {
      const typed = `${hour}:${String(minute).padStart(2, '0')}`
      const instant = instantOf(localDate(on), typed)
      return typedTime(instant) === typed && localTime(instant).date === localDate(on)
    }),
  )
})

test('who may register, and who is reminded', () => {
  const event = { state: 'published', registerUntil: new Date(now.getTime() + 1), endsAt: new Date(now.getTime() + 2) } as const
  assert.equal(whyNotRegister(event, now), undefined)
  assert.equal(whyNotRegister({ ...event, registerUntil: new Date(now.getTime() - 1) }, now), 'closed')
  assert.equal(whyNotRegister({ ...event, endsAt: now }, now), 'over')
  assert.equal(whyNotRegister({ ...event, state: 'cancelled' }, now), 'cancelled')
  // The night in which summer time begins: the day has 23 hours.
  const { from, until } = tomorrow(new Date('2026-03-28T12:00:00Z'))
  assert.deepEqual([from.toISOString(), until.toISOString()], ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
})

test('only what stands in a calendar makes a new sequence', () => {
  const event = { title: 'a', startsAt: now, endsAt: now, place: 'b', link: null }
  assert.equal(changesCalendar(event, { ...event, startsAt: new Date(now) }), false)
  assert.equal(changesCalendar(event, { ...event, place: 'c' }), true)
  assert.equal(changesCalendar(event, { ...event, endsAt: new Date(0) }), true)
  assert.deepEqual(topicsOf(' a, b;;a '), ['a', 'b'])
})

test('seats: who comes when they are taken waits, who waits is not overtaken', () => {
  assert.equal(placeFor(2, 1, 0), 'confirmed')
  assert.equal(placeFor(2, 2, 0), 'waiting')
  assert.equal(placeFor(2, 1, 1), 'waiting')
  assert.equal(placeFor(null, 99, 0), 'confirmed')
  assert.equal(seatsLeft({ seats: 3, registered: 2, waiting: 0 }), 1)
  assert.equal(seatsLeft({ seats: 3, registered: 2, waiting: 1 }), 0)
  assert.equal(seatsLeft({ seats: 1, registered: 2, waiting: 0 }), 0)
  assert.equal(seatsLeft({ seats: null, registered: 2, waiting: 0 }), null)
})

type Step = { do: 'join' } | { do: 'leave'; at: number } | { do: 'seats'; n: number }
const steps = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant<Step>({ do: 'join' }) }, { weight: 2, arbitrary: fc.nat(30).map((at): Step => ({ do: 'leave', at })) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((n): Step => ({ do: 'seats', n })) }), { maxLength: 60 })

test('whatever people do: seats are never given twice, none stays free while somebody waits, and the order holds', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let seats = 3
      let lines: { id: string; state: 'confirmed' | 'waiting'; confirmedAt: Date }[] = []
      for (const [at, step] of all.entries()) {
        const hadSeat = new Set(lines.filter(({ state }) => state === 'confirmed').map((line) => line.id))
        const before = lines
        if (step.do === 'seats') seats = step.n
        if (step.do === 'leave') lines = lines.filter((_, index) => index !== step.at)
        if (step.do === 'join') lines = [...lines, { id: String(at).padStart(3, '0'), confirmedAt: new Date(at), state: placeFor(seats, lines.filter(({ state }) => state === 'confirmed').length, lines.filter(({ state }) => state === 'waiting').length) === 'confirmed' ? 'confirmed' : 'waiting' }]
        const up = new Set(movingUp(lines.toReversed(), seats))
        lines = lines.map((line) => (up.has(line.id) ? { ...line, state: 'confirmed' } : line))
        const taken = lines.filter(({ state }) => state === 'confirmed')
        const waiting = lines.filter(({ state }) => state === 'waiting')
        if (waiting.length > 0) assert.ok(taken.length >= seats, 'nobody waits beside a free seat')
        if (taken.length > seats) assert.ok(taken.every((line) => hadSeat.has(line.id)), 'more than there are keep theirs, nobody gets one')
        for (const line of before) if (hadSeat.has(line.id) && lines.some((one) => one.id === line.id)) assert.ok(taken.some((one) => one.id === line.id), 'a seat is never lost')
        for (const id of up) assert.ok(waiting.every((line) => line.id > id), 'the longest waiting moves up')
      }
    }),
  )
})

const event = { id, title: 'Wegweiser; Teil 1, für alle', description: 'Eins\n\n- **zwei**', startsAt: new Date('2026-07-01T08:00:00Z'), endsAt: new Date('2026-07-01T10:00:00Z'), place: 'Rathaus, Raum 2', link: 'https://konferenz.example.org/x', topics: ['Schule, Daten', 'Neu'], state: 'published', sequence: 3, changedAt: now } as const
const calendar = (more: Partial<{ state: 'published' | 'cancelled'; title: string; sequence: number }> = {}) => calendarOfEvents([{ ...event, ...more }], { name: 'Termine', pageOf: (one) => `https://stadt.example/portfolio/event/${one.id}` })

test('the calendar knows each event again', () => {
  const lines = calendar().split('\r\n')
  assert.equal(lines.at(-1), '', 'the last line ends too')
  assert.deepEqual([lines[0], lines[1], lines.at(-2)], ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
  for (const line of [`UID:${id}`, 'DTSTAMP:20260304T090000Z', 'SEQUENCE:3', 'STATUS:CONFIRMED', 'DTSTART:20260701T080000Z', 'DTEND:20260701T100000Z', String.raw`SUMMARY:Wegweiser\; Teil 1\, für alle`, String.raw`LOCATION:Rathaus\, Raum 2`, String.raw`CATEGORIES:Schule\, Daten,Neu`]) assert.ok(lines.includes(line), line)
  assert.ok(calendar().replaceAll('\r\n ', '').includes(String.raw`DESCRIPTION:Eins\n\n- zwei\n\nhttps://konferenz.example.org/x`))
  assert.equal(calendar(), calendar(), 'the same events make the same bytes')
})

test('a cancelled event keeps its UID, grows in sequence and says so', () => {
  const text = calendar({ state: 'cancelled', sequence: 4 })
  assert.match(text, new RegExp(`UID:${id}\r\n`))
  assert.match(text, /SEQUENCE:4\r\nSTATUS:CANCELLED\r\n/)
})

test('what the asking town thinks of answers', () => {
  const none = { helpful: [], solvedBy: null }
  assert.deepEqual([stateOf(none, 0), stateOf(none, 1), stateOf({ solvedBy: 'a' }, 1)], ['open', 'answered', 'solved'])
  const solved = withVerdict(withVerdict(none, 'a', 'solves'), 'b', 'solves')
  assert.deepEqual(solved, { helpful: ['a', 'b'], solvedBy: 'b' })
  assert.deepEqual([verdictOn(solved, 'a'), verdictOn(solved, 'b'), verdictOn(solved, 'c')], ['helpful', 'solves', 'none'])
  assert.deepEqual(withVerdict(solved, 'b', 'none'), { helpful: ['a'], solvedBy: null })
  assert.deepEqual(withVerdict(solved, 'b', 'helpful'), { helpful: ['a', 'b'], solvedBy: null })
})

test('addresses are read as people paste them', () => {
  assert.deepEqual(idsIn(`https://a.example/portfolio/reuse/${id.toUpperCase()}?x=1\n${id}`), [id])
  assert.deepEqual(idsIn(''), [])
  assert.equal(idsIn(`${id} nichts`), undefined)
  assert.deepEqual(aboutOf(`https://stadt.example/portfolio/event/${id}`), { kind: 'event', ref: id })
  assert.deepEqual(aboutOf('/portfolio/project/wegweiser'), { kind: 'project', ref: 'wegweiser' })
  assert.equal(aboutOf('/portfolio/event/wegweiser'), undefined)
  assert.equal(aboutOf('https://stadt.example/anderes'), undefined)
})

test('a text outside of the small Markdown names its line and is still shown', () => {
  assert.equal(faultIn('eins\n\n- zwei'), undefined)
  assert.equal(faultIn('eins\n\n# zwei'), 3)
  assert.equal(faultIn('**offen'), 1)
  assert.deepEqual(blocksOf('# a\n\nb').map(({ kind }) => kind), ['paragraph', 'paragraph'])
  assert.equal(plainTextOf('## Ablauf\n\n1. a\n2. **b**'), 'Ablauf\n\n1. a\n2. b')
  assert.equal(beginningOf('ein langer Text', 10), 'ein langer …')
})

test('a list shows the sentences of a text, not its headings', () => {
  assert.equal(beginningOf('Eins.\n\n## Ablauf\n\n- zwei\n\nDrei.'), 'Eins. Drei.')
  assert.equal(beginningOf('- nur eine Liste'), '- nur eine Liste')
})
