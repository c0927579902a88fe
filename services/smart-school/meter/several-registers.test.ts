import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { instantAt, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { keepReading } from '../ingest/reading.ts'
import { insertSensor, insertThing, listSeriesOfThings, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { consumptionAt, inspect, measuredShare, meteringOf } from './consumption.ts'
import { addRegister, describeMeter, exchangeMeter, takeRegisterOut, undoExchange, type Description } from './exchange.ts'
import { getMeterPoint, listRegisters } from './queries.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'smart-school', work)
const id = () => newId(new Date(testMoment))
const [from, until] = [plainDate('2025-03-20'), plainDate('2025-04-01')]
// The 30th has 23 hours.
const at = (day: number, hour = 0): Date => instantAt(plainDate(`2025-03-${day}`), hour)
const like: Description = { serial: 'A1', unit: 'kWh', pulsesPerUnit: null, factor: 1, digitsBefore: 6, startReading: null, expectedMinutes: 1_440, maxPerHour: null, channel: null }

/** A meter point at which a device tells one register a day under each of some channels, from the reading on by so much. */
async function meter(channels: Readonly<Record<string, readonly [number, number]>>, quantity: 'electricity' | 'water' = 'electricity'): Promise<number> {
  return await write(async (db) => {
    const school = await takeNumbers(db, 'thing', 2)
    await insertThing(db, { id: school, kind: 'school', parentId: null, schoolId: school, name: 'Schule' })
    await insertThing(db, { id: school + 1, kind: 'meter-point', parentId: school, schoolId: school, name: 'Zähler', properties: { quantity } })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'SML' })
    for (const [channel, [first, daily]] of Object.entries(channels)) {
      const series = await seriesOfChannel(db, { thingId: school + 1, sensorId, channel, quantity })
      await writeObservations(db, Array.from({ length: 12 }, (_, day) => ({ seriesId: series.id, at: at(20 + day), number: first + day * daily })))
    }
    return school + 1
  })
}
const sum = (point: number, code?: string) =>
  write(async (db) => {
    const [month] = await consumptionAt(db, await meteringOf(db, point), from, until, 'month', code)
    return month && { amount: Math.round(month.amount * 1e6) / 1e6, covered: month.covered }
  })

test('a meter of two tariffs: each register by itself, and their sum', async () => {
  const point = await meter({ '1.8.1': [5_000, 10], '1.8.2': [90_000, 3] })
  const both = await write(async (db) => {
    assert.equal(await describeMeter(db, point, 'total', 'day', { ...like, channel: '1.8.1' }, id()), undefined)
    assert.equal(await addRegister(db, point, 'night', at(20), { ...like, channel: '1.8.2' }, { plain: id(), next: id() }), undefined)
    return await listRegisters(db, point)
  })
  assert.deepEqual(both.map(({ code, channel, sign }) => [code, channel, sign]), [['day', '1.8.1', 1], ['night', '1.8.2', 1]])
  assert.deepEqual(await sum(point, 'day'), { amount: 110, covered: 263 })
  assert.deepEqual(await sum(point, 'night'), { amount: 33, covered: 263 })
  assert.deepEqual(await sum(point), { amount: 143, covered: 263 })
})

test('a time counts as measured only as far as its worst register was', async () => {
  const point = await meter({ '1.8.1': [5_000, 10] })
  await write(async (db) => {
    await describeMeter(db, point, 'total', 'day', { ...like, channel: '1.8.1' }, id())
    await addRegister(db, point, 'night', at(20), { ...like, channel: '1.8.2' }, { plain: id(), next: id() })
  })
  const share = () => write(async (db) => await measuredShare(db, await meteringOf(db, point), from, plainDate('2025-03-31')))
  assert.equal(await share(), 0, 'the low tariff never said anything')
  await write(async (db) => {
    const { sensorId } = (await listSeriesOfThings(db, [point]))[0]!
    const night = await seriesOfChannel(db, { thingId: point, sensorId, channel: '1.8.2', quantity: 'electricity' })
    await writeObservations(db, Array.from({ length: 12 }, (_, day) => ({ seriesId: night.id, at: at(20 + day), number: 90_000 + day * 3 })))
  })
  assert.equal(await share(), 1)
})

test('a register cannot begin with more than its digits show, nor count in a unit of another kind', async () => {
  const point = await meter({ reading: [100, 20] })
  assert.deepEqual(await write((db) => describeMeter(db, point, 'total', 'total', { ...like, digitsBefore: 4, startReading: 10_000 }, id())), { field: 'startReading', code: 'too-large' })
  assert.deepEqual(await write((db) => describeMeter(db, point, 'total', 'total', { ...like, unit: 'm3' }, id())), { field: 'unit', code: 'wrong-unit' })
  assert.deepEqual(await write((db) => listRegisters(db, point)), [])
})

test('what is fed in is taken away, and a register without a channel leaves what another one has named', async () => {
  const point = await meter({ reading: [100, 20], '2.8.0': [7_000, 8] })
  const before = await sum(point)
  await write(async (db) => assert.equal(await addRegister(db, point, 'export', at(20), { ...like, channel: '2.8.0' }, { plain: id(), next: id() }), undefined))
  assert.notDeepEqual(await sum(point), before)
  assert.deepEqual(await sum(point, 'total'), { amount: 220, covered: 263 })
  assert.deepEqual(await sum(point, 'export'), { amount: -88, covered: 263 })
  assert.deepEqual(await sum(point), { amount: 132, covered: 263 })
})

