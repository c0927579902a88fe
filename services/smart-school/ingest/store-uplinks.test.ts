import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import type { CodecSource, Decoded } from '../codec/schema.ts'
import { insertSensor, insertThing, takeNumbers } from '../store/queries.ts'
import type { Read } from './decode.ts'
import { listFrames } from './queries.ts'
import { insertFrames, listFramesAt } from './queries/frame.ts'
import { storeBatch, type Item, type Means, type Stored } from './store-uplinks.ts'
import type { Uplink } from './schema.ts'

let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(() => temporary.close())

const write = <T>(tenant: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.unit(tenant, 'smart-school', work)
const start = Date.parse(testMoment) - 30 * 86_400_000

// Three bytes: CO2 in tens of ppm, temperature, charge of the battery.
const codec: CodecSource = { id: 'test', version: 1, name: 'Test', maker: 'Test', program: '' }
const decode = ({ bytes: [co2 = 0, temperature = 0, battery = 0] }: Pick<Uplink, 'bytes'>): Decoded => ({
  ok: true,
  data: {},
  warnings: [],
  measures: [
    { channel: 'co2', quantity: 'co2', value: co2 * 10 },
    { channel: 'temperature', quantity: 'temperature', value: temperature },
    { channel: 'batteryPercent', quantity: 'batteryPercent', value: battery },
  ],
})
const read = (uplink: Uplink): Read => ({ uplink, codec, decoded: decode(uplink) })
const means = (): Means => ({ series: new Map(), outdated: () => {}, reread: async (_db, _device, frames) => frames.map(({ payload }) => ({ codec, decoded: decode({ bytes: payload }) })) })
const item = (uplink: Uplink, schoolId: number | null = null): Item => ({ read: read(uplink), schoolId })

let devices = 0
/** A device in a room of a town; `codec` null: none chosen. */
async function device(tenant: string, { devEui, chosen = 'test', mounted = true }: { devEui: string; chosen?: string | null; mounted?: boolean }) {
  await write(tenant, async (db) => {
    const thingId = await takeNumbers(db, 'thing')
    await insertThing(db, { id: thingId, kind: 'room', parentId: null, schoolId: null, name: `Raum ${devEui}` })
    const sensorId = await takeNumbers(db, 'sensor')
    await insertSensor(db, { id: sensorId, name: devEui })
    await db.run(sql`insert into smart_school.device (tenant_id, dev_eui, sensor_id, name, codec, created_at) values (${db.tenant}, ${devEui}, ${sensorId}, ${devEui}, ${chosen}, ${db.now})`)
    if (mounted) await db.run(sql`insert into smart_school.mounting (tenant_id, id, dev_eui, thing_id, from_at, created_at) values (${db.tenant}, gen_random_uuid(), ${devEui}, ${thingId}, ${new Date(start - 86_400_000)}, ${db.now})`)
  })
  return devEui
}
const newEui = () => (0x1000 + devices++).toString(16).padStart(16, '0')
const uplink = (devEui: string, more: Partial<Uplink> = {}): Uplink => ({ devEui, devAddr: '01020304', fCnt: 1, fPort: 1, bytes: Buffer.from([50, 20, 90]), at: new Date(start), source: 'a', ...more })

async function store(tenant: string, items: readonly Item[], with_: Means = means()): Promise<Stored> {
  const stored = await write(tenant, (db) => storeBatch(db, items, with_))
  for (const [name, one] of stored.fresh) with_.series.set(name, one)
  return stored
}

/** Everything that tells of a device, without what tells only when it was written. */
type Row = Readonly<Record<string, unknown>>
const stateOf = (tenant: string, devEui: string) =>
  temporary.read(tenant, 'smart-school', async (db) => ({
    frames: await db.many(sql<Row>`select at, key::text, last_at, dev_addr, f_cnt::int, f_port, payload, source, rssi, snr, state, codec, codec_version from smart_school.frame where tenant_id = ${db.tenant} and dev_eui = ${devEui} order by at, key`),
    observations: await db.many(sql<Row>`select s.channel, o.phenomenon_time, o.seq, o.number from smart_school.observation o join smart_school.series s on s.tenant_id = o.tenant_id and s.id = o.series_id
      join smart_school.device d on d.tenant_id = s.tenant_id and d.sensor_id = s.sensor_id where o.tenant_id = ${db.tenant} and d.dev_eui = ${devEui} order by 1, 2, 3`),
    latest: await db.many(sql<Row>`select s.channel, l.first_time, l.last_time, l.number, l.count::int from smart_school.latest l join smart_school.series s on s.tenant_id = l.tenant_id and s.id = l.series_id
      join smart_school.device d on d.tenant_id = s.tenant_id and d.sensor_id = s.sensor_id where l.tenant_id = ${db.tenant} and d.dev_eui = ${devEui} order by 1`),
    device: await db.many(sql<Row>`select last_seen_at, last_counter::int, rssi, snr, signal_at, battery_percent, battery_at from smart_school.device where tenant_id = ${db.tenant} and dev_eui = ${devEui}`),
    refused: await db.many(sql<Row>`select reason, detail, source, payload from smart_school.quarantine where tenant_id = ${db.tenant} and dev_eui = ${devEui} order by reason, detail, source`),
  }))

test('an uplink is stored once: frame, observations, latest values, and what it says about the device', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  const { outcomes } = await store('erlenau', [item(uplink(devEui, { rssi: -90, snr: 7.5 })), item(uplink(devEui, { rssi: -90, snr: 7.5 }))])
  assert.deepEqual(outcomes.map(({ outcome }) => outcome), ['new', 'copy'])
  assert.deepEqual((await store('erlenau', [item(uplink(devEui, { rssi: -90, snr: 7.5 }))])).outcomes, [{ outcome: 'copy', observations: 0 }])
  const state = await stateOf('erlenau', devEui)
  assert.equal(state.frames.length, 1)
  assert.deepEqual(state.observations.map(({ channel, number }) => [channel, number]), [['batteryPercent', 90], ['co2', 500], ['temperature', 20]])
  assert.deepEqual(state.device[0], { last_seen_at: new Date(start), last_counter: 1, rssi: -90, snr: 7.5, signal_at: new Date(start), battery_percent: 90, battery_at: new Date(start) })
})

