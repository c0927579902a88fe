import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Platform } from '@modellregion/kernel'
import type { StaChange } from '../sensorthings/mqtt.ts'
import { hintsOf, longestHint, readHint } from './change-hint.ts'
import { announceEars, onChange, tellChange } from './changes.ts'

const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ seriesId: n + 1, at: new Date(Date.parse('2026-03-10T09:00:00.123Z') - n * 60_000), seq: n % 3 }))

test('a change of any size becomes hints that are short enough and say the same', () => {
  const changes: readonly StaChange[] = [{ observations: keys(5_000) }, { entity: 'Thing', ids: keys(3_000).map(({ seriesId }) => seriesId) }, { entity: 'Sensor', ids: [7] }]
  for (const change of changes) {
    const hints = hintsOf({ process: 'p', tenant: 'erlenau', change })
    assert.ok(hints.every((hint) => Buffer.byteLength(hint) <= longestHint))
    const read = hints.map((hint) => readHint(hint) ?? assert.fail(hint))
    assert.ok(read.every(({ process, tenant }) => process === 'p' && tenant === 'erlenau'))
    const told = read.flatMap(({ change: part }): unknown[] => ('entity' in part ? part.ids.map((id) => [part.entity, id]) : [...part.observations]))
    assert.deepEqual(told, 'entity' in change ? change.ids.map((id) => [change.entity, id]) : change.observations)
  }
  assert.deepEqual(hintsOf({ process: 'p', tenant: 'erlenau', change: { observations: [] } }), [])
})

test('hints of others are none', () => {
  for (const text of ['schools 3,7', 'sta', 'sta p erlenau Nothing 1', 'sta-ear p erlenau', 'sta p erlenau Thing']) assert.equal(readHint(text), undefined, text)
})

test('each process hears a change once, whichever told it; and where nobody listens any more nothing is told', (t) => {
  const time = t.mock.method(performance, 'now', () => 0)
  const wire: { name: string; ear: { onHint(text: string): void } }[] = []
  const told: string[] = []
  const place = (name: string): Pick<Platform, 'live'> => ({ live: { hear: (_service, ear) => (wire.push({ name, ear }), () => {}), tell: (_service, text) => (told.push(text), wire.forEach(({ ear }) => ear.onHint(text))) } })
  const [web, broker] = [place('web'), place('broker')]
  const heard: [string, StaChange][] = []
  const deaf = onChange(broker, (tenant, change) => void heard.push([tenant, change]))
  const change: StaChange = { observations: keys(2) }
  tellChange(web, 'erlenau', change)
  tellChange(broker, 'erlenau', change)
  assert.deepEqual(heard, [['erlenau', change], ['erlenau', change]])
  time.mock.mockImplementation(() => 600_000)
  told.length = 0
  tellChange(web, 'erlenau', change)
  assert.deepEqual(told, [])
  const ears = announceEars(broker, () => ['erlenau'])
  ears.now()
  tellChange(web, 'moorbek', change)
  assert.equal(heard.length, 2)
  tellChange(web, 'erlenau', change)
  assert.equal(heard.length, 3)
  // A process that begins later asks, and knows at once.
  const late = place('late')
  tellChange(late, 'erlenau', change)
  time.mock.mockImplementation(() => 640_000)
  told.length = 0
  tellChange(late, 'erlenau', change)
  tellChange(late, 'moorbek', change)
  assert.deepEqual([told.length, heard.length], [1, 5])
  ears.stop()
  deaf()
  tellChange(web, 'erlenau', change)
  assert.equal(heard.length, 5)
})
