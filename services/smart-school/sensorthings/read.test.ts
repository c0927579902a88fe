import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testMoment } from '@modellregion/testing'
import { insertSensor, insertThing, takeNumbers, writeObservations } from '../store/queries.ts'
import { seriesOfChannel } from '../store/series.ts'
import { openFixture, type Fixture } from './fixture-for-tests.ts'
import type { Json } from './answer/render.ts'

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

const values = ({ json }: { json: Json }): Json[] => json['value'] as Json[]

test('things, their series and their last values come with one question', async () => {
  const answer = await fixture.get('Things', { $expand: 'Datastreams/Observations($top=1;$orderby=phenomenonTime desc)', $orderby: 'name desc', $top: '2' })
  assert.equal(answer.status, 200, answer.text)
  const [first] = values(answer)
  assert.equal(first?.['name'], 'Raum 102')
  assert.deepEqual(first?.['properties'], { floor: 2 })
  const [series] = first?.['Datastreams'] as Json[]
  assert.equal((series?.['Observations'] as Json[])[0]?.['result'], 24)
  assert.match(String(answer.json['@iot.nextLink']), /\$skip=2/)
})
