import assert from 'node:assert/strict'
import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import compress from '@fastify/compress'
import fastify, { type FastifyInstance } from 'fastify'
import { closeWithoutWaiting } from './closing.ts'
import { events, keepEventStreams, sendEvents, type EventStream } from './event-stream.ts'

let app: FastifyInstance | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

type Started = { port: number; stream: Promise<EventStream>; closed: Promise<void> }

async function start(): Promise<Started> {
  app = fastify()
  closeWithoutWaiting(app)
  keepEventStreams(app)
  await app.register(compress, { global: true, threshold: 0 })
  const stream = Promise.withResolvers<EventStream>()
  const closed = Promise.withResolvers<void>()
  app.get('/', (request, reply) => {
    void reply.header('x-kept', 'yes')
    sendEvents(request.server, reply, events((open) => {
      stream.resolve(open)
      return closed.resolve
    }))
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { port: (app.server.address() as AddressInfo).port, stream: stream.promise, closed: closed.promise } // it listens on a port
}

const open = (port: number): Promise<IncomingMessage> =>
  new Promise((resolve) => get({ host: '127.0.0.1', port, agent: new Agent(), headers: { 'accept-encoding': 'gzip, br' } }, resolve))

test('events arrive at once, uncompressed, and headers that were set before stay', async () => {
  const { port, stream } = await start()
  const answer = await open(port)
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => (text += part))
  const server = await stream
  assert.equal(answer.headers['content-type'], 'text/event-stream; charset=utf-8')
  assert.deepEqual([answer.headers['content-encoding'], answer.headers['cache-control'], answer.headers['x-kept']], [undefined, 'no-store', 'yes'])
  const began = performance.now()
  server.send('seq', 3)
  while (!text.includes('seq')) await sleep(5)
  assert.ok(performance.now() - began < 1_000)
  assert.equal(text, ': open\n\nevent: seq\ndata: 3\n\n')
  answer.destroy()
})

test('whoever closes is forgotten, and writing to them harms nobody', async () => {
  const { port, stream, closed } = await start()
  const answer = await open(port)
  const server = await stream
  answer.destroy()
  await closed
  assert.equal(server.isOpen, false)
  server.send('seq', 1)
})

test('when the process stops, streams end and nobody waits for them', async () => {
  const { port, stream, closed } = await start()
  const answer = await open(port)
  await stream
  const ended = new Promise<void>((resolve) => answer.resume().once('end', resolve))
  const began = performance.now()
  await app?.close()
  app = undefined
  await Promise.all([ended, closed])
  assert.ok(performance.now() - began < 5_000)
})

test('a browser that reads too slowly gets the latest event of each key, and costs no more memory', async () => {
  const { port, stream } = await start()
  const answer = await open(port)
  const server = await stream
  const long = 'x'.repeat(100_000)
  for (let n = 0; n <= 500; n++) server.send('case', { n, long }, `case ${n % 2}`)
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => (text += part))
  const has = (n: number) => text.includes(`"n":${n},`)
  for (let tries = 0; tries < 200 && !(has(499) && has(500)); tries++) await sleep(25)
  assert.ok(has(499) && has(500), 'the last of each key')
  assert.ok(text.split('event: case').length < 200, 'most in between were left out')
  answer.destroy()
})
