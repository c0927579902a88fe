import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { addDays, dayBounds, instantAt, localDate, plainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import type { QuantityId } from '../quantity/quantity.ts'
import { getSeries, insertSensor, insertThing, listLatest, readPoints, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { sealedLessons, sealedMeans } from './aggregate.ts'
import { readOverview } from './overview.ts'
import { readDaily, saveQuantityDecision, saveViewDecision, setAudience } from './queries.ts'
import { reachOfActor } from './reach.ts'
import { applyKeeping } from './retention.ts'
import { mayRead, reachOf, type Reach } from './rules.ts'
import { sealThing } from './seal.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

const now = new Date('2026-11-09T11:00:00Z')
const read = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.database.unit({ tenant, service: 'smart-school', access: 'read', now }, work)
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.database.unit({ tenant, service: 'smart-school', access: 'write', now }, work)

const room = (school: number, quantity: QuantityId, { sealed = false, tenant = 'erlenau' } = {}) =>
  write(async (db) => {
    const thingId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: thingId, kind: 'room', parentId: null, schoolId: school, name: `Raum ${thingId}`, properties: { sealed } })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: 'S' })
    return { thingId, id: (await seriesOfChannel(db, { thingId, sensorId, channel: quantity, quantity })).id }
  }, tenant)

test('a town narrows and widens who sees a quantity, for what is there and what comes; sealed rooms stay sealed', async () => {
  const open = await room(1, 'temperature')
  const sealed = await room(1, 'temperature', { sealed: true })
  await write(async (db) => {
    await saveQuantityDecision(db, { quantity: 'temperature', audience: 'public', keepDays: 0, reason: 'Tag der offenen Daten' })
    assert.equal(await setAudience(db, 'temperature', 'public'), 1)
  })
  assert.equal((await read((db) => getSeries(db, open.id))).audience, 'public')
  assert.equal((await read((db) => getSeries(db, sealed.id))).audience, 'sealed')
  await write(async (db) => void (await saveQuantityDecision(db, { quantity: 'temperature', audience: 'staff', keepDays: 0, reason: 'Beschluss der Schulkonferenz' })))
  await write((db) => setAudience(db, 'temperature', 'staff'))
  assert.equal((await read((db) => getSeries(db, open.id))).audience, 'staff')
  const later = await room(1, 'temperature')
  assert.equal((await read((db) => getSeries(db, later.id))).audience, 'staff')
  await write(async (db) => void (await saveQuantityDecision(db, { quantity: 'temperature', audience: 'public', keepDays: 0, reason: 'Tag der offenen Daten' })))
  const publicInSealed = await room(1, 'temperature', { sealed: true })
  await write((db) => setAudience(db, 'temperature', 'school'))
  assert.equal((await read((db) => getSeries(db, publicInSealed.id))).audience, 'sealed', 'what becomes less public is sealed where a room is')
})

test('a room is sealed and opened again with its series', async () => {
  const { thingId, id } = await room(1, 'co2')
  assert.equal(await write((db) => sealThing(db, thingId, true)), 1)
  assert.equal((await read((db) => getSeries(db, id))).audience, 'sealed')
  assert.equal(await write((db) => sealThing(db, thingId, true)), 0)
  assert.equal(await write((db) => sealThing(db, thingId, false)), 1)
  assert.equal((await read((db) => getSeries(db, id))).audience, 'school')
})

test('what others measure in a room by SensorThings is sealed with it, and gets back what its owner had said', async () => {
  const { thingId } = await room(1, 'co2')
  const foreign = (audience: string, said: string | null) =>
    write(async (db) => {
      const id = await takeNumbers(db, 'series')
      await db.run(sql`insert into smart_school.series (tenant_id, id, name, observation_type, unit, thing_id, sensor_id, observed_property_ids, school_id, audience, properties, created_at)
        select ${db.tenant}, ${id}, 'Fremd', 'x', '{}', ${thingId}, s.sensor_id, s.observed_property_ids, 1, ${audience}, ${JSON.stringify(said === null ? {} : { audience: said })}::jsonb, ${db.now} from smart_school.series s where s.tenant_id = ${db.tenant} and s.thing_id = ${thingId} and s.quantity = 'co2'`)
      return id
    })
  const ids = [await foreign('public', 'public'), await foreign('school', null)]
  const audiences = () => Promise.all(ids.map(async (id) => (await read((db) => getSeries(db, id))).audience))
  assert.equal(await write((db) => sealThing(db, thingId, true)), 3)
  assert.deepEqual(await audiences(), ['sealed', 'sealed'])
  assert.equal(await write((db) => sealThing(db, thingId, false)), 3)
  assert.deepEqual(await audiences(), ['public', 'school'])
})

test('a role sees less where the town decided so', async () => {
  const actor = { id: '00000000-0000-7000-8000-000000000001', roles: [{ role: 'school-technician', organisation: 'town' }], level: 'substantial' as const }
  const series = { audience: 'school' as const, schoolId: 1, quantity: 'light' as const }
  assert.ok(mayRead(await read((db) => reachOfActor(db, actor)), series))
  await write((db) => saveViewDecision(db, { role: 'school-technician', quantity: 'light', resolution: 'day', reason: 'genügt' }))
  assert.ok(!mayRead(await read((db) => reachOfActor(db, actor)), series))
})

