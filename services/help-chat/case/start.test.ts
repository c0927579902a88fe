import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testConfidant, testPerson, type TestParty } from '../crypto/case-for-tests.ts'
import { openCopy } from '../crypto/epoch.ts'
import { newConfidantKeys } from '../crypto/keys.ts'
import { verifyThread } from '../crypto/thread.ts'
import { areOneChain, newCaseId, prepareCase } from './start.ts'
import type { Confidant, Directory, Draft } from './schema.ts'

const tenant = 'town'
const entry = ({ party, statements }: TestParty, change: Partial<Confidant> = {}): Confidant => ({
  id: party, name: party, gender: null, photo: null, photoText: null, languages: [], unit: '', about: '', hours: '', windows: [], topics: [],
  onDuty: true, present: false, absentUntil: null, substitute: null, holder: true, statements: [...statements], ...change,
})
const draft: Draft = { topic: 'other', choice: 'any', excluded: [], lane: 'report', declared: true, text: ' Guten Tag \n' }

async function begin(change: Partial<Draft>, changes: Partial<Confidant>[] = []) {
  const [person, ...confidants] = await Promise.all([testPerson(), testConfidant(tenant), testConfidant(tenant), testConfidant(tenant)])
  const directory: Directory = { tenant, office: '', appName: '', exitUrl: '', phone: null, room: null, externalOffices: null, topics: ['other'], threshold: 2, promiseHours: 48, confidants: confidants.map((one, at) => entry(one, changes[at])) }
  const excluded = (change.excluded ?? []).map((at) => confidants[Number(at)]?.party ?? '')
  const choice = change.choice === undefined ? 'any' : (confidants[Number(change.choice)]?.party ?? '')
  const body = await prepareCase({ draft: { ...draft, ...change, excluded, choice }, directory, mine: { lookup: 'x', keys: person.keys }, language: 'de' })
  return { person, confidants, body }
}

test('the chosen confidant has a copy, and nobody else has one', async () => {
  const { confidants: [vera, viktor], body } = await begin({ choice: '0' })
  assert.ok(body && vera && viktor)
  assert.deepEqual(body.epoch.copies.map(({ to }) => to), ['person', vera.party])
  assert.ok(openCopy(body.epoch, vera.party, vera.keys))
  assert.equal(openCopy(body.epoch, vera.party, viktor.keys), undefined)
})

test('whoever is excluded gets neither a copy nor a share, and too few holders mean no escrow', async () => {
  const { confidants: [vera, viktor, yasemin], body } = await begin({ excluded: ['2'] })
  assert.ok(body && vera && viktor && yasemin)
  assert.deepEqual([body.epoch.copies.map(({ to }) => to), body.epoch.shares.map(({ to }) => to), body.epoch.threshold], [['person', vera.party, viktor.party], [vera.party, viktor.party], 2])
  const alone = await begin({ excluded: ['1', '2'] })
  assert.deepEqual([alone.body?.epoch.shares, alone.body?.epoch.threshold], [[], 0])
})

test('the lane never starts as a report: that takes a signed step of its own', async () => {
  const { person, confidants, body } = await begin({})
  assert.ok(body)
  const thread = { tenant, case: body.case, person: body.keys, epochs: [body.epoch], envelopes: [body.envelope] }
  const read = verifyThread(thread, { me: 'person', keys: person.keys, statements: Object.fromEntries(confidants.map(({ party, statements }) => [party, statements])) })
  assert.deepEqual(read.ok && read.messages[0]?.message?.content, { kind: 'start', topic: 'other', lane: 'counsel', language: 'de', excluded: [], text: 'Guten Tag' })
})

test('keys whose chain does not hold are nobody’s keys', async () => {
  const forged = newConfidantKeys('another-town', 'x').statement
  const broken = [{ statements: [forged] }, { statements: [forged] }, { statements: [forged] }]
  assert.equal((await begin({}, broken)).body, undefined)
})

test('another beginning of a chain under the same name is noticed', async () => {
  const [one, other] = await Promise.all([testConfidant(tenant, 'x'), testConfidant(tenant, 'x')])
  const renewed = newConfidantKeys(tenant, 'x', { keys: one.keys, statement: one.statements[0] ?? assert.fail() }).statement
  assert.ok(areOneChain([...one.statements], [...one.statements, renewed]))
  assert.ok(areOneChain(undefined, [...one.statements]))
  assert.ok(!areOneChain([...one.statements], [...other.statements]))
})

test('ids of cases are random UUIDs', () => {
  assert.match(newCaseId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.notEqual(newCaseId(), newCaseId())
})
