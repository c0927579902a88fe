import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Content } from '../../crypto/message.ts'
import { takeEvents } from '../event-stream.ts'
import type { Confidant, Directory } from '../schema.ts'
import { bytesOf, emptyDraft, holdersAfter, holdersOf, mistakesOf, mostTextBytes, readersOf } from './draft.ts'
import { dayAfter, reminderFile } from './reminder.ts'
import { byDay, laneOf, meetingCode, openOffer, recordOf, standingAppointment, type Said } from './said.ts'
import { after, beginning, steps, type Event, type State } from './view.ts'

const confidant = (id: string, change: Partial<Confidant> = {}): Confidant => ({
  id, name: id, gender: null, photo: null, photoText: null, languages: [], unit: '', about: '', hours: '', windows: [], topics: [],
  onDuty: true, present: false, absentUntil: null, substitute: null, holder: true, statements: [{} as Confidant['statements'][number]], ...change, // only their number counts here
})
const directory = (...confidants: Confidant[]): Directory => ({ tenant: 't', office: '', appName: '', exitUrl: '', phone: null, room: null, externalOffices: null, topics: ['other'], threshold: 2, promiseHours: 48, confidants })
const said = (...contents: [string, Content][]): Said[] => contents.map(([from, content], seq) => ({ seq, from, at: `2026-03-0${seq + 1}T09:00:00Z`, content }))
const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id)

test('anybody means all on duty with keys, one means that one, and nobody who is excluded', () => {
  const town = directory(confidant('a'), confidant('b', { onDuty: false }), confidant('c'), confidant('d', { statements: [] }))
  assert.deepEqual(ids(readersOf(town, { choice: 'any', excluded: ['c'] })), ['a'])
  assert.deepEqual(ids(readersOf(town, { choice: 'b', excluded: [] })), ['b'])
  assert.deepEqual(ids(readersOf(town, { choice: 'b', excluded: ['b'] })), [])
  assert.deepEqual(ids(readersOf(town, { choice: 'd', excluded: [] })), [])
})

test('with fewer holders than must act together there is no escrow', () => {
  const town = directory(confidant('a'), confidant('b'), confidant('c', { holder: false }))
  assert.deepEqual(holdersOf(town, []), { holders: town.confidants.slice(0, 2), threshold: 2 })
  assert.deepEqual(holdersOf(town, ['a']), { holders: [], threshold: 0 })
})

test('whoever was taken out gets no share when the readers change once more', () => {
  const town = directory(confidant('a'), confidant('b'), confidant('c'))
  assert.deepEqual(ids(holdersAfter(town, { held: ['a', 'b', 'c'], readers: ['a'], removed: ['b'] }).holders), ['a', 'c'])
  assert.deepEqual(holdersAfter(town, { held: ['a', 'c'], readers: ['a'], removed: ['c'] }), { holders: [], threshold: 0 })
  assert.deepEqual(ids(holdersAfter(town, { held: ['a', 'c'], readers: ['a', 'c'], removed: [] }).holders), ['a', 'c'], 'b was taken out before and stays out')
  assert.deepEqual(ids(holdersAfter(town, { held: ['a'], readers: ['a', 'b'], removed: [] }).holders), ['a', 'b'], 'a reader may keep a share')
})

test('whoever is excluded is never among readers or holders', () => {
  const people = fc.array(fc.record({ onDuty: fc.boolean(), holder: fc.boolean() }), { maxLength: 6 }).map((all) => all.map((one, at) => confidant(String(at), one)))
  fc.assert(
    fc.property(people, fc.subarray(['0', '1', '2', '3', '4', '5']), fc.constantFrom('any', '0', '3'), (all, excluded, choice) => {
      const town = directory(...all)
      for (const { id } of [...readersOf(town, { choice, excluded }), ...holdersOf(town, excluded).holders]) assert.ok(!excluded.includes(id))
    }),
  )
})

test('each step says what is missing', () => {
  const town = directory(confidant('a', { onDuty: false }))
  assert.deepEqual(mistakesOf('topic', emptyDraft, town), [{ field: 'topic', code: 'topic' }])
  assert.deepEqual(mistakesOf('who', emptyDraft, town), [{ field: 'who', code: 'nobody' }])
  assert.deepEqual(mistakesOf('who', { ...emptyDraft, choice: 'x' }, town), [{ field: 'who', code: 'who' }])
  assert.deepEqual(mistakesOf('lane', { ...emptyDraft, lane: 'report' }, town), [{ field: 'declared', code: 'statement' }])
  assert.deepEqual(mistakesOf('write', { ...emptyDraft, text: ' \n' }, town), [{ field: 'text', code: 'empty' }])
  assert.deepEqual(mistakesOf('write', { ...emptyDraft, text: 'ä'.repeat(mostTextBytes / 2 + 1) }, town), [{ field: 'text', code: 'long' }])
  assert.equal(bytesOf('"\n'), 4)
})

