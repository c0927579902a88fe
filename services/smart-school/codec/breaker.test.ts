import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBreaker } from './breaker.ts'
import type { CodecSource, Decoded } from './schema.ts'

const codec: CodecSource = { id: 'a-b', version: 3, name: 'A', maker: 'A', program: 'x' }
const stopped: Decoded = { ok: false, reason: 'timeout', message: 'stopped' }

test('five stops in a row: a minute of rest, then twice as long after one more, until one decode is good', () => {
  let now = 0
  const breaker = openBreaker(() => now)
  const stop = (times: number) => Array.from({ length: times }, () => breaker.note(codec, stopped))
  stop(4)
  assert.equal(breaker.whyRest(codec), undefined)
  breaker.note(codec, { ok: false, reason: 'error', message: 'no data' })
  stop(4)
  assert.equal(breaker.whyRest(codec), undefined, 'an ordinary error is no stop and begins the count anew')
  stop(1)
  assert.equal(breaker.whyRest(codec)?.reason, 'resting')
  assert.deepEqual(breaker.list(), [{ codec: 'a-b', version: 3, stopped: 5, secondsLeft: 60, message: 'stopped' }])
  assert.equal(breaker.whyRest({ ...codec, program: 'mended' }), undefined, 'a mended program starts at once')
  now = 60
  assert.equal(breaker.whyRest(codec), undefined)
  stop(1)
  assert.equal(breaker.list()[0]?.secondsLeft, 120)
  now = 200
  breaker.note(codec, { ok: true })
  stop(4)
  assert.equal(breaker.whyRest(codec), undefined)
})
