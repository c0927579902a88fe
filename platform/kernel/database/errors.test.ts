import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import { isConnectionLoss, isRetryable } from './errors.ts'

const withCode = (code: string) => Object.assign(new Error('x'), { code })

test('what may succeed on a new connection is tried again', () => {
  for (const code of ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', '57P01', '08006', '40001']) assert.ok(isRetryable(withCode(code)), code)
})

test('a mistake of ours is not taken for a lost connection', () => {
  const mistakes = [() => createPublicKey('no key'), () => new URL('no address'), () => Buffer.alloc(-1)]
  for (const mistake of mistakes)
    assert.throws(mistake, (error) => {
      assert.ok(!isConnectionLoss(error) && !isRetryable(error), String(error))
      return true
    })
  assert.ok(!isRetryable(withCode('23505')))
})
