import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { UnitOfWork } from '@modellregion/kernel'
import { testMoment } from '@modellregion/testing'
import { insertSensor, insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { renderCount } from './answer/render.ts'
import { anybody } from './caller.ts'
import { requirementUris } from './conformance/table.ts'
import { countMembers } from './queries/count.ts'
import { openContext } from './queries/scope.ts'
import { largestBody } from './server/http.ts'
import { refused } from './server/refused.ts'
import { openFixture, type Fixture, type Served } from './fixture-for-tests.ts'
import type { Json } from './json.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.write(async (db) => {
    for (const name of ['Raum 101', 'Raum 102', 'Lehrerzimmer']) {
      const thing = await takeNumbers(db, 'thing')
      const sensor = await takeNumbers(db, 'sensor')
      await insertThing(db, { id: thing, kind: 'room', parentId: null, schoolId: 1, name, properties: { floor: thing, sealed: name === 'Lehrerzimmer' } })
      await insertSensor(db, { id: sensor, name: `ERS ${sensor}` })
      for (const quantity of ['co2', 'power'] as const) {
        const series = await seriesOfChannel(db, { thingId: thing, sensorId: sensor, channel: quantity, quantity })
        await writeObservations(db, Array.from({ length: 5 }, (_, minute) => ({ seriesId: series.id, at: new Date(Date.parse(testMoment) + minute * 60_000), number: (quantity === 'co2' ? 400 : 10) * thing + minute })))
      }
    }
  })
})
after(() => fixture.close())

const values = ({ json }: Served): Json[] => json['value'] as Json[] // a set was asked for
const within = (json: Json | undefined, name: string): Json[] => (json?.[name] ?? []) as Json[] // a set was expanded
const names = (served: Served): unknown[] => values(served).map(({ name }) => name)
const ask = (path: string, options: Record<string, string> = {}, as: string | undefined = 'reader') => fixture.get(path, options, as)


test('the landing page names all sets, the requirements and the limits', async () => {
  const { json } = await fixture.get('')
  assert.deepEqual(values({ json } as Served).map(({ name }) => name), ['Things', 'Locations', 'HistoricalLocations', 'Datastreams', 'MultiDatastreams', 'Sensors', 'ObservedProperties', 'Observations', 'FeaturesOfInterest'])
  for (const { url } of json['value'] as { url: string }[]) assert.equal((await fixture.get(url)).status, 200, url)
  const settings = json['serverSettings'] as { conformance: string[] } & Record<string, { endpoints: string[] }>
  assert.deepEqual(settings.conformance, requirementUris())
  // 18-088, 9.2.1: where MQTT listens stands under the requirement that it serves.
  for (const requirement of ['create-observations-via-mqtt/observations-creation', 'receive-updates-via-mqtt/receive-updates']) assert.deepEqual(settings[`http://www.opengis.net/spec/iot_sensing/1.1/req/${requirement}`]?.endpoints, ['mqtt://127.0.0.1:1883'])
  assert.equal((await fixture.get('v1.0/Things')).status, 200)
  assert.equal((await fixture.get('v1.0/')).json['serverSettings'], undefined)
})

test('an entity has its control information and a link for each navigation', async () => {
  const { json } = await ask('Datastreams(1)')
  assert.equal(json['@iot.selfLink'], `${fixture.origin}/sensorthings/v1.1/Datastreams(1)`)
  for (const link of ['Thing', 'Sensor', 'ObservedProperty', 'Observations']) assert.equal(json[`${link}@iot.navigationLink`], `${fixture.origin}/sensorthings/v1.1/Datastreams(1)/${link}`)
  assert.deepEqual(json['unitOfMeasurement'], { name: 'parts per million', symbol: 'ppm', definition: 'http://qudt.org/vocab/unit/PPM' })
  assert.equal(json['phenomenonTime'], '2026-03-10T09:00:00.000Z/2026-03-10T09:04:00.000Z')
})

