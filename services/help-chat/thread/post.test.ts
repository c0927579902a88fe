import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { verifyThread } from '../crypto/thread.ts'
import { beginning, changesReaders, hire, newPerson, says, type Talk, type TestConfidant } from './parties-for-tests.ts'
import { post as postEnvelope } from './post.ts'
import { findCase } from './queries/case.ts'
import { startCase } from './start.ts'
import { viewCase, viewInbox } from './view.ts'

const post = async (...args: Parameters<typeof postEnvelope>) => {
  const posted = await postEnvelope(...args)
  return 'seq' in posted ? { seq: posted.seq } : posted
}

let temporary: TemporaryDatabase
let vera: TestConfidant
let viktor: TestConfidant
before(async () => {
  temporary = await temporaryDatabase()
  ;[vera, viktor] = [await write((db) => hire(db)), await write((db) => hire(db))]
})
after(() => temporary.close())

const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'help-chat', work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.read('erlenau', 'help-chat', work)
const noWork = { challenge: { salt: '', difficulty: 4, expires: 0, signature: '' }, solution: [] }
let spent = 0
const paid = () => ({ hash: Buffer.from(String(spent++).padStart(32, '0')), expiresAt: new Date('2026-03-10T11:00:00Z') })
const hashOf = (lookup: string) => Buffer.from(lookup, 'base64url')

async function begin(readers: readonly TestConfidant[] = [vera]): Promise<Talk> {
  const person = await newPerson()
  const { body, talk } = await beginning('erlenau', person, noWork, { readers, holders: [vera, viktor], threshold: 2 })
  assert.deepEqual(await write((db) => startCase(db, body, hashOf(person.lookup), paid())), { received: '2026-03-10', isNew: true, readers: readers.map(({ id }) => id) })
  return talk
}

const view = (id: string) =>
  read(async (db) => {
    const file = await findCase(db, id)
    assert.ok(file)
    return await viewCase(db, file)
  })

test('what both sides get is what was written, and their browsers accept it', async () => {
  let talk = await begin()
  const id = talk.person.case
  for (const by of [undefined, vera, undefined]) {
    const next = says(talk, by)
    assert.deepEqual(await write((db) => post(db, id, by?.id ?? 'person', { envelope: next.envelope })), { seq: next.envelope.seq })
    talk = next.talk
  }
  const { thread, keys, clocks, receivedDays } = await view(id)
  for (const reader of [{ me: 'person', keys: talk.person.keys }, { me: vera.id, keys: vera.keys }]) {
    const verified = verifyThread(thread, { ...reader, statements: keys })
    assert.ok(verified.ok, JSON.stringify(verified))
    assert.deepEqual(verified.messages.map(({ message }) => message?.content.kind), ['start', 'text', 'text', 'text'])
  }
  assert.deepEqual(clocks.map(({ rule, dueOn, state }) => [rule, dueOn, state]), [['promise', '2026-03-12', 'done']])
  assert.deepEqual(receivedDays, Array(4).fill('2026-03-10'))
  const [entry] = await read((db) => viewInbox(db, vera.id, { size: 10, from: 0 }))
  assert.deepEqual(entry, { town: 'erlenau', case: id, lane: 'counsel', state: 'open', opened: '2026-03-10', lastSeq: 3, lastFrom: 'person', lastDay: '2026-03-10', mine: 'reader', readers: [vera.id], next: null })
  assert.deepEqual((await read((db) => viewInbox(db, viktor.id, { size: 10, from: 0 }))).map(({ mine }) => mine), ['holder'])
})

test('the same envelope once more is acknowledged, another one in its place is not', async () => {
  const talk = await begin()
  const id = talk.person.case
  const [one, other] = [says(talk), says(talk)]
  assert.deepEqual(await write((db) => post(db, id, 'person', one)), { seq: 1 })
  assert.deepEqual(await write((db) => post(db, id, 'person', one)), { seq: 1 })
  assert.deepEqual(await write((db) => post(db, id, 'person', other)), { refusal: { status: 409, code: 'sequence', expected: 2 } })
  assert.deepEqual(await write((db) => post(db, id, 'person', says({ ...talk, seq: 5 }))), { refusal: { status: 409, code: 'sequence', expected: 2 } })
})

