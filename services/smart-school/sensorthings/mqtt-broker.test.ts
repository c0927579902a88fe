import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'
import { sql, type Platform } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { openBroker, type Broker } from '../ingest/broker.ts'
import { pipelineOf } from '../ingest/pipeline.ts'
import type { Source } from '../ingest/schema.ts'
import { chirpstackUp, elsysBytes, ingestPlatform, plantDevices, plantSource, unitOf, upTopic } from '../ingest/town-testing.ts'
import type { Json } from './json.ts'
import { answerRequest } from './server/answer.ts'

// SensorThings by the real broker, with a client that everybody uses.

const devEui = '70b3d50000000001'
let temporary: TemporaryDatabase
let platform: Platform
let broker: Broker
const secrets = new Map<string, string>()
const clients: MqttClient[] = []
before(async () => {
  temporary = await temporaryDatabase()
  platform = ingestPlatform(temporary.database, () => new Date())
  broker = await openBroker(platform, { port: 0, host: '127.0.0.1' })
  const plant = async (name: string, given: Partial<Source> = {}, town = 'erlenau') => secrets.set(`${town}/${name}`, (await plantSource(platform, { name, kind: 'sensorthings', ...given }, town)).secret)
  await plant('Schreiber', { mayWrite: true, audiences: ['public', 'school', 'staff'] })
  await plant('Schule', { audiences: ['public', 'school'] })
  await plant('Andere Schule', { audiences: ['public', 'school'], schoolId: 987_654 })
  await plant('Jeder')
  await plant('Netzwerkserver', { kind: 'chirpstack' })
  await plant('Schule', { audiences: ['public', 'school', 'staff'], mayWrite: true }, 'moorbek')
  await plantDevices(platform, [devEui], { codec: 'elsys-ers-co2' })
})
after(async () => {
  await Promise.all(clients.map((client) => client.endAsync(true)))
  await broker.stop()
  await pipelineOf(platform).close()
  await temporary.close()
})

type Heard = { readonly topic: string; readonly body: Json }
const connect = async (username: string, more: IClientOptions = {}): Promise<MqttClient & { heard: Heard[] }> => {
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username, password: secrets.get(username) ?? assert.fail(username), reconnectPeriod: 0, ...more })
  clients.push(client)
  const heard: Heard[] = []
  client.on('message', (topic, payload) => void heard.push({ topic, body: JSON.parse(payload.toString()) as Json })) // the broker sends entities
  return Object.assign(client, { heard })
}
const until = async (isSo: () => boolean) => {
  for (let tries = 0; tries < 250 && !isSo(); tries++) await sleep(20)
  assert.ok(isSo(), 'nothing came within five seconds')
}
const resultsAt = (heard: readonly Heard[], topic: string) => heard.filter((one) => one.topic === topic).map(({ body }) => body['result'])

/** A station whose Datastream has an audience, made by a publication. */
async function station(writer: MqttClient, name: string, audience: string, town = 'erlenau'): Promise<number> {
  await writer.publishAsync('v1.1/Things', JSON.stringify({ name, description: 'a box', Locations: [{ name, description: name, encodingType: 'application/geo+json', location: { type: 'Point', coordinates: [6.1, 50.8] } }], Datastreams: [{
    name, description: 'in the shade', properties: { audience }, observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
    unitOfMeasurement: { name: 'degree Celsius', symbol: '°C', definition: 'http://qudt.org/vocab/unit/DEG_C' },
    Sensor: { name: 'DS18B20', description: 'thermometer', encodingType: 'application/pdf', metadata: 'https://example.org' },
    ObservedProperty: { name: 'Lufttemperatur', definition: 'http://qudt.org/vocab/quantitykind/CelsiusTemperature', description: '' },
  }] }), { qos: 1 })
  const made = await unitOf(platform, town)((db) => db.many(sql<{ id: number; audience: string }>`select id, audience from smart_school.series where tenant_id = ${db.tenant} and name = ${name}`))
  assert.deepEqual(made.map((one) => one.audience), [audience])
  return made[0]?.id ?? assert.fail()
}

