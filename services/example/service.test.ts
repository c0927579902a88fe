import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { demoAccountId, enqueue, eraseAll, search, type UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { startTown, type Town } from '@modellregion/testing'
import { clearBoardJob } from './notice/jobs.ts'
import { countPublishedSince, getNotice, listOwn } from './notice/queries.ts'

const tenant = 'hohenried'
const day = 86_400_000
let town: Town
let now = new Date()
before(async () => {
  town = await startTown({ services: ['example'], now: () => now })
})
after(() => town.close())

const unit = <T>(service: string, work: (db: UnitOfWork) => Promise<T>) => town.running.platform.database.unit({ tenant, service, access: 'write', now }, work)
const mia = demoAccountId(tenant, 'mia')

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return
    await sleep(100)
  }
  assert.fail(`not within 10 seconds: ${what}`)
}

test('each published notice is counted once, on its own day', async () => {
  const counted = (days: number) => unit('example', async (db) => (await countPublishedSince(db, addDays(localDate(now), -days))).n)
  await until('four notices counted', async () => (await counted(30)) === 4)
  assert.equal(await counted(6), 3)
})

test('the nightly job ends what is over', async () => {
  const [notice] = await unit('example', (db) => listOwn(db, mia, 1))
  assert.ok(notice)
  now = new Date(now.getTime() + 16 * day) // the cat hangs for 14 more days
  await unit('example', (db) => enqueue(db, clearBoardJob, {}))
  await until('the notice ended', async () => (await unit('example', (db) => getNotice(db, notice.id))).state === 'ended')
})

test('who is erased leaves nothing on the board and nothing in the search', async () => {
  const found = async () => (await unit('example', (db) => search(db, { q: 'Apfelpflücker', service: 'example', from: 0, size: 5 }))).total
  assert.equal(await found(), 1)
  await eraseAll(town.running.platform, { tenant, now }, mia)
  assert.equal(await found(), 0)
  assert.deepEqual(await unit('example', (db) => listOwn(db, mia, 10)), [])
})
