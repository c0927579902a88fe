import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { deskDecoder } from '../codec/desk-decoder.ts'
import { insertMounting, setMountingSpan, updateDevice } from '../device/queries.ts'
import { registerDevice } from '../device/register.ts'
import { insertThing, listMountings, listSeriesOfThings, readPoints, takeNumbers } from '../store/queries.ts'
import { listFrames } from './queries.ts'
import { insertFrames } from './queries/frame.ts'
import { readKept } from './read-kept.ts'
import { elsysBytes } from './town-testing.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(async () => {
  await deskDecoder().close()
  await temporary.close()
})

const devEui = '70b3d50000000077'
const now = new Date(testMoment)
const start = new Date(now.getTime() - 20 * 86_400_000)
const frames = 1_100 // more than two lots
const atOf = (n: number): Date => new Date(start.getTime() + n * 600_000)
const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.unit('erlenau', 'smart-school', work)
const job = { read: write, write, signal: new AbortController().signal }
const states = async () => [...new Set((await write((db) => listFrames(db, devEui, start, now))).map(({ state }) => state))]

test('a device that sent before anybody had registered it rightly: with its codec and its place everything is there, once', async () => {
  const thingId = await write(async (db) => {
    const id = await takeNumbers(db, 'thing')
    await insertThing(db, { id, kind: 'room', parentId: null, schoolId: 42, name: 'Raum 7' })
    await registerDevice(db, { devEui, name: 'Luftmesser', codec: null, expectedMinutes: 10, placeId: null })
    const payload = elsysBytes({ temperature: 21, humidity: 40, light: 100, motion: 0, co2: 700, millivolts: 3_600 })
    await insertFrames(db, Array.from({ length: frames }, (_, n) => ({ devEui, at: atOf(n), key: String(n), lastAt: atOf(n), devAddr: '01', fCnt: n, fPort: 5, payload, source: 'a', rssi: null, snr: null, state: 'no-codec' as const, codec: null, codecVersion: null })))
    return id
  })
  assert.deepEqual([[...(await readKept(job, devEui))], await states()], [[], ['no-codec']], 'no codec yet')
  await write((db) => updateDevice(db, devEui, { name: 'Luftmesser', codec: 'elsys-ers-co2', expectedMinutes: 10 }))
  assert.deepEqual([[...(await readKept(job, devEui))], await states()], [[], ['not-mounted']], 'it hangs nowhere yet')
  await write((db) => insertMounting(db, { id: newId(now), devEui, channel: '*', thingId, from: atOf(100), to: null }))
  assert.deepEqual([...(await readKept(job, devEui))], [42])
  const points = async () => {
    const series = (await write((db) => listSeriesOfThings(db, [thingId]))).find(({ channel }) => channel === 'co2')
    return series ? (await write((db) => readPoints(db, series.id, start, now))).length : 0
  }
  assert.equal(await points(), frames - 100)
  await write(async (db) => {
    const [mounting] = await listMountings(db, [devEui])
    await setMountingSpan(db, mounting?.id ?? '', start, null)
  })
  assert.deepEqual([[...(await readKept(job, devEui))], await points(), await states()], [[42], frames, ['read']])
  assert.deepEqual([...(await readKept(job, devEui))], [], 'again: nothing new')
})
