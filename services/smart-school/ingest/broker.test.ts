import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Aedes } from 'aedes'
import { createServer, type AddressInfo } from 'node:net'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'
import { sql } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import type { Platform } from '@modellregion/kernel'
import { openBroker, type Broker } from './broker.ts'
import { pipelineOf } from './pipeline.ts'
import { listenTo } from './foreign.ts'
import { keptInAnHour, refuse } from './quarantine.ts'
import { listFrames } from './queries.ts'
import { revokeSource } from './queries/source.ts'
import { chirpstackUp, ingestPlatform, elsysBytes, plantDevices, plantSource, unitOf, upTopic } from './town-testing.ts'

let temporary: TemporaryDatabase
let platform: Platform
let broker: Broker
let server: Awaited<ReturnType<typeof plantSource>>
before(async () => {
  temporary = await temporaryDatabase()
  platform = ingestPlatform(temporary.database, () => new Date())
  broker = await openBroker(platform, { port: 0, host: '127.0.0.1' })
  server = await plantSource(platform, { name: 'Netzwerkserver', kind: 'chirpstack' })
  await plantDevices(platform, [eui(1), eui(2), eui(3)], { codec: 'elsys-ers-co2' })
})
after(async () => {
  await broker.stop()
  await pipelineOf(platform).close()
  await temporary.close()
})

const eui = (n: number) => `70b3d5000000${n.toString(16).padStart(4, '0')}`
const data = elsysBytes({ temperature: 21.3, humidity: 43, light: 310, motion: 4, co2: 812, millivolts: 3_610 }).toString('base64')
const now = () => platform.now()
const connect = (more: IClientOptions = {}): Promise<MqttClient> =>
   connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: 'erlenau/Netzwerkserver', password: server.secret, reconnectPeriod: 0, ...more })
const framesOf = (devEui: string) => unitOf(platform)((db) => listFrames(db, devEui, new Date(0), new Date('2100-01-01')))
const refusals = (topic: string) => unitOf(platform)((db) => db.many(sql<{ reason: string; detail: string; size: number; source: string; kept: number }>`select reason, detail, size, source, length(payload) as kept from smart_school.quarantine where tenant_id = ${db.tenant} and topic = ${topic} order by reason`))

test('what is acknowledged is committed: frame, observations, latest values', async () => {
  const client = await connect()
  await client.publishAsync(upTopic(eui(1)), chirpstackUp({ devEui: eui(1), fCnt: 1, data, at: now() }), { qos: 1 })
  const [frame, ...others] = await framesOf(eui(1))
  assert.deepEqual([frame?.state, frame?.fCnt, frame?.codec, frame?.rssi, others.length], ['read', 1, 'elsys-ers-co2', -97, 0])
  await client.publishAsync(upTopic(eui(1)), chirpstackUp({ devEui: eui(1), fCnt: 2, data, at: new Date(now().getTime() - 1_000) }), { qos: 2 })
  assert.equal((await framesOf(eui(1))).length, 2)
  await client.endAsync()
})