test('two network servers tell of the same uplink at slightly different times: it counts once, at the earlier', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  await store('erlenau', [item(uplink(devEui, { at: new Date(start + 800), source: 'b' }))])
  await store('erlenau', [item(uplink(devEui, { at: new Date(start) }))])
  const { observations, latest, frames } = await stateOf('erlenau', devEui)
  assert.deepEqual(observations.map(({ phenomenon_time: at }) => at), [new Date(start), new Date(start), new Date(start)])
  assert.deepEqual(latest.map(({ count, last_time: at }) => [count, at]), [[1, new Date(start)], [1, new Date(start)], [1, new Date(start)]])
  assert.deepEqual(frames.map(({ at, last_at: last, source }) => [at, last, source]), [[new Date(start), new Date(start + 800), 'a']])
})

test('a device without a join that begins to count at zero again months later is heard', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  await store('erlenau', [item(uplink(devEui, { fCnt: 0 }))])
  assert.deepEqual((await store('erlenau', [item(uplink(devEui, { fCnt: 0, at: new Date(start + 20 * 86_400_000) }))])).outcomes, [{ outcome: 'new', observations: 3 }])
})

test('unknown, foreign and retired devices, implausible values, no codec and no place: each has its reason', async () => {
  const [unknown, bare, lying, wild] = [newEui(), await device('erlenau', { devEui: newEui(), chosen: null }), await device('erlenau', { devEui: newEui(), mounted: false }), await device('erlenau', { devEui: newEui() })]
  const wrong: Read = { uplink: uplink(wild), codec, decoded: { ok: true, data: {}, warnings: [], measures: [{ channel: 'co2', quantity: 'co2', value: 99_999 }, { channel: 'temperature', quantity: 'temperature', value: Number.NaN }, { channel: 'humidity', quantity: 'humidity', value: 40 }] } }
  const { outcomes } = await store('erlenau', [item(uplink(unknown)), { read: { uplink: uplink(bare) }, schoolId: null }, item(uplink(lying)), { read: wrong, schoolId: null }, item(uplink(wild, { fCnt: 2 }), 4711)])
  assert.deepEqual(outcomes, [
    { outcome: 'refused', reason: 'unknown-device' },
    { outcome: 'kept', reason: 'no-codec' },
    { outcome: 'kept', reason: 'not-mounted' },
    { outcome: 'new', observations: 1 },
    { outcome: 'refused', reason: 'foreign-device' },
  ])
  assert.deepEqual((await stateOf('erlenau', unknown)).refused.map(({ reason }) => reason), ['unknown-device'])
  assert.deepEqual((await stateOf('erlenau', lying)).refused.map(({ reason }) => reason), ['not-mounted'])
  assert.deepEqual((await stateOf('erlenau', wild)).refused.map(({ reason, detail }) => [reason, detail]), [
    ['foreign-device', ''],
    ['implausible', 'channel=co2 value=99999 why=above'],
    ['implausible', 'channel=temperature value=NaN why=not-a-number'],
  ])
})

