import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, sql, type Platform, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testMoment, type TemporaryDatabase } from '@modellregion/testing'
import { placeMeasures } from '../ingest/placing.ts'
import { insertFrames } from '../ingest/queries/frame.ts'
import { listFrames } from '../ingest/queries.ts'
import { insertDevice, insertMounting } from '../device/queries.ts'
import { insertSensor, insertThing, listLatest, listMountings, listSeriesOfThings, readPoints, takeNumbers, writeObservations } from '../store/queries.ts'
import { raiseAlarm } from '../alarm/raise.ts'
import { openDecoder } from './decoder.ts'
import { saveVersion, checkDraft, type Draft } from './desk.ts'
import { findCodec, setActiveVersion } from './queries.ts'
import { getReplay, insertReplay, listChanges } from './queries/replay.ts'
import { applyReplay, compareReplay, type ReplayRun } from './replay.ts'
import { addDifferences, differencesOf, noCounts, readingsOf } from './rules/replay.ts'

const now = new Date(testMoment)
const tenant = 'aachen'
const devEui = '70b3d5499aaaaa01'
const start = new Date(now.getTime() - 5 * 3_600_000)
const decoder = openDecoder()
let temporary: TemporaryDatabase
before(async () => void (temporary = await temporaryDatabase()))
after(async () => {
  await decoder.close()
  await temporary.close()
})
const write = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => temporary.unit(tenant, 'smart-school', work)

const program = (divisor: number): string => `function decodeUplink(input) {
  var b = input.bytes
  if (b.length < 2) return { errors: ['too short'] }
  return { data: { temperature: (b[0] * 256 + b[1]) / ${divisor}${divisor === 100 ? ', humidity: b[1] % 100' : ''} } }
}`
const draft = (divisor: number): Draft => ({ id: 'eigen-fuehler', name: 'Fühler', maker: 'Eigen', model: 'Fühler', note: '', mapping: {}, program: program(divisor), examples: [{ name: 'a', kind: 'uplink', bytes: [0, 215], fPort: 1, data: divisor === 100 ? { temperature: 2.15, humidity: 15 } : { temperature: 21.5 } }] })
const tenths = [210, 215, 220, 225, 230]
const frameAt = (n: number): Date => new Date(start.getTime() + n * 600_000)

async function takeFrame(db: UnitOfWork, n: number, payload: number[]): Promise<void> {
  const codec = await findCodec(db, 'eigen-fuehler')
  assert.ok(codec)
  const at = frameAt(n)
  const [decoded] = await decoder.decode(codec, [{ bytes: Uint8Array.from(payload), fPort: 1, recvTime: at }])
  const placed = await placeMeasures(db, at, decoded, { sensorId: 1, mountings: await listMountings(db, [devEui]) }, { committed: new Map(), fresh: new Map(), schools: new Set() })
  await writeObservations(db, placed.rows)
  await insertFrames(db, [{ devEui, at, key: String(n + 1), lastAt: at, devAddr: '01020304', fCnt: n, fPort: 1, payload: Uint8Array.from(payload), source: 'test', rssi: null, snr: null, state: placed.state, codec: codec.id, codecVersion: codec.version }])
}

const told: string[] = []
const run = (): ReplayRun => ({
  // Only the door to other processes is asked here.
  platform: { live: { tell: (_service: string, text: string) => void told.push(text) } } as Platform,
  tenant, decoder, now, signal: new AbortController().signal, progress: () => {}, read: write, write,
})
const begin = (version: number): Promise<string> => write(async (db) => {
  const id = newId(now)
  await insertReplay(db, { id, codecId: 'eigen-fuehler', codecVersion: version, devEui: null, from: start, until: new Date(now.getTime() + 1) })
  return id
})

