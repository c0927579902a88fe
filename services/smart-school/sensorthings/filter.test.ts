import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from '@modellregion/kernel'
import { openFixture, type Fixture } from './fixture-for-tests.ts'
import type { Json } from './json.ts'

let fixture: Fixture
const at = (text: string) => `2026-03-${text}Z`
const series = (name: string, audience: string) => ({
  name, description: name, observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Observation', unitOfMeasurement: { name: null, symbol: null, definition: null },
  Sensor: { name: `${name}-Sensor`, description: 's', encodingType: 'text/html', metadata: 'x' }, ObservedProperty: { name, definition: `http://example.org/${name}`, description: 'p' }, properties: { audience },
})
const place = (name: string, location: Json) => ({ name, description: name, encodingType: 'application/geo+json', location })
const make = async (path: string, body: unknown) => {
  const answer = await fixture.send('POST', path, body)
  assert.equal(answer.status, 201, answer.text)
}

before(async () => {
  fixture = await openFixture()
  await make('Things', {
    name: 'Haus Süd', description: 'Long Text', properties: { floor: 2, tag: 'blue', open: true, list: [1, 2], built: '1990-05-01' },
    Locations: [place('Punkt', { type: 'Point', coordinates: [6, 50] })],
    Datastreams: [
      { ...series('Wärme', 'public'), Observations: [
        { phenomenonTime: at('01T10:15:30.250'), result: 10.5 }, { phenomenonTime: at('02T00:00:00'), result: -3 }, { phenomenonTime: `${at('03T00:00:00')}/${at('04T00:00:00')}`, result: 20, resultTime: at('04T00:00:01'), validTime: `${at('03T00:00:00')}/${at('05T00:00:00')}` },
        { phenomenonTime: at('05T00:00:00'), result: 'hot', parameters: { by: "O'Neil" } }, { phenomenonTime: at('06T00:00:00'), result: true }, { phenomenonTime: at('07T00:00:00'), result: { depth: 4 } }, { phenomenonTime: at('08T00:00:00'), result: null },
      ] },
      { ...series('Geheim', 'staff'), Observations: [{ phenomenonTime: at('01T00:00:00'), result: 5000 }] },
    ],
  })
  await make('Things', { name: 'house north', description: 'short', properties: { floor: 10, tag: 'red', open: false }, Locations: [place('Feld', { type: 'Polygon', coordinates: [[[7, 51], [8, 51], [8, 52], [7, 52], [7, 51]]] })], Datastreams: [{ ...series('Wasser', 'public'), Observations: [{ phenomenonTime: at('01T00:00:00'), result: 100 }] }] })
  await make('Things', { name: 'Weg', description: 'path', Locations: [place('Linie', { type: 'LineString', coordinates: [[5, 50], [7, 50]] })] })
})
after(() => fixture.close())

const found = async (set: string, filter: string, property: string, as?: string): Promise<unknown> => {
  const answer = await fixture.get(set, { $filter: filter, $select: property, $orderby: set === 'Observations' ? 'phenomenonTime' : 'id' }, as)
  assert.equal(answer.status, 200, answer.text)
  return (answer.json['value'] as Json[]).map((each) => each[property])
}

