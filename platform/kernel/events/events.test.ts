import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Type } from 'typebox'
import { sql } from 'kysely'
import { eventually, testPlatform, type TestPlatform } from '../jobs/test-platform.ts'
import { startWorker, type Worker } from '../jobs/worker.ts'
import { defineEvent, subscribe } from './event.ts'
import { publish } from './publish.ts'
import { listDeadDeliveries } from './queries.ts'
import { retryDelivery } from './deliver.ts'

const happened = defineEvent('platform.thing.happened', Type.Object({ number: Type.Integer() }))
const heard: number[] = []
const good = subscribe(happened, 'platform.good', async (_db, { payload }) => void heard.push(payload.number))
let poison = true
const bad = subscribe(
  happened,
  'platform.bad',
  async (db, { payload }) => {
    await db.run(sql`select pg_notify('nobody', ${String(payload.number)})`)
    if (poison && payload.number === 3) throw new Error('cannot take three')
    badHeard.push(payload.number)
  },
  { maxAttempts: 1 },
)
const badHeard: number[] = []
let calls = 0
const late = subscribe(happened, 'platform.late', async () => {
  if (++calls === 1) throw new Error('first try')
})

let tested: TestPlatform
let workers: Worker[]
before(async () => {
  tested = await testPlatform([], [good, bad, late] as never)
  workers = await Promise.all([startWorker(tested.platform), startWorker(tested.platform)]) // as two processes would
})
after(async () => {
  for (const worker of workers) await worker.stop()
  await tested.close()
})

test('each subscriber hears each event once and in order; a failing one does not hold up the others', async () => {
  for (let number = 1; number <= 20; number++) await tested.temporary.unit('erlenau', 'platform', (db) => publish(db, happened, { number }))
  const all = Array.from({ length: 20 }, (_, at) => at + 1)
  await eventually(async () => heard.length >= 20 && badHeard.length >= 19)
  assert.deepEqual(heard, all)
  assert.deepEqual(badHeard, all.filter((number) => number !== 3))
})

test('an event given up is visible and can be delivered again', async () => {
  const [dead] = await tested.temporary.unit('erlenau', 'platform', (db) => listDeadDeliveries(db))
  assert.equal(dead?.subscriber, 'platform.bad')
  assert.equal(dead?.error, 'cannot take three')
  poison = false
  assert.equal(await tested.temporary.unit('erlenau', 'platform', (db) => retryDelivery(db, 'platform.bad', dead?.event ?? '')), true)
  await eventually(async () => badHeard.includes(3))
})

test('nothing is heard of a unit that rolled back', async () => {
  const before_ = heard.length
  await assert.rejects(
    tested.temporary.unit('erlenau', 'platform', async (db) => {
      await publish(db, happened, { number: 99 })
      throw new Error('no')
    }),
  )
  await tested.temporary.unit('erlenau', 'platform', (db) => publish(db, happened, { number: 100 }))
  await eventually(async () => heard.length > before_)
  assert.ok(!heard.includes(99) && heard.includes(100))
})

test('a failed delivery waits and is tried again by itself', async () => {
  await eventually(async () => calls >= 3, 15)
  const pending = await eventually(async () => {
    const rows = await tested.temporary.unit('erlenau', 'platform', (db) =>
      db.many(sql<{ state: string }>`select state from platform.event_delivery where tenant_id = ${db.tenant} and subscriber = 'platform.late' and state <> 'done'`),
    )
    return rows.length === 0 && 'none'
  }, 15)
  assert.equal(pending, 'none')
})