const addresses: [string, number, RegExp?][] = [
  ['Things(1)/name', 200, /"name":"Raum 101"/],
  ['Things(1)/name/$value', 200, /^Raum 101$/],
  ['Things(1)/properties/floor', 200, /"floor":1/],
  ['Things(1)/properties/floor/$value', 200, /^1$/],
  ['Things(1)/properties/nothing', 404],
  ['Things(1)/@iot.id', 200, /"@iot.id":1/],
  ['Things(1)/Datastreams(1)/Sensor/name/$value', 200, /^ERS 1$/],
  ['Things(2)/Datastreams(1)', 404],
  ['Datastreams(1)/Observations/$ref', 200, /"@iot.selfLink"/],
  ['Datastreams(1)/Thing/$ref', 200, /Things\(1\)/],
  ['Datastreams(1)/observedArea', 204],
  ['Things/$count', 200, /^3$/],
  ['Things(99)', 404],
  ["Things('a')", 404],
  ['Things(99999999999)', 404],
  ["Observations('nothing')", 404],
  ['Nothing', 404],
  ['Things(1)/Nothing', 404],
  ['Things/name', 404],
  ['Things(1)/name/$count', 404],
  ['Things(1)/$value', 404],
  ['Things(1)/Datastreams/Sensor', 404],
  ['Things?$filter=nothing eq 1', 400, /no property and no link/],
  ['Things?$select=nothing', 400, /\$select: a Thing has no/],
  ['Things?$expand=nothing', 400, /\$expand: a Thing has no link/],
  ['Things?$orderby=Datastreams', 400, /is a link/],
  ["Things?$filter=name gt 5", 400, /text cannot be compared with a number/],
  ['Things?$filter=foo(name)', 400, /no function foo/],
  ["Things?$filter=year(name) eq 1", 400, /takes a moment/],
  ['Things?$filter=length(name)', 400, /condition is expected/],
  ['Observations?$filter=phenomenonTime gt 2026-13-45T00:00:00Z', 400, /no moment of the calendar/],
  ["Observations?$filter=result gt 1 and id eq 'x'", 200],
  ['Observations?$skiptoken=x', 400],
  ['Things?$resultFormat=dataArray', 400],
]
for (const [address, status, content] of addresses)
  test(`GET ${address} answers ${status}`, async () => {
    const answer = await ask(address)
    assert.equal(answer.status, status, answer.text)
    if (content) assert.match(answer.text, content)
    if (status >= 400) assert.equal(answer.json['code'], status)
  })

test('things, their series and their last values come with one question', async () => {
  for (const $expand of ['Datastreams/Observations($top=1;$orderby=phenomenonTime desc)', 'Datastreams($expand=Observations($top=1;$orderby=phenomenonTime desc;$select=result,phenomenonTime))']) {
    const answer = await ask('Things', { $expand, $orderby: 'name desc', $top: '2' })
    assert.equal(answer.status, 200, answer.text)
    const [first] = values(answer)
    assert.equal(first?.['name'], 'Raum 102')
    assert.deepEqual(first?.['properties'], { floor: 2 })
    assert.deepEqual(within(first, 'Datastreams').map((series) => within(series, 'Observations')[0]?.['result']), [804, 24])
    assert.match(String(answer.json['@iot.nextLink']), /\$skip=2/)
  }
})

test('pages follow each other without gap or repetition, on every level', async () => {
  for (const [path, options] of [['Observations', { $top: '3', $orderby: 'phenomenonTime desc', $count: 'true' }], ['Observations', { $top: '4', $filter: 'result ge 0' }], ['Things', { $top: '1', $orderby: 'name' }], ['Datastreams(1)/Observations', { $top: '2' }], ['Observations', { $top: '7', $orderby: 'result desc' }]] as [string, Record<string, string>][]) {
    const seen: unknown[] = []
    let page = await ask(path, options)
    for (let turn = 0; turn < 20; turn += 1) {
      seen.push(...values(page).map((each) => each['@iot.id']))
      if (!page.json['@iot.nextLink']) break
      page = await ask(String(page.json['@iot.nextLink']))
      assert.equal(page.status, 200, page.text)
    }
    const all = values(await ask(path, { ...options, $top: '1000' })).map((each) => each['@iot.id'])
    assert.deepEqual(seen, all, path)
    assert.equal(new Set(all).size, all.length)
  }
  const nested = await ask('Datastreams(1)', { $expand: 'Observations($top=2;$count=true;$orderby=phenomenonTime desc)' })
  assert.equal(nested.json['Observations@iot.count'], 5)
  const next = await ask(String(nested.json['Observations@iot.nextLink']))
  assert.deepEqual(values(next).map(({ result }) => result), [402, 401])
})