const [south, north, way] = ['Haus Süd', 'house north', 'Weg']
const ofThings: [string, string[]][] = [
  ["name eq 'Weg'", [way]],
  ["name ne 'Weg'", [south, north]],
  ["name in ('Weg','Haus Süd')", [south, way]],
  ["name gt 'a'", [north]],
  ["substringof('aus', name)", [south]],
  ["startswith(name, 'ho')", [north]],
  ["endswith(name, 'eg')", [way]],
  ["endswith(name, '')", [south, north, way]],
  ['length(name) eq 3', [way]],
  ["indexof(name, 'e') eq 1", [way]],
  ["substring(name, 1) eq 'eg'", [way]],
  ["substring(name, 0, 2) eq 'We'", [way]],
  ["tolower(name) eq 'weg'", [way]],
  ["toupper(name) eq 'HAUS SÜD'", [south]],
  ["trim(concat(name, ' ')) eq 'Weg'", [way]],
  ["concat(concat(name, ', '), description) eq 'Weg, path'", [way]],
  ['properties/floor gt 2', [north]],
  ['properties/floor add 1 eq 3', [south]],
  ['properties/floor sub 1 eq 1', [south]],
  ['properties/floor mul 2 eq 20', [north]],
  ['properties/floor div 4 eq 2.5', [north]],
  ['properties/floor mod 4 eq 2', [south, north]],
  ['-properties/floor lt -5', [north]],
  ['properties/floor div 0 eq 1', []],
  ["properties/tag eq 'blue'", [south]],
  ["properties/floor eq '2'", []],
  ['properties/open eq true', [south]],
  ['properties/open', [south]],
  ['not properties/open', [north]],
  ['properties/list[1] eq 2', [south]],
  ['properties/tag eq null', [way]],
  ['properties/tag ne null', [south, north]],
  ['properties/built lt 2000-01-01T00:00:00Z', [south]],
  ["name eq 'Weg' or properties/floor eq 2 and properties/open eq false", [way]],
  ["(name eq 'Weg' or properties/floor eq 2) and properties/open eq true", [south]],
  ["not (name eq 'Weg') and not startswith(name,'Haus')", [north]],
  ["name eq 'it''s' or name eq 'Weg; drop table x; --'", []],
  ['id eq 2', [north]],
  ["Datastreams/name eq 'Wasser'", [north]],
  ["Datastreams/ObservedProperty/name eq 'Wasser'", [north]],
  ["Datastreams/Observations/result gt 50", [north]],
  ["Datastreams/name eq 'Wasser' and Datastreams/Observations/result lt 50", []],
  ["Datastreams/name eq 'Wärme' and Datastreams/Observations/result lt 50", [south]],
  ["not (Datastreams/name eq 'Wasser')", [south, way]],
  ["Locations/name eq 'Linie'", [way]],
  ["geo.distance(Locations/location, geography'POINT (6 51)') lt 1.1", [south, north, way]],
  ["geo.distance(Locations/location, geography'POINT (6 51)') lt 1", []],
  ["geo.distance(Locations/location, geography'POINT (6 50)') eq 0", [south, way]],
  ["geo.length(Locations/location) eq 2", [way]],
  ["geo.intersects(Locations/location, geography'POLYGON ((5 49, 6.5 49, 6.5 51, 5 51, 5 49))')", [south, way]],
  ["st_within(Locations/location, geography'POLYGON ((5 49, 6.5 49, 6.5 51, 5 51, 5 49))')", [south]],
  ["st_crosses(Locations/location, geography'POLYGON ((5.5 49, 6.5 49, 6.5 51, 5.5 51, 5.5 49))')", [way]],
  ["st_contains(Locations/location, geography'POINT (7.5 51.5)')", [north]],
  ["st_equals(Locations/location, geography'POINT (6 50)')", [south]],
  ["st_touches(Locations/location, geography'POINT (5 50)')", [way]],
  ["st_overlaps(Locations/location, geography'POLYGON ((7.5 51.5, 9 51.5, 9 53, 7.5 53, 7.5 51.5))')", [north]],
  ["st_disjoint(Locations/location, geography'LINESTRING (0 50, 9 50)')", [north]],
  ["st_intersects(Locations/location, geography'MULTIPOINT ((6 50), (7.5 51.5))')", [south, north, way]],
  ["st_relate(Locations/location, geography'POINT (6 50)', '0FFFFFFF2')", [south]],
]
for (const [filter, expected] of ofThings)
  test(`Things where ${filter}`, async () => {
    assert.deepEqual(await found('Things', filter, 'name'), expected)
  })

