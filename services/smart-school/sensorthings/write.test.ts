import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, testCallers, type Fixture, type Served } from './fixture-for-tests.ts'
import type { Json } from './json.ts'
import { openStaMqtt, type StaChange } from './mqtt.ts'
import { onChange } from '../ingest/changes.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.close())

const values = ({ json }: Served): Json[] => json['value'] as Json[] // a set was asked for
const post = (path: string, body: unknown, headers?: Record<string, string>) => fixture.send('POST', path, body, headers)
const get = (path: string, options: Record<string, string> = {}) => fixture.get(path, options, 'writer')
const within = (json: Json | undefined, name: string): Json[] => (json?.[name] ?? []) as Json[] // a set was expanded
const idOf = ({ json }: Served): number => Number(json['@iot.id'])

const unit = { name: 'degree Celsius', symbol: '°C', definition: 'http://qudt.org/vocab/unit/DEG_C' }
const measurement = 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'
const location = (name = 'Schulhof', coordinates = [6.1, 50.8]) => ({ name, description: name, encodingType: 'application/geo+json', location: { type: 'Point', coordinates } })
const sensor = { name: 'DS18B20', description: 'digital thermometer', encodingType: 'application/pdf', metadata: 'https://example.org/ds18b20.pdf' }
const property = { name: 'Lufttemperatur', definition: 'http://qudt.org/vocab/quantitykind/CelsiusTemperature', description: 'temperature of the air' }
const datastream = { name: 'Temperatur', description: 'in the shade', observationType: measurement, unitOfMeasurement: unit, Sensor: sensor, ObservedProperty: property, properties: { audience: 'public' } }
const thing = (name: string) => ({ name, description: 'a box', properties: { owner: { class: '3b' } } })
const station = async (name = 'Wetterstation'): Promise<{ thing: number; stream: number; sensor: number; property: number }> => {
  const made = await post('Things', { ...thing(name), Locations: [location()], Datastreams: [datastream] })
  assert.equal(made.status, 201, made.text)
  const [stream] = values(await get(`Things(${idOf(made)})/Datastreams`, { $expand: 'Sensor($select=id),ObservedProperty($select=id)' }))
  const inner = (name: string) => Number((stream?.[name] as Json | undefined)?.['@iot.id'])
  return { thing: idOf(made), stream: Number(stream?.['@iot.id']), sensor: inner('Sensor'), property: inner('ObservedProperty') }
}

test('an entity is created by POST and read under the address that the answer names', async () => {
  const made = await post('Things', thing('Kiste'))
  assert.equal(made.status, 201)
  assert.equal(made.headers.get('location'), made.json['@iot.selfLink'])
  const read = await fixture.get(String(made.headers.get('location')))
  assert.deepEqual([read.json['name'], read.json['properties']], ['Kiste', { owner: { class: '3b' } }])
})

test('a deep insert makes all or nothing, with feature and history of its own', async () => {
  const body = { ...thing('Tief'), Locations: [location('Dach')], Datastreams: [{ ...datastream, Observations: [{ phenomenonTime: '2026-03-01T10:00:00Z', result: 4.5 }] }] }
  const made = await post('Things', body)
  const read = await get(`Things(${idOf(made)})`, { $expand: 'Locations/HistoricalLocations,Datastreams/Observations/FeatureOfInterest,Datastreams/ObservedProperty' })
  const [stream] = within(read.json, 'Datastreams')
  const [observation] = within(stream, 'Observations')
  assert.equal(observation?.['result'], 4.5)
  assert.deepEqual((observation?.['FeatureOfInterest'] as Json | undefined)?.['feature'], location().location)
  assert.deepEqual(stream?.['observedArea'], location().location)
  assert.equal(stream?.['phenomenonTime'], '2026-03-01T10:00:00.000Z/2026-03-01T10:00:00.000Z')
  assert.equal(within(within(read.json, 'Locations')[0], 'HistoricalLocations').length, 1)
  const before = values(await get('Things', { $top: '1000' })).length
  const broken = await post('Things', { ...body, Datastreams: [{ ...datastream, Sensor: { name: 'only a name' } }] })
  assert.equal(broken.status, 400)
  assert.match(String(broken.json['message']), /Sensor: "description" is missing|Sensor: "encodingType" is missing/)
  assert.equal(values(await get('Things', { $top: '1000' })).length, before)
})

