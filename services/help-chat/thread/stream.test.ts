import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPool } from '@modellregion/testing'
import { says, type Talk } from './parties-for-tests.ts'
import { ask, begin, listenTo, signIn, startServer, type SignedIn, type TestServer } from './server-for-tests.ts'

let server: TestServer
let vera: SignedIn
let viktor: SignedIn
/** Two processes on one database: whoever is connected to the one writes to the other. */
let one: number
let other: number
before(async () => {
  server = await startServer()
  one = server.running.port
  other = (await server.another()).port
  ;[vera, viktor] = [await signIn(one, 'vera'), await signIn(other, 'viktor')]
})
after(() => server.close())

const desk = '/help-chat/desk/api/stream'
const send = async (port: number, authorization: string, talk: Talk): Promise<Talk> => {
  const next = says(talk)
  assert.equal((await ask(port, '/help-chat/app/case/messages', { method: 'POST', headers: { authorization }, body: { envelope: next.envelope } })).status, 201)
  return next.talk
}

test('what arrives in one process is seen at once in the other, by those who can read and by nobody else', async () => {
  const { talk, authorization } = await begin(server)
  const [hers, his, person] = [await listenTo(one, desk, { headers: vera.headers }), await listenTo(other, desk, { headers: viktor.headers }), await listenTo(other, '/help-chat/app/case/stream', { headers: { authorization, 'accept-encoding': 'br, gzip' } })]
  assert.deepEqual([person.headers['content-encoding'], person.headers['set-cookie']], [undefined, undefined])
  assert.equal(await person.next('seq'), 0)
  await send(other, authorization, talk)
  assert.deepEqual(await hers.next('case', ({ seq }: { seq: number }) => seq === 1), { town: 'erlenau', case: talk.person.case, seq: 1 })
  assert.equal(await person.next('seq', (seq: number) => seq === 1), 1)
  assert.deepEqual(his.events, [])
  for (const stream of [hers, his, person]) stream.close()
})

test('the person sees that somebody is there who can read, in whatever process, and that they left', { timeout: 60_000 }, async () => {
  const { authorization } = await begin(server)
  const person = await listenTo(other, '/help-chat/app/case/stream', { headers: { authorization } })
  const his = await listenTo(other, desk, { headers: viktor.headers })
  await person.next('presence', ({ online }: { online: boolean }) => !online)
  person.events.length = 0
  const hers = await listenTo(one, desk, { headers: vera.headers })
  assert.deepEqual(await person.next('presence'), { online: true })
  hers.close()
  assert.deepEqual(await person.next('presence'), { online: false }, 'viktor is there, but does not read this case')
  for (const stream of [his, person]) stream.close()
})

test('hints that were missed are made up for from the tables', { timeout: 60_000 }, async () => {
  const { talk, authorization } = await begin(server)
  const [hers, person] = [await listenTo(one, desk, { headers: vera.headers }), await listenTo(one, '/help-chat/app/case/stream', { headers: { authorization } })]
  await person.next('seq')
  const superuser = openPool(server.temporary.superuserUrl, { name: 'test-cut', size: 1 })
  await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener' and datname = current_database()`)
  await send(one, authorization, talk)
  await superuser.end()
  assert.equal(await person.next('seq', (seq: number) => seq === 1), 1)
  assert.ok(await hers.next('case', ({ case: id, seq }: { case: string; seq: number }) => id === talk.person.case && seq === 1))
  for (const stream of [hers, person]) stream.close()
})

test('guests, strangers and unknown look-ups get no stream', async () => {
  assert.equal((await ask(one, desk)).status, 401)
  assert.equal((await ask(one, desk, { headers: (await signIn(one, 'mia')).headers })).status, 403)
  assert.equal((await ask(one, '/help-chat/app/case/stream', { headers: { authorization: `Case ${'B'.repeat(43)}` } })).status, 404)
  assert.equal((await ask(one, '/help-chat/app/case/stream')).status, 404)
})

test('one case holds a dozen streams: another one ends the oldest', async () => {
  const { authorization } = await begin(server)
  const streams = []
  for (let n = 0; n < 13; n++) streams.push(await listenTo(one, '/help-chat/app/case/stream', { headers: { authorization } }))
  await streams[0]?.ended
  assert.equal(await streams[12]?.next('seq'), 0)
  for (const stream of streams) stream.close()
})

test('when a process stops, its streams end', async () => {
  const third = await server.another()
  const { authorization } = await begin(server)
  const person = await listenTo(third.port, '/help-chat/app/case/stream', { headers: { authorization } })
  await person.next('seq')
  const began = performance.now()
  await third.close()
  await person.ended
  assert.ok(performance.now() - began < 9_000)
})
