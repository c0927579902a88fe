import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { changeReadersOfTestCase, startTestCase, testConfidant, writeInTestCase, type TestCase } from '../crypto/case-for-tests.ts'
import { publicKeysOf } from '../crypto/keys.ts'
import type { Envelope, Epoch } from '../crypto/schema.ts'
import { verifyThread } from '../crypto/thread.ts'
import { openTalk, type Talk } from './talk.ts'

const tenant = 'town'
const real = { fetch: globalThis.fetch, listen: Object.getOwnPropertyDescriptor(globalThis, 'addEventListener') }
let wakeUps: (() => void)[] = []
let talk: Talk | undefined

// A browser tells when the line is back; here the tests do.
beforeEach(() => {
  wakeUps = []
  Object.assign(globalThis, { addEventListener: (_: string, wake: () => void) => void wakeUps.push(wake) })
})
afterEach(() => {
  talk?.end()
  globalThis.fetch = real.fetch
  if (real.listen) Object.defineProperty(globalThis, 'addEventListener', real.listen)
  else Reflect.deleteProperty(globalThis, 'addEventListener')
})

type Server = { so: TestCase; /** What happens to the next post, after it was stored or instead of it. */ next: ('lost' | 'down' | 'refused' | 'overtaken')[]; overtake?: () => TestCase; posts: number }

/** A server that keeps what it is given, and fails on demand. */
async function serve(so: TestCase): Promise<Server> {
  const server: Server = { so, next: [], posts: 0 }
  globalThis.fetch = async (asked, options) => {
    const path = String(asked).replace('/help-chat/app', '')
    if (path === '/case/stream') throw new TypeError('no stream here')
    if (path === '/case') return Response.json({ thread: server.so.thread, keys: server.so.statements, lane: 'counsel', state: 'open', opened: '2026-03-02', clocks: [], receivedDays: [], surveyOpen: false, eraseOn: null, substitutes: [] })
    server.posts++
    const how = server.next.shift()
    if (how === 'down') throw new TypeError('Failed to fetch')
    if (how === 'refused') return Response.json({ type: '/docs/refusals#help-chat.thread.envelope-length' }, { status: 422 })
    if (how === 'overtaken' && server.overtake) server.so = server.overtake()
    const { envelope, epoch } = JSON.parse(String(options?.body)) as { envelope: Envelope; epoch?: Epoch } // what the client has just written
    const { thread } = server.so
    if (envelope.seq !== thread.envelopes.length) return Response.json({ expected: thread.envelopes.length }, { status: 409 })
    server.so = { ...server.so, thread: { ...thread, epochs: epoch ? [...thread.epochs, epoch] : thread.epochs, envelopes: [...thread.envelopes, envelope] } }
    if (how === 'lost') throw new TypeError('Failed to fetch')
    return Response.json({ seq: envelope.seq }, { status: 201 })
  }
  return server
}

async function begin(noted?: number): Promise<{ server: Server; talk: Talk; vera: Awaited<ReturnType<typeof testConfidant>> }> {
  const vera = await testConfidant(tenant)
  const so = await startTestCase({ tenant, readers: [vera], text: 'Erste' })
  const server = await serve(so)
  const opened = openTalk(tenant, { lookup: 'x', keys: so.person.keys }, noted)
  talk = opened
  await opened.begun
  return { server, talk: opened, vera }
}

const texts = (opened: Talk): string[] => opened.state().said.map(({ content }) => ('text' in content ? String(content.text) : content.kind))
const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.ok(isSo())
}
const lineIsBack = (): void => wakeUps.splice(0).forEach((wake) => wake())

test('what is said stands in the thread, one after the other', async () => {
  const { talk: opened } = await begin()
  assert.deepEqual(await Promise.all([opened.send({ kind: 'text', text: 'Zweite' }), opened.send({ kind: 'text', text: 'Dritte' })]), [true, true])
  assert.deepEqual(texts(opened), ['Erste', 'Zweite', 'Dritte'])
  assert.deepEqual(opened.state().outbox, [])
})

test('whoever is overtaken says it behind the other', async () => {
  const { server, talk: opened, vera } = await begin()
  server.next = ['overtaken']
  server.overtake = () => writeInTestCase(server.so, vera, { kind: 'text', text: 'Antwort' })
  assert.equal(await opened.send({ kind: 'text', text: 'Zweite' }), true)
  assert.deepEqual(texts(opened), ['Erste', 'Antwort', 'Zweite'])
})

