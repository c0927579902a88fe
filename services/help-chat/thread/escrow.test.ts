import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccountId, sql } from '@modellregion/kernel'
import { joinShares, releaseShare } from '../crypto/escrow.ts'
import { newEpoch } from '../crypto/epoch.ts'
import { publicKeysOf } from '../crypto/keys.ts'
import { verifyThread } from '../crypto/thread.ts'
import { changeConfidant } from '../office/queries/confidant.ts'
import type { EscrowView } from './escrow.ts'
import { hire, readerOf, says, type TestConfidant } from './parties-for-tests.ts'
import type { CaseView } from './schema.ts'
import { ask, begin, signIn, startServer, type SignedIn, type TestServer } from './server-for-tests.ts'

let server: TestServer
let port: number
let yasemin: TestConfidant
let desks: { vera: SignedIn; viktor: SignedIn; yasemin: SignedIn }
before(async () => {
  server = await startServer()
  port = server.running.port
  yasemin = await server.unit((db) => hire(db, { accountId: demoAccountId('erlenau', 'yasemin') }))
  desks = { vera: await signIn(port, 'vera'), viktor: await signIn(port, 'viktor'), yasemin: await signIn(port, 'yasemin') }
})
after(() => server.close())

const at = (desk: SignedIn, path: string, body?: object) => ask(port, `/help-chat/desk/api${path}`, { headers: desk.headers, ...(body && { method: 'POST', body }) })
const requestsOf = async (desk: SignedIn) => ((await at(desk, '/escrow')).json() as { requests: EscrowView[] }).requests
const codeOf = (answer: { json(): unknown }) => (answer.json() as { type: string }).type.split('#help-chat.thread.')[1]