test('of two who write at the same moment one is told what comes next', async () => {
  const talk = await begin()
  const id = talk.person.case
  const outcomes = await Promise.all([write((db) => post(db, id, 'person', says(talk))), write((db) => post(db, id, vera.id, says(talk, vera)))])
  assert.deepEqual(outcomes.map((one) => ('seq' in one ? 'kept' : one.refusal.code)).sort(), ['kept', 'sequence'])
})

test('what is forged, foreign or too short is refused and changes nothing', async () => {
  const talk = await begin()
  const id = talk.person.case
  const { envelope } = says(talk)
  const other = await begin()
  const refused = async (sender: string, posting: Parameters<typeof post>[3]) => {
    const outcome = await write((db) => post(db, id, sender, posting))
    return 'refusal' in outcome ? outcome.refusal.code : 'kept'
  }
  assert.equal(await refused('person', { envelope: { ...envelope, body: `A${envelope.body.slice(1)}` } }), 'envelope-signature')
  assert.equal(await refused('person', { envelope: { ...envelope, body: envelope.body.slice(0, -4) } }), 'envelope-length')
  assert.equal(await refused('person', says(other)), 'foreign')
  assert.equal(await refused(viktor.id, says(talk, viktor)), 'not-reader')
  assert.equal(await refused(vera.id, { envelope }), 'sender')
  assert.equal(await refused('person', { envelope, act: 'close' }), 'sender')
  assert.equal(await refused(vera.id, { ...says(talk, vera), act: 'receipt' }), 'nothing-to-do')
  assert.equal(await refused('person', { ...(await changesReaders(talk, undefined, { readers: [] })), epoch: other.epoch }), 'foreign')
  const mine = await changesReaders(talk, undefined, { readers: [viktor] })
  assert.equal(await refused('person', { ...mine, epoch: { ...mine.epoch, threshold: 9 } }), 'epoch-invalid')
  assert.equal(await refused('person', { ...mine, epoch: { ...mine.epoch, commit: talk.epoch.commit } }), 'epoch-signature')
  assert.equal(await refused(viktor.id, await changesReaders(talk, viktor, { readers: [viktor] })), 'escrow-none', 'a share alone lets nobody in')
  assert.equal((await view(id)).thread.envelopes.length, 1)
})

test('whoever reads may hand over; whoever is left out writes no more', async () => {
  let { talk } = { talk: await begin() }
  const id = talk.person.case
  const handed = await changesReaders(talk, vera, { readers: [vera, viktor] })
  assert.deepEqual(await write((db) => post(db, id, vera.id, handed)), { seq: 1 })
  talk = handed.talk
  const without = await changesReaders(talk, undefined, { readers: [viktor] })
  assert.deepEqual(await write((db) => post(db, id, 'person', without)), { seq: 2 })
  assert.deepEqual(await write((db) => post(db, id, vera.id, says(without.talk, vera))), { refusal: { status: 403, code: 'not-reader' } })
  assert.deepEqual(await write((db) => post(db, id, viktor.id, says(without.talk, viktor))), { seq: 3 })
  const { thread, keys } = await view(id)
  const verified = verifyThread(thread, { me: viktor.id, keys: viktor.keys, statements: keys })
  assert.ok(verified.ok, JSON.stringify(verified))
})