test('a codec that divided by 100 instead of 10: compared first, then history is right, and what came in meanwhile is there', async () => {
  await write(async (db) => {
    await takeNumbers(db, 'thing')
    await takeNumbers(db, 'sensor')
    await insertThing(db, { id: 1, kind: 'room', parentId: null, schoolId: null, name: 'Raum 1' })
    await insertSensor(db, { id: 1, name: 'Fühler' })
    await insertDevice(db, { devEui, sensorId: 1, schoolId: null, name: 'Fühler', codec: 'eigen-fuehler', expectedMinutes: 10, state: 'active' })
    await insertMounting(db, { id: newId(now), devEui, channel: '*', thingId: 1, from: new Date(start.getTime() - 1), to: null, note: '' })
    for (const divisor of [100, 10]) await saveVersion(db, draft(divisor), await checkDraft(draft(divisor), now))
    await setActiveVersion(db, 'eigen-fuehler', 1)
    for (const [n, tenth] of tenths.entries()) await takeFrame(db, n, [0, tenth])
    await takeFrame(db, 5, [7])
  })
  const series = await write((db) => listSeriesOfThings(db, [1]))
  const temperature = series.find(({ channel }) => channel === 'temperature')!
  const humidity = series.find(({ channel }) => channel === 'humidity')!
  const values = async (id: number) => (await write((db) => readPoints(db, id, start, now))).map(({ value }) => value)
  assert.deepEqual(await values(temperature.id), [2.1, 2.15, 2.2, 2.25, 2.3])

  const first = await begin(2)
  assert.equal(await compareReplay(run(), first), true)
  const compared = await write((db) => getReplay(db, first))
  assert.equal(compared.state, 'compared')
  const { series: bySeries, ...counts } = compared.counts!
  assert.deepEqual(counts, { frames: 6, unread: 1, same: 0, changed: 5, fresh: 0, gone: 5 })
  const warm = bySeries.find(({ channel }) => channel === 'temperature')
  assert.deepEqual([warm?.changed, warm?.first, warm?.largest], [5, { at: frameAt(0).toISOString(), before: 2.1, after: 21 }, { at: frameAt(4).toISOString(), before: 2.3, after: 23 }])
  assert.equal((await write((db) => listChanges(db, first, { from: 0, size: 100 }))).length, 10)
  assert.deepEqual(await values(temperature.id), [2.1, 2.15, 2.2, 2.25, 2.3], 'comparing changes nothing')

  assert.equal(await applyReplay(run(), first), false, 'not while another version is in use')
  await write((db) => setActiveVersion(db, 'eigen-fuehler', 2))
  // Between comparing and changing: a late frame, and a value that a person entered into a series of their own.
  await write(async (db) => {
    await takeFrame(db, 6, [0, 190])
    await writeObservations(db, [{ seriesId: humidity.id, at: new Date(frameAt(2).getTime() + 1), number: 44 }])
  })
  const alarms = () => write(async (db) => JSON.stringify(await db.many(sql<object>`select * from smart_school.alarm where tenant_id = ${db.tenant} order by created_at`)))
  await write((db) => raiseAlarm(db, { kind: 'threshold', subject: `series ${temperature.id}`, schoolId: 1, severity: 'warn', facts: { value: 2.1 } }))
  const alarmsBefore = await alarms()
  assert.equal(await applyReplay(run(), first), true)
  assert.equal(await alarms(), alarmsBefore, 'alarms that were raised stay as they are')
  assert.deepEqual(await values(temperature.id), [21, 21.5, 22, 22.5, 23, 19])
  assert.deepEqual(await values(humidity.id), [44], 'what no frame says stays')
  const [latest] = await write((db) => listLatest(db, [temperature.id]))
  assert.deepEqual([latest?.number, latest?.count], [19, 6])
  const frames = await write((db) => listFrames(db, devEui, start, now))
  assert.deepEqual(frames.map(({ state, codecVersion }) => `${state} ${codecVersion}`), [...Array.from({ length: 5 }, () => 'read 2'), 'codec-failed 2', 'read 2'])

  const ever = newId(now)
  await write((db) => insertReplay(db, { id: ever, codecId: 'eigen-fuehler', codecVersion: 2, devEui: null, from: new Date('0206-01-01T00:00:00Z'), until: new Date('2206-01-01T00:00:00Z') }))
  let reads = 0
  await compareReplay({ ...run(), read: (work) => (reads++, write(work)) }, ever)
  assert.ok(reads < 20, `a slip in the year is passed over, not walked through day by day: ${reads} reads`)
  assert.equal((await write((db) => getReplay(db, ever))).counts?.frames, 7)

  const again = await begin(2)
  await compareReplay(run(), again)
  const repeated = (await write((db) => getReplay(db, again))).counts!
  assert.deepEqual([repeated.changed, repeated.fresh, repeated.gone, repeated.same], [0, 0, 0, 6])
  assert.equal(await applyReplay(run(), again), true, 'changing twice changes nothing')
  assert.deepEqual(await values(temperature.id), [21, 21.5, 22, 22.5, 23, 19])
})

test('a codec that fails takes nothing away; fresh values are counted; the largest step is found', () => {
  const mountings = [{ id: 'm', devEui, channel: '*', thingId: 1, from: new Date(0), to: null }]
  const at = (n: number): Date => new Date(Date.parse('2026-01-01T00:00:00Z') + n * 60_000)
  const reads = (n: number, value: number) => ({ at: at(n), decoded: { ok: true, data: {}, warnings: [], measures: [{ channel: 'co2', quantity: 'co2', value }] } as const })
  const failed = { at: at(3), decoded: { ok: false, reason: 'timeout', message: '' } as const }
  const readings = readingsOf([reads(0, 500), reads(1, 600), reads(2, 99_999), failed], mountings, new Date('2026-01-02T00:00:00Z'))
  assert.deepEqual(readings.map(({ value }) => value), [500, 600], 'what cannot be right is not taken')
  const standing = [{ channel: 'co2', thingId: 1, at: at(0), value: 400 }, { channel: 'co2', thingId: 1, at: at(3), value: 700 }, { channel: 'temperature', thingId: 1, at: at(1), value: 20 }]
  const differences = differencesOf(readings, standing, new Set([at(0), at(1), at(2)].map((moment) => moment.getTime())))
  assert.deepEqual(differences.changes.map(({ channel, before, after }) => [channel, before, after]), [['co2', 400, 500], ['co2', null, 600], ['temperature', 20, null]])
  const counts = addDifferences(noCounts, devEui, { read: 3, unread: 1 }, differences)
  assert.deepEqual([counts.frames, counts.unread, counts.same, counts.changed, counts.fresh, counts.gone, counts.series.length], [4, 1, 0, 1, 1, 1, 2])
  assert.deepEqual(counts.series[0]?.largest, { at: at(0).toISOString(), before: 400, after: 500 })
})
