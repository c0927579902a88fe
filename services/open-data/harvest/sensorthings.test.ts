// A service after OGC 18-088, written for this test; places and stations are invented.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datasetFromThing } from './dataset-from-thing.ts'
import { documentOf, hostileJson, json, startSource, type TestSource } from './source-testing.ts'

const service = 'https://sensoren.example.org/v1.1'
const context = { service, csv: false, publisher: { name: { de: 'Gemeinde Moorbek' } } }

const station = {
  '@iot.id': 17,
  '@iot.selfLink': `${service}/Things(17)`,
  name: 'Wetterstation Moorbek Hafen',
  description: 'Misst Luft und Wasser.',
  properties: { keywords: ['Wetter'], language: 'de', license: 'dl-de/by-2-0', serialNumber: 'XJ-9' },
  'Datastreams@iot.navigationLink': `${service}/Things(17)/Datastreams`,
  Locations: [{ '@iot.id': 3, name: 'Hafen', encodingType: 'application/geo+json', location: { type: 'Point', coordinates: [9.98, 53.54] } }],
  Datastreams: [
    {
      '@iot.id': 41,
      '@iot.selfLink': `${service}/Datastreams(41)`,
      name: 'Lufttemperatur am Hafen',
      description: 'Zwei Meter über dem Boden.',
      observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
      unitOfMeasurement: { name: 'Grad Celsius', symbol: '°C', definition: 'http://unitsofmeasure.org/ucum.html#para-30' },
      observedArea: { type: 'Polygon', coordinates: [[[9, 53], [10, 53], [10, 54], [9, 53]]] },
      phenomenonTime: '2021-05-01T00:00:00Z/2026-03-03T23:50:00Z',
      'Observations@iot.navigationLink': `${service}/Datastreams(41)/Observations`,
      ObservedProperty: { '@iot.id': 1, name: 'Lufttemperatur', definition: 'http://example.org/lufttemperatur' },
    },
    { '@iot.id': 42, '@iot.selfLink': 'Datastreams(42)', name: 'Wasserstand', phenomenonTime: '2019-02-03T00:00:00+01:00/2020-01-01T00:00:00+01:00', unitOfMeasurement: { name: null, symbol: null }, ObservedProperty: { name: 'Wasserstand' } },
  ],
}
const mapped = (value: unknown, more: object = {}) => {
  const found = datasetFromThing(value, { ...context, ...more })
  assert.equal(found.kind, 'dataset', JSON.stringify(found))
  return found as Extract<typeof found, { kind: 'dataset' }>
}