test('a report runs by the law, a confirmed receipt by three months, and closing counts to erasure', async () => {
  let talk = await begin()
  const id = talk.person.case
  const step = async (by: TestConfidant | undefined, more: Omit<Parameters<typeof post>[3], 'envelope'>) => {
    const next = says(talk, by)
    assert.deepEqual(await write((db) => post(db, id, by?.id ?? 'person', { ...next, ...more })), { seq: next.envelope.seq })
    talk = next.talk
    const { lane, state, clocks, eraseOn } = await view(id)
    return { lane, state, eraseOn, clocks: Object.fromEntries(clocks.map(({ rule, dueOn, state: at }) => [rule, `${dueOn} ${at}`])) }
  }
  assert.deepEqual(await step(undefined, { declares: true }), { lane: 'report', state: 'open', eraseOn: null, clocks: { promise: '2026-03-12 running', receipt: '2026-03-17 running', feedback: '2026-06-17 running' } })
  assert.deepEqual(await write((db) => post(db, id, 'person', { ...says(talk), declares: true })), { refusal: { status: 409, code: 'report-already' } })
  assert.deepEqual((await step(vera, { act: 'receipt' })).clocks, { promise: '2026-03-12 done', receipt: '2026-03-17 done', feedback: '2026-06-10 running' })
  const closed = await step(vera, { act: 'close' })
  assert.deepEqual([closed.state, closed.eraseOn, closed.clocks['feedback']], ['closed', '2029-03-11', '2026-06-10 done'])
  const again = await step(undefined, {})
  assert.deepEqual([again.state, again.eraseOn], ['open', null])
})

test('the database itself refuses gaps and lengths that tell something', async () => {
  const talk = await begin()
  const insert = (seq: number, length: number) =>
    temporary.unit('erlenau', 'help-chat', (db) => db.run(sql`
      insert into help_chat.envelope (tenant_id, case_id, seq, epoch, from_party, to_hash, prev, nonce, body, signature, hash, bucket, day, created_at)
      values ('erlenau', ${talk.person.case}, ${seq}, 1, 'person', '', '', '', ${Buffer.alloc(length)}, '', '', 1, '2026-03-10', '2026-03-09T23:00:00Z')`))
  await assert.rejects(insert(2, 1_040), { code: '23503' })
  await assert.rejects(insert(1, 1_000), { code: '23514' })
  assert.equal(await insert(1, 1_040), 1)
})

test('a conversation has its limit for a day', async () => {
  let talk = await begin()
  const id = talk.person.case
  await write(async (db) => {
    for (let n = 0; n < 300; n++) {
      const next = says(talk, n % 2 === 0 ? vera : undefined)
      assert.deepEqual(await post(db, id, n % 2 === 0 ? vera.id : 'person', next), { seq: next.envelope.seq })
      talk = next.talk
    }
  })
  assert.deepEqual(await write((db) => post(db, id, 'person', says(talk))), { refusal: { status: 429, code: 'too-many' } })
  const tomorrow = await temporary.database.unit({ tenant: 'erlenau', service: 'help-chat', access: 'write', now: new Date('2026-03-11T09:00:00Z') }, (db) => post(db, id, 'person', says(talk)))
  assert.deepEqual(tomorrow, { seq: 301 })
})

test('no row of a person knows a moment finer than the day', async () => {
  const talk = await begin()
  await write((db) => post(db, talk.person.case, 'person', { ...says(talk), declares: true }))
  const rows = await temporary.read('erlenau', 'help-chat', (db) => db.many<{ at: Date }>(sql`
    select created_at as at from help_chat.case_file where tenant_id = ${db.tenant} union select created_at from help_chat.case_reader where tenant_id = ${db.tenant}
    union select created_at from help_chat.epoch where tenant_id = ${db.tenant} union select created_at from help_chat.key_copy where tenant_id = ${db.tenant}
    union select created_at from help_chat.envelope where tenant_id = ${db.tenant} union select created_at from platform.deadline where tenant_id = ${db.tenant}`))
  assert.deepEqual(rows.map(({ at }) => at.toISOString()).sort(), ['2026-03-09T23:00:00.000Z', '2026-03-10T23:00:00.000Z'])
})