test('options work in their order: what is counted, what is passed over, what is shown', async () => {
  const answer = await ask('Things', { $filter: "startswith(name,'Raum')", $count: 'true', $orderby: 'name desc', $skip: '1', $top: '1', $select: 'name' })
  assert.deepEqual([answer.json['@iot.count'], values(answer), answer.json['@iot.nextLink']], [2, [{ name: 'Raum 101' }], undefined])
  assert.equal((await ask('Things', { $count: 'false' })).json['@iot.count'], undefined)
  assert.deepEqual(values(await ask('Things', { $skip: '99' })), [])
})

test('what is selected is all there is, and order is that of the codes', async () => {
  assert.deepEqual(values(await ask('Things', { $select: 'name', $orderby: 'name desc' })), [{ name: 'Raum 102' }, { name: 'Raum 101' }, { name: 'Lehrerzimmer' }])
  assert.deepEqual(values(await ask('Datastreams', { $select: 'id', $expand: 'Thing($select=name)', $top: '1' })), [{ '@iot.id': 1, Thing: { name: 'Raum 101' } }])
  assert.deepEqual(names(await ask('Things', { $orderby: 'properties/floor desc', $top: '2' })), ['Lehrerzimmer', 'Raum 102'])
  assert.deepEqual(values(await ask('Datastreams', { $orderby: 'Thing/name desc,name', $select: 'id' })).map((each) => each['@iot.id']).slice(0, 2), [4, 3].toSorted((a, b) => (a === 3 ? -1 : b - a)))
})

test('other pages may read, nothing is sent twice, and what is too large or too slow is said so', async () => {
  const options = await fetch(`${fixture.origin}/sensorthings/v1.1/Things`, { method: 'OPTIONS' })
  assert.deepEqual([options.status, options.headers.get('access-control-allow-origin'), options.headers.get('access-control-allow-methods')], [204, '*', 'GET, HEAD'])
  const first = await fixture.get('Things')
  const again = await fetch(`${fixture.origin}/sensorthings/v1.1/Things`, { headers: { 'if-none-match': String(first.headers.get('etag')) } })
  assert.equal(again.status, 304)
  const head = await fetch(`${fixture.origin}/sensorthings/v1.1/Things`, { method: 'HEAD' })
  assert.deepEqual([head.status, await head.text()], [200, ''])
  assert.equal((await fixture.send('POST', 'Things', `"${'x'.repeat(largestBody)}"`)).status, 413)
  assert.equal((await fixture.send('PUT', 'Things', {})).status, 405)
  assert.equal((await fixture.get('v1.1/$batch')).status, 404)
  const slow = refused(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }))
  assert.equal(slow.status, 503)
  assert.match(JSON.stringify(slow.body), /Narrow it/)
  assert.throws(() => refused(new Error('a surprise')), /a surprise/)
})

test('above ten thousand a number is an estimate and says so', async () => {
  const db = { tenant: 'erlenau', one: async () => ({ n: 10_001, 'QUERY PLAN': [{ Plan: { 'Plan Rows': 52_000 } }] }), run: async () => 0 } as unknown as UnitOfWork // answers as a large table would
  assert.deepEqual(await countMembers(db, openContext('erlenau', new Date(testMoment), anybody), 'Observation', undefined), { count: 52_000, estimate: true })
  assert.deepEqual(renderCount({ members: [], count: { count: 52_000, estimate: true } }), { '@iot.count': 52_000, '@iot.countIsEstimate': true })
})

test('observations of devices name no feature, and one question for a last value reads no more than the kept one', async () => {
  const [observation] = values(await ask('Datastreams(1)/Observations', { $top: '1', $expand: 'FeatureOfInterest,Datastream,MultiDatastream' }))
  assert.deepEqual([observation?.['FeatureOfInterest'], observation?.['MultiDatastream'], (observation?.['Datastream'] as Json | undefined)?.['@iot.id']], [undefined, undefined, 1])
  const kept = await ask('Datastreams', { $expand: 'Observations($top=1;$orderby=phenomenonTime desc;$select=result)', $top: '2', $select: 'id' })
  assert.deepEqual(values(kept).map((each) => within(each, 'Observations')), [[{ result: 404 }], [{ result: 14 }]])
})
