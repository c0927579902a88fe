import assert from 'node:assert/strict'
import test from 'node:test'
import { changeReadersOfTestCase, changesOf, startTestCase, testConfidant, testPerson, writeInTestCase, type TestCase, type TestParty } from './case-for-tests.ts'
import { randomBytes } from './bytes.ts'
import { epochFields } from './canonical.ts'
import { envelopeHash, sealMessage } from './envelope.ts'
import { newEpoch, openCopy } from './epoch.ts'
import { newConfidantKeys, publicKeysOf } from './keys.ts'
import type { Thread } from './schema.ts'
import { verifyThread, type ThreadFault } from './thread.ts'

const tenant = 'aachen'
const text = (words: string) => ({ kind: 'text' as const, text: words })

test('both sides read the same messages in the same order', async () => {
  const { so, anna } = await conversation()
  for (const who of [so.person, anna]) {
    const read = verifyThread(so.thread, readerOf(so, who))
    assert.ok(read.ok)
    assert.deepEqual(read.messages.map(({ message }) => message?.content.kind), ['start', 'text', 'text', 'text'])
    assert.deepEqual(read.messages.map(({ from }) => (from === 'person' ? 'person' : 'anna')), ['person', 'anna', 'person', 'anna'])
    assert.equal(read.head.seq, 3)
    assert.equal(read.epochKeys.size, 1)
  }
})

test('any change of any sign of any envelope, epoch or key is refused', async () => {
  const { so, anna } = await conversation()
  const changed = await changeReadersOfTestCase(so, anna, [anna, await testConfidant(tenant)])
  const { thread } = changed
  let tried = 0
  const isRefused = (wrong: Thread, what: string) => {
    tried++
    assert.ok(!verifyThread(wrong, readerOf(changed, changed.person)).ok, what)
  }
  for (const [at, envelope] of thread.envelopes.entries()) for (const wrong of changesOf(envelope, 61)) isRefused({ ...thread, envelopes: thread.envelopes.with(at, wrong) }, `envelope ${at}`)
  for (const [at, epoch] of thread.epochs.entries()) for (const wrong of changesOf(epoch, 11)) isRefused({ ...thread, epochs: thread.epochs.with(at, wrong) }, `epoch ${at}`)
  for (const person of changesOf(thread.person)) isRefused({ ...thread, person }, 'keys of the person')
  isRefused({ ...thread, case: crypto.randomUUID() }, 'case')
  isRefused({ ...thread, tenant: 'gemünd' }, 'tenant')
  assert.ok(tried > 400, `${tried}`)
})

test('whatever a server sends instead of a thread is refused without an error', async () => {
  const { so, anna } = await conversation()
  const changed = await changeReadersOfTestCase(so, anna, [anna])
  const junk = [null, -1, 1.5, 1e300, '', 'x', [], {}, [null], true]
  let tried = 0
  for (const path of pathsOf(changed.thread)) {
    const wrong = junk[tried++ % junk.length]
    const thread: Thread = withJunk(changed.thread, path, wrong)
    if (JSON.stringify(thread) === JSON.stringify(changed.thread)) continue
    assert.ok(!verifyThread(thread, readerOf(changed, changed.person)).ok, `${path.join('.')} = ${JSON.stringify(wrong)}`)
  }
  assert.ok(tried > 80)
})

test('exchanged, repeated, left out, mixed: each is named', async () => {
  const { so } = await conversation()
  const { envelopes } = so.thread
  const [zero, one, two, three] = envelopes
  assert.ok(zero && one && two && three)
  isFault(so, [zero, two, one, three], 'gap', 1)
  isFault(so, [zero, one, one, two, three], 'reordered', 2)
  isFault(so, [zero, one, two, three, one], 'reordered', 4)
  isFault(so, [zero, two, three], 'gap', 1)
  isFault(so, [one, two, three], 'gap', 0)
  isFault(so, [], 'truncated', 0)
  // An older message in the place of a newer one, with its number changed.
  isFault(so, [zero, one, { ...one, seq: 2 }, three], 'reordered', 2)
  isFault(so, [zero, one, { ...one, seq: 2, prev: two.prev }, three], 'bad-signature', 2)
  isFault(so, [zero, one, { ...two, nonce: one.nonce, body: one.body }, three], 'bad-signature', 2)
})

