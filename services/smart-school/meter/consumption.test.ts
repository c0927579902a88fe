import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, plainDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { insertSensor, insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { consumptionOf, inspect, meteringOf } from './consumption.ts'
import { insertRegister, saveGasValue, listMeterPoints } from './queries.ts'
import { consumptionBy } from './rules/consume.ts'
import type { Period, Register } from './schema.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'smart-school', work)
const day = plainDate
const start = instantAt(day('2025-03-20')).getTime()
const minute = 60_000

async function meter(quantity: 'electricity' | 'gas' = 'electricity') {
  return await write(async (db) => {
    const first = await takeNumbers(db, 'thing', 2)
    await insertThing(db, { id: first, kind: 'school', parentId: null, schoolId: first, name: 'Schule' })
    await insertThing(db, { id: first + 1, kind: 'meter-point', parentId: first, schoolId: first, name: 'Zähler', properties: { quantity } })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'EM300' })
    const series = await seriesOfChannel(db, { thingId: first + 1, sensorId, channel: 'reading', quantity })
    return { school: first, point: first + 1, series: series.id }
  })
}
const register = (meterPointId: number, over: Partial<Register> = {}): Register => ({
  id: newId(new Date(testMoment)), meterPointId, code: 'total', serial: 'A1', from: new Date(start), to: null, startReading: 0, endReading: null, digitsBefore: 5, digitsAfter: 1, factor: 1, unit: 'kWh', pulsesPerUnit: null, sign: 1, channel: null,
  expectedMinutes: 30, maxPerHour: null, ...over,
})
const put = (seriesId: number, rows: readonly (readonly [number, number])[]) => write((db) => writeObservations(db, rows.map(([minutes, number]) => ({ seriesId, at: new Date(start + minutes * minute), number }))))

// Every half hour 0.5 kWh by day and 0.1 by night, three weeks, with a night of silence.
const steady = (): [number, number][] => {
  let value = 0
  return Array.from({ length: 21 * 48 }, (_, at): [number, number] => [at * 30, (value += at % 48 > 14 && at % 48 < 40 ? 0.5 : 0.1)]).filter((_, at) => at < 460 || at > 500)
}
async function bothWays(point: number, by: Period) {
  const [from, until] = [day('2025-03-22'), day('2025-04-08')]
  return await write(async (db) => {
    const metering = await meteringOf(db, point)
    const whole = await inspect(db, metering, new Date(0), new Date(start + 30 * 24 * 60 * minute))
    return { fast: await consumptionOf(db, point, from, until, by), slow: consumptionBy(whole.pieces, { from, until, by, quantity: 'electricity' }) }
  })
}
const rounded = (list: readonly { amount: number; covered: number }[]) => list.map(({ amount, covered }) => [amount.toFixed(6), covered.toFixed(6)])

test('reading only what is next to the edges gives what reading everything gives', async () => {
  const { point, series, school } = await meter()
  await write((db) => insertRegister(db, register(point)))
  await put(series, steady())
  for (const by of ['day', 'week', 'month'] as const) {
    const { fast, slow } = await bothWays(point, by)
    assert.ok(fast.length > 0 && fast[0]!.amount > 0)
    // The gap is shared out evenly here and by like days there; both keep the sum.
    assert.equal(fast.reduce((sum, { amount }) => sum + amount, 0).toFixed(6), slow.reduce((sum, { amount }) => sum + amount, 0).toFixed(6))
    if (by === 'week') assert.deepEqual(rounded(fast.slice(1)), rounded(slow.slice(1)))
  }
  assert.deepEqual((await write((db) => listMeterPoints(db, school))).map(({ id, quantity }) => [id, quantity]), [[point, 'electricity']])
})

test('a wrong reading is found although it lies next to no edge, or exactly at one', async () => {
  const { point, series } = await meter()
  await write((db) => insertRegister(db, register(point)))
  const rows = steady().filter(([minutes]) => minutes < 460 * 30 || minutes > 500 * 30)
  await put(series, rows)
  const clean = rounded((await bothWays(point, 'day')).fast)
  await put(series, [[5 * 24 * 60 + 7, 90_000], [6 * 24 * 60 + 1, 0]])
  const { fast, slow } = await bothWays(point, 'day')
  assert.deepEqual(rounded(fast), rounded(slow).map((row, at) => (fast[at]!.estimated > 0 ? rounded(fast)[at] : row)))
  assert.deepEqual(rounded(fast), clean)
})

test('an exchange entered afterwards mends the past at once', async () => {
  const { point, series } = await meter()
  const old = register(point)
  await write((db) => insertRegister(db, old))
  const rows = steady()
  const at = 9 * 24 * 60 + 15
  const before = rows.filter(([minutes]) => minutes < at)
  const shown = before.at(-1)![1]
  await put(series, [...before, ...rows.filter(([minutes]) => minutes >= at).map(([minutes, value]): [number, number] => [minutes, value - shown + 7_000])])
  const sum = async () => (await write((db) => consumptionOf(db, point, day('2025-03-20'), day('2025-04-12'), 'month'))).reduce((total, { amount }) => total + amount, 0)
  assert.ok((await sum()) > 6_000, 'the new meter counts as use of one night, as in every system without exchanges')
  const { endRegister } = await import('./queries.ts')
  await write(async (db) => {
    await endRegister(db, old.id, new Date(start + at * minute), shown)
    await insertRegister(db, register(point, { serial: 'B2', from: new Date(start + at * minute), startReading: 7_000 }))
  })
  assert.equal((await sum()).toFixed(4), rows.at(-1)![1].toFixed(4))
})

test('gas becomes energy by what holds on each day', async () => {
  const { point, series } = await meter('gas')
  await write(async (db) => {
    await insertRegister(db, register(point, { unit: 'm3' }))
    await saveGasValue(db, point, { from: day('2025-03-01'), calorificValue: 11, stateNumber: 0.95, source: 'Rechnung' })
    await saveGasValue(db, point, { from: day('2025-03-23'), calorificValue: 10, stateNumber: 0.95, source: 'Rechnung' })
  })
  await put(series, [0, 1, 2, 3, 4, 5].map((days) => [days * 24 * 60, days * 10]))
  const days = await write((db) => consumptionOf(db, point, day('2025-03-21'), addDays(day('2025-03-21'), 4), 'week'))
  assert.deepEqual(days.map(({ amount, unit }) => [amount.toFixed(3), unit]), [['304.000', 'kWh'], ['95.000', 'kWh']])
})

test('gas: what is wrong after the day of a new value is found, too', async () => {
  const { point, series } = await meter('gas')
  await write(async (db) => {
    await insertRegister(db, register(point, { unit: 'm3' }))
    for (const from of ['2025-03-01', '2025-03-24'] as const) await saveGasValue(db, point, { from: day(from), calorificValue: 10, stateNumber: 1, source: 'Rechnung' })
  })
  // Seven minutes past: no reading stands at midnight itself.
  await put(series, steady().map(([minutes, value]) => [minutes + 7, value]))
  const sum = async () => (await write((db) => consumptionOf(db, point, day('2025-03-22'), day('2025-04-08'), 'month'))).map(({ amount }) => amount.toFixed(3))
  const clean = await sum()
  // One wrong reading right at an edge, more than `window` readings after the day of the new value.
  await put(series, [[(instantAt(day('2025-04-01')).getTime() - start) / minute + 1, 90_000]])
  assert.deepEqual(await sum(), clean)
})
