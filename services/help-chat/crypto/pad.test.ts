import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { fromBase64, randomBytes } from './bytes.ts'
import { startTestCase, testConfidant } from './case-for-tests.ts'
import { messageBytes, sealMessage } from './envelope.ts'
import type { Message } from './message.ts'
import { buckets, mostMessageBytes, padToBlock, padToBucket, unpad } from './pad.ts'

test('every length falls into the next bucket and comes back unchanged', () => {
  for (let length = 0; length <= mostMessageBytes; length += length < 4_200 ? 1 : 509) {
    const padded = padToBucket(new Uint8Array(length).fill(0x80))
    assert.equal(padded.length, buckets.find((bucket) => bucket > length))
    assert.equal(unpad(padded)?.length, length)
  }
  assert.equal(padToBucket(new Uint8Array(mostMessageBytes)).length, 64 * 1024)
  assert.throws(() => padToBucket(new Uint8Array(mostMessageBytes + 1)), RangeError)
})

test('zeros and end marks at the end of a message survive the padding', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.constantFrom([], [0], [0x80], [0x80, 0], [0, 0x80]), (start, end) => {
      const bytes = Uint8Array.from([...start, ...end])
      assert.deepEqual(unpad(padToBucket(bytes)), bytes)
      assert.deepEqual(unpad(padToBlock(bytes, 16)), bytes)
      assert.equal(padToBlock(bytes, 16).length % 16, 0)
    }),
  )
  assert.equal(unpad(new Uint8Array(16)), undefined)
  assert.equal(unpad(Uint8Array.of(1, 2)), undefined)
})

test('the lengths of 10,000 sealed messages are the declared ones and no others', async () => {
  const so = await startTestCase({ tenant: 'aachen', readers: [await testConfidant('aachen')] })
  const [epoch] = so.thread.epochs
  const key = so.epochKeys.get(1)
  assert.ok(epoch && key)
  const seen = new Map<number, number>()
  for (let round = 0; round < 10_000; round++) {
    // Most are short, as people write; every length up to the longest occurs.
    const message: Message = { at: '2026-03-02T09:00:00Z', content: { kind: 'text', text: 'ü'.repeat(round % 100 === 0 ? round * 3 : round % 700) } }
    const envelope = sealMessage({ message, epoch, key, seq: round, prev: null, from: 'person', keys: so.person.keys })
    const length = fromBase64(envelope.body)?.length ?? 0
    assert.equal(length - 16, buckets.find((bucket) => bucket > messageBytes(message)))
    seen.set(length - 16, (seen.get(length - 16) ?? 0) + 1)
  }
  assert.deepEqual([...seen.keys()].toSorted((one, other) => one - other), buckets)
  assert.throws(() => sealMessage({ message: { at: '', content: { kind: 'text', text: 'x'.repeat(mostMessageBytes) } }, epoch, key: randomBytes(32), seq: 0, prev: null, from: 'person', keys: so.person.keys }), RangeError)
})