const hot = [10.5, -3, 20]
const ofObservations: [string, unknown[]][] = [
  ['result gt 0', [10.5, 20, 100].toSorted(() => 0)],
  ["result eq 'hot'", ['hot']],
  ['result eq true', [true]],
  ['result/depth eq 4', [{ depth: 4 }]],
  ['result eq null', [null]],
  ["parameters/by eq 'O''Neil'", ['hot']],
  ['round(result) eq 11', [10.5]],
  ['floor(result) eq 10', [10.5]],
  ['ceiling(result) eq 11', [10.5]],
  ['resultTime ne null', [20]],
  ['resultTime gt 2026-03-01T00:00:00Z', [20]],
  ['year(phenomenonTime) eq 2026 and month(phenomenonTime) eq 3 and day(phenomenonTime) eq 1 and hour(phenomenonTime) eq 10', [10.5]],
  ['minute(phenomenonTime) eq 15', [10.5]],
  ['second(phenomenonTime) eq 30', [10.5]],
  ['fractionalseconds(phenomenonTime) eq 0.25', [10.5]],
  ['date(phenomenonTime) eq 2026-03-02', [-3]],
  ['time(phenomenonTime) eq 10:15:30.25', [10.5]],
  ['totaloffsetminutes(phenomenonTime) eq 0 and result lt 0', [-3]],
  ['phenomenonTime lt now() and result lt 0', [-3]],
  ['phenomenonTime gt mindatetime() and phenomenonTime lt maxdatetime() and result lt 0', [-3]],
  ['phenomenonTime eq 2026-03-02T01:00:00+01:00', [-3]],
  ['phenomenonTime gt 2026-03-07T00:00:00Z', [null]],
  ['phenomenonTime ge 2026-03-07T00:00:00Z', [{ depth: 4 }, null]],
  ['phenomenonTime lt 2026-03-01T12:00:00Z and result lt 50', [10.5]],
  ['phenomenonTime le 2026-03-02T00:00:00Z and result lt 50', [10.5, -3]],
  ["phenomenonTime gt now() sub duration'P2D'", []],
  ["phenomenonTime add duration'P1D' gt 2026-03-08T12:00:00Z", [null]],
  ['before(phenomenonTime, 2026-03-02T00:00:00Z/2026-03-03T00:00:00Z) and result lt 50', [10.5]],
  ['after(phenomenonTime, 2026-03-02T00:00:00Z/2026-03-07T00:00:00Z)', [null]],
  ['during(phenomenonTime, 2026-03-02T00:00:00Z/2026-03-04T00:00:00Z)', [-3, 20]],
  ['overlaps(phenomenonTime, 2026-03-03T12:00:00Z/P1D)', [20]],
  ['meets(phenomenonTime, 2026-03-04T00:00:00Z/2026-03-06T00:00:00Z)', [20, true]],
  ['starts(phenomenonTime, 2026-03-03T00:00:00Z/2026-03-09T00:00:00Z)', [20]],
  ['finishes(phenomenonTime, 2026-03-01T00:00:00Z/2026-03-04T00:00:00Z)', [20]],
  ['during(2026-03-03T12:00:00Z, validTime)', [20]],
  ['phenomenonTime eq 2026-03-03T00:00:00Z/2026-03-04T00:00:00Z', [20]],
  ["Datastream/name eq 'Wärme' and result lt 50", hot],
  ["Datastream/Thing/name eq 'house north'", [100]],
  ["Datastream/Thing/Locations/name eq 'Feld'", [100]],
  ["Datastream/id in (3) or result eq 20", [100, 20]],
  ["geo.distance(FeatureOfInterest/feature, geography'POINT (7.5 51.5)') eq 0", [100]],
  ["FeatureOfInterest/name eq 'Feld' and Datastream/name eq 'Wasser' and result gt 1", [100]],
  ["FeatureOfInterest/name eq 'Nichts'", []],
  ["not (FeatureOfInterest/name eq 'Punkt') and result gt 0", [100]],
  ["Datastream/unitOfMeasurement/name eq null and result lt 0", [-3]],
]
for (const [filter, expected] of ofObservations)
  test(`Observations where ${filter}`, async () => {
    const sort = (list: unknown[]) => list.map((each) => JSON.stringify(each)).toSorted()
    assert.deepEqual(sort((await found('Observations', filter, 'result')) as unknown[]), sort(expected))
  })

test('an observation is found by its id', async () => {
  const [first] = (await fixture.get('Observations', { $top: '1', $filter: 'result eq 20' })).json['value'] as Json[]
  assert.deepEqual(await found('Observations', `id eq '${String(first?.['@iot.id'])}'`, 'result'), [20])
})