test('words with a zero byte in what a codec says stop nobody: the refusal is kept, and so is what others sent', async () => {
  const [broken, fine] = [await device('erlenau', { devEui: newEui() }), await device('erlenau', { devEui: newEui() })]
  const { outcomes } = await store('erlenau', [{ read: { uplink: uplink(broken), codec, decoded: { ok: false, reason: 'error', message: 'bad magic "\0\u0001"' } }, schoolId: null }, item(uplink(fine))])
  assert.deepEqual(outcomes, [{ outcome: 'kept', reason: 'codec-failed' }, { outcome: 'new', observations: 3 }])
  assert.deepEqual((await stateOf('erlenau', broken)).refused.map(({ reason, detail }) => [reason, detail]), [['codec-failed', 'reason=error message=bad magic "\uFFFD\u0001"']])
})

test('a sensor that gives no number is one line in the quarantine, however often it says so; what else it says is stored', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  const halfRead = (fCnt: number): Item => ({ read: { uplink: uplink(devEui, { fCnt, at: new Date(start + fCnt * 600_000) }), codec, decoded: { ok: true, data: {}, warnings: [], measures: [{ channel: 'humidity', quantity: 'humidity', value: 40 }], unread: [{ channel: 'temperature', value: 'NaN' }] } }, schoolId: null })
  await store('erlenau', [halfRead(1), halfRead(2)])
  await store('erlenau', [halfRead(3)])
  const { frames, observations, refused } = await stateOf('erlenau', devEui)
  assert.deepEqual([frames.map(({ state }) => state), observations.length], [['part', 'part', 'part'], 3])
  assert.deepEqual(refused.map(({ reason, detail }) => [reason, detail]), [['implausible', 'channel=temperature value=NaN why=not-a-number']])
})

test('what a server says of its own sending is no sign of life of the device; that it acknowledged is', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  await store('erlenau', [item(uplink(devEui))])
  const said = (kind: 'other' | 'status', hour: number): Item => ({ news: { devEui, at: new Date(start + hour * 3_600_000), kind, source: 'a' }, schoolId: null })
  await store('erlenau', [said('other', 5)])
  assert.deepEqual((await stateOf('erlenau', devEui)).device[0]?.['last_seen_at'], new Date(start))
  await store('erlenau', [said('status', 2), said('other', 6)])
  assert.deepEqual((await stateOf('erlenau', devEui)).device[0]?.['last_seen_at'], new Date(start + 2 * 3_600_000))
})

