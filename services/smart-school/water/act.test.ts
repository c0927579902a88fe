import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { addDays, instantAt, localDate, plainDate } from '@modellregion/standards'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { listOpenAlarms } from '../alarm/queries/alarm.ts'
import { insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { recordFlush, recordLab, renewPlan, signEntry } from './act.ts'
import { keysFrom, proveLog } from './chain.ts'
import { addFreeDay } from './queries/days.ts'
import { listEntries } from './queries/entry.ts'
import { retireThing } from '../place/queries.ts'
import { listOpenTasks } from './queries/task.ts'
import { waterOf } from './read.ts'
import { plantSchool, type Planted } from './school-testing.ts'
import type { FlushData } from './schema.ts'

let temporary: TemporaryDatabase
let planted: Planted
const keys = keysFrom('a secret of the test')
const by = { id: null, name: 'Henning Hausmeister' }
const now = instantAt(plainDate('2026-11-16'), 9)
const flush: FlushData = { minutes: 3, coldBefore: 19, coldAfter: 14, hotAfter: 58, task: null }
const write = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau') => temporary.unit(tenant, 'smart-school', work)
const groupOf = async (db: UnitOfWork, id: number, at = now) => (await waterOf(db, planted.school, at)).groups.find(({ group }) => group.id === id)!

before(async () => {
  temporary = await temporaryDatabase()
  planted = await write(plantSchool)
})
after(() => temporary.close())

test('what nobody knows of is due today; a flush resets exactly its group and does what was due', async () => {
  await write((db) => renewPlan(db, planted.school, now))
  const before = await write((db) => listOpenTasks(db, planted.school.id))
  assert.ok(before.some(({ groupId, day }) => groupId === planted.showers && day === localDate(now)))
  const basins = (await write((db) => groupOf(db, planted.basins))).clock
  await write(async (db) => {
    await recordFlush(db, keys, (await groupOf(db, planted.showers)).group, by, now, flush, '')
    await renewPlan(db, planted.school, now)
  })
  const { clock, by: how } = await write((db) => groupOf(db, planted.showers))
  assert.deepEqual([clock.hours, clock.state, how], [0, 'running', 'hand'])
  assert.deepEqual((await write((db) => groupOf(db, planted.basins))).clock, basins, 'the other group stays as it was')
  const tasks = (await write((db) => listOpenTasks(db, planted.school.id))).filter(({ groupId }) => groupId === planted.showers)
  assert.ok(tasks.length > 0 && tasks.every(({ day }) => day > localDate(now)))
  assert.deepEqual(tasks[0]?.day, '2026-11-19')
  const again = await write(async (db) => {
    await renewPlan(db, planted.school, now)
    return (await listOpenTasks(db, planted.school.id)).map(({ id }) => id)
  })
  assert.deepEqual(new Set(again), new Set((await write((db) => listOpenTasks(db, planted.school.id))).map(({ id }) => id)))
})

test('entries follow each other and prove themselves; two that sign at once are both there', async () => {
  const { group } = await write((db) => groupOf(db, planted.basins))
  await Promise.all([1, 2, 3].map(() => write((db) => signEntry(db, keys, group, by, { kind: 'use', at: now, data: {} }))))
  await write((db) => signEntry(db, keys, group, by, { kind: 'correction', at: now, data: { of: 2, replacement: null }, note: 'falsche Gruppe' }))
  const entries = await write((db) => listEntries(db, [group.id]))
  assert.deepEqual(entries.map(({ seq }) => seq), [1, 2, 3, 4])
  assert.deepEqual(proveLog('erlenau', entries, keys), { ok: true, entries: 4, head: entries[3]!.hash })
  assert.deepEqual(await write((db) => listEntries(db, [group.id]), 'moorbek'), [])
})

test('standing water raises an alarm, a flush clears it; temperatures and Legionella raise their own', async () => {
  const late = new Date(now.getTime() + 5 * 86_400_000)
  await write((db) => renewPlan(db, planted.school, late))
  assert.deepEqual((await write(listOpenAlarms)).map(({ kind, severity }) => [kind, severity]), [['water-stagnation', 'warn']])
  await write(async (db) => recordFlush(db, keys, (await groupOf(db, planted.showers, late)).group, by, late, { ...flush, hotAfter: 48 }, ''))
  assert.deepEqual((await write(listOpenAlarms)).map(({ kind, facts }) => [kind, facts['value']]), [['water-temperature', 48]])
  await write(async (db) => recordFlush(db, keys, (await groupOf(db, planted.showers, late)).group, by, late, flush, ''))
  assert.deepEqual(await write(listOpenAlarms), [])
  await write(async (db) => recordLab(db, keys, (await groupOf(db, planted.showers, late)).group, by, late, { cfuPer100ml: 100, laboratory: 'Labor', sample: '' }, ''))
  assert.deepEqual((await write(listOpenAlarms)).map(({ subject, severity }) => [subject, severity]), [[`legionella:${planted.showers}`, 'urgent']])
  await write(async (db) => recordLab(db, keys, (await groupOf(db, planted.showers, late)).group, by, late, { cfuPer100ml: 99, laboratory: 'Labor', sample: '' }, ''))
  assert.deepEqual(await write(listOpenAlarms), [])
})

test('Legionella: the latest sample counts, not the report that came last, and a corrected entry no longer', async () => {
  const sampled = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const lab = (days: number, cfuPer100ml: number) => write(async (db) => recordLab(db, keys, (await groupOf(db, planted.basins)).group, by, sampled(days), { cfuPer100ml, laboratory: 'Labor', sample: '' }, ''))
  const open = async () => (await write(listOpenAlarms)).map(({ subject }) => subject).filter((subject) => subject.startsWith('legionella'))
  const bad = await lab(10, 500)
  assert.deepEqual(await open(), [`legionella:${planted.basins}`])
  await lab(40, 3)
  assert.deepEqual(await open(), [`legionella:${planted.basins}`], 'an older sample, entered later, clears nothing')
  await write((db) => renewPlan(db, planted.school, now))
  assert.deepEqual(await open(), [`legionella:${planted.basins}`])
  await write(async (db) => signEntry(db, keys, (await groupOf(db, planted.basins)).group, by, { kind: 'correction', at: now, data: { of: bad.seq, replacement: null }, note: 'Zahl verwechselt' }))
  await write((db) => renewPlan(db, planted.school, now))
  assert.deepEqual(await open(), [])
})

test('an outlet group out of use has no open flush and no open alarm', async () => {
  const id = await write(async (db) => {
    const thing = await takeNumbers(db, 'thing')
    await insertThing(db, { id: thing, kind: 'outlet-group', parentId: planted.school.id, schoolId: planted.school.id, name: 'Ausguss', properties: { evidence: 'hand' } })
    await renewPlan(db, planted.school, now)
    await recordLab(db, keys, (await groupOf(db, thing)).group, by, now, { cfuPer100ml: 900, laboratory: 'Labor', sample: '' }, '')
    return thing
  })
  const due = () => write(async (db) => [(await listOpenTasks(db, planted.school.id)).filter(({ groupId }) => groupId === id).length > 0, (await listOpenAlarms(db)).some(({ thingId }) => thingId === id)])
  assert.deepEqual(await due(), [true, true])
  await write(async (db) => {
    await retireThing(db, id)
    await renewPlan(db, planted.school, now)
  })
  assert.deepEqual(await due(), [false, false])
})

test('a sealed room does not tell by its water when people were there', async () => {
  const { staffRoom, sensorId, school } = planted
  const lesson = instantAt(plainDate('2026-12-01'), 8)
  const used = await write(async (db) => {
    const id = await takeNumbers(db, 'thing')
    await insertThing(db, { id, kind: 'outlet-group', parentId: staffRoom, schoolId: school.id, name: 'Becken im Lehrkräftezimmer', properties: { evidence: 'room' } })
    const co2 = await seriesOfChannel(db, { thingId: staffRoom, sensorId, channel: 'co2', quantity: 'co2' })
    await writeObservations(db, [0, 15, 30, 45].map((minute) => ({ seriesId: co2.id, at: new Date(lesson.getTime() + minute * 60_000), number: 500 + minute * 10 })))
    return await groupOf(db, id, instantAt(plainDate('2026-12-02'), 12))
  })
  assert.deepEqual([used.clock.lastAt, used.by], [null, null])
})

test('people in the room of a group count as use where the group says so', async () => {
  const { room, sensorId, school } = planted
  const lesson = instantAt(plainDate('2026-12-01'), 8)
  const used = await write(async (db) => {
    const id = await takeNumbers(db, 'thing')
    await insertThing(db, { id, kind: 'outlet-group', parentId: room, schoolId: school.id, name: 'Becken', properties: { evidence: 'room' } })
    const co2 = await seriesOfChannel(db, { thingId: room, sensorId, channel: 'co2', quantity: 'co2' })
    await writeObservations(db, [0, 15, 30, 45].map((minute) => ({ seriesId: co2.id, at: new Date(lesson.getTime() + minute * 60_000), number: 500 + minute * 10 })))
    return await groupOf(db, id, instantAt(plainDate('2026-12-02'), 12))
  })
  assert.deepEqual([used.clock.lastAt, used.by], [new Date(lesson.getTime() + 45 * 60_000), 'room'])
})

test('a sensor resets the clock by itself; a free day of the school changes the plan', async () => {
  const { showers, basins, sensorId, school } = planted
  const later = instantAt(plainDate('2026-11-24'), 12)
  await write(async (db) => {
    const water = await seriesOfChannel(db, { thingId: showers, sensorId, channel: 'water', quantity: 'water' })
    await writeObservations(db, [0, 2, 4].map((hours, n) => ({ seriesId: water.id, at: new Date(later.getTime() - (6 - hours) * 3_600_000), number: 100 + n * 0.05 })))
  })
  const { clock, by: how } = await write((db) => groupOf(db, showers, later))
  assert.deepEqual([clock.lastAt, how], [new Date(later.getTime() - 2 * 3_600_000), 'sensor'])
  const free = plainDate('2026-11-27')
  await write((db) => renewPlan(db, school, later))
  assert.equal((await write((db) => listOpenTasks(db, school.id))).some(({ groupId, day }) => groupId === basins && day === free), false)
  await write(async (db) => {
    await addFreeDay(db, school.id, free, 'training')
    await renewPlan(db, school, later)
  })
  assert.equal((await write((db) => listOpenTasks(db, school.id))).some(({ groupId, day }) => groupId === basins && day >= free && day <= addDays(free, 3)), true)
})