test('a case whose reader has left is opened by two of those who hold shares, in front of all', async () => {
  const { talk, authorization } = await begin(server, { readers: [server.vera], holders: [server.vera, server.viktor, yasemin], threshold: 2 })
  const id = talk.person.case
  const wish = { town: 'erlenau', case: id, reason: 'Vera Vertrauen arbeitet nicht mehr hier.' }
  assert.equal(codeOf(await at(desks.viktor, '/escrow', wish)), 'escrow-has-readers', 'not while somebody reads')
  await server.unit((db) => changeConfidant(db, server.vera.id, { state: 'ended' }))
  const asked = await at(desks.viktor, '/escrow', wish)
  assert.equal(asked.status, 201)
  const { id: request } = asked.json() as { id: string }
  assert.equal(codeOf(await at(desks.yasemin, '/escrow', wish)), 'escrow-open')
  const [seen] = await requestsOf(desks.yasemin)
  assert.deepEqual([seen?.by, seen?.reason, seen?.threshold, seen?.shares, seen?.mine, seen?.sealed.length], [server.viktor.id, wish.reason, 2, 3, 'holder', 0])

  const path = `/cases/erlenau/${id}`
  const view = (await at(desks.viktor, path)).json() as CaseView & { mine: string }
  assert.equal(view.mine, 'holder')
  const [epoch] = view.thread.epochs
  assert.ok(epoch)
  const sealed = releaseShare(epoch, { party: yasemin.id, keys: yasemin.keys }, { party: server.viktor.id, box: seen?.box ?? '' })
  assert.ok(sealed)
  assert.equal((await at(desks.yasemin, `/escrow/${request}/release`, { sealed })).status, 201)
  assert.equal((await requestsOf(desks.yasemin))[0]?.sealed.length, 0, 'what was released is for whoever asked')
  const [mine] = await requestsOf(desks.viktor)
  const key = await joinShares(epoch, { party: server.viktor.id, keys: server.viktor.keys }, mine?.sealed.map((share) => share.sealed) ?? [])
  assert.ok(key)

  const readers = [{ party: 'person', box: publicKeysOf(talk.person.keys).box }, readerOf(server.viktor)]
  const made = await newEpoch({ tenant: 'erlenau', case: id, from: 1, by: server.viktor.id, keys: server.viktor.keys, readers, holders: [server.viktor, yasemin].map(readerOf), threshold: 2, previous: { epoch, key } })
  const { envelope } = says({ ...talk, ...made }, server.viktor, { kind: 'readers-changed', reason: 'escrow', readers: [server.viktor.id] })
  assert.equal((await at(desks.viktor, `${path}/messages`, { envelope, epoch: made.epoch })).status, 201)
  const now = (await ask(port, '/help-chat/app/case', { headers: { authorization } })).json() as CaseView
  const verified = verifyThread(now.thread, { me: 'person', keys: talk.person.keys, statements: now.keys })
  assert.ok(verified.ok, JSON.stringify(verified))
  const [over] = await requestsOf(desks.yasemin)
  assert.deepEqual([over?.state, over?.released], ['opened', []])
  assert.equal(codeOf(await at(desks.yasemin, `/escrow/${request}/release`, { sealed })), 'escrow-over')
  const lines = await server.temporary.read('erlenau', 'platform', (db) => db.many<{ action: string }>(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} and subject = ${`case/${id}`} order by seq`))
  assert.deepEqual(lines.map(({ action }) => action), ['escrow.ask', 'escrow.release'])
  await server.unit((db) => changeConfidant(db, server.vera.id, { state: 'active' }))
})

test('without shares nobody opens anything, and whoever asked may take it back', async () => {
  const alone = await begin(server, { readers: [server.vera] })
  assert.equal((await at(desks.viktor, '/escrow', { town: 'erlenau', case: alone.talk.person.case, reason: 'Neugier' })).status, 404, 'who has no share does not even learn that it exists')
  const { talk } = await begin(server, { readers: [server.vera], holders: [server.viktor, yasemin], threshold: 2 })
  await server.unit((db) => changeConfidant(db, server.vera.id, { state: 'ended' }))
  const { id } = (await at(desks.viktor, '/escrow', { town: 'erlenau', case: talk.person.case, reason: 'Niemand liest mehr.' })).json() as { id: string }
  assert.equal((await at(desks.yasemin, `/escrow/${id}/withdraw`, {})).status, 403)
  assert.equal((await at(desks.viktor, `/escrow/${id}/withdraw`, {})).status, 200)
  assert.equal(codeOf(await at(desks.viktor, `/escrow/${id}/withdraw`, {})), 'escrow-over')
  await server.unit((db) => changeConfidant(db, server.vera.id, { state: 'active' }))
})

test('the person is told who answers instead when the only reader is away', async () => {
  const { authorization } = await begin(server)
  const substitutes = async () => ((await ask(port, '/help-chat/app/case', { headers: { authorization } })).json() as CaseView).substitutes
  assert.deepEqual(await substitutes(), [])
  const today = server.running.platform.now()
  const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10) as never // a plain date
  await server.unit((db) => changeConfidant(db, server.vera.id, { absentFrom: day(-1), absentUntil: day(5), substituteId: yasemin.id }))
  assert.deepEqual(await substitutes(), [yasemin.id])
  await server.unit((db) => changeConfidant(db, server.vera.id, { absentFrom: null, absentUntil: null }))
})

test('the calendar names days and no case, and its address can be taken back', async () => {
  const { talk } = await begin(server)
  const calendar = (method: string) => ask(port, '/help-chat/desk/api/calendar', { method, headers: desks.vera.headers, ...(method !== 'GET' && { body: {} }) })
  assert.deepEqual((await calendar('GET')).json(), { since: null })
  const { url } = (await calendar('POST')).json() as { url: string }
  const { pathname } = new URL(url)
  const text = (await ask(port, pathname, { headers: { accept: 'text/calendar' } })).bytes.toString()
  assert.match(text, /^BEGIN:VCALENDAR/)
  assert.match(text, /SUMMARY:Antwort zugesagt/)
  assert.ok(!text.includes(talk.person.case))
  assert.equal((await calendar('DELETE')).status, 200)
  assert.equal((await ask(port, pathname)).status, 404)
})