test('frames of one moment come in the order of their keys as numbers: the first of them counts for the ingest and for a replay', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  const frame = (key: string) => ({ devEui, at: new Date(start), key, lastAt: new Date(start), devAddr: '01', fCnt: 1, fPort: 1, payload: Buffer.from([1]), source: 'a', rssi: null, snr: null, state: 'read' as const, codec: null, codecVersion: null })
  await write('erlenau', (db) => insertFrames(db, ['100', '9', '-5', '-40'].map(frame)))
  const keys = async (list: (db: UnitOfWork) => Promise<{ key: string }[]>) => (await write('erlenau', list)).map(({ key }) => key)
  for (const list of [(db: UnitOfWork) => listFrames(db, devEui, new Date(start), new Date(start + 1)), (db: UnitOfWork) => listFramesAt(db, devEui, [new Date(start)])]) assert.deepEqual(await keys(list), ['-40', '-5', '9', '100'])
})

test('a codec chosen while uplinks were on their way is the one that counts', async () => {
  const devEui = await device('erlenau', { devEui: newEui() })
  assert.deepEqual((await store('erlenau', [{ read: { uplink: uplink(devEui) }, schoolId: null }])).outcomes, [{ outcome: 'new', observations: 3 }])
})

test('late, doubled, out of order, replayed, with a new session and a counter that begins again: the tables end the same', async () => {
  // Frames of two sessions, some of which collide in time; each is told once or several times, by two servers, up to some minutes late.
  const frame = fc.record({ session: fc.constantFrom('01020304', '0a0b0c0d'), fCnt: fc.nat(3), minute: fc.integer({ min: 0, max: 90 }), bytes: fc.tuple(fc.integer({ min: 40, max: 45 }), fc.integer({ min: 18, max: 20 }), fc.integer({ min: 80, max: 83 })) })
  const copy = fc.record({ of: fc.nat(9), late: fc.constantFrom(0, 0, 1, 800, 60_000, 300_000, 599_999, 600_000, 1_500_000), source: fc.constantFrom('a', 'b'), rssi: fc.constantFrom(undefined, -70, -110.5) })
  const story = fc
    .record({ frames: fc.array(frame, { minLength: 1, maxLength: 6 }), copies: fc.array(copy, { minLength: 1, maxLength: 12 }) })
    .map(({ frames, copies }) => copies.map(({ of, late, source, rssi }) => ({ frame: frames[of % frames.length]!, late, source, rssi })))
    .chain((told) => fc.tuple(fc.constant(told), fc.array(fc.nat(told.length - 1), { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 })).chain(([all, again, sizes]) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...again.map((n) => all[n]!)], { minLength: all.length + again.length }), fc.constant(sizes))))
  await fc.assert(
    fc.asyncProperty(story, async ([straight, shuffled, sizes]) => {
      const devEui = newEui()
      for (const tenant of ['erlenau', 'moorbek']) await device(tenant, { devEui })
      const itemOf = ({ frame: { session, fCnt, minute, bytes }, late, source, rssi }: (typeof straight)[number]) =>
        item(uplink(devEui, { devAddr: session, fCnt, bytes: Buffer.from(bytes), at: new Date(start + minute * 60_000 + late), source, ...(rssi !== undefined && { rssi }) }))
      await store('erlenau', straight.map(itemOf))
      const kept = means()
      for (let from = 0, n = 0; from < shuffled.length; n++) {
        const size = sizes[n % sizes.length] ?? 1
        await store('moorbek', shuffled.slice(from, from + size).map(itemOf), kept)
        from += size
      }
      assert.deepEqual(await stateOf('moorbek', devEui), await stateOf('erlenau', devEui))
    }),
    { numRuns: 25 },
  )
})
