import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, plainDate, type PlainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { listOpenAlarms } from '../alarm/queries/alarm.ts'
import { addFreeDay } from '../water/queries/days.ts'
import { plantSchool, type Planted } from '../water/school-testing.ts'
import { reachOf } from '../protection/rules.ts'
import { writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { findDisplay, insertDisplay, listDisplays, revokeDisplay } from './queries.ts'
import { lessonAir } from './lessons.ts'
import { airRoomsOf, meanOf, schoolAir } from './read.ts'
import { reviewWeek } from './week.ts'

let temporary: TemporaryDatabase
let planted: Planted
const monday = plainDate('2026-11-16')
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'smart-school', work)

before(async () => {
  temporary = await temporaryDatabase()
  planted = await write(plantSchool)
  await write(async (db) => {
    const { room, staffRoom, sensorId } = planted
    for (const thingId of [room, staffRoom]) {
      const co2 = await seriesOfChannel(db, { thingId, sensorId, channel: 'co2', quantity: 'co2' })
      const rows = [0, 1, 2].flatMap((day) => [0, 10, 20, 30, 40, 50].map((minute) => ({ seriesId: co2.id, at: new Date(instantAt(addDays(monday, day), 8).getTime() + minute * 60_000), number: 1_000 + minute * 60 })))
      await writeObservations(db, rows)
    }
  })
})
after(() => temporary.close())

test('the lessons of a school: the room is there, the staff room is not, and holidays are none', async () => {
  const reach = reachOf(['teacher'], [planted.school.id])
  const air = await write((db) => schoolAir(db, planted.school, reach, [monday]))
  assert.deepEqual([air.rooms.map(({ room }) => room.id), air.sealed], [[planted.room], 1])
  const [first, second] = air.rooms[0]!.days[0]!.lessons
  assert.equal(first!.presence, 'occupied')
  assert.ok(Math.abs(first!.mean! - 2_350) < 1 && Math.abs(first!.minutes.high - (45 - 16.667)) < 0.1)
  assert.deepEqual([second!.mean === null, Math.round(second!.minutes.none)], [false, 40], 'five minutes were measured, the others are not good air')
  assert.deepEqual((await write((db) => lessonAir(db, planted.school, planted.room, monday)))[0]!.band, 'high')
  assert.equal(meanOf(air.rooms[0]!.days[0]!.lessons.filter((lesson) => lesson.empty)), null)
  assert.equal((await write((db) => schoolAir(db, planted.school, reachOf(['teacher'], []), [monday]))).rooms.length, 0)
})

test('what only the role hides is told apart from what nobody sees, and other quantities are asked for by themselves', async () => {
  const day = { ...reachOf(['energy-manager'], []), views: new Map([['co2', 'day'] as const]) }
  const hidden = await write((db) => schoolAir(db, planted.school, day, [monday]))
  assert.deepEqual([hidden.rooms.length, hidden.hidden, hidden.sealed], [0, 1, 1])
  const warm = await write(async (db) => seriesOfChannel(db, { thingId: planted.room, sensorId: planted.sensorId, channel: 'temperature', quantity: 'temperature' }))
  const [seen] = (await write((db) => airRoomsOf(db, planted.school.id, reachOf(['teacher'], [planted.school.id])))).rooms
  assert.deepEqual(seen?.temperature.map(({ id }) => id), [warm.id])
  const [cold] = (await write((db) => airRoomsOf(db, planted.school.id, { ...reachOf(['teacher'], [planted.school.id]), views: new Map([['temperature', 'none'] as const]) }))).rooms
  assert.deepEqual(cold?.temperature, [])
})

test('a week with three bad lessons is one word, said once; a better week clears it; a silent one and one without lessons leave it', async () => {
  assert.equal(await write((db) => reviewWeek(db, planted.school, monday)), 1)
  assert.equal(await write((db) => reviewWeek(db, planted.school, monday)), 1)
  const alarms = await write(listOpenAlarms)
  assert.deepEqual(alarms.map(({ kind, subject, facts }) => [kind, subject, facts['count']]), [['air', `room:${planted.room}`, 3]])
  assert.equal(await write((db) => reviewWeek(db, planted.school, addDays(monday, 7))), 0)
  assert.equal((await write(listOpenAlarms)).length, 1, 'the sensor said nothing')
  await write(async (db) => {
    const co2 = await seriesOfChannel(db, { thingId: planted.room, sensorId: planted.sensorId, channel: 'co2', quantity: 'co2' })
    const good = (day: PlainDate) => [0, 10, 20, 30, 40].map((minute) => ({ seriesId: co2.id, at: new Date(instantAt(day, 8).getTime() + minute * 60_000), number: 700 + minute }))
    await writeObservations(db, [...good(addDays(monday, 14)), ...good(addDays(monday, 21))])
    for (let n = 14; n < 19; n++) await addFreeDay(db, planted.school.id, addDays(monday, n), 'training')
  })
  await write((db) => reviewWeek(db, planted.school, addDays(monday, 14)))
  assert.equal((await write(listOpenAlarms)).length, 1, 'no lessons that week')
  await write((db) => reviewWeek(db, planted.school, addDays(monday, 21)))
  assert.deepEqual(await write(listOpenAlarms), [])
})

test('a display is found by its code in its own town until it is revoked', async () => {
  const display = { id: '0193e000-0000-7000-8000-00000000d001', code: 'BCDF-2345-GHJK', roomId: planted.room, schoolId: planted.school.id }
  await write((db) => insertDisplay(db, { ...display, accountId: null }))
  assert.equal((await write((db) => findDisplay(db, display.code)))?.roomId, planted.room)
  assert.equal(await write((db) => findDisplay(db, display.code), 'moorbek'), undefined)
  assert.equal(await write((db) => revokeDisplay(db, planted.school.id, display.id)), 1)
  assert.equal(await write((db) => findDisplay(db, display.code)), undefined)
  assert.deepEqual(await write((db) => listDisplays(db, planted.school.id)), [])
})
