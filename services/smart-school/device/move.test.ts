import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { findDevice, insertSensor, insertThing, listLatest, listMountings, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { moveDevice, planMove } from './move.ts'
import { activateHanging, insertDevice, insertMounting, listSeriesOfSensor, setDeviceState } from './queries.ts'
import { allChannels, changeBy, changed, segmentsOf, thingOfChannel, whyNotMove, type Hang, type Move } from './rules/hanging.ts'

const hour = 3_600_000
const now = new Date(testMoment)
/** Hours before now. */
const ago = (hours: number): Date => new Date(now.getTime() - hours * hour)
let counter = 0
const nextId = (): string => `0193e000-0000-7000-8000-${String(++counter).padStart(12, '0')}`
const hang = (thingId: number, from: number, to: number | null, channel = allChannels): Hang => ({ id: nextId(), channel, thingId, from: ago(from), to: to === null ? null : ago(to) })
const shown = (hangs: readonly Hang[]): unknown[] => hangs.map(({ channel, thingId, from, to }) => [channel, thingId, (now.getTime() - from.getTime()) / hour, to && (now.getTime() - to.getTime()) / hour])

test('a move since Tuesday ends what came before it and replaces what came after', () => {
  const mountings = [hang(1, 100, 50), hang(2, 50, 20), hang(3, 20, null)]
  assert.deepEqual(shown(changed(mountings, changeBy(mountings, { channel: allChannels, thingId: 9, from: ago(60), to: null }, nextId))), [[allChannels, 1, 100, 60], [allChannels, 9, 60, null]])
  assert.deepEqual(shown(changed(mountings, changeBy(mountings, { channel: allChannels, thingId: 9, from: ago(90), to: ago(80) }, nextId))), [[allChannels, 1, 100, 90], [allChannels, 9, 90, 80], [allChannels, 1, 80, 50], [allChannels, 2, 50, 20], [allChannels, 3, 20, null]])
  assert.deepEqual(shown(changed(mountings, changeBy(mountings, { channel: allChannels, thingId: 1, from: ago(50), to: ago(20) }, nextId))), [[allChannels, 1, 100, 20], [allChannels, 3, 20, null]], 'one with its neighbour')
})

test('a channel with a mounting of its own does not follow the others', () => {
  const mountings = [hang(1, 100, null), hang(2, 60, 30, 'co2')]
  assert.deepEqual([70, 50, 20].map((at) => thingOfChannel(mountings, 'co2', ago(at))), [1, 2, 1])
  assert.equal(thingOfChannel(mountings, 'light', ago(50)), 1)
  assert.deepEqual(segmentsOf(mountings, 'co2', ago(100), null).map(({ thingId }) => thingId), [1, 2, 1])
  assert.equal(thingOfChannel(mountings, 'co2', ago(101)), undefined)
})

test('what cannot be is refused: the future, an end before its beginning, what is so already, a retired device', () => {
  const mountings = [hang(1, 100, null)]
  const move = (thingId: number, from: number, to: number | null): Move => ({ channel: allChannels, thingId, from: ago(from), to: to === null ? null : ago(to) })
  assert.equal(whyNotMove(mountings, move(2, -1, null), now, false), 'future')
  assert.equal(whyNotMove(mountings, move(2, 5, 6), now, false), 'backwards')
  assert.equal(whyNotMove(mountings, move(1, 5, null), now, false), 'unchanged')
  assert.equal(whyNotMove(mountings, move(2, 5, null), now, true), 'retired')
  assert.equal(whyNotMove(mountings, move(1, 200, null), now, false), undefined, 'it hung there earlier than was written down')
})

const anyMove = fc.record({ channel: fc.constantFrom(allChannels, allChannels, 'co2', 'temperature'), thing: fc.nat(3), from: fc.integer({ min: 1, max: 60 }), length: fc.option(fc.integer({ min: 1, max: 70 })) })

test('mountings of a channel never overlap, whatever is moved, and say what the last word about each moment was', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 8 }), (moves) => {
      let mountings: Hang[] = [hang(0, 48, null)]
      const said = new Map<string, number>(Array.from({ length: 48 }, (_, at) => [`${allChannels} ${at}`, 0]))
      for (const { channel, thing, from, length } of moves) {
        const to = length === null || from - length <= 0 ? null : ago(from - length)
        mountings = changed(mountings, changeBy(mountings, { channel, thingId: thing, from: ago(from), to }, nextId))
        for (let at = 0; at < from; at++) if (to === null || ago(at + 0.5) < to) said.set(`${channel} ${at}`, thing)
      }
      for (const channel of [allChannels, 'co2', 'temperature']) {
        const own = mountings.filter((one) => one.channel === channel).toSorted((a, b) => a.from.getTime() - b.from.getTime())
        own.forEach((one, index) => assert.ok(index === 0 || (own[index - 1]?.to ?? now) <= one.from))
      }
      for (let at = 0; at < 60; at++)
        for (const channel of ['co2', 'temperature', 'light']) assert.equal(thingOfChannel(mountings, channel, ago(at + 0.5)), said.get(`${channel} ${at}`) ?? said.get(`${allChannels} ${at}`))
    }),
  )
})

let temporary: TemporaryDatabase
before(async () => {
  temporary = await temporaryDatabase()
})
after(() => temporary.close())
const write = <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.unit('erlenau', 'smart-school', work)