test('single values go after their days, whole local days at once; a value for each day stays, and what remains is right', async () => {
  const air = await room(2, 'co2')
  const motion = await room(2, 'motion')
  const sealed = await room(2, 'co2', { sealed: true })
  const heat = await room(2, 'heat')
  await write((db) => saveQuantityDecision(db, { quantity: 'co2', audience: null, keepDays: 10, reason: 'kurz' }))
  const today = localDate(now)
  // The day of 25 hours is among them.
  const days = Array.from({ length: 40 }, (_, n) => addDays(today, -n))
  for (const { id } of [air, motion, sealed, heat]) await write((db) => writeObservations(db, days.flatMap((day) => [0, 12, 23].map((hour) => ({ seriesId: id, at: instantAt(day, hour, 30), number: 500 + hour })))))
  const job = { read, write, now, signal: new AbortController().signal }
  const first = await applyKeeping(job)
  assert.equal(first.deleted, 29 * 3 + 9 * 3 + 29 * 3)
  assert.deepEqual(await applyKeeping(job), { series: 0, deleted: 0 }, 'a second run finds nothing')
  const daily = await read((db) => readDaily(db, air.id, addDays(today, -60), today))
  assert.equal(daily.length, 29)
  assert.deepEqual(daily.find(({ day }) => day === plainDate('2026-10-25')), { day: '2026-10-25', count: 3, sum: 1_535, min: 500, max: 523 })
  for (const { id } of [motion, sealed]) assert.deepEqual(await read((db) => readDaily(db, id, addDays(today, -60), today)), [])
  const left = await read((db) => readPoints(db, air.id, dayBounds(addDays(today, -60)).start, dayBounds(addDays(today, 1)).start))
  assert.equal(localDate(left[0]?.at ?? now), addDays(today, -10))
  const latest = await read((db) => listLatest(db, [air.id, heat.id]))
  assert.deepEqual(latest.map(({ count }) => count), [33, 120], 'counters are kept')
  assert.equal(latest[0]?.firstTime.getTime(), left[0]?.at.getTime())
})

test('sealed rooms of a school: a mean for each lesson over three rooms, and nothing over two', async () => {
  const school = { id: 3, lessons: [{ from: '08:00', to: '08:45' }, { from: '08:50', to: '09:35' }, { from: '10:00', to: '10:20' }] }
  const day = addDays(localDate(now), -3)
  const rooms = [await room(3, 'co2', { sealed: true }), await room(3, 'co2', { sealed: true })]
  const say = (id: number, base: number) => write((db) => writeObservations(db, [0, 15, 30, 55, 70, 85].map((minutes) => ({ seriesId: id, at: new Date(instantAt(day, 8).getTime() + minutes * 60_000), number: base + minutes }))))
  for (const [at, { id }] of rooms.entries()) await say(id, 600 + at * 100)
  assert.deepEqual((await read((db) => sealedMeans(db, school, 'co2', day))).map(({ mean }) => mean), [null, null])
  await say((await room(3, 'co2', { sealed: true })).id, 800)
  assert.deepEqual((await read((db) => sealedMeans(db, school, 'co2', day))).map(({ window, mean, rooms: n }) => [window.from, mean, n]), [['08:00', 700, 3], ['08:50', 750, 3]], 'the short break is no window')
  assert.deepEqual(await read((db) => sealedMeans(db, school, 'co2', localDate(now))), [], 'a day that goes on: a room that falls silent would leave the group, and the difference would be its value')

  const lessonsFor = (reach: Reach) => read((db) => sealedLessons(db, school, reach, day))
  const teacher = reachOf(['teacher'], [3])
  assert.deepEqual((await lessonsFor(teacher))?.map(({ rooms: n, means }) => [n, [...means]]), [[3, [['co2', 700]]], [3, [['co2', 750]]]])
  assert.equal(await lessonsFor(reachOf([], [])), undefined, 'guests see none of it')
  assert.equal(await lessonsFor(reachOf(['teacher'], [4])), undefined, 'nor do people of another school')
  assert.equal(await lessonsFor({ ...teacher, views: new Map([['co2', 'day' as const]]) }), undefined, 'nor roles that see whole days only')
})

test('the page follows the configuration, and its mark changes with it; another town has its own', async () => {
  const before = await read(readOverview)
  assert.equal(before.measured.find(({ quantity }) => quantity === 'co2')?.keepDays, 10)
  assert.ok(before.sealed >= 4)
  await write((db) => saveQuantityDecision(db, { quantity: 'co2', audience: null, keepDays: 11, reason: 'länger' }))
  assert.notEqual((await read(readOverview)).version, before.version)
  assert.equal((await read(readOverview)).version, (await read(readOverview)).version)
  assert.deepEqual((await read(readOverview, 'moorbek')).measured, [])
})
