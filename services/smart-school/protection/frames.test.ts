import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import type { QuantityId } from '../quantity/quantity.ts'
import { insertSensor, insertThing, takeNumbers } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { endFrames, longestFrames } from './frames.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const now = new Date(testMoment)
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'smart-school', work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.read('erlenau', 'smart-school', work)
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000)

async function device(devEui: string, quantities: readonly QuantityId[], frameDays: readonly number[]): Promise<void> {
  await write(async (db) => {
    const [thingId, sensorId] = [await takeNumbers(db, 'thing'), await takeNumbers(db, 'sensor')]
    await insertThing(db, { id: thingId, kind: 'room', parentId: null, schoolId: null, name: 'Raum' })
    await insertSensor(db, { id: sensorId, name: 'Gerät' })
    await db.run(sql`insert into smart_school.device (tenant_id, dev_eui, sensor_id, name, created_at) values (${db.tenant}, ${devEui}, ${sensorId}, 'Gerät', ${db.now})`)
    for (const quantity of quantities) await seriesOfChannel(db, { thingId, sensorId, channel: quantity, quantity })
    for (const [n, days] of frameDays.entries())
      await db.run(sql`insert into smart_school.frame (tenant_id, dev_eui, at, key, last_at, dev_addr, f_cnt, f_port, payload, source, state, created_at)
        values (${db.tenant}, ${devEui}, ${ago(days)}, ${n}, ${ago(days)}, '01', ${n}, 1, '\\x01'::bytea, 'Test', 'read', ${db.now})`)
  })
}
const left = async (devEui: string): Promise<number> => (await read((db) => db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui}`))).n

test('a raw frame goes with the first of its values; one that only counts stays for a replay', async () => {
  await device('70b3d50000000001', ['co2', 'motion'], [1, 29, 32, 500])
  await device('70b3d50000000002', ['electricity'], [1, 500, longestFrames + 2])
  await device('70b3d50000000003', [], [1, longestFrames + 2])
  const refused = (devEui: string, days: number) =>
    write((db) => db.run(sql`insert into smart_school.quarantine (tenant_id, id, fingerprint, reason, source, dev_eui, payload, size, first_at, last_at, created_at)
      values (${db.tenant}, gen_random_uuid(), ${Buffer.from(`${devEui} ${days}`)}, 'implausible', 'Test', ${devEui}, '\\x01'::bytea, 1, ${ago(days)}, ${ago(days)}, ${db.now})`))
  for (const days of [1, 40]) for (const eui of ['70b3d50000000001', '70b3d50000000002']) await refused(eui, days)
  const job = { read, write, now, signal: new AbortController().signal }
  assert.equal(await endFrames(job), 4)
  assert.deepEqual(await Promise.all(['70b3d50000000001', '70b3d50000000002', '70b3d50000000003'].map(left)), [2, 2, 1])
  const kept = await read((db) => db.many(sql<{ eui: string }>`select dev_eui as eui from smart_school.quarantine where tenant_id = ${db.tenant} order by 1`))
  assert.deepEqual(kept.map(({ eui }) => eui), ['70b3d50000000001', '70b3d50000000002', '70b3d50000000002'], 'what was refused of a motion sensor goes with its frames')
  assert.equal(await endFrames(job), 0, 'a second run finds nothing')
})