async function hungUp(channels: readonly ('co2' | 'temperature')[]) {
  const devEui = (++counter).toString(16).padStart(16, '0')
  return write(async (db) => {
    const first = await takeNumbers(db, 'thing', 4)
    const things = [0, 1, 2, 3].map((n) => first + n)
    for (const id of things) await insertThing(db, { id, kind: 'room', parentId: null, schoolId: null, name: `Raum ${id}` })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: devEui })
    await insertDevice(db, { devEui, sensorId, schoolId: null, name: devEui, codec: null, expectedMinutes: 60 })
    await insertMounting(db, { id: nextId(), devEui, channel: allChannels, thingId: first, from: ago(48), to: null })
    for (const channel of channels) {
      const series = await seriesOfChannel(db, { thingId: first, sensorId, channel, quantity: channel })
      await writeObservations(db, Array.from({ length: 48 }, (_, at) => ({ seriesId: series.id, at: ago(at + 0.5), number: at })))
    }
    const device = await findDevice(db, devEui)
    assert.ok(device)
    return { device, things }
  })
}

const observationsOf = (sensorId: number) =>
  temporary.read('erlenau', 'smart-school', (db) =>
    db.many<{ channel: string; thing: number; at: Date; number: number }>(sql`
      select s.channel, s.thing_id as thing, o.phenomenon_time as at, o.number from smart_school.observation o join smart_school.series s on s.tenant_id = o.tenant_id and s.id = o.series_id
      where o.tenant_id = ${'erlenau'} and s.sensor_id = ${sensorId}`),
  )

test('the plan tells beforehand what the move does, and a move back undoes it', async () => {
  const { device, things } = await hungUp(['co2', 'temperature'])
  const move: Move = { channel: allChannels, thingId: things[1] ?? 0, from: ago(10), to: null }
  const planned = await temporary.read('erlenau', 'smart-school', (db) => planMove(db, device, move))
  assert.ok('plan' in planned)
  assert.deepEqual(planned.plan.shifts.map(({ channel, fromThing, toThing, count }) => [channel, fromThing, toThing, count]), [['co2', things[0], things[1], 10], ['temperature', things[0], things[1], 10]])
  assert.deepEqual(await write((db) => moveDevice(db, device, move, planned.plan.fingerprint)), { moved: 20, previous: things[0] })
  assert.deepEqual(await write((db) => moveDevice(db, device, { ...move, thingId: things[2] ?? 0 }, planned.plan.fingerprint)), { refusal: 'changed-meanwhile' })
  const at = await temporary.read('erlenau', 'smart-school', async (db) => (await listSeriesOfSensor(db, device.sensorId)).find(({ channel, thingId }) => channel === 'co2' && thingId === things[1]))
  assert.ok(at)
  assert.deepEqual((await temporary.read('erlenau', 'smart-school', (db) => listLatest(db, [at.id]))).map(({ count, number }) => [count, number]), [[10, 0]])
  assert.deepEqual(await write((db) => moveDevice(db, device, { ...move, thingId: things[0] ?? 0 })), { moved: 20, previous: things[1] })
  assert.equal((await temporary.read('erlenau', 'smart-school', (db) => listMountings(db, [device.devEui]))).length, 1)
  assert.ok((await observationsOf(device.sensorId)).every(({ thing }) => thing === things[0]))
})

test('a device out of the stock is missed when it falls silent, once it hangs somewhere', async () => {
  const { device, things } = await hungUp(['co2'])
  await write((db) => setDeviceState(db, device.devEui, 'stock'))
  const stateNow = async () => (await temporary.read('erlenau', 'smart-school', (db) => findDevice(db, device.devEui)))?.state
  await write((db) => moveDevice(db, { ...device, state: 'stock' }, { channel: allChannels, thingId: things[1] ?? 0, from: ago(40), to: ago(30) }))
  assert.equal(await stateNow(), 'stock', 'it hung there once')
  await write((db) => moveDevice(db, { ...device, state: 'stock' }, { channel: allChannels, thingId: things[1] ?? 0, from: ago(3), to: null }))
  assert.equal(await stateNow(), 'active')
  await write((db) => setDeviceState(db, device.devEui, 'stock'))
  assert.deepEqual([await write(activateHanging), await stateNow(), await write(activateHanging)], [1, 'active', 0], 'one that was left in stock is found at night')
  await write((db) => setDeviceState(db, device.devEui, 'retired'))
  assert.equal(await write(activateHanging), 0)
  assert.deepEqual(await write((db) => moveDevice(db, device, { channel: allChannels, thingId: things[2] ?? 0, from: ago(2), to: null })), { refusal: 'retired' }, 'somebody retired it meanwhile')
})

test('after any moves every observation is where the mountings say the device hung, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 5 }), async (moves) => {
      const { device, things } = await hungUp(['co2', 'temperature'])
      for (const { channel, thing, from, length } of moves) await write((db) => moveDevice(db, device, { channel, thingId: things[thing] ?? 0, from: ago(from), to: length === null || from - length <= 0 ? null : ago(from - length) }))
      const mountings = await temporary.read('erlenau', 'smart-school', (db) => listMountings(db, [device.devEui]))
      const rows = await observationsOf(device.sensorId)
      assert.equal(rows.length, 96)
      for (const { channel, thing, at, number } of rows) {
        assert.equal(at.getTime(), ago(number + 0.5).getTime())
        assert.equal(thing, thingOfChannel(mountings, channel, at), `${channel} ${number}`)
      }
    }),
    { numRuns: 12 },
  )
})
