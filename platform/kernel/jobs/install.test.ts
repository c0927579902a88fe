import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { emptyDatabase, temporaryDatabase, testRooms, testTenants } from '@modellregion/testing'
import { migrate, openDatabase, openPool } from '../database/index.ts'
import { operatorTenant, saveTenant } from '../tenancy/index.ts'
import { enqueue } from './enqueue.ts'
import { installQueue } from './install.ts'
import { defineJob } from './job.ts'
import { findJob } from './queries.ts'
import { assemble, eventually, testConfig, type Urls } from './test-platform.ts'
import { startWorker } from './worker.ts'

const ran: string[] = []
const hello = defineJob({ name: 'platform.hello', payload: Type.Object({}), run: async ({ tenant }) => void ran.push(tenant.id) })

async function runOne(url: string, urls: Urls): Promise<void> {
  const database = openDatabase(openPool(url, { name: 'test-install', size: 5 }), new Set(['platform']))
  const enter = (tenant: string) => ({ tenant, service: 'platform', access: 'write' as const, now: new Date() })
  await database.unit(enter(operatorTenant), (db) => saveTenant(db, testTenants.erlenau))
  const worker = await startWorker(await assemble(database, urls, testConfig('/nowhere'), [hello]))
  try {
    const id = await database.unit(enter('erlenau'), (db) => enqueue(db, hello, {}))
    await eventually(() => database.unit(enter('erlenau'), async (db) => (await findJob(db, id))?.state === 'done'))
  } finally {
    await worker.stop()
    await database.close()
  }
}

test('one role for everything, as on a rented server with a single address', async () => {
  await using target = await emptyDatabase()
  const { ownerUrl } = target
  await migrate(ownerUrl, testRooms())
  await installQueue(ownerUrl, ownerUrl)
  await runOne(ownerUrl, { jobsUrl: ownerUrl, ownerUrl, superuserUrl: ownerUrl, appUrl: ownerUrl })
  assert.deepEqual(ran.splice(0), ['erlenau'])
})

test('the oldest PostgreSQL we promise', async () => {
  await using target = await temporaryDatabase({ version: 16 })
  await installQueue(target.ownerUrl, target.jobsUrl)
  await runOne(target.appUrl, target)
  assert.deepEqual(ran.splice(0), ['erlenau'])
})

test('several processes may install at once', async () => {
  await using target = await temporaryDatabase()
  await Promise.all([1, 2, 3].map(() => installQueue(target.ownerUrl, target.jobsUrl)))
})
