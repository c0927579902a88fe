import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayBounds, instantAt, isSchoolDay, localDate, plainDate, weekday, type PlainDate } from '@modellregion/standards'
import { sql } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { listLatest, listSeriesOfSchool, readPoints } from '../store/queries.ts'
import { fillHistory, paceOfYear } from './fill.ts'
import { seedHistory } from './history.ts'
import { measureDay } from './measure.ts'
import { demoDevices } from './devices.ts'
import { exchangeAt, lastOfOldRegister, readingAt, registerAt } from './meter-model.ts'
import { simulateRoom } from './model.ts'
import { demoThings, seedPlaces } from './places.ts'
import { roomsOf, schoolPlans } from './school-plans.ts'
import { stories } from './stories.ts'
import { dailyMean } from './weather.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const now = new Date(testMoment)

test('the year of weather is one of the Rhineland: mild winters, summers below 33 °C, about 3,400 degree days', () => {
  const days = Array.from({ length: 365 }, (_, index) => dailyMean(addDays(plainDate('2026-01-01'), index)))
  const degreeDays = days.reduce((sum, mean) => sum + (mean < 15 ? 20 - mean : 0), 0)
  assert.ok(Math.abs(days.reduce((sum, mean) => sum + mean, 0) / 365 - 10.6) < 1.2)
  assert.ok(Math.min(...days) > -12 && Math.max(...days) < 28)
  assert.ok(degreeDays > 2_800 && degreeDays < 3_900, String(degreeDays))
})

test('rooms: air is used up while people are there, is good again at night, days with 23 and 25 hours have as many values', () => {
  const plan = schoolPlans[3]
  const room = plan && roomsOf(plan).find(({ code }) => code === 'A11')
  assert.ok(plan && room)
  const schoolDay = plainDate('2026-11-25')
  assert.ok(isSchoolDay(schoolDay))
  const states = simulateRoom(plan, room, schoolDay, 15)
  assert.ok(Math.max(...states.map(({ co2 }) => co2)) > 1_200)
  assert.ok(states.slice(0, 20).every(({ co2 }) => co2 < 500))
  assert.ok(simulateRoom(plan, room, plainDate('2026-12-26'), 15).every(({ co2, motion }) => co2 < 520 && motion === 0))
  assert.deepEqual(['2026-03-29', '2026-10-25', '2026-11-25'].map((day) => simulateRoom(plan, room, plainDate(day), 15).length), [92, 100, 96])
  for (const date of ['2026-03-26', '2026-04-16']) {
    const first = simulateRoom(plan, room, plainDate(date), 15).find(({ motion }) => motion > 0)
    assert.ok(first && first.at >= instantAt(plainDate(date), 7, 55) && first.at < instantAt(plainDate(date), 10), 'lessons follow the local clock')
  }
  assert.deepEqual(simulateRoom(plan, room, schoolDay, 15), states, 'the same on every machine')
})

test('registers only grow, but for the exchange, whose two readings fit the day', () => {
  const anchor = localDate(now)
  for (const plan of schoolPlans)
    for (const meter of plan.meters) {
      let before = -1
      for (let hour = -200 * 24; hour <= 0; hour += 19) {
        const at = new Date(now.getTime() + hour * 3_600_000)
        const reading = readingAt(plan, meter, at, anchor)
        const exchanged = plan.slug === stories.meterExchange.school && meter.code === stories.meterExchange.meter && before > reading
        assert.ok(reading >= before || exchanged, `${plan.slug} ${meter.code}`)
        before = reading
      }
    }
  const plan = schoolPlans.find(({ slug }) => slug === stories.meterExchange.school)
  const meter = plan?.meters.find(({ code }) => code === stories.meterExchange.meter)
  assert.ok(plan && meter)
  const moment = exchangeAt(anchor)
  assert.equal(readingAt(plan, meter, moment, anchor), 0)
  assert.ok(lastOfOldRegister(plan, meter, anchor) >= readingAt(plan, meter, new Date(moment.getTime() - 60_000), anchor))
})

test('two tariffs: each register only grows, the high one stands still at night and on weekends, and both make up the whole', () => {
  const anchor = localDate(now)
  const plan = schoolPlans.find(({ meters }) => meters.some(({ tariffs }) => tariffs))
  const meter = plan?.meters.find(({ tariffs }) => tariffs)
  assert.ok(plan && meter)
  const at = (date: PlainDate, hour: number) => (['1.8.1', '1.8.2', 'reading'] as const).map((register) => registerAt(plan, meter, register, instantAt(date, hour), anchor))
  const moments = Array.from({ length: 60 }, (_, n) => addDays(plainDate('2026-09-28'), n)).flatMap((date) => [0, 6, 12, 22].map((hour) => ({ date, hour, shown: at(date, hour) })))
  for (const [n, { date, hour, shown: [high = 0, low = 0, whole = 0] }] of moments.entries()) {
    const [highBefore = 0, lowBefore = 0, wholeBefore = 0] = moments[n - 1]?.shown ?? [0, 0, 0]
    if (n === 0) continue
    assert.ok(high >= highBefore && low >= lowBefore, `${date} ${hour}`)
    assert.ok(Math.abs(high - highBefore + (low - lowBefore) - (whole - wholeBefore)) < 0.31, `${date} ${hour}`)
    if (hour === 6 || hour === 0 || weekday(date) > 5) assert.equal(high, highBefore, `${date} ${hour}: nothing in the high tariff`)
    else assert.ok(low - lowBefore < 0.11, `${date} ${hour}: nothing in the low tariff`)
  }
  const year = (register: '1.8.1' | '1.8.2') => registerAt(plan, meter, register, instantAt(plainDate('2026-11-01')), anchor) - registerAt(plan, meter, register, instantAt(plainDate('2025-11-01')), anchor)
  assert.ok(year('1.8.1') > 10_000 && year('1.8.1') < 20_000 && year('1.8.2') > 2_500 && year('1.8.2') < 7_000, `${year('1.8.1')} and ${year('1.8.2')} kWh`)
})

