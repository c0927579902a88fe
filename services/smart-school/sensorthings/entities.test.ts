import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from './fixture-for-tests.ts'
import type { Json } from './json.ts'
import { entities, type EntityName } from './model.ts'

// 18-088, 8.2 and 10: what every kind of entity must be able to do, kind by kind.

let fixture: Fixture
const ids: Record<string, number> = {}
before(async () => {
  fixture = await openFixture()
  for (const name of ['Thing', 'Location', 'Sensor', 'ObservedProperty', 'Datastream'] as const) ids[name] = Number((await made(name)).json['@iot.id'])
})
after(() => fixture.close())

const unit = { name: 'degree Celsius', symbol: '°C', definition: 'http://qudt.org/vocab/unit/DEG_C' }
const measurement = 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'
const about = (name: string): Json => ({ name, description: `what ${name} is`, properties: { audience: 'public', floor: 2 } })
const point = { type: 'Point', coordinates: [6.1, 50.8] }
const to = (name: EntityName): Json => ({ '@iot.id': ids[name] })

/** Properties of a new entity, links to others, and a change with which something else stands there. */
const kinds: Readonly<Record<EntityName, { properties: () => Json; links?: () => Json; change: Json }>> = {
  Thing: { properties: () => about('Kiste'), change: { name: 'Kasten' } },
  Location: { properties: () => ({ ...about('Dach'), encodingType: 'application/geo+json', location: point }), change: { location: { type: 'Point', coordinates: [6.2, 50.9] } } },
  HistoricalLocation: { properties: () => ({ time: '2026-03-01T10:00:00.000Z' }), links: () => ({ Thing: to('Thing'), Locations: [to('Location')] }), change: { time: '2026-03-02T10:00:00.000Z' } },
  Sensor: { properties: () => ({ ...about('Fühler'), encodingType: 'application/pdf', metadata: 'https://example.org/a.pdf' }), change: { metadata: { sheet: 'https://example.org/b.pdf' } } },
  ObservedProperty: { properties: () => ({ ...about('Wärme'), definition: 'http://example.org/warmth' }), change: { definition: 'http://example.org/heat' } },
  Datastream: { properties: () => ({ ...about('Reihe'), observationType: measurement, unitOfMeasurement: unit }), links: () => ({ Thing: to('Thing'), Sensor: to('Sensor'), ObservedProperty: to('ObservedProperty') }), change: { unitOfMeasurement: { ...unit, symbol: 'Cel' } } },
  MultiDatastream: {
    properties: () => ({ ...about('Paar'), observationType: measurement, multiObservationDataTypes: [measurement, measurement], unitOfMeasurements: [unit, unit] }),
    links: () => ({ Thing: to('Thing'), Sensor: to('Sensor'), ObservedProperties: [to('ObservedProperty'), { name: 'Feuchte', description: '', definition: 'http://example.org/humidity' }] }),
    change: { description: 'two at once' },
  },
  FeatureOfInterest: { properties: () => ({ ...about('Hof'), encodingType: 'application/geo+json', feature: point }), change: { feature: { type: 'Point', coordinates: [6.2, 50.9] } } },
  Observation: {
    properties: () => ({ phenomenonTime: '2026-03-01T10:00:00.000Z/2026-03-01T11:00:00.000Z', resultTime: '2026-03-01T11:00:01.000Z', result: 4.5, resultQuality: 'good', validTime: '2026-03-01T10:00:00.000Z/2026-03-02T10:00:00.000Z', parameters: { depth: 2 } }),
    links: () => ({ Datastream: to('Datastream'), FeatureOfInterest: { ...about('Beet'), encodingType: 'application/geo+json', feature: point } }),
    change: { result: 5 },
  },
}
const made = (name: EntityName) => fixture.send('POST', entities.find((each) => each.name === name)?.set ?? '', { ...kinds[name].properties(), ...kinds[name].links?.() })

for (const { name, set, links } of entities)
  test(`a ${name} is created, read with all its properties and links, changed and deleted`, async () => {
    const created = await made(name)
    assert.equal(created.status, 201, created.text)
    const address = String(created.headers.get('location'))
    const read = await fixture.get(address, {}, 'writer')
    assert.equal(read.json['@iot.selfLink'], address)
    assert.ok(address.endsWith(`/${set}(${typeof read.json['@iot.id'] === 'string' ? `'${read.json['@iot.id']}'` : String(read.json['@iot.id'])})`), address)
    for (const [property, value] of Object.entries(kinds[name].properties())) assert.deepEqual(read.json[property], value, property)
    // An observation belongs to a Datastream here, so not to a MultiDatastream.
    for (const { name: link } of links.filter((each) => !(name === 'Observation' && each.name === 'MultiDatastream'))) {
      const led = await fixture.get(String(read.json[`${link}@iot.navigationLink`]), {}, 'writer')
      assert.equal(led.status, 200, `${link}: ${led.text}`)
    }
    const changed = await fixture.send('PATCH', address, kinds[name].change)
    assert.equal(changed.status, 200, changed.text)
    assert.deepEqual((await fixture.get(address, {}, 'writer')).json, { ...read.json, ...kinds[name].change })
    assert.equal((await fixture.send('DELETE', address, undefined)).status, 200)
    assert.equal((await fixture.get(address, {}, 'writer')).status, 404)
  })

test('a Location that is created at a Thing puts it there, and that is history', async () => {
  const path = `Things(${ids['Thing']})`
  assert.equal((await fixture.send('POST', `${path}/Locations`, kinds.Location.properties())).status, 201)
  const counts = async () => Promise.all(['Locations', 'HistoricalLocations'].map(async (link) => (await fixture.get(`${path}/${link}/$count`, {}, 'writer')).text))
  assert.deepEqual(await counts(), ['1', '1'])
  assert.equal((await fixture.send('POST', `${path}/Locations`, { ...kinds.Location.properties(), name: 'Keller' })).status, 201)
  assert.deepEqual(await counts(), ['1', '2'])
})

test('a table of a MultiDatastream: rows with an array of results each, and read as a table again', async () => {
  const pair = Number((await made('MultiDatastream')).json['@iot.id'])
  const rows = [['2026-03-03T08:00:00Z', [1, 2]], ['2026-03-03T08:10:00Z', [1]]]
  const answer = await fixture.send('POST', 'CreateObservations', [{ MultiDatastream: { '@iot.id': pair }, components: ['phenomenonTime', 'result'], dataArray: rows }])
  assert.deepEqual([answer.status, (JSON.parse(answer.text) as string[]).map((link) => link === 'error')], [201, [false, true]])
  const table = await fixture.get(`MultiDatastreams(${pair})/Observations`, { $resultFormat: 'dataArray', $select: 'phenomenonTime,result' }, 'writer')
  assert.deepEqual((table.json['value'] as Json[]).map((each) => each['dataArray']), [[['2026-03-03T08:00:00.000Z', [1, 2]]]])
})
