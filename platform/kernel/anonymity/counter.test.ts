import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { plainDate } from '@modellregion/standards'
import { temporaryDatabase, testClock, type TemporaryDatabase } from '@modellregion/testing'
import { count, readCounts } from './queries.ts'

const clock = testClock()
let temporary: TemporaryDatabase
before(async () => (temporary = await temporaryDatabase({ now: clock.now })))
after(() => temporary.close())

const [march, april, may] = [plainDate('2026-03-01'), plainDate('2026-04-30'), plainDate('2026-05-01')]
const add = (statistic: string, key: readonly string[], by?: number, tenant = 'erlenau', service = 'platform') => temporary.unit(tenant, service, (db) => count(db, statistic, key, by))
const read = (statistic: string, tenant = 'erlenau', service = 'platform', from = march, until = may) => temporary.read(tenant, service, (db) => readCounts(db, statistic, from, until))

test('counts add up by key and by whole months', async () => {
  clock.set('2026-03-31T21:59:59Z')
  await add('visit', ['desk', 'yes'])
  await add('visit', ['desk', 'yes'], 2)
  await add('visit', ['web', 'no'])
  // In Berlin it is April by now.
  clock.set('2026-03-31T22:00:00Z')
  await add('visit', ['desk', 'yes'], 10)
  assert.deepEqual(await read('visit'), [{ key: ['desk', 'yes'], count: 13 }, { key: ['web', 'no'], count: 1 }])
  assert.deepEqual(await read('visit', 'erlenau', 'platform', march, march), [{ key: ['desk', 'yes'], count: 3 }, { key: ['web', 'no'], count: 1 }])
  assert.deepEqual(await read('visit', 'erlenau', 'platform', april, may), [{ key: ['desk', 'yes'], count: 10 }])
  assert.deepEqual(await read('other'), [])
})

test('nothing but the month is kept', async () => {
  const rows = await temporary.read('erlenau', 'platform', (db) => db.many(sql<Record<string, unknown>>`select * from platform.counter where tenant_id = ${db.tenant} and statistic = 'visit' order by period, key limit 1`))
  assert.deepEqual(rows, [{ tenant_id: 'erlenau', service: 'platform', statistic: 'visit', period: '2026-03-01', key: ['desk', 'yes'], count: 3 }])
})

test('each town and each service counts for itself, and sees nothing else', async () => {
  await add('wall', ['x'], 5)
  await add('wall', ['x'], 7, 'moorbek')
  await add('wall', ['x'], 9, 'erlenau', 'open-data')
  assert.deepEqual(await read('wall'), [{ key: ['x'], count: 5 }])
  assert.deepEqual(await read('wall', 'moorbek'), [{ key: ['x'], count: 7 }])
  assert.deepEqual(await read('wall', 'erlenau', 'open-data'), [{ key: ['x'], count: 9 }])
  const all = sql<{ count: number }>`select count from platform.counter where statistic = 'wall'`
  for (const [tenant, service, own] of [['erlenau', 'platform', 5], ['moorbek', 'platform', 7], ['erlenau', 'open-data', 9], ['moorbek', 'open-data', undefined]] as const)
    assert.deepEqual((await temporary.read(tenant, service, (db) => db.many(all))).map((row) => row.count), own === undefined ? [] : [own], `${service} in ${tenant}`)
  const foreign = sql`insert into platform.counter (tenant_id, service, statistic, period, key, count) values ('erlenau', 'open-data', 'wall', '2026-03-01', '{y}', 1)`
  await assert.rejects(temporary.unit('erlenau', 'platform', (db) => db.run(foreign)), { code: '42501' })
  await assert.rejects(temporary.unit('erlenau', 'platform', (db) => db.run(sql`delete from platform.counter`)), { code: '42501' })
})

test('what is rolled back was not counted', async () => {
  await add('rolled', ['x'])
  const failing = temporary.unit('erlenau', 'platform', async (db) => {
    await count(db, 'rolled', ['x'], 100)
    await count(db, 'rolled', ['y'])
    throw new Error('the work failed')
  })
  await assert.rejects(failing, /the work failed/)
  assert.deepEqual(await read('rolled'), [{ key: ['x'], count: 1 }])
})

test('many writers at once add up', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, at) => add('busy', [at % 2 === 0 ? 'even' : 'odd'], 1 + (at % 3))))
  const counts = await read('busy')
  assert.equal(counts.reduce((sum, one) => sum + one.count, 0), Array.from({ length: 200 }, (_, at) => 1 + (at % 3)).reduce((sum, one) => sum + one, 0))
  assert.deepEqual(counts.map(({ key }) => key), [['even'], ['odd']])
})

test('counters never fall, and have one to three categories', async () => {
  for (const by of [0, -1, 1.5, Number.NaN]) await assert.rejects(add('odd', ['x'], by), /whole numbers/)
  for (const key of [[], ['a', 'b', 'c', 'd']]) await assert.rejects(add('odd', key), { code: '23514' })
  assert.deepEqual(await read('odd'), [])
})
