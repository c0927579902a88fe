import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isQuantity } from '../quantity/quantity.ts'
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