test('a silent channel falls silent, the others go on', () => {
  const device = demoDevices.find(({ silent }) => silent)
  const plan = schoolPlans.find(({ slug }) => slug === device?.school)
  assert.ok(device?.silent && plan)
  const anchor = localDate(now)
  const counts = (ago: number) => Map.groupBy(measureDay(plan, device, device.at, addDays(anchor, -ago), anchor, { co2: 15, temperature: 15 }), ({ channel }) => channel)
  assert.equal(counts(device.silent.days - 1).get('co2'), undefined)
  assert.equal(counts(device.silent.days - 1).get('temperature')?.length, 96)
  assert.equal(counts(device.silent.days + 1).get('co2')?.length, 96)
})

test('the first start shows two days of rooms and a year of meters, in little time, and a second start writes nothing', async () => {
  const platform = { database: temporary.database } as Parameters<typeof seedHistory>[0] // seeding asks the platform for nothing else
  const tenant = { id: 'erlenau' } as Parameters<typeof seedHistory>[1] // nor the town for anything but its name
  await seedPlaces(platform, tenant, now)
  const began = performance.now()
  await seedHistory(platform, tenant, now)
  const seconds = (performance.now() - began) / 1000
  const count = () => temporary.read('erlenau', 'smart-school', async (db) => (await db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.observation where tenant_id = ${db.tenant}`)).n)
  const rows = await count()
  await seedHistory(platform, tenant, new Date(now.getTime() + 86_400_000))
  assert.equal(await count(), rows)
  console.log(`history: ${rows} rows in ${seconds.toFixed(2)} s`)
  await temporary.read('erlenau', 'smart-school', async (db) => {
    const things = await demoThings(db, 'ggs-roetgen')
    const series = await listSeriesOfSchool(db, things.get('school')?.id ?? 0)
    const heat = series.find(({ thingId, channel }) => thingId === things.get('heat')?.id && channel === 'reading')
    const co2 = series.find(({ thingId, channel }) => thingId === things.get('102')?.id && channel === 'co2')
    assert.ok(heat && co2 && heat.quantity === 'heat' && co2.audience === 'school')
    assert.equal(series.find(({ thingId, channel }) => thingId === things.get('010')?.id && channel === 'co2')?.audience, 'sealed')
    const [latest] = await listLatest(db, [heat.id])
    assert.ok(latest && latest.count > 150 && latest.lastTime <= now)
    const yesterday = dayBounds(addDays(localDate(now), -1))
    assert.equal((await readPoints(db, co2.id, yesterday.start, yesterday.end)).length, 96)
  })
})

test('filling goes on where it was interrupted, leaves what is there, and a second time writes nothing', async () => {
  const platform = { database: temporary.database, now: () => now } as Parameters<typeof fillHistory>[0] // filling asks the platform for nothing else
  const tenant = { id: 'moorbek', name: 'Moorbek' } as Parameters<typeof fillHistory>[1] // nor the town for anything but its names
  await seedPlaces(platform, tenant, now)
  const count = () => temporary.read('moorbek', 'smart-school', async (db) => (await db.one(sql<{ n: number }>`select count(*)::int as n from smart_school.observation where tenant_id = ${db.tenant}`)).n)
  /** Stops after so many units that write. */
  const some = async (units: number): Promise<number> => {
    const stop = new AbortController()
    let left = units
    const counted = { ...platform, database: { ...temporary.database, unit: ((entry, work) => (entry.access === 'write' && --left < 0 && stop.abort(), temporary.database.unit(entry, work))) as typeof temporary.database.unit } }
    await fillHistory(counted, tenant, () => {}, stop.signal)
    return await count()
  }
  // A device takes two units in a month: one that asks whether it is there already, one that writes.
  const once = await some(8)
  assert.ok(once > 1_000)
  assert.equal(await some(4), once, 'the four devices that are there are passed over')
  assert.ok((await some(8)) > once, 'and then it goes on')
  const device = demoDevices[1]
  assert.ok(device && Object.keys(paceOfYear(device)).length > 1)
})