test('what was cut off at the end is missed by whoever had seen it, and by a card with the number of messages', async () => {
  const { so, anna } = await conversation()
  const whole = verifyThread(so.thread, readerOf(so, anna))
  assert.ok(whole.ok)
  const cut = { ...so.thread, envelopes: so.thread.envelopes.slice(0, 3) }
  assert.deepEqual(verifyThread(cut, { ...readerOf(so, anna), seen: whole.head }), { ok: false, code: 'truncated', seq: 3 })
  assert.deepEqual(verifyThread(cut, { ...readerOf(so, so.person), seen: { seq: 3 } }), { ok: false, code: 'truncated', seq: 3 })
  assert.ok(verifyThread(so.thread, { ...readerOf(so, so.person), seen: { seq: 3 } }).ok)
  // Cut off and written on: the place is there, but another message stands in it.
  const other = writeInTestCase({ ...so, thread: cut }, so.person, text('anders'))
  assert.deepEqual(verifyThread(other.thread, { ...readerOf(so, anna), seen: whole.head }), { ok: false, code: 'reordered', seq: 3 })
})

test('a message of another case or another town does not fit', async () => {
  const { so, anna } = await conversation()
  const elsewhere = writeInTestCase(await startTestCase({ tenant, readers: [anna] }), anna, text('fremd'))
  const [first, , third, fourth] = so.thread.envelopes
  const foreign = elsewhere.thread.envelopes[1]
  assert.ok(first && third && fourth && foreign)
  isFault(so, [first, foreign, third, fourth], 'foreign', 1)
  isFault(so, [first, { ...foreign, case: so.thread.case }, third, fourth], 'reordered', 1)
  isFault(so, [first, { ...foreign, case: so.thread.case, prev: third.prev }, third, fourth], 'reordered', 1)
  assert.deepEqual(verifyThread(so.thread, { ...readerOf(so, anna), expected: { tenant: 'gemünd' } }), { ok: false, code: 'foreign' })
  assert.deepEqual(verifyThread(elsewhere.thread, { ...readerOf(elsewhere, anna), expected: { tenant, case: so.thread.case } }), { ok: false, code: 'foreign' })
  // A key copy moved from one case into another opens nothing there.
  const [epoch] = so.thread.epochs
  const [moved] = elsewhere.thread.epochs
  assert.ok(epoch && moved)
  assert.equal(openCopy({ ...epoch, copies: moved.copies, commit: moved.commit }, anna.party, anna.keys), undefined)
})

test('nobody writes as somebody else, and nobody who cannot read writes at all', async () => {
  const { so, anna } = await conversation()
  const [ben, stranger] = [await testConfidant(tenant), await testConfidant(tenant)]
  const statements = { ...so.statements, [ben.party]: ben.statements }
  const forged = (by: TestParty, keys: TestParty) => writeInTestCase(so, { ...by, keys: keys.keys }, text('falsch')).thread
  const read = (thread: Thread) => verifyThread(thread, { ...readerOf(so, so.person), statements })
  assert.deepEqual(read(forged(anna, ben)), { ok: false, code: 'bad-signature', seq: 4 })
  assert.deepEqual(read(forged(so.person, anna)), { ok: false, code: 'bad-signature', seq: 4 })
  assert.deepEqual(read(forged(ben, ben)), { ok: false, code: 'not-a-reader', seq: 4 })
  assert.deepEqual(read(forged(stranger, stranger)), { ok: false, code: 'unknown-sender', seq: 4 })
  // The server gives the person other keys of Anna's, or other keys of the person to Anna.
  const fake = newConfidantKeys(tenant, anna.party).statement
  assert.deepEqual(verifyThread(so.thread, { ...readerOf(so, so.person), statements: { [anna.party]: [fake] } }), { ok: false, code: 'epoch-forged', seq: 0 })
  const other = await testPerson()
  assert.deepEqual(verifyThread({ ...so.thread, person: publicKeysOf(other.keys) }, readerOf(so, so.person)), { ok: false, code: 'unknown-sender' })
  assert.ok(!verifyThread({ ...so.thread, person: publicKeysOf(other.keys) }, readerOf(so, anna)).ok)
})