test('each kind of bad input is acknowledged and lies in the quarantine with its reason; the connection stays', async () => {
  const client = await connect()
  let closed = false
  client.on('close', () => (closed = true))
  const foreign = `application/x/device/${eui(9)}/event/up`
  const cases: [topic: string, payload: string | Buffer, reason: string, options?: { retain: boolean }][] = [
    [`application/x/device/${eui(1)}/event/up`, '{"deviceInfo":', 'broken-json'],
    [`application/y/device/${eui(1)}/event/up`, '[]', 'wrong-format'],
    [`application/z/device/${eui(2)}/event/up`, chirpstackUp({ devEui: eui(1), fCnt: 7, data, at: now() }), 'forged-topic'],
    ['v3/schule@ttn/devices/dev1/up', '{}', 'forged-topic'],
    ['application/x/device/zz/event/up', '{}', 'unknown-topic'],
    [`application/r/device/${eui(1)}/event/up`, chirpstackUp({ devEui: eui(1), fCnt: 8, data, at: now() }), 'retained', { retain: true }],
    [`application/l/device/${eui(1)}/event/up`, Buffer.alloc(10 * 1024 * 1024, 0x20), 'too-large'],
  ]
  for (const [topic, payload, reason, options] of cases) {
    await client.publishAsync(topic, payload, { qos: 1, ...options })
    const [refused] = await refusals(topic)
    assert.deepEqual([refused?.reason, refused?.source], [reason, 'Netzwerkserver'], topic)
    assert.ok((refused?.kept ?? 0) <= 4_096)
  }
  const [large] = await refusals(`application/l/device/${eui(1)}/event/up`)
  assert.ok((large?.size ?? 0) > 10 * 1024 * 1024)
  for (const [at, reason] of [[new Date('1970-01-01T00:01:00Z'), 'clock'], [new Date(now().getTime() + 3_600_000), 'clock']] as const)
    await client.publishAsync(upTopic(eui(1)), chirpstackUp({ devEui: eui(1), fCnt: 9, data, at }), { qos: 1 }).then(() => assert.ok(reason))
  await client.publishAsync(foreign, chirpstackUp({ devEui: eui(9), fCnt: 1, data, at: now() }), { qos: 1 })
  const reasons = await unitOf(platform)((db) => db.many(sql<{ reason: string; dev_eui: string }>`select reason, dev_eui from smart_school.quarantine where tenant_id = ${db.tenant} and reason in ('clock', 'unknown-device') and dev_eui = any(${[eui(1), eui(9)]}::text[]) order by 1`))
  assert.deepEqual(reasons.map(({ reason, dev_eui: device }) => [reason, device]), [['clock', eui(1)], ['clock', eui(1)], ['unknown-device', eui(9)]])
  const status = (at: Date) => client.publishAsync(`application/x/device/${eui(2)}/event/status`, JSON.stringify({ time: at.toISOString(), deviceInfo: { devEui: eui(2) }, batteryLevel: 50 }), { qos: 1 })
  for (const at of ['1970-01-01T00:01:00Z', '1970-01-01T00:02:00Z']) await status(new Date(at))
  const [news, ...more] = await unitOf(platform)((db) => db.many(sql<{ reason: string; detail: string; count: number }>`select reason, detail, count from smart_school.quarantine where tenant_id = ${db.tenant} and dev_eui = ${eui(2)} and reason = 'clock'`))
  assert.deepEqual([news, more], [{ reason: 'clock', detail: 'event=status why=past', count: 2 }, []])
  assert.equal(closed, false)
  await client.endAsync()
})

test('nobody gets in with a wrong secret, another town, or a revoked source; and no client hears another', async () => {
  const attempts: IClientOptions[] = [{ password: 'wrong' }, { username: 'moorbek/Netzwerkserver' }, { username: 'Netzwerkserverin' }]
  for (const attempt of attempts) await assert.rejects(connect(attempt), /ot authorized|Bad username|bad user name/i)
  const [speaker, listener] = [await connect(), await connect()]
  const told: string[] = []
  listener.on('message', (topic) => told.push(topic))
  await assert.rejects(listener.subscribeAsync('#'))
  await assert.rejects(listener.subscribeAsync('application/#'))
  await speaker.publishAsync(upTopic(eui(2)), chirpstackUp({ devEui: eui(2), fCnt: 1, data, at: now() }), { qos: 1 })
  await sleep(50)
  assert.deepEqual(told, [])
  const short = await plantSource(platform, { name: 'Kurz', kind: 'chirpstack' })
  const client = await connect({ username: 'erlenau/Kurz', password: short.secret })
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  await unitOf(platform)((db) => revokeSource(db, short.id))
  platform.live.tell('smart-school', `source ${short.id}`)
  await closed
  await assert.rejects(connect({ username: 'erlenau/Kurz', password: short.secret }))
  await Promise.all([speaker.endAsync(), listener.endAsync()])
})

test('a source that is revoked while no hint gets through is sent away once hints come again; others come back', async () => {
  const missed = await plantSource(platform, { name: 'Verpasst', kind: 'chirpstack' })
  const [revoked, other] = [await connect({ username: 'erlenau/Verpasst', password: missed.secret }), await connect()]
  const closed = Promise.all([revoked, other].map((client) => new Promise<void>((resolve) => client.once('close', () => resolve()))))
  await unitOf(platform)((db) => revokeSource(db, missed.id))
  platform.live.tell('smart-school', 'again')
  await closed
  await assert.rejects(connect({ username: 'erlenau/Verpasst', password: missed.secret }))
  await (await connect()).endAsync()
})