test('what a caller may not read cannot be found out by any question', async () => {
  for (const filter of ['Datastreams/Observations/result gt 1000', "Datastreams/name eq 'Geheim'", "Datastreams/ObservedProperty/name eq 'Geheim'", "Datastreams/Sensor/name eq 'Geheim-Sensor'"]) {
    assert.deepEqual(await found('Things', filter, 'name'), [], filter)
    assert.deepEqual(await found('Things', filter, 'name', 'reader'), [south], filter)
  }
  assert.deepEqual(await found('ObservedProperties', 'Datastreams/Observations/result gt 1000', 'name'), [])
  assert.deepEqual(await found('Observations', 'result gt 1000', 'result'), [])
  assert.deepEqual(await found('FeaturesOfInterest', 'Observations/result gt 1000', 'name'), [])
  assert.deepEqual(await found('Datastreams', "Thing/Datastreams/name eq 'Geheim'", 'name'), [])
  const [top] = (await fixture.get('Things', { $orderby: 'Datastreams/Observations/result desc', $top: '1' })).json['value'] as Json[]
  assert.ok(top)
  for (const path of ['Datastreams(2)', 'Datastreams(2)/Observations', 'Things(1)/Datastreams(2)', 'Datastreams(2)/Thing']) assert.equal((await fixture.get(path)).status, 404, path)
  assert.equal((await fixture.get('Observations', { $count: 'true', $top: '0' })).json['@iot.count'], 8)
  assert.equal((await fixture.get('Observations', { $count: 'true', $top: '0' }, 'reader')).json['@iot.count'], 9)
  const expanded = await fixture.get('Things(1)', { $expand: 'Datastreams($count=true),Datastreams/Observations' })
  assert.equal(expanded.json['Datastreams@iot.count'], 1)
  assert.ok(!expanded.text.includes('"result":5000') && !expanded.text.includes('Geheim'))
  const id = ((await fixture.get('Datastreams(2)/Observations', {}, 'reader')).json['value'] as Json[])[0]?.['@iot.id']
  assert.equal((await fixture.get(`Observations('${String(id)}')`)).status, 404)
  assert.deepEqual(await found('Observations', `id eq '${String(id)}'`, 'result'), [])
})

test('a credential of a school reads of that school, and sealed series nobody reads', async () => {
  const seal = (audience: string, schoolId: number | null) => fixture.write((db) => db.run(sql`update smart_school.series set audience = ${audience}, school_id = ${schoolId} where tenant_id = ${db.tenant} and name = 'Geheim'`))
  const seen = async (as: string) => ((await found('Datastreams', 'id gt 0', 'name', as)) as string[]).includes('Geheim')
  await seal('school', 1)
  assert.deepEqual([await seen('school'), await seen('reader')], [true, true])
  await seal('school', 2)
  assert.deepEqual([await seen('school'), await seen('reader')], [false, true])
  await seal('sealed', 1)
  assert.deepEqual([await seen('school'), await seen('reader'), await seen('writer')], [false, false, false])
  assert.equal((await fixture.send('POST', 'Datastreams(2)/Observations', { result: 1 })).status, 404)
  assert.equal((await fixture.send('POST', 'Observations', { result: 1, Datastream: { '@iot.id': 2 } })).status, 400)
  assert.equal((await fixture.send('DELETE', 'Datastreams(2)', undefined)).status, 404)
})

test("the platform's own rooms and series are read, not changed from outside", async () => {
  await fixture.write((db) => db.run(sql`update smart_school.series set channel = 'x' where tenant_id = ${db.tenant} and name = 'Wasser'`))
  await fixture.write((db) => db.run(sql`update smart_school.thing set kind = 'room' where tenant_id = ${db.tenant} and name = 'Weg'`))
  const [water] = (await fixture.get('Datastreams', { $filter: "name eq 'Wasser'" })).json['value'] as Json[]
  for (const [method, path, body] of [['POST', `Datastreams(${String(water?.['@iot.id'])})/Observations`, { result: 1 }], ['PATCH', `Datastreams(${String(water?.['@iot.id'])})`, { name: 'x' }], ['DELETE', 'Things(3)', undefined], ['PATCH', 'Things(3)', { name: 'x' }]] as const)
    assert.equal((await fixture.send(method, path, body)).status, 403, `${method} ${path}`)
  assert.equal((await fixture.send('DELETE', 'Things(2)', undefined)).status, 409)
  const [line] = (await fixture.get('Things(3)/Locations')).json['value'] as Json[]
  for (const [method, path, body] of [['PATCH', `Locations(${String(line?.['@iot.id'])})`, { name: 'x' }], ['POST', 'Things(3)/Locations', place('Anderswo', { type: 'Point', coordinates: [1, 1] })], ['POST', 'Locations', { ...place('Anderswo', { type: 'Point', coordinates: [1, 1] }), Things: [{ '@iot.id': 3 }] }]] as const)
    assert.equal((await fixture.send(method, path, body)).status, 403, `${method} ${path}`)
  const own = series('Gast', 'public')
  assert.equal((await fixture.send('POST', 'Things(3)/Datastreams', own)).status, 201, 'a series of one’s own in a room')
  await fixture.write((db) => db.run(sql`update smart_school.thing set properties = '{"sealed":true}' where tenant_id = ${db.tenant} and id = 3`))
  assert.equal((await fixture.send('POST', 'Things(3)/Datastreams', own)).status, 403, 'not where nothing may be shown')
  assert.deepEqual(await found('Things', 'properties/sealed eq true', 'name', 'writer'), [])
})
