import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import type { Content } from '../crypto/message.ts'
import { actsIn, candidatesFor, caseName, inOrder, isForAnybody, isShorter, isShown, mayAskForOpening, placeholdersIn, procedureOf, recordIn, unreadOf, watchAt, allOpen, lockAfter, warnBefore } from './rules.ts'
import type { Clock, ClockState, Confidant, InboxEntry } from './schema.ts'

const me = '00000000-0000-4000-8000-000000000001'
const colleague = '00000000-0000-4000-8000-000000000002'
const third = '00000000-0000-4000-8000-000000000003'

type Entry = InboxEntry & { unread: number; isOrphaned: boolean }
const entry = (wish: Partial<Entry> = {}): Entry => ({
  town: 'erlenau', case: 'aaaaaaaa-0000-4000-8000-000000000000', lane: 'counsel', state: 'open', opened: plainDate('2026-03-01'), lastSeq: 3, lastFrom: 'person', lastDay: plainDate('2026-03-09'), mine: 'reader', readers: ['person', me], next: null, unread: 0, isOrphaned: false, ...wish,
})
const clock = (state: ClockState, dueOn = '2026-03-20', rule: Clock['rule'] = 'feedback'): Clock => ({ rule, dueOn: plainDate(dueOn), state, extended: false })
const confidant = (id: string, wish: Partial<Confidant> = {}): Confidant => ({
  id, name: id, gender: null, photo: null, photoText: null, windows: [], present: true, languages: [], unit: '', about: '', hours: '', topics: [], onDuty: true, absentUntil: null, substitute: null, holder: true,
  statements: [{ v: 1, tenant: 'erlenau', confidant: id, n: 1, sign: '', box: '', prev: null, signature: '', previousSignature: null }], ...wish,
})
const start = (excluded: string[]): Content => ({ kind: 'start', topic: 'bullying', lane: 'counsel', language: 'de', excluded, text: 'Hilfe' })

test('what was never shown on this device is all new, what I wrote myself is not', () => {
  assert.equal(unreadOf({ lastSeq: 3, lastFrom: 'person' }, undefined, me), 4)
  assert.equal(unreadOf({ lastSeq: 3, lastFrom: 'person' }, { seq: 1, hash: '' }, me), 2)
  assert.equal(unreadOf({ lastSeq: 3, lastFrom: me }, { seq: 1, hash: '' }, me), 0)
  assert.equal(unreadOf({ lastSeq: 3, lastFrom: me }, undefined, me), 0)
})

test('a case that is shorter than this device has seen was cut off', () => {
  assert.equal(isShorter({ lastSeq: 3 }, { seq: 4, hash: '' }), true)
  assert.equal(isShorter({ lastSeq: 3 }, { seq: 3, hash: '' }), false)
  assert.equal(isShorter({ lastSeq: 3 }, undefined), false)
})

test('the inbox begins with what is over and ends with what is closed', () => {
  const entries = [
    entry({ case: 'f', state: 'closed' }),
    entry({ case: 'e' }),
    entry({ case: 'd', unread: 1 }),
    entry({ case: 'c', next: clock('running', '2026-04-01') }),
    entry({ case: 'b', next: clock('near', '2026-03-11') }),
    entry({ case: 'a', next: clock('over', '2026-03-01') }),
  ]
  assert.equal(inOrder(entries, 'deadline').map((one) => one.case).join(''), 'abcdef')
  assert.equal(inOrder(entries, 'new')[0]?.case, 'd')
})

const states: ClockState[] = ['over', 'today', 'near', 'running', 'paused', 'done']
const anyEntry = fc.record({
  case: fc.uuid(), unread: fc.nat(3), lastDay: fc.constantFrom(plainDate('2026-03-01'), plainDate('2026-03-09')), opened: fc.constantFrom(plainDate('2026-01-01'), plainDate('2026-02-01')), state: fc.constantFrom('open' as const, 'closed' as const),
  next: fc.option(fc.record({ state: fc.constantFrom(...states), dueOn: fc.constantFrom('2026-03-01', '2026-03-20') }).map(({ state, dueOn }) => clock(state, dueOn))),
}).map(entry)

test('any order keeps every case and does not depend on the order before', () => {
  fc.assert(fc.property(fc.uniqueArray(anyEntry, { selector: (one) => one.case, maxLength: 12 }), fc.constantFrom('deadline' as const, 'new' as const, 'opened' as const), (entries, order) => {
    const sorted = inOrder(entries, order)
    assert.equal(sorted.length, entries.length)
    assert.deepEqual(inOrder([...entries].reverse(), order), sorted)
  }))
})