test('going back and forth loses nothing that was typed, and no step is skipped', () => {
  const town = directory(confidant('a'))
  const next: Event = { kind: 'next', directory: town }
  const events = fc.oneof(
    fc.constantFrom<Event>(next, { kind: 'back' }),
    fc.constantFrom(...steps).map((view): Event => ({ kind: 'show', view })),
    fc.string().map((text): Event => ({ kind: 'edit', change: { text } })),
    fc.constant<Event>({ kind: 'edit', change: { topic: 'other' } }),
  )
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (story) => {
      let state: State = beginning
      for (const event of story) {
        const then = after(state, event)
        if (event.kind !== 'edit') assert.deepEqual(then.draft, state.draft)
        if (then.view === 'sending') for (const step of steps) assert.deepEqual(mistakesOf(step, then.draft, town), [])
        state = then
      }
    }),
  )
})

test('a step that was not reached is not shown', () => {
  const state = after(beginning, { kind: 'show', view: 'topic' })
  assert.equal(after(state, { kind: 'show', view: 'write' }).view, 'topic')
})

test('a failure brings the text back, and what was sent or closed leaves none behind', () => {
  const written = after({ ...beginning, view: 'sending' }, { kind: 'edit', change: { text: 'x' } })
  assert.deepEqual([after(written, { kind: 'failed', code: 'offline', view: 'write' }).draft.text, after(written, { kind: 'failed', code: 'offline', view: 'write' }).failure], ['x', 'offline'])
  for (const event of [{ kind: 'sent' }, { kind: 'wipe', view: 'locked' }] as const) assert.equal(after(written, event).draft.text, '')
})

test('only the person makes it a report', () => {
  const declared: Content = { kind: 'report-declared', statement: 's' }
  assert.equal(laneOf(said(['person', declared])), 'report')
  assert.equal(laneOf(said(['a', declared])), 'counsel')
})

test('an offer stands until it is taken, and again after the appointment is cancelled', () => {
  const slot = { from: '2026-03-09T09:00:00Z', minutes: 30 }
  const offer: [string, Content] = ['a', { kind: 'slots', slots: [slot], place: 'Raum 1' }]
  const taken: [string, Content] = ['person', { kind: 'slot-chosen', slot, place: 'Raum 1', code: 'Ahorn 12' }]
  const cancelled: [string, Content] = ['a', { kind: 'slot-cancelled', code: 'Ahorn 12' }]
  assert.equal(openOffer(said(offer))?.seq, 0)
  assert.equal(openOffer(said(offer, taken)), undefined)
  assert.equal(standingAppointment(said(offer, taken))?.code, 'Ahorn 12')
  assert.equal(standingAppointment(said(offer, taken, cancelled)), undefined)
  assert.equal(openOffer(said(offer, taken, cancelled))?.seq, 0)
  assert.equal(openOffer(said(['person', offer[1]])), undefined, 'the person offers nothing to themself')
})

test('the newest record counts, and only an answer to it', () => {
  const record = (version: number): [string, Content] => ['a', { kind: 'record', version, text: `v${version}` }]
  const confirmed = (version: number): [string, Content] => ['person', { kind: 'record-confirmed', version, hash: '' }]
  assert.equal(recordOf(said(record(1)))?.state, 'open')
  assert.equal(recordOf(said(record(1), confirmed(1)))?.state, 'confirmed')
  assert.deepEqual(recordOf(said(record(1), confirmed(1), record(2))), { version: 2, text: 'v2', seq: 2, state: 'open' })
  assert.equal(recordOf(said(record(1), ['person', { kind: 'record-corrected', version: 1, text: 'x' }]))?.state, 'corrected')
  assert.equal(recordOf(said(record(1), ['a', confirmed(1)[1]]))?.state, 'open', 'nobody confirms for the person')
})

test('days keep the order of the thread', () => {
  const days = byDay([{ at: '1a' }, { at: '1b' }, { at: '2a' }, { at: '1c' }], (at) => at.charAt(0))
  assert.deepEqual(days.map(({ day, said: all }) => [day, all.length]), [['1', 2], ['2', 1], ['1', 1]])
})

test('meeting codes are easy to say', () => {
  assert.equal(meetingCode('ahorn', 0), 'Ahorn 10')
  assert.equal(meetingCode('ölkanne', 2 ** 32 - 1), `Ölkanne ${10 + ((2 ** 32 - 1) % 90)}`)
})

test('the reminder says nothing about this service', () => {
  const file = reminderFile(dayAfter('2026-12-30', 3), 'Erinnerung, bitte', 'x')
  assert.match(file, /DTSTART;VALUE=DATE:20270102\r\nSUMMARY:Erinnerung\\, bitte\r\n/)
  assert.doesNotMatch(file, /help|chat|modellregion/i)
})

test('events of a stream arrive whole, however they are cut', () => {
  const text = ': hello\n\nevent: seq\ndata: 4\n\nevent: presence\ndata: {"online":true}\n\nevent: se'
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: text.length - 1 })), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
      let rest = ''
      const heard = places.slice(1).flatMap((to, at) => {
        const taken = takeEvents(rest + text.slice(places[at], to))
        rest = taken.rest
        return taken.events
      })
      assert.deepEqual(heard, [{ event: 'seq', data: '4' }, { event: 'presence', data: '{"online":true}' }])
    }),
  )
})
