import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, instantAt, isSchoolDay, localDate } from '@modellregion/standards'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { demoDevices } from '../demo/devices.ts'
import { hangingOf, seriesFinder } from '../demo/hanging.ts'
import { measureDay, observationsOf } from '../demo/measure.ts'
import { demoThings, seedPlaces } from '../demo/places.ts'
import { schoolPlans } from '../demo/school-plans.ts'
import { findDevice, writeObservations } from '../store/queries.ts'
import { moveDevice } from './move.ts'
import { closeHint, listOpenHints } from './queries.ts'
import { watchSchool } from './watch.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const now = new Date(testMoment)

test('a sensor that was carried into another room is found at night, can be said to hang rightly, and is silent after the move was entered', async () => {
  const slug = 'marienschule-alsdorf'
  const platform = { database: temporary.database } as Parameters<typeof seedPlaces>[0] // seeding asks the platform for nothing else
  await seedPlaces(platform, { id: 'erlenau' } as Parameters<typeof seedPlaces>[1], now) // nor the town for anything but its name
  const write = <T>(work: Parameters<typeof temporary.unit<T>>[2]) => temporary.unit('erlenau', 'smart-school', work)
  const plan = schoolPlans.find((one) => one.slug === slug)
  assert.ok(plan)
  const devices = demoDevices.filter((one) => one.school === slug && one.codec === 'elsys-ers-co2')
  const [carried, target] = [devices.find(({ at }) => at === 'A01'), devices.find(({ at }) => at === 'A13')]
  assert.ok(carried && target)
  const today = localDate(now)
  const days: ReturnType<typeof localDate>[] = []
  for (let ago = 1; days.length < 24; ago++) if (isSchoolDay(addDays(today, -ago))) days.unshift(addDays(today, -ago))
  const recent = days.slice(-3)
  const school = await write(async (db) => {
    for (const one of await hangingOf(db, devices)) {
      const rows = days.flatMap((date) => measureDay(plan, one.device, one.device === carried && recent.includes(date) ? target.at : one.device.at, date, today, { co2: 60, temperature: 60, light: 60 }))
      await writeObservations(db, observationsOf(rows, await seriesFinder(db, one, ['co2', 'temperature', 'light'], instantAt(days[0] ?? today), now)))
    }
    return (await demoThings(db, slug)).get('school')?.id ?? 0
  })
  const things = await temporary.read('erlenau', 'smart-school', (db) => demoThings(db, slug))
  const open = () => temporary.read('erlenau', 'smart-school', listOpenHints)
  assert.equal(await write((db) => watchSchool(db, school)), 1)
  assert.equal(await write((db) => watchSchool(db, school)), 0, 'the same night again says nothing new')
  const [hint] = await open()
  assert.ok(hint)
  assert.deepEqual([hint.devEui, hint.placeId, hint.since], [carried.devEui, things.get('A13')?.id, instantAt(recent[0] ?? today)])
  await write((db) => closeHint(db, hint.id, 'dismissed'))
  assert.equal(await write((db) => watchSchool(db, school)), 0, 'who said it hangs rightly is not asked again')
  const device = await temporary.read('erlenau', 'smart-school', (db) => findDevice(db, carried.devEui))
  assert.ok(device)
  const result = await write((db) => moveDevice(db, device, { channel: '*', thingId: hint.placeId, from: hint.since, to: null }))
  assert.ok('moved' in result && result.moved === 3 * 3 * 24)
  assert.deepEqual(await open(), [])
})