test('a total is not counted beside its parts', async () => {
  const point = await meter({ reading: [100, 20] })
  assert.deepEqual(await write((db) => addRegister(db, point, 'night', at(22), like, { plain: id(), next: id() })), { field: 'kind', code: 'contains' })
  assert.deepEqual(await write((db) => listRegisters(db, point)), [], 'a refusal writes nothing')
})

test('a meter of one tariff makes room for one of two: the month adds up over all three registers', async () => {
  const point = await meter({ reading: [100, 20], '1.8.1': [0, 6], '1.8.2': [0, 4] })
  await write(async (db) => {
    // The device that tells of the new meter was counted as one with the old one until somebody says what is what.
    assert.equal(await describeMeter(db, point, 'total', 'total', { ...like, channel: 'reading' }, id()), undefined)
    assert.equal(await takeRegisterOut(db, point, 'total', at(25), 200, id()), undefined)
    for (const [code, channel, startReading] of [['day', '1.8.1', 30], ['night', '1.8.2', 20]] as const) assert.equal(await addRegister(db, point, code, at(25), { ...like, serial: 'B2', channel, startReading }, { plain: id(), next: id() }), undefined)
  })
  assert.deepEqual(await sum(point, 'total'), { amount: 100, covered: 120 })
  assert.deepEqual(await sum(point, 'day'), { amount: 36, covered: 143 })
  assert.deepEqual(await sum(point), { amount: 160, covered: 263 })
})

test('an exchange takes all registers of the meter, and taking it back brings all of them back', async () => {
  const point = await meter({ '1.8.1': [5_000, 10], '1.8.2': [90_000, 3] })
  const exchange = { at: at(26, 12), serial: 'B2', digitsBefore: 6, factor: 1 }
  await write(async (db) => {
    await describeMeter(db, point, 'total', 'day', { ...like, channel: '1.8.1' }, id())
    await addRegister(db, point, 'night', at(20), { ...like, channel: '1.8.2' }, { plain: id(), next: id() })
  })
  const wrong = await write((db) => exchangeMeter(db, point, [{ ...exchange, code: 'day', oldReading: 5_065, newReading: 0 }, { ...exchange, code: 'night', oldReading: 2_000_000, newReading: 0 }], { old: id(), next: [id(), id()] }))
  assert.deepEqual(wrong, { field: 'oldReading', code: 'too-large', of: 'night' })
  assert.equal((await write((db) => listRegisters(db, point))).length, 2, 'one register cannot be exchanged without the other')
  assert.equal(await write((db) => exchangeMeter(db, point, [{ ...exchange, code: 'day', oldReading: 5_065, newReading: 5_065 }, { ...exchange, code: 'night', oldReading: 90_019.5, newReading: 90_019.5 }], { old: id(), next: [id(), id()] })), undefined)
  assert.deepEqual(await sum(point), { amount: 143, covered: 263 })
  const registers = await write((db) => listRegisters(db, point))
  assert.equal(await write((db) => undoExchange(db, point, registers.find(({ serial, code }) => serial === 'B2' && code === 'night')!.id)), true)
  assert.deepEqual((await write((db) => listRegisters(db, point))).map(({ code, serial, to }) => [code, serial, to]), [['day', 'A1', null], ['night', 'A1', null]])
})

test('what people read belongs to the register they read, also after it got another name', async () => {
  const point = await meter({}, 'water')
  const read = (code: string, day: number, value: number) => write(async (db) => await keepReading(db, await getMeterPoint(db, point), { code, at: at(day), value, accountId: null, photoId: null, confirmed: false }))
  await read('total', 20, 400)
  await read('total', 24, 440)
  await write(async (db) => {
    assert.equal(await describeMeter(db, point, 'total', 'main', { ...like, unit: 'm3' }, id()), undefined)
    assert.equal(await addRegister(db, point, 'side', at(20), { ...like, unit: 'm3', channel: 'manual' }, { plain: id(), next: id() }), undefined)
  })
  await read('side', 20, 9_000)
  await read('side', 24, 9_002)
  await read('main', 28, 480)
  assert.deepEqual(await sum(point, 'main'), { amount: 80, covered: 192 })
  assert.deepEqual(await sum(point, 'side'), { amount: 2, covered: 96 })
  const { readings, aside } = await write(async (db) => await inspect(db, await meteringOf(db, point), at(20), at(30)))
  assert.deepEqual(readings.map(({ code, value }) => [code, value]).toSorted(), [['main', 400], ['main', 440], ['main', 480], ['side', 9_000], ['side', 9_002]])
  assert.deepEqual(aside, [])
})

test('an added register can be taken back, the last one not', async () => {
  const point = await meter({ reading: [100, 20] })
  await write((db) => addRegister(db, point, 'export', at(22), { ...like, channel: 'manual' }, { plain: id(), next: id() }))
  const [added, total] = await write((db) => listRegisters(db, point))
  assert.deepEqual([added?.code, total?.code], ['export', 'total'])
  assert.equal(await write((db) => undoExchange(db, point, added!.id)), true)
  assert.equal(await write((db) => undoExchange(db, point, total!.id)), false)
})
