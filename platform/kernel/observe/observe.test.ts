import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import fastify, { LogController } from 'fastify'
import { testConfig, testPlatform } from '../jobs/test-platform.ts'
import { startWorker } from '../jobs/worker.ts'
import { health, metricsText } from './health.ts'
import { loggerSettings, observeRequests } from './log.ts'

test('the log names method, pattern, status and incident, and no person', async () => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  const app = fastify({ logger: { ...loggerSettings(testConfig('/nowhere', { logLevel: 'info' })), stream }, logController: new LogController({ disableRequestLogging: true }), genReqId: () => 'K7R-2MX' })
  observeRequests(app, {} as never)
  app.get('/people/:name', async (request) => {
    request.log.error({ err: new Error('erika.muster@example.org already exists'), req: request }, 'surprise')
    return 'ok'
  })
  await app.inject({ url: '/people/erika-muster?phone=0123', headers: { 'user-agent': 'secret-agent', cookie: 'session=abc' } })
  const text = lines.join('')
  const last = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
  assert.deepEqual([last['incident'], last['method'], last['route'], last['status']], ['K7R-2MX', 'GET', '/people/:name', 200])
  assert.match(text, /observe\.test\.ts/) // the stack leads to the line
  assert.doesNotMatch(text, /erika|0123|secret-agent|session=|127\.0\.0\.1/)
  await app.close()
})

test('readiness needs database and queue; measurements come with and without them', async () => {
  const tested = await testPlatform()
  const worker = await startWorker(tested.platform)
  const state = await health(tested.platform)
  assert.deepEqual({ ...state, oldestJobSeconds: 0 }, { ready: true, database: 'ok', queue: 'ok', files: 'ok', mail: 'demo', workers: 1, oldestJobSeconds: 0 })
  const text = await metricsText(tested.platform)
  for (const name of ['modellregion_outbox_lag_seconds 0', 'modellregion_database_connections{state="idle"}', 'nodejs_eventloop_lag_seconds']) assert.ok(text.includes(name), name)
  await worker.stop()
  await tested.close()
  const began = performance.now()
  const down = await health(tested.platform)
  assert.deepEqual([down.ready, down.database, down.queue], [false, 'down', 'down'])
  assert.ok(performance.now() - began < 5_000)
  assert.match(await metricsText(tested.platform), /process_cpu/)
})
