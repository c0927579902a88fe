import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { solveWork } from '../crypto/work.ts'
import { putAgreement, putServing } from '../office/queries/agreement.ts'
import { beginning, hire, newPerson, says, tracesOf } from './parties-for-tests.ts'
import type { CaseView, DeskState } from './schema.ts'
import { ask, begin, signIn, startServer, type SignedIn, type TestServer } from './server-for-tests.ts'
import { giveChallenge } from './work.ts'

let server: TestServer
let vera: SignedIn
let port: number
before(async () => {
  server = await startServer()
  port = server.running.port
  vera = await signIn(port, 'vera')
})
after(() => server.close())

const codeOf = (answer: { json(): unknown }) => (answer.json() as { type: string }).type.split('#help-chat.thread.')[1]

test('a person begins a case, writes, reads, and nothing of it leaves a trace', async () => {
  const { talk, authorization, answer } = await begin(server)
  assert.equal(answer.status, 201, answer.bytes.toString())
  assert.equal(answer.headers['set-cookie'], undefined)
  const next = says(talk)
  const sent = await ask(port, '/help-chat/app/case/messages', { method: 'POST', headers: { authorization }, body: { envelope: next.envelope } })
  assert.deepEqual([sent.status, sent.json()], [201, { seq: 1 }])
  const read = await ask(port, '/help-chat/app/case', { headers: { authorization } })
  assert.equal(read.headers['cache-control'], 'no-store')
  assert.equal((read.json() as CaseView).thread.envelopes.length, 2)
  const stranger = await ask(port, '/help-chat/app/case', { headers: { authorization: `Case ${'A'.repeat(43)}` } })
  assert.deepEqual([stranger.status, codeOf(stranger)], [404, 'not-your-case'])
  const late = await ask(port, '/help-chat/app/case/messages', { method: 'POST', headers: { authorization }, body: { envelope: says(talk).envelope } })
  assert.deepEqual([late.status, (late.json() as { expected: number }).expected, codeOf(late)], [409, 2, 'sequence'])
  assert.match(String(late.headers['content-type']), /problem\+json/)
})

test('a confidant finds the case at the desk and answers; nobody else does', async () => {
  const { talk, authorization } = await begin(server)
  const id = talk.person.case
  const state = (await ask(port, '/help-chat/desk/api/state', { headers: vera.headers })).json() as DeskState
  assert.equal(state.me[0]?.confidant, server.vera.id)
  assert.ok(state.inbox.some((entry) => entry.case === id && entry.mine === 'reader' && entry.next?.rule === 'promise'))
  const path = `/help-chat/desk/api/cases/erlenau/${id}`
  const view = (await ask(port, path, { headers: vera.headers })).json() as CaseView & { mine: string }
  assert.deepEqual([view.mine, view.thread.envelopes.length], ['reader', 1])
  const reply = says(talk, server.vera)
  assert.equal((await ask(port, `${path}/messages`, { method: 'POST', headers: { cookie: vera.cookie }, body: { envelope: reply.envelope } })).status, 403, 'without the token')
  const sent = await ask(port, `${path}/messages`, { method: 'POST', headers: vera.headers, body: { envelope: reply.envelope } })
  assert.deepEqual([sent.status, sent.json()], [201, { seq: 1 }])
  const viktor = await signIn(port, 'viktor')
  assert.equal((await ask(port, path, { headers: viktor.headers })).status, 404, 'no copy, no share')
  assert.equal((await ask(port, `/help-chat/desk/api/cases/moorbek/${id}`, { headers: vera.headers })).status, 404)
  assert.equal((await ask(port, path)).status, 401)
  const mia = await signIn(port, 'mia')
  assert.equal((await ask(port, path, { headers: mia.headers })).status, 403)
  assert.equal(((await ask(port, '/help-chat/app/case', { headers: { authorization } })).json() as CaseView).clocks[0]?.state, 'done')
})

