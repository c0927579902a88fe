import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isQuantity } from '../quantity/quantity.ts'
import { momentOfMeasure } from '../ingest/rules/plausible.ts'
import { checkExamples } from './check.ts'
import { openDecoder } from './decoder.ts'
import { examplesOfShipped, shippedCodecs } from './shipped.ts'

const decoder = openDecoder()
after(() => decoder.close())

test('every shipped codec has an id of its own and runs; its own examples pass', async () => {
  const codecs = shippedCodecs()
  assert.equal(new Set(codecs.map(({ id }) => id)).size, codecs.length)
  const failures: unknown[] = []
  let checkedCount = 0
  for (const codec of codecs) {
    assert.match(codec.id, /^[a-z0-9]+(-[a-z0-9]+)+$/)
    for (const checked of await checkExamples(decoder, codec, examplesOfShipped(codec.id), new Date('2026-01-05T08:00:00Z'))) {
      checkedCount += 1
      if (!checked.ok) failures.push({ codec: codec.id, ...checked })
    }
  }
  assert.deepEqual(failures, [])
  assert.ok(checkedCount >= 25)
})

test('a message that is cut off anywhere is refused or read in part, never stopped and never a wrong quantity', async () => {
  for (const codec of shippedCodecs())
    for (const example of examplesOfShipped(codec.id)) {
      if (example.kind !== 'uplink') continue
      const inputs = example.bytes.map((_, length) => ({ bytes: Uint8Array.from(example.bytes.slice(0, length)), fPort: example.fPort, recvTime: new Date(0) }))
      for (const outcome of await decoder.decode(codec, inputs)) {
        if (outcome.ok) assert.ok(outcome.measures.every(({ quantity, value }) => isQuantity(quantity) && Number.isFinite(value)), codec.id)
        else assert.equal(outcome.reason, 'error', `${codec.id}: ${outcome.message}`)
      }
    }
})

test('a row that a device had stored and tells twice has the same moment both times', async () => {
  const codec = shippedCodecs().find(({ id }) => id === 'milesight-em300-th') ?? assert.fail()
  const bytes = Uint8Array.from([0x20, 0xce, 0x00, 0xf1, 0x53, 0x65, 0xc8, 0x00, 0x50]) // 14 November 2023, 22:13:20
  const received = ['2023-11-14T22:23:20.123Z', '2023-11-14T22:43:21.777Z'].map((at) => new Date(at))
  const told = await decoder.decode(codec, received.map((recvTime) => ({ bytes, fPort: 85, recvTime })))
  const moments = told.flatMap((outcome, n) => (outcome.ok ? outcome.measures.map((measure) => momentOfMeasure(measure, received[n] ?? assert.fail()).toISOString()) : assert.fail(outcome.message)))
  assert.deepEqual(moments, Array(4).fill('2023-11-14T22:13:20.000Z'))
})