test('an observation that one source publishes reaches those of the town who may, and nobody else', async () => {
  const writer = await connect('erlenau/Schreiber')
  const [open, school] = [await station(writer, 'Offen', 'public'), await station(writer, 'Nur Schule', 'school')]
  const set = 'v1.1/Observations'
  const [ofOpen, ofSchool] = [`v1.1/Datastreams(${open})/Observations`, `v1.1/Datastreams(${school})/Observations`]
  const [mine, other, everybody, foreign] = [await connect('erlenau/Schule'), await connect('erlenau/Andere Schule'), await connect('erlenau/Jeder'), await connect('moorbek/Schule')]
  await mine.subscribeAsync([set, ofOpen, ofSchool], { qos: 1 })
  await mine.subscribeAsync(`${ofSchool}?$select=result`)
  for (const client of [other, everybody]) {
    await client.subscribeAsync([set, ofOpen])
    await assert.rejects(client.subscribeAsync(ofSchool), 'a Datastream that one may not read is not there')
  }
  await foreign.subscribeAsync(set)
  await assert.rejects(foreign.subscribeAsync(ofSchool), 'another town has no such Datastream')
  await writer.publishAsync(ofSchool, JSON.stringify({ result: 21.5 }), { qos: 1 })
  await writer.publishAsync(ofOpen, JSON.stringify({ result: 7, phenomenonTime: '2026-03-10T09:00:00Z' }), { qos: 2 })
  await until(() => mine.heard.length >= 5 && everybody.heard.length >= 2 && other.heard.length >= 2)
  await sleep(100)
  assert.deepEqual([resultsAt(mine.heard, ofSchool), resultsAt(mine.heard, ofOpen), resultsAt(mine.heard, set).sort()], [[21.5], [7], [21.5, 7]])
  assert.deepEqual(mine.heard.find(({ topic }) => topic.endsWith('$select=result'))?.body, { result: 21.5 })
  assert.equal(mine.heard.length, 5)
  assert.equal(mine.heard.find(({ topic }) => topic === ofOpen)?.body['phenomenonTime'], '2026-03-10T09:00:00.000Z')
  for (const client of [other, everybody]) assert.deepEqual([resultsAt(client.heard, set), resultsAt(client.heard, ofOpen), client.heard.length], [[7], [7], 2])
  assert.deepEqual([foreign.heard, writer.heard], [[], []])
})

test('two towns whose Datastreams have the same number hear each their own', async () => {
  const [here, there] = [await connect('erlenau/Schreiber'), await connect('moorbek/Schule')]
  const number = await station(here, 'Zwilling', 'public')
  let twin = 0
  while (twin < number) twin = await station(there, `Zwilling ${twin}`, 'public', 'moorbek')
  assert.equal(twin, number)
  const topic = `v1.1/Datastreams(${number})/Observations`
  for (const client of [here, there]) await client.subscribeAsync([topic, 'v1.1/Observations'])
  await here.publishAsync(topic, JSON.stringify({ result: 1 }), { qos: 1 })
  await there.publishAsync(topic, JSON.stringify({ result: 2 }), { qos: 1 })
  await until(() => here.heard.length >= 2 && there.heard.length >= 2)
  await sleep(100)
  assert.deepEqual([here, there].map(({ heard }) => heard.map(({ body }) => body['result'])), [[1, 1], [2, 2]])
})

test('who may not write writes nothing', async () => {
  const [writer, reader] = [await connect('erlenau/Schreiber'), await connect('erlenau/Schule')]
  const topic = `v1.1/Datastreams(${await station(writer, 'Still', 'public')})/Observations`
  await reader.subscribeAsync(topic)
  await reader.publishAsync(topic, JSON.stringify({ result: 1 }), { qos: 1 })
  await writer.publishAsync(topic, JSON.stringify({ result: 2 }), { qos: 1 })
  await until(() => reader.heard.length > 0)
  assert.deepEqual(resultsAt(reader.heard, topic), [2])
  await reader.unsubscribeAsync(topic)
  await writer.publishAsync(topic, JSON.stringify({ result: 3 }), { qos: 1 })
  await sleep(200)
  assert.equal(reader.heard.length, 1)
})

test('bytes that are no JSON are acknowledged and refused with the reason, zeros among them', async () => {
  const writer = await connect('erlenau/Schreiber')
  let closed = false
  writer.on('close', () => (closed = true))
  await writer.publishAsync('v1.1/Things', Buffer.from([0, 1, 2, 0x7b]), { qos: 1 })
  await writer.publishAsync('v1.1/Things', JSON.stringify({ 'na\u0000me': 'x' }), { qos: 1 })
  const refused = await unitOf(platform)((db) => db.many(sql<{ reason: string; detail: string }>`select reason, detail from smart_school.quarantine where tenant_id = ${db.tenant} and topic = 'v1.1/Things' order by detail`))
  assert.deepEqual(refused.map(({ reason }) => reason), ['refused', 'refused'])
  assert.match(refused.map(({ detail }) => detail).join(), /no JSON/)
  assert.equal(closed, false)
})

