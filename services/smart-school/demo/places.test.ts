import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoAccountId } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { listDevices, listMountings, listSchools, listSchoolsOfAccount } from '../store/queries.ts'
import { shippedCodecs } from '../codec/shipped.ts'
import { demoDevices, registerOf } from './devices.ts'
import { demoThings, seedPlaces } from './places.ts'
import { demoMembers, roomsOf, schoolPlans } from './school-plans.ts'
import { demoSchools } from './schools.ts'

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())

test('plans fit together: every place a device or an outlet names exists, numbers are unique and belong to no maker', () => {
  assert.deepEqual(schoolPlans.map(({ slug }) => slug), [...demoSchools])
  for (const plan of schoolPlans) {
    const codes = [...roomsOf(plan).map(({ code }) => code), ...plan.meters.map(({ code }) => code), ...plan.outlets.map(({ code }) => code), 'outdoor']
    assert.equal(new Set(codes).size, codes.length, `${plan.slug}: a code stands twice`)
    for (const { at } of plan.outlets) assert.ok(codes.includes(at), `${plan.slug}: no room ${at}`)
    for (const device of demoDevices.filter(({ school }) => school === plan.slug)) for (const at of [device.at, ...(device.before ? [device.before.at] : [])]) assert.ok(codes.includes(at), `${plan.slug}: no place ${at}`)
    assert.deepEqual(plan.lessons.map(({ from }) => from), plan.lessons.map(({ from }) => from).toSorted())
    for (const { from, to } of plan.lessons) assert.ok(from < to)
  }
  assert.equal(new Set(demoDevices.map(({ devEui }) => devEui)).size, demoDevices.length)
  for (const plan of schoolPlans) for (const { code, tariffs } of plan.meters) assert.deepEqual(demoDevices.filter(({ school, at }) => school === plan.slug && at === code).map(registerOf), tariffs ? ['1.8.1', '1.8.2'] : ['reading'])
  for (const { devEui } of demoDevices) assert.match(devEui, /^02[0-9a-f]{14}$/)
  const codecs = new Set(shippedCodecs().map(({ id }) => id))
  assert.deepEqual(demoDevices.filter(({ codec }) => !codecs.has(codec)), [], 'a device names a codec that is not shipped')
  assert.ok(demoDevices.some(({ before: earlier }) => earlier) && demoDevices.some(({ silent }) => silent))
  for (const { schools } of demoMembers) for (const slug of schools) assert.ok(demoSchools.includes(slug))
})

test('seeding twice makes ten schools once, each with devices that hang somewhere', async () => {
  const platform = { database: temporary.database } as Parameters<typeof seedPlaces>[0] // seeding asks the platform for nothing else
  const tenant = { id: 'erlenau' } as Parameters<typeof seedPlaces>[1] // nor the town for anything but its name
  const now = new Date(testMoment)
  const began = performance.now()
  await seedPlaces(platform, tenant, now)
  const seconds = (performance.now() - began) / 1000
  await seedPlaces(platform, tenant, now)
  await temporary.read('erlenau', 'smart-school', async (db) => {
    assert.equal((await listSchools(db)).length, 10)
    const devices = await listDevices(db)
    assert.equal(devices.length, demoDevices.length)
    const open = (await listMountings(db, devices.map(({ devEui }) => devEui))).filter(({ to }) => to === null)
    assert.equal(open.length, devices.length)
    const things = await demoThings(db, 'ggs-roetgen')
    const moved = demoDevices.find(({ before: earlier }) => earlier)
    assert.ok(moved)
    assert.deepEqual((await listMountings(db, [moved.devEui])).map(({ thingId }) => thingId), [things.get('002')?.id, things.get('102')?.id])
    assert.equal(things.get('010')?.properties['sealed'], true)
    assert.equal(things.get('heat')?.properties['quantity'], 'heat')
    assert.equal((await listSchoolsOfAccount(db, demoAccountId('erlenau', 'henning'))).length, 2)
  })
  assert.ok(seconds < 5, `seeding took ${seconds.toFixed(1)} s`)
  console.log(`places and devices: ${seconds.toFixed(2)} s`)
})