test('a thing is a dataset, and each of its datastreams a file', () => {
  const { dataset } = mapped(station)
  assert.deepEqual([dataset.uri, dataset.identifier, dataset.landingPage], [`${service}/Things(17)`, ['17'], [`${service}/Things(17)`]])
  assert.deepEqual([dataset.title, dataset.description], [{ de: 'Wetterstation Moorbek Hafen' }, { de: 'Misst Luft und Wasser.' }])
  assert.deepEqual(dataset.keyword, { de: ['Wetter', 'Lufttemperatur', 'Wasserstand'] })
  assert.deepEqual(dataset.publisher, context.publisher)
  assert.deepEqual(dataset.temporal, [{ startDate: '2019-02-03', endDate: '2026-03-03' }])
  assert.deepEqual(dataset.spatial.map(({ geometry }) => JSON.parse(geometry?.text ?? '')), [{ type: 'Point', coordinates: [9.98, 53.54] }])
  assert.deepEqual(
    dataset.distribution.map(({ title, description, accessURL, downloadURL, mediaType, license }) => [title['de'], description['de'], accessURL[0], downloadURL.length, mediaType, license]),
    [
      ['Lufttemperatur am Hafen', 'Zwei Meter über dem Boden.\n\nLufttemperatur (°C)', `${service}/Datastreams(41)/Observations`, 0, 'application/json', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'],
      ['Wasserstand', 'Wasserstand', `${service}/Datastreams(42)/Observations`, 0, 'application/json', 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'],
    ],
  )
})

test('observations are offered as CSV where the service can', () => {
  const { dataset } = mapped(station, { csv: true })
  assert.deepEqual(dataset.distribution.map(({ accessURL, mediaType }) => [accessURL[0]?.slice(service.length), mediaType]), [
    ['/Datastreams(41)/Observations', 'application/json'],
    ['/Datastreams(41)/Observations?$resultFormat=CSV', 'text/csv'],
    ['/Datastreams(42)/Observations', 'application/json'],
    ['/Datastreams(42)/Observations?$resultFormat=CSV', 'text/csv'],
  ])
})

test('without a place of its own a thing lies where it observes, and a long list of datastreams is one link away', () => {
  const { dataset } = mapped({ ...station, Locations: [], 'Datastreams@iot.nextLink': `${service}/Things(17)/Datastreams?$skip=2` })
  assert.match(dataset.spatial[0]?.geometry?.text ?? '', /Polygon/)
  assert.equal(dataset.distribution.at(-1)?.accessURL[0], `${service}/Things(17)/Datastreams`)
})

test('a licence no list knows stays in the source’s words; one that nobody stated is a doubt', () => {
  const unknown = mapped({ ...station, properties: { license: 'Auf Anfrage' } })
  assert.deepEqual([unknown.dataset.distribution[0]?.license, unknown.dataset.distribution[0]?.licenseText], [undefined, 'Auf Anfrage'])
  assert.ok(mapped({ ...station, properties: {} }).warnings.some(({ code }) => code === 'open-data.distribution.licence-missing'))
})

test('whatever a thing is, it is a dataset or has reasons; a coastline as its place is left out', () => {
  for (const value of [null, 7, 'x', [], {}, { name: {}, Datastreams: 'x', Locations: [null], properties: [1] }]) assert.equal(datasetFromThing(value, context).kind, 'refused')
  const coast = { type: 'LineString', coordinates: Array.from({ length: 20_000 }, (_, at) => [at / 1000, 50]) }
  const { dataset, warnings } = mapped({ ...station, Locations: [{ location: coast }] })
  assert.deepEqual([dataset.spatial, warnings[0]?.code], [[], 'open-data.dataset.spatial-invalid'])
})

let source: TestSource
before(async () => void (source = await startSource('sensorthings', '/v1.1')))
after(() => source.close())

const csvFormat = 'https://github.com/INSIDE-information-systems/SensorThingsAPI/blob/master/CSV-ResultFormat/CSV-ResultFormat.md'
const root = (conformance: string[] = []) => json({ value: [{ name: 'Things', url: `http://${source.host}/v1.1/Things` }], serverSettings: { conformance: ['http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel', ...conformance] } })
const thing = (id: number, name: string) => ({ ...station, '@iot.id': id, '@iot.selfLink': `http://${source.host}/v1.1/Things(${id})`, name })
const nextLink = () => `http://${source.host}/v1.1/Things?$skip=2&$expand=Datastreams`
function serve(first: unknown[], second: unknown[]): void {
  source.answers['/v1.1/Things'] = (response, request) => (request.url?.includes('$skip=2') ? json({ value: second }) : json({ '@iot.count': 4, '@iot.nextLink': nextLink(), value: first }))(response, request)
}

test('a service is asked what it can, then read page by page; it is met unchanged, and followed', async () => {
  source.answers['/v1.1'] = root()
  serve([thing(1, 'Station Eins'), thing(2, 'Station Zwei')], [thing(3, 'Station Drei'), thing(4, '')])
  const first = await source.harvest()
  assert.deepEqual([first.run.state, first.run.expected, first.brought], ['done', 4, '3 added, 1 refused'])
  assert.deepEqual(source.asked.map((path) => path.split('?')[0]), ['/v1.1', '/v1.1/Things', '/v1.1/Things'])
  assert.match(decodeURIComponent(source.asked[1] ?? ''), /\$expand=Datastreams\(\$expand=ObservedProperty\),Locations/)
  assert.deepEqual(first.quarantined.map(({ reasons }) => reasons[0]?.code), ['open-data.dataset.title-missing'])
  const one = await documentOf(source, 'station-eins')
  assert.deepEqual([one.publisher?.name, one.distribution.length], [{ de: 'Messnetz Moorbek' }, 2])
  assert.equal((await source.harvest()).brought, '1 refused, 3 unchanged')
  serve([thing(1, 'Station Eins'), thing(2, 'Station Zwei am Kai')], [thing(4, 'Station Vier')])
  assert.equal((await source.harvest()).brought, '1 added, 1 changed, 1 removed, 1 unchanged')
})

test('a service that learns CSV is read anew', async () => {
  source.answers['/v1.1'] = root([csvFormat])
  assert.equal((await source.harvest()).brought, '3 changed')
  assert.equal((await documentOf(source, 'station-eins')).distribution.length, 4)
  assert.equal((await source.harvest()).brought, '3 unchanged')
})

for (const path of ['/v1.1', '/v1.1/Things'])
  for (const [what, answer, code] of path === '/v1.1' ? hostileJson.slice(0, 3) : hostileJson)
    test(`${what} at ${path} ends with ${code}, and nothing has changed`, async () => {
      const before = await source.count()
      source.answers['/v1.1'] = root([csvFormat])
      source.answers[path] = answer
      const { run, brought } = await source.harvest()
      assert.deepEqual([run.state, run.refusal?.code, brought], ['failed', code, ''])
      assert.equal(await source.count(), before)
    })

test('a service of something else, an empty one and one that is gone change nothing', async () => {
  const before = await source.count()
  const ends = async (code: string) => {
    const { run } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, await source.count()], ['failed', code, before])
  }
  source.answers['/v1.1'] = json({ value: [{ name: 'Products' }] })
  await ends('open-data.harvest.no-datasets')
  source.answers['/v1.1'] = root([csvFormat])
  source.answers['/v1.1/Things'] = json({ '@iot.count': 0, value: [] })
  await ends('open-data.harvest.no-datasets')
  delete source.answers['/v1.1/Things']
  await ends('open-data.fetch.status')
})

test('next links in a circle or into the own network end with that reason, and nothing is taken away', async () => {
  const before = await source.count()
  source.answers['/v1.1'] = root([csvFormat])
  for (const [next, code] of [[nextLink(), 'open-data.harvest.page-loop'], ['http://localhost:8080/v1.1/Things?$skip=2', 'open-data.fetch.address-forbidden']] as const) {
    source.answers['/v1.1/Things'] = json({ '@iot.nextLink': next, value: [thing(1, 'Station Eins')] })
    const { run, brought } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, brought], ['failed', code, '1 unchanged'])
    assert.equal(await source.count(), before)
  }
})
