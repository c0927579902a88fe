import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from '@modellregion/kernel'
import { solveWork } from '../crypto/work.ts'
import { difficultyFor, leastDifficulty, nextPlace } from './load/rules.ts'
import { beginning, newPerson } from './parties-for-tests.ts'
import { sweepJob } from './jobs.ts'
import type { StartBody, Ticket } from './schema.ts'
import { ask, startServer, tenant, type TestServer } from './server-for-tests.ts'
import { giveChallenge, noteStart } from './work.ts'

let server: TestServer
let now = new Date()
before(async () => void (server = await startServer({ now: () => now })))
after(() => server.close())

const code = (answer: { json(): unknown }) => (answer.json() as { type?: string }).type?.split('#help-chat.thread.')[1]
async function start(work: StartBody['work']) {
  const { body } = await beginning(tenant, await newPerson(), work, { readers: [server.vera] })
  return { body, answer: await ask(server.running.port, '/help-chat/app/case', { method: 'POST', body }) }
}
const challenge = async () => ((await ask(server.running.port, '/help-chat/app/challenge', { method: 'POST', body: {} })).json() as { challenge: Parameters<typeof solveWork>[0] }).challenge

test('each doubling of what is begun doubles what the next one costs, up to a bound', () => {
  assert.equal(difficultyFor(0), leastDifficulty)
  assert.equal(difficultyFor(2), leastDifficulty)
  assert.equal(difficultyFor(8), leastDifficulty + 2)
  fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 4, noNaN: true }), (rate, more) => difficultyFor(rate) <= difficultyFor(rate * more) && difficultyFor(rate) <= 22))
})

test('the line moves by its pace, lets nobody in before the minute, and is never longer than half an hour', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 300 }), (steps) => {
    let [at, end, last] = [1_000_000, 0, 0]
    for (const step of steps) {
      at += step
      const place = nextPlace(end, at, { waitMs: 60_000, perMinute: 20 })
      if (place === undefined) {
        assert.ok(end > at + 1_800_000 - 3_000)
        continue
      }
      assert.ok(place >= at + 60_000 && place <= at + 1_800_000 && (last === 0 || place >= last + 3_000))
      end = last = place
    }
  }))
})

test('a solved challenge begins one case; the same again only the same one', async () => {
  const { body, answer } = await start(await solveWork(await challenge()))
  assert.equal(answer.status, 201)
  assert.equal((await ask(server.running.port, '/help-chat/app/case', { method: 'POST', body })).status, 201, 'the answer got lost')
  assert.equal(code((await start(body.work)).answer), 'work-spent')
})

test('forged, unsolved, foreign and old challenges begin nothing', async () => {
  const given = await challenge()
  const solved = await solveWork(given)
  const refused = async (work: StartBody['work']) => code((await start(work)).answer)
  assert.equal(await refused({ ...solved, challenge: { ...given, difficulty: 4 } }), 'work-invalid')
  assert.equal(await refused({ ...solved, solution: solved.solution.map((n) => n + 1) }), 'work-invalid')
  assert.equal(await refused(await solveWork(await giveChallenge(server.running.platform, 'moorbek'))), 'work-invalid')
  now = new Date(now.getTime() + 31 * 60_000)
  assert.equal(await refused(solved), 'work-expired')
})

test('whoever waits instead of calculating gets in after a minute, once', async () => {
  const { ticket } = (await ask(server.running.port, '/help-chat/app/ticket', { method: 'POST', body: {} })).json() as { ticket: Ticket }
  assert.equal(code((await start({ ticket })).answer), 'ticket-early')
  assert.equal(code((await start({ ticket: { ...ticket, from: 0 } })).answer), 'work-invalid')
  now = new Date(now.getTime() + 61_000)
  assert.equal((await start({ ticket })).answer.status, 201)
  assert.equal(code((await start({ ticket })).answer), 'work-spent')
  now = new Date(now.getTime() + 31 * 60_000)
  assert.equal(code((await start({ ticket: { ...ticket } })).answer), 'work-expired')
})

test('when many begin it becomes harder, and calm again after seconds; what was spent is forgotten', async () => {
  const calm = (await challenge()).difficulty
  for (let n = 0; n < 200; n++) noteStart(server.running.platform, tenant)
  assert.equal((await challenge()).difficulty, calm + 4)
  now = new Date(now.getTime() + 11_000)
  assert.equal((await challenge()).difficulty, calm)
  const spent = () => server.unit(async (db) => (await db.many(sql`select 1 from help_chat.spent_work where tenant_id = ${db.tenant}`)).length)
  assert.ok((await spent()) > 0)
  now = new Date(now.getTime() + 2 * 3_600_000)
  const unit = (access: 'read' | 'write') => <T>(work: Parameters<typeof server.unit<T>>[0]) => server.running.platform.database.unit({ tenant, service: 'help-chat', access, now }, work)
  await sweepJob.run({ now, signal: new AbortController().signal, read: unit('read'), write: unit('write') } as never) // what the job asks for
  assert.equal(await spent(), 0)
})
