import assert from 'node:assert/strict'
import { test } from 'node:test'
import { payForStart } from './payment.ts'

const ticket = { id: 'x', from: 0, expires: 0, signature: 'y' }

test('a device that cannot calculate waits its turn instead', async (t) => {
  const asked: string[] = []
  t.mock.method(globalThis, 'fetch', async (address: string) => {
    asked.push(address)
    return Response.json(address.endsWith('/challenge') ? { challenge: {} } : { ticket })
  })
  // There is no worker here: the calculating fails at once.
  const paid = await payForStart(() => {}, new AbortController().signal)
  assert.deepEqual(paid, { ticket })
  assert.deepEqual(asked, ['/help-chat/app/challenge', '/help-chat/app/ticket'])
})

test('it ends with whoever needs it no more', async (t) => {
  t.mock.method(globalThis, 'fetch', () => new Promise(() => {}))
  const ending = new AbortController()
  const paying = payForStart(() => {}, ending.signal)
  ending.abort()
  await assert.rejects(paying, /ended/)
})