test('what a device says by ChirpStack is heard by subscribers of SensorThings', async () => {
  const [server, reader, everybody] = [await connect('erlenau/Netzwerkserver'), await connect('erlenau/Schule'), await connect('erlenau/Jeder')]
  await Promise.all([reader.subscribeAsync('v1.1/Observations', { qos: 1 }), everybody.subscribeAsync('v1.1/Observations')])
  const say = (fCnt: number, co2: number, ago: number) => {
    const data = elsysBytes({ temperature: 21.3, humidity: 43, light: 310, motion: 4, co2, millivolts: 3_610 }).toString('base64')
    return server.publishAsync(upTopic(devEui), chirpstackUp({ devEui, fCnt, data, at: new Date(platform.now().getTime() - ago) }), { qos: 1 })
  }
  await say(1, 812, 60_000)
  await until(() => reader.heard.some(({ body }) => body['result'] === 812))
  const [co2] = await unitOf(platform)((db) => db.many(sql<{ id: number; audience: string }>`select id, audience from smart_school.series where tenant_id = ${db.tenant} and quantity = 'co2'`))
  assert.equal(co2?.audience, 'school')
  const topic = `v1.1/Datastreams(${co2.id})/Observations`
  await reader.subscribeAsync(topic)
  await say(2, 913, 0)
  await until(() => reader.heard.some((one) => one.topic === topic))
  assert.deepEqual(resultsAt(reader.heard, topic), [913])
  assert.deepEqual(everybody.heard.filter(({ body }) => body['result'] === 812 || body['result'] === 913), [])
})

test('whoever listens to a set, an entity or a property hears that it was changed', async () => {
  const [writer, reader] = [await connect('erlenau/Schreiber'), await connect('erlenau/Schule')]
  const series = await station(writer, 'Umbenannt', 'public')
  const other = await station(writer, 'Bleibt so', 'public')
  const topics = ['v1.1/Datastreams', `v1.1/Datastreams(${series})`, `v1.1/Datastreams(${series})/name`, `v1.1/Datastreams(${series})?$select=description`, `v1.1/Datastreams(${other})`]
  await reader.subscribeAsync(topics, { qos: 1 })
  const tenant = platform.directory.byId('erlenau') ?? assert.fail()
  const caller = { id: 'x', audiences: ['public'], schoolId: null, mayWrite: true } as const
  await answerRequest({ platform, tenant, caller, origin: 'http://127.0.0.1', version: 'v1.1' }, { method: 'PATCH', path: `Datastreams(${series})`, query: '', contentType: 'application/json', prefer: '', body: async () => Buffer.from('{"name":"Neu","description":"anders"}') })
  await until(() => reader.heard.length >= 4)
  await sleep(100)
  const heard = new Map(reader.heard.map(({ topic, body }) => [topic, body]))
  assert.deepEqual([...heard.keys()].sort(), topics.slice(0, 4).sort())
  assert.deepEqual([heard.get(topics[0] ?? '')?.['name'], heard.get(topics[1] ?? '')?.['@iot.id'], heard.get(topics[2] ?? ''), heard.get(topics[3] ?? '')], ['Neu', series, { name: 'Neu' }, { description: 'anders' }])
})

test('a client with a session that stays hears again after it has come back', async () => {
  const writer = await connect('erlenau/Schreiber')
  const topic = `v1.1/Datastreams(${await station(writer, 'Bleibt', 'public')})/Observations`
  const session: IClientOptions = { clientId: 'bleibt', clean: false, resubscribe: false }
  const first = await connect('erlenau/Schule', session)
  await first.subscribeAsync(topic, { qos: 1 })
  await first.endAsync()
  const second = await connect('erlenau/Schule', session)
  await writer.publishAsync(topic, JSON.stringify({ result: 5 }), { qos: 1 })
  await until(() => second.heard.length > 0)
  assert.deepEqual(resultsAt(second.heard, topic), [5])
})