test('a message whose answer got lost is not said twice', async () => {
  const { server, talk: opened } = await begin()
  server.next = ['lost']
  const sent = opened.send({ kind: 'text', text: 'Zweite' })
  await until(() => opened.state().outbox[0]?.state === 'waiting')
  lineIsBack()
  assert.equal(await sent, true)
  assert.deepEqual([texts(opened), server.posts], [['Erste', 'Zweite'], 1])
})

test('without a line it waits with its text, and goes when the line is back', async () => {
  const { server, talk: opened } = await begin()
  server.next = ['down']
  const sent = opened.send({ kind: 'text', text: 'Zweite' })
  await until(() => opened.state().outbox[0]?.state === 'waiting')
  assert.deepEqual([opened.state().line, opened.state().outbox[0]?.content], ['offline', { kind: 'text', text: 'Zweite' }])
  lineIsBack()
  assert.equal(await sent, true)
  assert.deepEqual(texts(opened), ['Erste', 'Zweite'])
})

test('what the server will not take stays to be read', async () => {
  const { server, talk: opened } = await begin()
  server.next = ['refused']
  assert.equal(await opened.send({ kind: 'text', text: 'Zweite' }), false)
  assert.equal(opened.state().outbox[0]?.state, 'refused')
  opened.drop(opened.state().outbox[0]?.id ?? 0)
  assert.deepEqual(opened.state().outbox, [])
})

test('when messages that were there are gone, nothing is shown and nothing is said any more', async () => {
  const { server, talk: opened } = await begin()
  await opened.send({ kind: 'text', text: 'Zweite' })
  server.so = { ...server.so, thread: { ...server.so.thread, envelopes: server.so.thread.envelopes.slice(0, 1) } }
  await opened.refresh()
  assert.deepEqual([opened.state().stage, opened.state().fault?.code, texts(opened)], ['fault', 'truncated', []])
  assert.equal(await opened.send({ kind: 'text', text: 'Dritte' }), false)
})

test('the number on the card finds what is missing', async () => {
  assert.equal((await begin(1)).talk.state().stage, 'ready')
  talk?.end()
  const { talk: opened } = await begin(2)
  assert.deepEqual([opened.state().stage, opened.state().fault], ['fault', { ok: false, code: 'truncated', seq: 1, isByNote: true }])
})

test('another case under the same words is refused', async () => {
  const { server, talk: opened, vera } = await begin()
  const other = await startTestCase({ tenant, readers: [vera] })
  server.so = { ...other, thread: { ...other.thread, person: publicKeysOf(opened.mine.keys) } }
  await opened.refresh()
  assert.equal(opened.state().stage, 'fault')
})

test('readers change by a new key: who is left out gets none, who joins may read what was', async () => {
  const { server, talk: opened, vera } = await begin()
  const viktor = await testConfidant(tenant)
  server.so = { ...server.so, statements: { ...server.so.statements, [viktor.party]: viktor.statements } }
  assert.equal(await opened.changeReaders({ readers: [{ party: viktor.party, box: viktor.box, withHistory: true }], holders: [], threshold: 0 }, { kind: 'readers-changed', reason: 'left', readers: ['person', viktor.party] }), true)
  assert.deepEqual(opened.state().epoch?.copies.map(({ to }) => to), ['person', viktor.party])
  assert.ok(!opened.state().epoch?.copies.some(({ to }) => to === vera.party))
  const { thread, statements } = server.so
  const read = verifyThread(thread, { me: viktor.party, keys: viktor.keys, statements })
  assert.ok(read.ok && read.messages.every(({ message }) => message !== undefined))
})

test('when somebody else admits a person who was excluded, it is said', async () => {
  const [vera, yasemin] = await Promise.all([testConfidant(tenant), testConfidant(tenant)])
  const so = await startTestCase({ tenant, readers: [vera], excluded: [yasemin.party] })
  await serve(await changeReadersOfTestCase(so, vera, [vera, yasemin]))
  const opened = openTalk(tenant, { lookup: 'x', keys: so.person.keys })
  talk = opened
  await opened.begun
  assert.deepEqual(opened.state().excludedAdmitted, [yasemin.party])
})