test('a body that does not open is named', async () => {
  const { so, anna } = await conversation()
  const [epoch] = so.thread.epochs
  const last = so.thread.envelopes.at(-1)
  assert.ok(epoch && last)
  const envelope = sealMessage({ message: { at: '', content: text('x') }, epoch, key: randomBytes(32), seq: 4, prev: envelopeHash(last), from: anna.party, keys: anna.keys })
  isFault(so, [...so.thread.envelopes, envelope], 'unreadable', 4)
})

test('a new epoch needs a reader of the one before: neither the server nor an outsider makes one', async () => {
  const { so, anna } = await conversation()
  const ben = await testConfidant(tenant)
  const [epoch] = so.thread.epochs
  const key = so.epochKeys.get(1)
  assert.ok(epoch && key)
  const by = async (who: TestParty, signed: TestParty, known: Uint8Array) => {
    const next = await newEpoch({ tenant, case: so.thread.case, from: 4, by: who.party, keys: signed.keys, readers: [so.person, anna, ben], holders: [], threshold: 0, previous: { epoch, key: known } })
    const changed = { ...so, statements: { ...so.statements, [ben.party]: ben.statements }, thread: { ...so.thread, epochs: [epoch, next.epoch] }, epochKeys: new Map([...so.epochKeys, [2, next.key]]) }
    return verifyThread(writeInTestCase(changed, { ...who, keys: signed.keys }, text('neu')).thread, readerOf(changed, so.person))
  }
  assert.ok((await by(anna, anna, key)).ok)
  assert.deepEqual(await by(ben, ben, key), { ok: false, code: 'epoch-forged', seq: 4 })
  assert.deepEqual(await by(anna, ben, key), { ok: false, code: 'epoch-forged', seq: 4 })
  // Signed by a reader of the list who does not know the key: a holder of a single share, or a server with a stolen signing key.
  assert.deepEqual(await by(anna, anna, randomBytes(32)), { ok: false, code: 'epoch-forged', seq: 4 })
})

test('two readers cannot be given different keys', async () => {
  const { so, anna } = await conversation()
  const [epoch] = so.thread.epochs
  assert.ok(epoch)
  const other = await newEpoch({ tenant, case: so.thread.case, from: 0, by: 'person', keys: so.person.keys, readers: [so.person, anna], holders: [], threshold: 0 })
  const mixed = { ...epoch, copies: [epoch.copies[0] ?? assert.fail(), other.epoch.copies[1] ?? assert.fail()] }
  assert.ok(openCopy(mixed, 'person', so.person.keys))
  assert.equal(openCopy(mixed, anna.party, anna.keys), undefined)
  assert.equal(epochFields(mixed).length, 11)
})

test('an excluded confidant has neither copy nor share, and is seen when somebody else admits them', async () => {
  const [anna, ben, clara] = [await testConfidant(tenant), await testConfidant(tenant), await testConfidant(tenant)]
  const so = await startTestCase({ tenant, readers: [anna], holders: [anna, clara], threshold: 2, excluded: [ben.party] })
  const [epoch] = so.thread.epochs
  assert.ok(epoch)
  assert.ok([...epoch.copies, ...epoch.shares].every(({ to }) => to !== ben.party))
  assert.equal(openCopy(epoch, ben.party, ben.keys), undefined)
  for (const parties of [{ readers: [anna, ben] }, { readers: [anna], holders: [ben, clara], threshold: 2 }]) {
    await assert.rejects(startTestCase({ tenant, excluded: [ben.party], ...parties }), /excluded/)
  }
  const admitted = await changeReadersOfTestCase(so, anna, [anna, ben])
  for (const who of [so.person, anna]) {
    const read = verifyThread(admitted.thread, readerOf(admitted, who))
    assert.ok(read.ok)
    assert.deepEqual(read.excludedAdmitted, [ben.party])
  }
  const wanted = await changeReadersOfTestCase(so, so.person, [anna, ben])
  const read = verifyThread(wanted.thread, readerOf(wanted, so.person))
  assert.ok(read.ok)
  assert.deepEqual(read.excludedAdmitted, [])
})