test('a source that goes mad does not fill the quarantine: beyond its measure refusals are counted and not kept', async () => {
  const refused = (n: number) => ({ reason: 'broken-json' as const, source: 'Verrückt', topic: `application/a/device/${eui(1)}/event/up`, devEui: eui(1), payload: `{"n":${n}` })
  for (let n = 0; n < keptInAnHour + 500; n += 500) await refuse(platform, 'erlenau', Array.from({ length: 500 }, (_, at) => refused(n + at)))
  const [kept] = await unitOf(platform)((db) => db.many(sql<{ rows: number; refusals: number; most: number }>`select count(*)::int as rows, sum(count)::int as refusals, max(count)::int as most from smart_school.quarantine where tenant_id = ${db.tenant} and source = 'Verrückt'`))
  assert.deepEqual(kept, { rows: keptInAnHour + 1, refusals: keptInAnHour + 500, most: 500 })
  await refuse(platform, 'erlenau', [{ ...refused(0), source: 'Netzwerkserver', topic: 'another source is not meant' }])
  assert.equal((await refusals('another source is not meant')).length, 1)
})

test('a client that speaks MQTT 5 is told that its version is not spoken', async () => {
  await assert.rejects(connect({ protocolVersion: 5 }), /version/i)
  await (await connect({ protocolVersion: 4 })).endAsync()
})

test('a source of one school speaks for its devices only', async () => {
  const own = await plantSource(platform, { name: 'Schulserver', kind: 'chirpstack', schoolId: 987_654 })
  const client = await connect({ username: 'erlenau/Schulserver', password: own.secret })
  await client.publishAsync(upTopic(eui(3)), chirpstackUp({ devEui: eui(3), fCnt: 1, data, at: now() }), { qos: 1 })
  assert.equal((await framesOf(eui(3))).length, 0)
  await client.endAsync()
})

test('a foreign client that everybody has: mosquitto_pub', async (t) => {
  const run = promisify(execFile)
  if (!(await run('mosquitto_pub', ['--help']).then(() => true, (error: { code?: unknown }) => error.code !== 'ENOENT'))) return t.skip('mosquitto_pub is not installed')
  await run('mosquitto_pub', ['-h', '127.0.0.1', '-p', String(broker.port), '-u', 'erlenau/Netzwerkserver', '-P', server.secret, '-q', '1', '-t', upTopic(eui(3)), '-m', chirpstackUp({ devEui: eui(3), fCnt: 2, data, at: now() })])
  assert.equal((await framesOf(eui(3))).length, 1)
})

test('a broker elsewhere: what it kept while nobody listened comes, and is acknowledged when it is committed', async () => {
  const elsewhere = await Aedes.createBroker()
  const listener = createServer(elsewhere.handle)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const url = `mqtt://127.0.0.1:${(listener.address() as AddressInfo).port}` as const
  const settings = { url, town: 'erlenau', source: 'Netzwerkserver' }
  await assert.rejects(listenTo(platform, { ...settings, source: 'Niemand' }), /has no source "Niemand"/)
  const subscribed = new Promise((resolve) => elsewhere.once('subscribe', resolve))
  const first = await listenTo(platform, settings)
  await subscribed
  await first.stop()
  const gateway = await connectAsync(url)
  for (let fCnt = 100; fCnt < 130; fCnt++) await gateway.publishAsync(upTopic(eui(2)), chirpstackUp({ devEui: eui(2), fCnt, data, at: new Date(now().getTime() - fCnt * 60_000) }), { qos: 1 })
  const second = await listenTo(platform, settings)
  for (let tries = 0; tries < 200 && (await framesOf(eui(2))).length < 31; tries++) await sleep(20)
  assert.equal((await framesOf(eui(2))).length, 31)
  await second.stop()
  const third = await plantSource(platform, { name: 'Auf Zeit', kind: 'chirpstack' })
  const away = new Promise((resolve) => elsewhere.once('clientDisconnect', resolve))
  const revoked = await listenTo(platform, { ...settings, source: 'Auf Zeit', clientId: 'auf-zeit' })
  await unitOf(platform)((db) => revokeSource(db, third.id))
  platform.live.tell('smart-school', `source ${third.id}`)
  await away
  await revoked.stop()
  // The next start of the installation goes on without it.
  await (await listenTo(platform, { ...settings, source: 'Auf Zeit', clientId: 'auf-zeit' })).stop()
  await gateway.endAsync()
  await new Promise<void>((resolve) => elsewhere.close(() => resolve()))
  listener.close()
})