test('only the town’s own promise can be extended, once, and with a reason from the list', async () => {
  const { talk } = await begin(server)
  const path = `/help-chat/desk/api/cases/erlenau/${talk.person.case}`
  const extend = (body: object) => ask(port, `${path}/extend`, { method: 'POST', headers: vera.headers, body })
  assert.equal((await extend({ reason: 'because' })).status, 400)
  assert.equal(codeOf(await extend({ rule: 'feedback', reason: 'absence' })), 'not-extendable')
  assert.equal((await extend({ reason: 'absence' })).status, 200)
  assert.equal(codeOf(await extend({ reason: 'absence' })), 'extended-enough')
  const view = (await ask(port, path, { headers: vera.headers })).json() as CaseView
  assert.equal(view.clocks[0]?.extended, true)
})

test('counsel is erased at once when the person says so, a report is not', async () => {
  const { talk, authorization } = await begin(server)
  const erase = () => ask(port, '/help-chat/app/case/erase', { method: 'POST', headers: { authorization }, body: {} })
  assert.equal((await erase()).status, 204)
  assert.equal((await erase()).status, 404)
  const traces = await server.unit((db) => tracesOf(db, talk.person.case))
  assert.deepEqual(Object.values(traces).filter((n) => n > 0), [])
  const second = await begin(server)
  await ask(port, '/help-chat/app/case/report', { method: 'POST', headers: { authorization: second.authorization }, body: { envelope: says(second.talk).envelope } })
  const refused = await ask(port, '/help-chat/app/case/erase', { method: 'POST', headers: { authorization: second.authorization }, body: {} })
  assert.deepEqual([refused.status, codeOf(refused)], [409, 'kept-by-law'])
})

test('a case of a village is reached while both towns agree and the office sends this very confidant, and not a moment longer', async () => {
  const inVillage = <T>(work: Parameters<typeof server.unit<T>>[0]) => server.unit(work, 'moorbek')
  const there = await inVillage((db) => hire(db, { id: server.vera.id, homeTown: 'erlenau', accountId: server.vera.account }))
  const person = await newPerson()
  const { body, talk } = await beginning('moorbek', person, await solveWork(await giveChallenge(server.running.platform, 'moorbek')), { readers: [there] })
  assert.equal((await ask(port, '/help-chat/app/case', { town: 'moorbek', method: 'POST', body })).status, 201)
  assert.equal((await ask(port, '/help-chat/app/case', { headers: { authorization: `Case ${person.lookup}` } })).status, 404, 'a secret of one town opens nothing in another')
  const path = `/help-chat/desk/api/cases/moorbek/${person.case}`
  const status = async () => (await ask(port, path, { headers: vera.headers })).status
  assert.equal(await status(), 404, 'no agreement')
  await server.unit(async (db) => {
    await putAgreement(db, { otherTown: 'moorbek', side: 'office', state: 'agreed' })
    await putServing(db, 'moorbek', [server.vera.id])
  })
  assert.equal(await status(), 404, 'one side')
  await inVillage((db) => putAgreement(db, { otherTown: 'erlenau', side: 'village', state: 'agreed' }))
  assert.equal(await status(), 200)
  const sent = await ask(port, `${path}/messages`, { method: 'POST', headers: vera.headers, body: { envelope: says(talk, there).envelope } })
  assert.equal(sent.status, 201, sent.bytes.toString())
  const state = (await ask(port, '/help-chat/desk/api/state', { headers: vera.headers })).json() as DeskState
  assert.deepEqual([...new Set(state.inbox.map(({ town }) => town))], ['erlenau', 'moorbek'])
  await server.unit((db) => putServing(db, 'moorbek', []))
  assert.equal(await status(), 404, 'sent no more')
  await server.unit((db) => putServing(db, 'moorbek', [server.vera.id]))
  await inVillage((db) => putAgreement(db, { otherTown: 'erlenau', side: 'village', state: 'ended' }))
  assert.equal(await status(), 404, 'ended')
})
