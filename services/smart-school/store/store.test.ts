import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { deleteObservations, findPointBefore, insertSensor, insertThing, listLatest, moveObservations, readBuckets, readPoints, refreshLatest, takeNumbers, writeObservations } from './queries.ts'
import { seriesOfChannel } from './series.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'smart-school', work)
const read = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.read(tenant, 'smart-school', work)
const at = (minutes: number): Date => new Date(Date.parse(testMoment) + minutes * 60_000)

async function room(name: string, sealed = false) {
  return await write(async (db) => {
    const thingId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: thingId, kind: 'room', parentId: null, schoolId: null, name, properties: { sealed } })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'ERS' })
    return { thingId, sensorId }
  })
}

test('a channel of a sensor in a room is one series, made once; what tells who was there is sealed in a sealed room', async () => {
  const plain = await room('Raum 1')
  const series = await write((db) => seriesOfChannel(db, { ...plain, channel: 'co2', quantity: 'co2' }))
  assert.deepEqual([series.name, series.audience], ['Raum 1: CO₂', 'school'])
  assert.equal((await write((db) => seriesOfChannel(db, { ...plain, channel: 'co2', quantity: 'co2' }))).id, series.id)
  const sealed = await room('Lehrerzimmer', true)
  assert.equal((await write((db) => seriesOfChannel(db, { ...sealed, channel: 'co2', quantity: 'co2' }))).audience, 'sealed')
  assert.equal((await write((db) => seriesOfChannel(db, { ...sealed, channel: 'power', quantity: 'power' }))).audience, 'public')
})

test('what is written twice counts once, in whichever order it comes, and the latest value is that of the latest moment', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 2')), channel: 'co2', quantity: 'co2' }))
  const rows = [30, 10, 20].map((minute) => ({ seriesId: id, at: at(minute), number: 400 + minute }))
  assert.equal(await write((db) => writeObservations(db, rows)), 3)
  assert.equal(await write((db) => writeObservations(db, [...rows, { seriesId: id, at: at(5), number: 405 }])), 1)
  assert.deepEqual(await read((db) => listLatest(db, [id])), [{ seriesId: id, firstTime: at(5), lastTime: at(30), number: 430, result: null, count: 4 }])
  assert.deepEqual((await read((db) => readPoints(db, id, at(10), at(30)))).map(({ value }) => value), [410, 420])
  assert.equal((await read((db) => findPointBefore(db, id, at(19))))?.value, 410)
  assert.deepEqual(await read((db) => listLatest(db), 'moorbek'), [], 'another town sees nothing')
})

test('a sharded server is told the same in another form', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 6')), channel: 'co2', quantity: 'co2' }))
  const rows = [30, 10, 20].map((minute) => ({ seriesId: id, at: at(minute), number: minute === 20 ? null : 400 + minute }))
  assert.equal(await write((db) => writeObservations({ ...db, sharded: true }, rows)), 3)
  assert.equal(await write((db) => writeObservations(db, rows)), 0)
  assert.equal(await write((db) => writeObservations({ ...db, sharded: true }, [{ seriesId: id, at: at(40), number: 1 }])), 1)
  assert.deepEqual((await read((db) => listLatest(db, [id]))).map(({ lastTime, number, count }) => [lastTime, number, count]), [[at(40), 1, 4]])
})

test('a correction overwrites, a move and a deletion leave the latest values right', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 3')), channel: 'co2', quantity: 'co2' }))
  const other = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 4')), channel: 'co2', quantity: 'co2' }))
  await write((db) => writeObservations(db, [0, 10, 20].map((minute) => ({ seriesId: id, at: at(minute), number: minute }))))
  await write((db) => writeObservations(db, [{ seriesId: id, at: at(20), number: 21 }], 'replace'))
  assert.equal((await read((db) => listLatest(db, [id])))[0]?.number, 21)
  assert.equal(await write((db) => moveObservations(db, id, other.id, at(10))), 2)
  assert.deepEqual((await read((db) => listLatest(db, [id, other.id]))).map(({ seriesId, count, number }) => [seriesId, count, number]), [[id, 1, 0], [other.id, 2, 21]])
  assert.equal(await write((db) => deleteObservations(db, id)), 1)
  assert.deepEqual(await read((db) => listLatest(db, [id])), [])
})

test('whoever reads the latest values anew and whoever writes the first ones at the same moment do not disturb each other', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 7')), channel: 'co2', quantity: 'co2' }))
  const written = Promise.withResolvers<void>()
  const first = write(async (db) => {
    await writeObservations(db, [{ seriesId: id, at: at(0), number: 1 }])
    written.resolve()
    await db.run(sql`select pg_sleep(0.3)`)
  })
  await written.promise
  await Promise.all([first, write((db) => refreshLatest(db, [id])), write((db) => writeObservations(db, [{ seriesId: id, at: at(10), number: 2 }]))])
  assert.deepEqual((await read((db) => listLatest(db, [id]))).map(({ lastTime, number, count }) => [lastTime, number, count]), [[at(10), 2, 2]])
  assert.equal(await write((db) => deleteObservations(db, id)), 2)
})

test('buckets follow the local calendar: the day on which clocks go back has 25 hours', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 5')), channel: 'power', quantity: 'power' }))
  const first = plainDate('2025-10-25')
  const hours = Array.from({ length: 72 }, (_, hour) => new Date(instantAt(first).getTime() + hour * 3_600_000))
  await write((db) => writeObservations(db, hours.map((hour) => ({ seriesId: id, at: hour, number: 1 }))))
  const bounds = [0, 1, 2, 3].map((day) => instantAt(addDays(first, day)))
  const buckets = await read((db) => readBuckets(db, id, bounds))
  assert.deepEqual(buckets.map(({ from, count, sum }) => [from, count, sum]), [[bounds[0], 24, 24], [bounds[1], 25, 25], [bounds[2], 23, 23]])
})

test('the latest value is the one that was kept, when another stood already at its moment', async () => {
  const { id } = await write(async (db) => seriesOfChannel(db, { ...(await room('Raum 9')), channel: 'co2', quantity: 'co2' }))
  const latest = async () => (await read((db) => listLatest(db, [id])))[0]
  await write((db) => writeObservations(db, [{ seriesId: id, at: at(20), number: 800 }]))
  assert.equal(await write((db) => writeObservations(db, [{ seriesId: id, at: at(10), number: 700 }, { seriesId: id, at: at(20), number: 999 }])), 1)
  assert.deepEqual([(await latest())?.number, (await latest())?.lastTime, (await latest())?.count], [800, at(20), 2])
  // The same with two values of one moment in one message, and with rows that are not plain.
  assert.equal(await write((db) => writeObservations(db, [{ seriesId: id, at: at(30), number: 900 }, { seriesId: id, at: at(30), number: 901 }])), 1)
  assert.equal((await latest())?.number, 900)
  assert.equal(await write((db) => writeObservations(db, [{ seriesId: id, at: at(30), number: 5 }, { seriesId: id, at: at(25), result: 'auf' }])), 1)
  assert.deepEqual([(await latest())?.number, (await latest())?.result, (await latest())?.count], [900, null, 4])
})