test('existing entities are linked by id, and one that does not exist is refused', async () => {
  const { thing, sensor, property } = await station('Verweis')
  const linked = { ...datastream, Thing: { '@iot.id': thing }, Sensor: { '@iot.id': sensor }, ObservedProperty: { '@iot.id': property } }
  assert.equal((await post('Datastreams', linked)).status, 201)
  assert.equal((await post(`Things(${thing})/Datastreams`, { ...linked, Thing: undefined })).status, 201)
  assert.equal((await get(`Sensors(${sensor})/Datastreams/$count`)).text, '3')
  const missing = await post('Datastreams', { ...linked, Sensor: { '@iot.id': 999_999 } })
  assert.deepEqual([missing.status, missing.json['message']], [400, 'There is no Sensor with "@iot.id" 999999.'])
})

const broken: [string, string, unknown, RegExp][] = [
  ['a missing name', 'Things', { description: 'x' }, /Thing: "name" is missing/],
  ['an unknown property', 'Things', { ...thing('x'), colour: 'red' }, /no property or link "colour"/],
  ['properties that are no object', 'Things', { ...thing('x'), properties: [1] }, /Thing\.properties: an object/],
  ['a geometry that is none', 'Locations', { ...location(), location: { type: 'Point', coordinates: ['6', '50'] } }, /GeoJSON is expected/],
  ['a Datastream without its Thing', 'Datastreams', datastream, /the link "Thing" is missing/],
  ['an Observation without a Datastream', 'Observations', { result: 1 }, /belongs to one Datastream/],
  ['a moment without zone', 'Observations', { result: 1, phenomenonTime: '2026-03-01T10:00:00', Datastream: { '@iot.id': 1 } }, /moment in ISO 8601/],
  ['an interval that ends first', 'Observations', { result: 1, phenomenonTime: '2026-03-02T10:00:00Z/2026-03-01T10:00:00Z', Datastream: { '@iot.id': 1 } }, /ends before it begins/],
  ['a private property', 'Things', { ...thing('x'), properties: { sealed: false } }, /the platform's own/],
  ['a zero sign', 'Things', { ...thing('a\u0000b') }, /U\+0000/],
  ['an array', 'Things', [1], /an object is expected/],
  ['broken JSON', 'Things', '{ "name": ', /no JSON/],
]
for (const [what, path, body, reason] of broken)
  test(`${what} is refused with the reason`, async () => {
    if (path === 'Observations') await station('für Fehler')
    const answer = await post(path, body)
    assert.equal(answer.status, 400, answer.text)
    assert.match(String(answer.json['message']), reason)
  })

test('nobody writes without a credential that may', async () => {
  assert.equal((await post('Things', thing('x'), { authorization: '' })).status, 401)
  assert.equal((await post('Things', thing('x'), { authorization: 'Test reader' })).status, 403)
  assert.equal((await post('Things', thing('x'), { authorization: 'Test stranger' })).status, 401)
})

test('observations keep their kinds, times and rare fields; two of one moment both stay', async () => {
  const { stream } = await station('Messung')
  const at = `Datastreams(${stream})/Observations`
  const moment = '2026-03-02T08:00:00.000Z'
  const full = { phenomenonTime: `${moment}/2026-03-02T09:00:00Z`, resultTime: '2026-03-02T09:00:01Z', validTime: '2026-03-02T08:00:00Z/2026-03-03T08:00:00Z', result: 1.5, resultQuality: { flag: 'good' }, parameters: { depth: 2 } }
  const made = await post(at, full)
  assert.equal(made.status, 201, made.text)
  for (const [name, value] of Object.entries({ ...full, phenomenonTime: `${moment}/2026-03-02T09:00:00.000Z`, resultTime: '2026-03-02T09:00:01.000Z', validTime: '2026-03-02T08:00:00.000Z/2026-03-03T08:00:00.000Z' })) assert.deepEqual(made.json[name], value, name)
  for (const result of ['text', true, { a: [1] }, 7]) assert.deepEqual((await post(at, { phenomenonTime: moment, result })).json['result'], result)
  assert.equal((await get(at, { $count: 'true', $top: '0' })).json['@iot.count'], 5)
  const now = await post(at, { result: 3 })
  assert.match(String(now.json['phenomenonTime']), /^2026-03-10T09:/, 'without a moment it is now')
  assert.equal(now.json['resultTime'], null)
  const series = (await get(`Datastreams(${stream})`)).json
  assert.equal(series['resultTime'], '2026-03-02T09:00:01.000Z/2026-03-02T09:00:01.000Z')
  assert.equal((await get(`Observations('${String(made.json['@iot.id'])}')/parameters/depth/$value`)).text, '2')
})

test('many at once write observations of one moment, and all stay', async () => {
  const { stream } = await station('Gedränge')
  const answers = await Promise.all(Array.from({ length: 6 }, (_, result) => post(`Datastreams(${stream})/Observations`, { phenomenonTime: '2026-03-02T08:00:00Z', result }, { prefer: 'return=minimal' })))
  assert.deepEqual(answers.map(({ status, text }) => [status, text]), answers.map(() => [201, '']))
  assert.equal(new Set(answers.map(({ headers }) => headers.get('location'))).size, 6)
  assert.equal((await get(`Datastreams(${stream})/Observations/$count`)).text, '6')
})

test('the feature of a thing is made once for each of its locations, and a move writes history', async () => {
  const { thing, stream } = await station('Wanderer')
  const feature = async () => (await get(String((await post(`Datastreams(${stream})/Observations`, { result: 1 })).json['FeatureOfInterest@iot.navigationLink']))).json
  const [first, again] = [await feature(), await feature()]
  assert.equal(first['@iot.id'], again['@iot.id'])
  const moved = await fixture.send('PATCH', `Things(${thing})`, { Locations: [location('Turnhalle', [6.2, 50.9])] })
  assert.equal(moved.status, 200, moved.text)
  assert.deepEqual((await feature())['feature'], { type: 'Point', coordinates: [6.2, 50.9] })
  assert.equal((await get(`Things(${thing})/HistoricalLocations/$count`)).text, '2')
  assert.deepEqual((await get(`Datastreams(${stream})`)).json['observedArea'], { type: 'Polygon', coordinates: [[[6.1, 50.8], [6.2, 50.8], [6.2, 50.9], [6.1, 50.9], [6.1, 50.8]]] })
})

test('PATCH changes what is named, PUT everything, JSON Patch by its operations', async () => {
  const made = idOf(await post('Things', thing('Alt')))
  const patched = await fixture.send('PATCH', `Things(${made})`, { name: 'Neu' })
  assert.deepEqual([patched.status, patched.json['name'], patched.json['properties']], [200, 'Neu', { owner: { class: '3b' } }])
  const operations = [{ op: 'test', path: '/name', value: 'Neu' }, { op: 'replace', path: '/properties/owner/class', value: '4a' }, { op: 'add', path: '/properties/tags', value: ['x'] }]
  const type = { 'content-type': 'application/json-patch+json' }
  assert.deepEqual((await fixture.send('PATCH', `Things(${made})`, operations, type)).json['properties'], { owner: { class: '4a' }, tags: ['x'] })
  assert.equal((await fixture.send('PATCH', `Things(${made})`, operations, type)).status, 200)
  assert.equal((await fixture.send('PATCH', `Things(${made})`, [{ op: 'test', path: '/name', value: 'other' }], type)).status, 409)
  assert.equal((await fixture.send('PATCH', `Things(${made})`, [{ op: 'remove', path: '/nothing/here' }], type)).status, 400)
  assert.equal((await fixture.send('PUT', `Things(${made})`, { name: 'Ganz' })).status, 400, 'a description is missing')
  const put = await fixture.send('PUT', `Things(${made})`, { name: 'Ganz', description: 'neu' })
  assert.deepEqual([put.json['name'], put.json['properties']], ['Ganz', {}])
  assert.equal((await fixture.send('PATCH', 'Things(999999)', { name: 'x' })).status, 404)
})

test('an observation is corrected in place, and by another moment it moves', async () => {
  const { stream } = await station('Korrektur')
  const made = await post(`Datastreams(${stream})/Observations`, { phenomenonTime: '2026-03-02T08:00:00Z', result: 1, parameters: { a: 1 } })
  const id = String(made.json['@iot.id'])
  const corrected = await fixture.send('PATCH', `Observations('${id}')`, { result: 2 })
  assert.deepEqual([corrected.json['@iot.id'], corrected.json['result'], corrected.json['parameters']], [id, 2, { a: 1 }])
  const moved = await fixture.send('PATCH', `Observations('${id}')`, { phenomenonTime: '2026-03-02T08:30:00Z' })
  assert.notEqual(moved.json['@iot.id'], id)
  assert.equal((await get(`Observations('${id}')`)).status, 404)
  assert.equal((await get(`Datastreams(${stream})`)).json['phenomenonTime'], '2026-03-02T08:30:00.000Z/2026-03-02T08:30:00.000Z')
})

test('deleting takes with it what cannot be without it', async () => {
  const { thing, stream, sensor, property } = await station('Ende')
  const made = await post(`Datastreams(${stream})/Observations`, { result: 1 })
  const second = await post(`Datastreams(${stream})/Observations`, { result: 2 })
  assert.equal((await fixture.send('DELETE', `Observations('${String(made.json['@iot.id'])}')`, undefined)).status, 200)
  assert.equal((await get(`Datastreams(${stream})/Observations/$count`)).text, '1')
  const feature = (await get(String(second.json['FeatureOfInterest@iot.navigationLink']))).json['@iot.id']
  assert.equal((await fixture.send('DELETE', `FeaturesOfInterest(${feature})`, undefined)).status, 200)
  assert.equal((await get(`Datastreams(${stream})/Observations/$count`)).text, '0')
  await post(`Datastreams(${stream})/Observations`, { result: 1 })
  const place = values(await get(`Things(${thing})/Locations`))[0]?.['@iot.id']
  assert.equal((await fixture.send('DELETE', `Locations(${place})`, undefined)).status, 200)
  assert.equal((await get(`Things(${thing})/HistoricalLocations/$count`)).text, '0')
  assert.equal((await fixture.send('DELETE', `Things(${thing})`, undefined)).status, 200)
  for (const address of [`Things(${thing})`, `Datastreams(${stream})`]) assert.equal((await get(address)).status, 404)
  assert.equal((await get(`Sensors(${sensor})`)).status, 200, 'a sensor stays')
  const other = await station('Ende 2')
  assert.equal((await fixture.send('DELETE', `Sensors(${other.sensor})`, undefined)).status, 200)
  assert.equal((await get(`Datastreams(${other.stream})`)).status, 404)
  assert.equal((await fixture.send('DELETE', `ObservedProperties(${property})`, undefined)).status, 200)
  assert.equal((await fixture.send('DELETE', 'Things', undefined)).status, 405)
})

test('a MultiDatastream holds several values of one moment', async () => {
  const { thing, sensor, property: first } = await station('Viele')
  const body = {
    name: 'Luft', description: 'both', observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation', multiObservationDataTypes: [measurement, measurement],
    unitOfMeasurements: [unit, { name: 'percent', symbol: '%', definition: null }], Thing: { '@iot.id': thing }, Sensor: { '@iot.id': sensor },
    ObservedProperties: [{ '@iot.id': first }, { ...property, name: 'Feuchte' }], properties: { audience: 'public' },
  }
  const made = await post('MultiDatastreams', body)
  assert.equal(made.status, 201, made.text)
  const id = idOf(made)
  assert.equal((await post('MultiDatastreams', { ...body, unitOfMeasurements: [unit] })).status, 400)
  assert.equal((await post(`MultiDatastreams(${id})/Observations`, { result: [1, 2, 3] })).status, 400)
  const observation = await post(`MultiDatastreams(${id})/Observations`, { result: [21.5, 40] })
  assert.deepEqual(observation.json['result'], [21.5, 40])
  assert.ok(observation.json['MultiDatastream@iot.navigationLink'])
  assert.equal(observation.json['Datastream@iot.navigationLink'], undefined)
  assert.equal((await get(`Datastreams(${id})`)).status, 404)
  assert.deepEqual(values(await get(`MultiDatastreams(${id})/ObservedProperties`)).map(({ name }) => name), ['Lufttemperatur', 'Feuchte'])
  assert.equal((await get(`ObservedProperties(${first})/MultiDatastreams/$count`)).text, '1')
  assert.deepEqual(values(await get('Observations', { $filter: `MultiDatastream/id eq ${id} and result[0] gt 21` })).length, 1)
  assert.equal((await fixture.send('DELETE', `MultiDatastreams(${id})`, undefined)).status, 200)
})

test('a table of observations is written at once; a row that cannot be is named and the others stay', async () => {
  const { stream } = await station('Tabelle')
  const rows = [['2026-03-03T08:00:00Z', 1], ['2026-03-03T08:00:00Z', 2], ['yesterday', 3], ['2026-03-03T08:10:00Z'], ['2026-03-03T08:20:00Z', 'a\u0000b']]
  const answer = await post('CreateObservations', [{ Datastream: { '@iot.id': stream }, components: ['phenomenonTime', 'result'], 'dataArray@iot.count': 5, dataArray: rows }])
  assert.equal(answer.status, 201, answer.text)
  const links = JSON.parse(answer.text) as string[]
  assert.deepEqual(links.map((link) => link === 'error'), [false, false, true, true, true])
  assert.equal((await get(String(links[1]))).json['result'], 2)
  const table = await get(`Datastreams(${stream})/Observations`, { $resultFormat: 'dataArray', $select: 'phenomenonTime,result' })
  assert.deepEqual(values(table)[0]?.['dataArray'], [['2026-03-03T08:00:00.000Z', 1], ['2026-03-03T08:00:00.000Z', 2]])
  assert.deepEqual(values(table)[0]?.['components'], ['phenomenonTime', 'result'])
})

test('a batch answers each request, and a change set happens wholly or not', async () => {
  const part = (id: string, request: string, body?: unknown) => `Content-Type: application/http\r\nContent-ID: ${id}\r\n\r\n${request} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${body === undefined ? '' : JSON.stringify(body)}`
  const changes = (...parts: string[]) => `Content-Type: multipart/mixed; boundary=c\r\n\r\n${parts.map((each) => `--c\r\n${each}\r\n`).join('')}--c--`
  const batch = (...parts: string[]) => post('$batch', `${parts.map((each) => `--b\r\n${each}\r\n`).join('')}--b--\r\n`, { 'content-type': 'multipart/mixed; boundary=b' })
  const good = await batch(changes(part('1', 'POST Things', thing('Stapel A')), part('2', 'POST $1/Datastreams', datastream)), part('3', "GET /sensorthings/v1.1/Things?$filter=name eq 'Stapel A'&$expand=Datastreams"))
  assert.equal(good.status, 200)
  assert.equal(good.text.match(/HTTP\/1\.1 201/g)?.length, 2, good.text)
  assert.match(good.text, /"name":"Temperatur"/)
  const bad = await batch(changes(part('1', 'POST Things', thing('Stapel B')), part('2', 'POST Things', { name: 'no description' })), part('3', "GET Things/$count?$filter=name eq 'Stapel B'"))
  assert.match(bad.text, /HTTP\/1\.1 400[\s\S]*HTTP\/1\.1 200[\s\S]*\r\n\r\n0\r\n/)
  const json = await post('$batch', { requests: [
    { id: 'a', method: 'post', url: 'Things', atomicityGroup: 'g', body: thing('Stapel C') },
    { id: 'b', method: 'post', url: 'Datastreams', atomicityGroup: 'g', body: { ...datastream, Thing: { '@iot.id': '$a' } } },
    { id: 'c', method: 'get', url: '$a/Datastreams/$count' },
    { id: 'd', method: 'get', url: 'Things(999999)' },
  ] })
  assert.deepEqual((json.json['responses'] as Json[]).map(({ id, status }) => [id, status]), [['a', 201], ['b', 201], ['c', 200], ['d', 404]])
})

test('by MQTT entities are created as by POST, and subscribers hear what concerns them and what they may', async () => {
  const { stream } = await station('Funk')
  const sta = openStaMqtt(fixture.platform)
  const writer = testCallers['writer'] ?? assert.fail()
  const changes: StaChange[] = []
  const deaf = onChange(fixture.platform, (_tenant, change) => void changes.push(change))
  const publish = (topic: string, body: unknown, caller = writer) => sta.create(fixture.tenant, caller, topic, Buffer.from(JSON.stringify(body)))
  assert.deepEqual(await publish(`v1.1/Datastreams(${stream})/Observations`, { result: 42 }), { ok: true })
  deaf()
  assert.equal(publish('application/1/device/2/event/up', {}), undefined)
  assert.match(JSON.stringify(await publish(`v1.1/Datastreams(${stream})/Observations`, { wrong: 1 })), /no property or link/)
  assert.match(JSON.stringify(await publish('v1.1/Things', thing('x'), { ...writer, mayWrite: false })), /may read, not write/)
  const change = changes.find((each) => 'observations' in each)
  assert.ok(change && 'observations' in change)
  const topics = ['v1.1/Observations', `v1.1/Datastreams(${stream})/Observations?$select=result`, 'v1.1/Datastreams(1)/Observations', 'v1.1/Things', `v1.1/Datastreams(${stream})/name`]
  const messages = await sta.messagesFor(fixture.tenant, change, topics)
  assert.deepEqual(messages.map(({ topic }) => topic), topics.slice(0, 2))
  assert.deepEqual(JSON.parse(messages[1]?.payload ?? ''), { result: 42 })
  assert.deepEqual(messages[1]?.reach, { audience: 'public', schoolId: null })
  const named = await sta.messagesFor(fixture.tenant, { entity: 'Datastream', ids: [stream] }, topics)
  assert.deepEqual(named.map(({ payload }) => payload), ['{"name":"Temperatur"}'])
  assert.deepEqual(await Promise.all([...topics, 'v1.1/#', 'v1.1/Observations?$top=1', 'v1.1/Nothing', 'v1.1/Things(999999)'].map((topic) => sta.maySubscribe(fixture.tenant, undefined, topic))), [true, true, true, true, true, false, false, false, false])
})
