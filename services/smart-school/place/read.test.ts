import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { raiseAlarm } from '../alarm/raise.ts'
import { setAudienceOfThing } from '../protection/queries.ts'
import { reachOf } from '../protection/rules.ts'
import { insertThing, listSeriesOfSchool, takeNumbers } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { plantSchool, type Planted } from '../water/school-testing.ts'
import { changePlace, createSchool, retireSchool } from './manage.ts'
import { readSchool } from './read.ts'

let temporary: TemporaryDatabase
let planted: Planted
let meter = -1
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'smart-school', work)

before(async () => {
  temporary = await temporaryDatabase()
  planted = await write(plantSchool)
  meter = await write(async (db) => {
    const id = await takeNumbers(db, 'thing', 2)
    const part = { kind: 'meter-point' as const, parentId: planted.school.id, schoolId: planted.school.id }
    await insertThing(db, { id, ...part, name: 'Stromzähler', properties: { quantity: 'electricity' } })
    await insertThing(db, { id: id + 1, ...part, name: 'Zähler eines anderen Systems' })
    await seriesOfChannel(db, { thingId: id, sensorId: planted.sensorId, channel: 'reading', quantity: 'electricity' })
    return id
  })
})
after(() => temporary.close())

const metersFor = (role: string | undefined) => write(async (db) => (await readSchool(db, planted.school, role === undefined ? reachOf([], []) : reachOf([role], [planted.school.id]))).meters.map(({ meter: { id } }) => id))

test('a school shows what its meters count to whoever may read them; a meter of which nobody said what it counts stays out', async () => {
  assert.deepEqual(await metersFor(undefined), [meter])
  await write((db) => setAudienceOfThing(db, meter, 'electricity', 'school'))
  assert.deepEqual(await metersFor(undefined), [])
  assert.deepEqual(await metersFor('teacher'), [meter])
  await write((db) => setAudienceOfThing(db, meter, 'electricity', 'staff'))
  assert.deepEqual(await metersFor('teacher'), [])
  assert.deepEqual(await metersFor('caretaker'), [meter])
})

test('open alarms are counted as far as somebody may read them', async () => {
  await write(async (db) => {
    await raiseAlarm(db, { kind: 'door-open', subject: 'series:1', schoolId: planted.school.id, severity: 'warn', facts: {} })
    await raiseAlarm(db, { kind: 'flow-leak', subject: `meter:${meter}`, schoolId: planted.school.id, severity: 'warn', facts: {} })
  })
  const countFor = (role: string) => write(async (db) => (await readSchool(db, planted.school, reachOf([role], [planted.school.id]))).openAlarms)
  assert.deepEqual([await countFor('teacher'), await countFor('caretaker')], [1, 2])
})

test('of two who create a school of one short name the second is told', async () => {
  const school = { name: 'Neue Schule', slug: 'neue-schule', form: 'grundschule', place: '', pupils: null, heatedAreaM2: null, hallAreaM2: null, lessons: [] }
  const ids = await Promise.all([write((db) => createSchool(db, school)), write((db) => createSchool(db, school))])
  assert.equal(ids.filter((id) => id === undefined).length, 1)
  const empty = ids.find((id) => id !== undefined)
  assert.equal(await write((db) => retireSchool(db, { id: empty ?? -1 })), undefined)
  assert.equal(await write((db) => retireSchool(db, planted.school)), 'children', 'a school with places in use stays in use')
})

test('a form that was open for long takes nothing back that another program wrote meanwhile', async () => {
  await write((db) => changePlace(db, { id: planted.room }, { name: 'Raum 1', properties: { seats: 30 } }))
  await write((db) => changePlace(db, { id: planted.room }, { name: 'Raum 1', properties: { use: 'class' } }))
  const room = (await write(async (db) => await readSchool(db, planted.school, reachOf(['teacher'], [planted.school.id])))).rooms.find(({ room: { id } }) => id === planted.room)?.room
  assert.deepEqual([room?.properties['seats'], room?.properties['use'], room?.properties['areaM2']], [30, 'class', 60])
})

test('series that are called after a thing follow its new name, others keep theirs', async () => {
  const names = () => write(async (db) => (await listSeriesOfSchool(db, planted.school.id)).filter(({ thingId }) => thingId === meter).map(({ name }) => name))
  const [named] = await names()
  assert.match(named ?? '', /^Stromzähler: /)
  await write((db) => changePlace(db, { id: meter }, { name: 'Zähler im Keller', properties: {} }))
  assert.deepEqual(await names(), [named?.replace('Stromzähler', 'Zähler im Keller')])
  await write((db) => db.run(sql`update smart_school.series set name = 'Strom aus dem Netz' where tenant_id = ${db.tenant} and thing_id = ${meter}`))
  await write((db) => changePlace(db, { id: meter }, { name: 'Stromzähler', properties: {} }))
  assert.deepEqual(await names(), ['Strom aus dem Netz'])
})
