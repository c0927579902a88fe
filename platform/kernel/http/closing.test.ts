import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fastify from 'fastify'
import { closeWithoutWaiting } from './closing.ts'

test('a connection that never asks anything does not hold the end; a running answer is finished', { timeout: 20_000 }, async () => {
  const app = fastify()
  closeWithoutWaiting(app)
  const asked = Promise.withResolvers<void>()
  app.get('/slow', async () => {
    asked.resolve()
    await pause(300)
    return 'finished'
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo // a TCP server has no other kind of address
  const silent = connect(port, '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const answer = fetch(`http://127.0.0.1:${port}/slow`).then((response) => response.text())
  await asked.promise
  const began = performance.now()
  await app.close()
  assert.ok(performance.now() - began < 5_000, 'the end came in time')
  assert.equal(await answer, 'finished')
})
