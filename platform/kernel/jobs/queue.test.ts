import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { enqueue } from './enqueue.ts'
import { installQueue } from './install.ts'
import { defineJob } from './job.ts'
import { throttled } from './progress.ts'
import { findJob } from './queries.ts'
import { openQueue } from './queue.ts'
import { requeueLost } from './requeue.ts'
import { backOffSeconds } from './retry.ts'
import { eventually, testPlatform, type TestPlatform } from './test-platform.ts'
import { startWorker } from './worker.ts'

const quick = defineJob({ name: 'platform.quick', payload: Type.Object({}), run: async () => {} })
const away = defineJob({ name: 'platform.away', payload: Type.Object({}), retryAfterSeconds: 1, run: async () => await loseDatabase() })
let tested: TestPlatform
before(async () => (tested = await testPlatform([quick, away])))
after(() => tested.close())

const order = () => tested.temporary.unit('erlenau', 'platform', (db) => enqueue(db, quick, {}))
const isDone = (id: string) => () => tested.temporary.read('erlenau', 'platform', async (db) => (await findJob(db, id))?.state === 'done')

async function asSuperuser<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: tested.temporary.superuserUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

test('installing again changes nothing and is allowed at each start', async () => {
  await installQueue(tested.temporary.ownerUrl, tested.temporary.jobsUrl)
})

test('a service cannot touch the queue but through its door, and only for its town', async () => {
  const run = (text: ReturnType<typeof sql>) => tested.temporary.unit('erlenau', 'platform', (db) => db.run(text))
  await assert.rejects(run(sql`select * from graphile_worker._private_jobs`), /permission denied/)
  await assert.rejects(run(sql`delete from jobs.worker`), /permission denied/)
  await assert.rejects(tested.temporary.unit('erlenau', 'open-data', (db) => db.run(sql`select * from jobs.counts()`)), /permission denied/)
  await assert.rejects(tested.temporary.database.pool.query(`select jobs.enqueue('x', null, 0)`), /permission denied/)
  const id = await order()
  const [entry] = await asSuperuser<{ payload: { tenant: string; id: string } }>('select payload from graphile_worker._private_jobs where key = $1', [`erlenau:${id}`])
  assert.deepEqual(entry?.payload, { tenant: 'erlenau', id })
})

test('a worker outlives the loss of all its connections', { timeout: 60_000 }, async (context) => {
  const worker = await startWorker(tested.platform)
  try {
    await eventually(isDone(await order()))
    await asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)
    const lost = performance.now()
    await eventually(isDone(await order()), 20)
    context.diagnostic(`working again ${((performance.now() - lost) / 1000).toFixed(1)} s after the loss`)
  } finally {
    await worker.stop()
  }
})

test('a job whose end cannot be noted, because the database is away, does not end the process and is done later', { timeout: 60_000 }, async (context) => {
  const worker = await startWorker(tested.platform)
  try {
    const lost = performance.now()
    const id = await tested.temporary.unit('erlenau', 'platform', (db) => enqueue(db, away, {}))
    await eventually(() => isDone(id)().catch(() => false), 30)
    context.diagnostic(`done ${((performance.now() - lost) / 1000).toFixed(1)} s after the order`)
    await eventually(async () => (await asSuperuser('select from graphile_worker._private_jobs where key = $1', [`erlenau:${id}`])).length === 0, 40)
  } finally {
    await back
    await worker.stop()
  }
})

let back: Promise<void> | undefined
// Nobody comes in for two seconds, once; the job ends while it is so.
async function loseDatabase(): Promise<void> {
  if (back) return
  const [, name = ''] = /\/([^/?]+)(?=\?|$)/.exec(tested.temporary.superuserUrl) ?? []
  const client = new pg.Client({ connectionString: tested.temporary.superuserUrl.replace(`/${name}`, '/postgres') })
  await client.connect()
  const may = (yes: boolean) => client.query(`alter database "${name}" allow_connections ${yes}`)
  await may(false)
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name])
  back = sleep(2_000).then(() => may(true)).then(() => client.end())
  await sleep(200)
}

