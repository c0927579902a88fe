import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import { enqueue } from './enqueue.ts'
import { defineJob } from './job.ts'
import { findJob, listJobs } from './queries.ts'
import { retryJob } from './retry.ts'
import { orderInTowns } from './schedule.ts'
import { eventually, testPlatform, type TestPlatform } from './test-platform.ts'
import { startWorker, type Worker } from './worker.ts'

const ran: string[] = []
const note = defineJob({
  name: 'platform.note',
  payload: Type.Object({ text: Type.String() }),
  run: async ({ tenant, payload, progress }) => {
    progress(0.5, 'jobs.progress', { read: 2, all: 4 })
    ran.push(`${tenant.id}:${payload.text}`)
  },
})
let broken = true
const flaky = defineJob({
  name: 'platform.flaky',
  payload: Type.Object({}),
  maxAttempts: 2,
  retryAfterSeconds: 0.05,
  run: async () => {
    if (broken) throw new Error('the other side is away')
  },
})
const slow = defineJob({ name: 'platform.slow', payload: Type.Object({}), timeoutSeconds: 0.2, maxAttempts: 1, run: () => sleep(60_000, undefined, { ref: false }) })
const nightly = defineJob({ name: 'platform.nightly', payload: Type.Object({}), schedule: '0 3 * * *', run: async ({ tenant }) => void ran.push(`${tenant.id}:nightly`) })
let together = 0
let most = 0
const alone = defineJob({
  name: 'platform.alone',
  payload: Type.Object({}),
  oneAtATime: true,
  run: async () => {
    most = Math.max(most, ++together)
    await sleep(30)
    together--
  },
})

let test_: TestPlatform
let worker: Worker
before(async () => {
  test_ = await testPlatform([note, flaky, slow, nightly, alone])
  worker = await startWorker(test_.platform)
})
after(async () => {
  await worker.stop()
  await test_.close()
})
const town = 'erlenau'
const write: TestPlatform['temporary']['unit'] = (tenant, service, work) => test_.temporary.unit(tenant, service, work)
const untilState = (id: string, state: string) => eventually(() => write(town, 'platform', async (db) => { const job = await findJob(db, id); return job?.state === state && job })) // prettier-ignore

test('a job of a committed unit runs, and its page knows how far it came', async () => {
  const id = await write(town, 'platform', (db) => enqueue(db, note, { text: 'one' }))
  const job = await untilState(id, 'done')
  assert.ok(ran.includes('erlenau:one'))
  assert.equal(job.progress, 1)
  assert.deepEqual(job.counts, { read: 2, all: 4 })
  assert.equal(job.attempts, 1)
})

test('a job of a unit that rolls back never runs', async () => {
  await assert.rejects(
    write(town, 'platform', async (db) => {
      await enqueue(db, note, { text: 'never' })
      throw new Error('changed my mind')
    }),
  )
  await write(town, 'platform', (db) => enqueue(db, note, { text: 'after' }))
  await eventually(async () => ran.includes('erlenau:after'))
  assert.ok(!ran.includes('erlenau:never'))
})

test('a payload that does not fit is refused where it is ordered', async () => {
  await assert.rejects(write(town, 'platform', (db) => enqueue(db, note, { text: 4 } as never)), /payload of platform\.note does not fit/)
})

test('another town neither sees the job nor orders in this one', async () => {
  const id = await write(town, 'platform', (db) => enqueue(db, note, { text: 'mine' }))
  assert.equal(await write('moorbek', 'platform', (db) => findJob(db, id)), undefined)
})

test('a key keeps one waiting job, a once-word lets it run a single time', async () => {
  const later = new Date(Date.now() + 3_600_000)
  const first = await write(town, 'platform', (db) => enqueue(db, note, { text: 'a' }, { key: 'k', runAt: later }))
  const second = await write(town, 'platform', (db) => enqueue(db, note, { text: 'b' }, { key: 'k' }))
  assert.equal(second, first)
  await untilState(first, 'done')
  assert.ok(ran.includes('erlenau:b') && !ran.includes('erlenau:a'))
  for (let n = 0; n < 3; n++) await write(town, 'platform', (db) => enqueue(db, note, { text: 'single' }, { once: 'word' }))
  await eventually(async () => ran.includes('erlenau:single'))
  await sleep(100)
  assert.equal(ran.filter((line) => line === 'erlenau:single').length, 1)
})

test('a failing job is tried again, given up, shown with its reason, and can be begun again', async () => {
  const id = await write(town, 'platform', (db) => enqueue(db, flaky, {}))
  const dead = await untilState(id, 'dead')
  assert.equal(dead.attempts, 2)
  assert.equal(dead.error, 'the other side is away')
  assert.ok((await write(town, 'platform', (db) => listJobs(db, { states: ['dead'] }))).some((job) => job.id === id))
  broken = false
  assert.equal(await write(town, 'platform', (db) => retryJob(db, id)), true)
  const done = await untilState(id, 'done')
  assert.equal(done.error, null)
  assert.equal(await write(town, 'platform', (db) => retryJob(db, id)), false)
})

test('a job that ignores its signal loses its place when the time is up', async () => {
  const id = await write(town, 'platform', (db) => enqueue(db, slow, {}))
  assert.match((await untilState(id, 'dead')).error ?? '', /Not finished after 0.2 seconds/)
})

test('one at a time means one at a time', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => write(town, 'platform', (db) => enqueue(db, alone, {}))))
  for (const id of ids) await untilState(id, 'done')
  assert.equal(most, 1)
})

test('a schedule runs once in each town, however many processes order it', async () => {
  const service = { id: 'platform' } as never
  await Promise.all([1, 2, 3].map(() => orderInTowns(test_.platform, service, nightly, '2026-03-01T03:00:00Z')))
  await eventually(async () => ran.filter((line) => line.endsWith(':nightly')).length >= 3)
  await sleep(100)
  assert.deepEqual(ran.filter((line) => line.endsWith(':nightly')).sort(), ['erlenau:nightly', 'moorbek:nightly', 'steinfurtheim:nightly'])
})