test('filters: town, lane, new, for anybody, closed', () => {
  const shared = entry({ readers: ['person', me, colleague], unread: 1, lane: 'report' })
  assert.equal(isForAnybody(shared), true)
  assert.equal(isShown(shared, { ...allOpen, show: 'anybody' }), true)
  assert.equal(isShown(entry(), { ...allOpen, show: 'anybody' }), false)
  assert.equal(isShown(shared, { ...allOpen, show: 'new', lane: 'report' }), true)
  assert.equal(isShown(shared, { ...allOpen, lane: 'counsel' }), false)
  assert.equal(isShown(shared, { ...allOpen, town: 'moorbek' }), false)
  assert.equal(isShown(entry({ state: 'closed' }), allOpen), false)
  assert.equal(isShown(entry({ state: 'closed' }), { ...allOpen, show: 'closed' }), true)
  assert.equal(isShown(entry({ mine: 'holder' }), allOpen), false)
  assert.equal(isShown(entry({ mine: 'holder' }), { ...allOpen, show: 'held' }), true)
  assert.equal(isShown(entry({ mine: 'holder', isOrphaned: true }), allOpen), true)
})

test('a holder asks for the opening only when no reader is a confidant any more', () => {
  const held = entry({ mine: 'holder', readers: ['person', colleague] })
  assert.equal(mayAskForOpening(held, [confidant(colleague)]), false)
  assert.equal(mayAskForOpening(held, [confidant(colleague, { onDuty: false })]), false)
  assert.equal(mayAskForOpening(held, []), true)
  assert.equal(mayAskForOpening(entry({ readers: ['person'] }), []), false)
})

test('what may be done: the formal lane has more, a closed case nothing, a holder only asks', () => {
  const standing = { lane: 'report' as const, state: 'open' as const, mine: 'reader' as const, readers: ['person', me], contents: [], confidants: [{ id: me }], clocks: [clock('running', '2026-03-12', 'receipt'), clock('running'), clock('near', '2026-03-11', 'promise')] }
  assert.deepEqual(actsIn(standing), ['write', 'slots', 'receipt', 'feedback', 'extend', 'record', 'hand-over', 'step-back', 'close'])
  assert.deepEqual(actsIn({ ...standing, lane: 'counsel', clocks: [] }), ['write', 'slots', 'hand-over', 'step-back', 'close'])
  assert.deepEqual(actsIn({ ...standing, state: 'closed' }), [])
  assert.deepEqual(actsIn({ ...standing, mine: 'holder' }), [])
  assert.deepEqual(actsIn({ ...standing, mine: 'holder', confidants: [] }), ['ask-opening'])
  assert.ok(!actsIn({ ...standing, contents: [{ kind: 'receipt-confirmed' }] }).includes('receipt'))
  assert.ok(!actsIn({ ...standing, clocks: [{ ...clock('running', '2026-03-11', 'promise'), extended: true }] }).includes('extend'))
  assert.equal(actsIn({ ...standing, readers: ['person', me, colleague] })[0], 'take')
})

test('whoever is excluded never gets a copy, also when the wish cannot be read', () => {
  const all = [confidant(me), confidant(colleague), confidant(third)]
  const ids = (found: readonly Confidant[]) => found.map(({ id }) => id)
  assert.deepEqual(ids(candidatesFor(all, { me, contents: [start([third])], firstParties: [] })), [colleague])
  assert.deepEqual(ids(candidatesFor(all, { me, contents: [], firstParties: ['person', me, third] })), [third])
  assert.deepEqual(ids(candidatesFor([confidant(colleague, { statements: [] })], { me, contents: [start([])], firstParties: [] })), [])
  fc.assert(fc.property(fc.subarray([colleague, third]), (excluded) => {
    assert.ok(ids(candidatesFor(all, { me, contents: [start(excluded)], firstParties: [colleague, third] })).every((id) => !excluded.includes(id)))
  }))
})

test('the record of § 11 is as the last answer to its last version says', () => {
  const first: Content = { kind: 'record', version: 1, text: 'A' }
  assert.equal(recordIn([]), undefined)
  assert.equal(recordIn([first])?.state, 'sent')
  assert.deepEqual(recordIn([first, { kind: 'record-corrected', version: 1, text: 'B' }]), { version: 1, text: 'A', state: 'corrected', correction: 'B' })
  assert.equal(recordIn([first, { kind: 'record-confirmed', version: 1, hash: '' }, { kind: 'record', version: 2, text: 'C' }])?.state, 'sent')
})

test('the steps of the law are seen in the correspondence or ticked by hand', () => {
  const steps = procedureOf([{ kind: 'receipt-confirmed' }], [me], ['person', me, me], { ticks: ['scope'], measure: 'inquiry' })
  assert.deepEqual(steps.filter(({ done }) => done).map(({ id }) => id), ['receipt', 'scope', 'contact', 'measure'])
})

test('the desk warns before it locks', () => {
  assert.deepEqual([0, lockAfter - warnBefore - 1, lockAfter - warnBefore, lockAfter].map(watchAt), ['calm', 'calm', 'warn', 'lock'])
})

test('places to fill in, and the name of a case', () => {
  assert.deepEqual(placeholdersIn('Am [Tag] um [Uhrzeit].'), ['[Tag]', '[Uhrzeit]'])
  assert.equal(caseName('00000000-0000-4000-8000-0000003f9a7c'), '3F9-A7C')
})