test('a new reader reads the earlier messages only when the history was handed over; who is left out reads nothing new', async () => {
  const { so, anna } = await conversation()
  const ben = await testConfidant(tenant)
  const kinds = (after: TestCase, who: TestParty) => {
    const read = verifyThread(after.thread, readerOf(after, who))
    assert.ok(read.ok, JSON.stringify(read))
    return read.messages.map(({ message }) => message?.content.kind)
  }
  const without = writeInTestCase(await changeReadersOfTestCase(so, anna, [anna, ben]), ben, text('neu'))
  assert.deepEqual(kinds(without, ben), [undefined, undefined, undefined, undefined, 'readers-changed', 'text'])
  const alone = writeInTestCase(await changeReadersOfTestCase(without, ben, [ben]), ben, text('allein'))
  assert.deepEqual(kinds(alone, anna), ['start', 'text', 'text', 'text', 'readers-changed', 'text', undefined, undefined])
  assert.deepEqual(kinds(alone, so.person), ['start', 'text', 'text', 'text', 'readers-changed', 'text', 'readers-changed', 'text'])
  assert.deepEqual(verifyThread(writeInTestCase(alone, anna, text('noch etwas')).thread, readerOf(alone, so.person)), { ok: false, code: 'not-a-reader', seq: 8 })
  const handed = writeInTestCase(await changeReadersOfTestCase(so, anna, [anna, { ...ben, withHistory: true }], so.epochKeys), ben, text('neu'))
  assert.deepEqual(kinds(handed, ben), ['start', 'text', 'text', 'text', 'readers-changed', 'text'])
  // Handing on a wrong older key does not go unnoticed.
  const wrong = await changeReadersOfTestCase(so, anna, [anna, { ...ben, withHistory: true }], new Map([[1, randomBytes(32)]]))
  assert.deepEqual(verifyThread(wrong.thread, readerOf(wrong, ben)), { ok: false, code: 'epoch-forged', seq: 0 })
})

test('after new keys of a confidant the case goes on; their old keys sign nothing any more', async () => {
  const { so, anna } = await conversation()
  const [statement] = anna.statements
  assert.ok(statement)
  const next = newConfidantKeys(tenant, anna.party, { keys: anna.keys, statement })
  const renewed: TestParty = { party: anna.party, box: next.statement.box, keys: next.keys, statements: [statement, next.statement] }
  const after = writeInTestCase(await changeReadersOfTestCase(so, renewed, [renewed]), renewed, text('mit neuen Schlüsseln'))
  for (const who of [so.person, renewed]) assert.ok(verifyThread(after.thread, readerOf(after, who)).ok)
  const late = writeInTestCase(after, { ...renewed, keys: anna.keys }, text('mit alten'))
  assert.deepEqual(verifyThread(late.thread, readerOf(after, so.person)), { ok: false, code: 'bad-signature', seq: 6 })
})

async function conversation(): Promise<{ so: TestCase; anna: TestParty }> {
  const anna = await testConfidant(tenant)
  let so = await startTestCase({ tenant, readers: [anna] })
  so = writeInTestCase(so, anna, text('Willkommen'))
  so = writeInTestCase(so, so.person, text('Danke'))
  return { so: writeInTestCase(so, anna, text('Gern')), anna }
}

const readerOf = (so: TestCase, { party, keys }: TestParty) => ({ me: party, keys, statements: so.statements })

function isFault(so: TestCase, envelopes: Thread['envelopes'], code: ThreadFault, seq: number): void {
  assert.deepEqual(verifyThread({ ...so.thread, envelopes }, readerOf(so, so.person)), { ok: false, code, seq })
}

/** Every place in a value, by the names that lead there. */
function pathsOf(value: unknown, before: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => [[...before, name], ...pathsOf(inside, [...before, name])])
}

function withJunk(thread: Thread, path: readonly string[], junk: unknown): Thread {
  const copy = structuredClone(thread)
  let place: Record<string, unknown> = copy
  for (const name of path.slice(0, -1)) place = place[name] as Record<string, unknown> // pathsOf went this way
  place[path.at(-1) ?? ''] = junk
  return copy
}
