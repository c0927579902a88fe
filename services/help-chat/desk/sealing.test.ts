import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { startTestCase, testConfidant, type TestCase, type TestParty } from '../crypto/case-for-tests.ts'
import { joinShares, releaseShare } from '../crypto/escrow.ts'
import { verifyThread } from '../crypto/thread.ts'
import { isFaulty, isHandedToMe, leftAt, openRoom, type Me, type Room } from './room.ts'
import type { CaseView, Confidant, Directory } from './schema.ts'
import { sealContent, sealNewReaders, type NewReaders } from './sealing.ts'

const tenant = 'erlenau'
const now = new Date('2026-03-10T09:00:00Z')
let vera: TestParty
let viktor: TestParty
let yasemin: TestParty
before(async () => {
  ;[vera, viktor, yasemin] = await Promise.all([testConfidant(tenant), testConfidant(tenant), testConfidant(tenant)])
})

const entry = ({ party, statements }: TestParty): Confidant => ({ id: party, name: party, gender: null, photo: null, photoText: null, languages: [], unit: '', about: '', hours: '', windows: [], topics: [], onDuty: true, present: true, absentUntil: null, substitute: null, holder: true, statements: [...statements] })
const directory = (...all: TestParty[]): Directory => ({ tenant, office: '', appName: '', exitUrl: '', phone: null, room: null, externalOffices: null, topics: [], threshold: 2, promiseHours: 48, confidants: all.map(entry) })
const self = ({ party, keys }: TestParty): Me => ({ confidant: party, keys })
const all = () => [vera, viktor, yasemin]

function view({ thread }: TestCase): CaseView {
  const keys = Object.fromEntries(all().map(({ party, statements }) => [party, [...statements]]))
  return { thread, keys, lane: 'counsel', state: 'open', opened: '2026-03-10' as CaseView['opened'], clocks: [], receivedDays: [], surveyOpen: false, eraseOn: null, substitutes: [], mine: 'reader' } // a day of the test
}

function room(so: TestCase, party: TestParty): Room {
  const opened = openRoom({ town: tenant, case: so.thread.case }, view(so), self(party), undefined)
  assert.ok(!isFaulty(opened), isFaulty(opened) ? opened.fault : '')
  return opened
}

async function change(so: TestCase, by: TestParty, wish: NewReaders, opened?: Uint8Array, office = directory(...all())): Promise<TestCase> {
  const { epoch, envelope } = await sealNewReaders(room(so, by), self(by), office, wish, now, opened)
  assert.ok(epoch)
  return { ...so, thread: { ...so.thread, epochs: [...so.thread.epochs, epoch], envelopes: [...so.thread.envelopes, envelope] } }
}

const texts = ({ lines }: Room) => lines.map(({ message }) => message?.content.kind ?? 'locked')
const personReads = ({ thread, person, statements }: TestCase) => verifyThread(thread, { me: 'person', keys: person.keys, statements: { ...statements, ...Object.fromEntries(all().map((one) => [one.party, one.statements])) } })

test('a case for anybody: whoever takes it reads alone, and the person sees it', async () => {
  const taken = await change(await startTestCase({ tenant, readers: [vera, viktor] }), vera, { others: [], staying: true, history: true, reason: 'taken' })
  assert.deepEqual(room(taken, vera).readers, ['person', vera.party])
  assert.equal(personReads(taken).ok, true)
  const answer = sealContent(room(taken, vera), self(vera), { kind: 'text', text: 'Ich bin da' }, now)
  assert.throws(() => sealContent(room(taken, viktor), self(viktor), { kind: 'text', text: 'Ich auch' }, now), /no key/)
  assert.equal(answer.envelope.epoch, 2)
})

test('handing over: with history the colleague reads everything, without it nothing older; then they finish it alone', async () => {
  const begun = await startTestCase({ tenant, readers: [vera] })
  const withHistory = await change(begun, vera, { others: [viktor.party], staying: false, history: true, reason: 'handed-over' })
  assert.deepEqual(texts(room(withHistory, viktor)), ['start', 'readers-changed'])
  assert.equal(isHandedToMe(room(withHistory, viktor), viktor.party), true)
  assert.equal(isHandedToMe(room(withHistory, vera), vera.party), false)
  assert.deepEqual([leftAt(room(withHistory, vera), vera.party), leftAt(room(withHistory, viktor), viktor.party)], [1, undefined])
  const finished = await change(withHistory, viktor, { others: [], staying: true, history: true, reason: 'taken' })
  assert.deepEqual(room(finished, viktor).readers, ['person', viktor.party])
  assert.equal(isHandedToMe(room(finished, viktor), viktor.party), false)
  assert.deepEqual(texts(room(finished, vera)), ['start', 'readers-changed', 'locked'])

  const without = await change(begun, vera, { others: [viktor.party], staying: false, history: false, reason: 'left' })
  assert.deepEqual(texts(room(without, viktor)), ['locked', 'readers-changed'])
  const toAll = await change(begun, vera, { others: [viktor.party, yasemin.party], staying: false, history: false, reason: 'left' })
  assert.equal(isHandedToMe(room(toAll, viktor), viktor.party), false, 'what went to several is taken by hand')
})

test('whoever the person excluded gets neither copy nor share, whatever is wished', async () => {
  const begun = await startTestCase({ tenant, readers: [vera], holders: [vera, viktor], threshold: 2, excluded: [yasemin.party] })
  const changed = await change(begun, vera, { others: [yasemin.party, viktor.party], staying: true, history: true, reason: 'handed-over' })
  const epoch = changed.thread.epochs.at(-1)
  assert.ok(![...(epoch?.copies ?? []), ...(epoch?.shares ?? [])].some(({ to }) => to === yasemin.party))
  // A reader without the older keys does not know the wish, and keeps to it all the same.
  const blind = await change(begun, vera, { others: [viktor.party], staying: false, history: false, reason: 'left' })
  const next = await change(blind, viktor, { others: [yasemin.party], staying: true, history: false, reason: 'handed-over' })
  assert.ok(!next.thread.epochs.at(-1)?.copies.some(({ to }) => to === yasemin.party))
})

test('nobody reads any more: two shares open the case, the opener reads on, the person is told', async () => {
  const begun = await startTestCase({ tenant, readers: [yasemin], holders: all(), threshold: 2 })
  const epoch = begun.thread.epochs[0]
  assert.ok(epoch)
  assert.deepEqual(texts(room(begun, vera)), ['locked'])
  const released = releaseShare(epoch, viktor, vera)
  assert.ok(released)
  const key = await joinShares(epoch, vera, [released])
  assert.ok(key)
  const opened = await change(begun, vera, { others: [], staying: true, history: true, reason: 'escrow' }, key, directory(vera, viktor))
  assert.deepEqual(texts(room(opened, vera)), ['start', 'readers-changed'])
  assert.equal(personReads(opened).ok, true)
})

test('with fewer holders than needed there is no escrow, and a case that was cut off is refused', async () => {
  const begun = await startTestCase({ tenant, readers: [vera] })
  const changed = await change(begun, vera, { others: [], staying: true, history: true, reason: 'taken' }, undefined, directory(vera))
  assert.equal(changed.thread.epochs.at(-1)?.threshold, 0)
  const { head } = room(changed, vera)
  const cut = openRoom({ town: tenant, case: begun.thread.case }, view(begun), self(vera), head)
  assert.equal(isFaulty(cut) && cut.fault, 'truncated')
  const foreign = openRoom({ town: 'moorbek', case: begun.thread.case }, view(begun), self(vera), undefined)
  assert.equal(isFaulty(foreign) && foreign.fault, 'foreign')
})