test('jobs that the queue has forgotten, as after a restore, are handed to it again and run', async () => {
  const id = await order()
  await asSuperuser('delete from graphile_worker._private_jobs')
  const worker = await startWorker(tested.platform)
  try {
    await sleep(1_500)
    assert.equal(await isDone(id)(), false)
    assert.ok((await requeueLost(tested.platform, 0)) >= 1)
    await eventually(isDone(id))
    assert.equal(await requeueLost(tested.platform, 0), 0)
  } finally {
    await worker.stop()
  }
})

test('a job that kills its process is given up after its last try', async () => {
  const id = await order()
  await asSuperuser(`update platform.job set attempts = max_attempts, state = 'running' where id = $1`, [id])
  await asSuperuser(`update graphile_worker._private_jobs set attempts = 1 where payload ->> 'id' = $1`, [id]) // handed out once, to the process that is gone
  const worker = await startWorker(tested.platform)
  try {
    const job = await eventually(() => tested.temporary.read('erlenau', 'platform', async (db) => { const found = await findJob(db, id); return found?.state === 'dead' && found })) // prettier-ignore
    assert.match(job.error ?? '', /The process ended during the last try/)
  } finally {
    await worker.stop()
  }
})

test('a job that runs is not begun a second time by another entry of the queue', async () => {
  const id = await order()
  await asSuperuser(`update platform.job set state = 'running' where id = $1`, [id])
  const worker = await startWorker(tested.platform)
  try {
    await eventually(async () => (await asSuperuser<{ n: number }>(`select count(*)::int as n from graphile_worker._private_jobs where payload ->> 'id' = $1`, [id]))[0]?.n === 0)
    const job = await tested.temporary.read('erlenau', 'platform', (db) => findJob(db, id))
    assert.deepEqual([job?.state, job?.attempts], ['running', 0])
  } finally {
    await worker.stop()
    await asSuperuser(`delete from platform.job where id = $1`, [id])
  }
})

test('six hundred small jobs of three towns each run once', { timeout: 60_000 }, async (context) => {
  const towns = ['erlenau', 'moorbek', 'steinfurtheim']
  for (const town of towns) for (let batch = 0; batch < 6; batch++) await tested.temporary.unit(town, 'platform', async (db) => { for (let n = 0; n < 33; n++) await enqueue(db, quick, {}) }) // prettier-ignore
  const began = performance.now()
  const worker = await startWorker(tested.platform)
  try {
    await eventually(async () => (await asSuperuser<{ n: number }>(`select count(*)::int as n from platform.job where state in ('queued', 'running')`))[0]?.n === 0, 50)
    context.diagnostic(`${Math.round(594 / ((performance.now() - began) / 1000))} jobs a second`)
    const [{ twice = -1 } = {}] = await asSuperuser<{ twice: number }>(`select count(*)::int as twice from platform.job where name = 'platform.quick' and state = 'done' and attempts > 1`)
    assert.equal(twice, 0)
  } finally {
    await worker.stop()
  }
})

test('progress is written at once, then at most once a second, and the last word is not lost', async () => {
  const written: [number, Record<string, number>][] = []
  const progress = throttled(async (share, _words, counts) => void written.push([share, counts]))
  for (let n = 1; n <= 100; n++) progress.report(n / 50, 'jobs.progress', { read: n })
  await progress.flush()
  assert.deepEqual(written, [[0.02, { read: 1 }], [1, { read: 100 }]])
  const failing = throttled(() => Promise.reject(new Error('away')))
  failing.report(1)
  await failing.flush()
})

test('waiting doubles up to an hour, and names of jobs are in order', () => {
  assert.deepEqual([1, 2, 3, 12].map((attempt) => backOffSeconds(attempt, 15)), [15, 30, 60, 3_600])
  const service = { id: 'platform' } as never
  assert.throws(() => openQueue([{ service, job: quick }, { service, job: quick }]), /Two jobs are called/)
  assert.throws(() => openQueue([{ service, job: { ...quick, name: 'other.quick' } }]), /must be called platform\./)
})
