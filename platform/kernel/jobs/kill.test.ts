import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { enqueue } from './enqueue.ts'
import { findJob, listWorkers } from './queries.ts'
import { traced } from './test-jobs.ts'
import { eventually, testPlatform, type TestPlatform } from './test-platform.ts'
import { startWorker, type Worker } from './worker.ts'

let tested: TestPlatform
let worker: Worker | undefined
let child: ChildProcess | undefined
before(async () => (tested = await testPlatform([traced])))
afterEach(async () => {
  await worker?.stop(0)
  worker = undefined
  child?.kill('SIGKILL')
})
after(() => tested.close())

const lines = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
const order = (file: string, milliseconds: number) => tested.temporary.unit('erlenau', 'platform', (db) => enqueue(db, traced, { file, milliseconds }))
const stateOf = (id: string) => tested.temporary.read('erlenau', 'platform', (db) => findJob(db, id))

async function startChild(): Promise<ChildProcess> {
  const { jobsUrl, ownerUrl, superuserUrl, appUrl } = tested.temporary
  const started = spawn(process.execPath, ['--import', './app/tsx-hook.ts', join(import.meta.dirname, 'test-process.ts'), tested.folder, JSON.stringify({ jobsUrl, ownerUrl, superuserUrl, appUrl })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(started.stdout, 'data')
  return started
}

test('the jobs of a process killed with SIGKILL run elsewhere within 20 seconds, and the try is counted', { timeout: 60_000 }, async (context) => {
  child = await startChild()
  const file = join(tested.folder, 'killed')
  const id = await order(file, 1_000)
  await eventually(async () => lines(file).length === 1)
  child.kill('SIGKILL')
  const killed = performance.now()
  worker = await startWorker(tested.platform)
  await eventually(async () => lines(file).length === 2, 22)
  const seconds = (performance.now() - killed) / 1_000
  context.diagnostic(`begun again ${seconds.toFixed(1)} s after SIGKILL`)
  assert.ok(seconds < 20, `${seconds} s`)
  await eventually(async () => (await stateOf(id))?.state === 'done')
  assert.deepEqual(lines(file).map((line) => line.split(' ')[0]), ['begin', 'begin', 'end'])
  assert.equal((await stateOf(id))?.attempts, 2)
  assert.equal((await tested.temporary.read('erlenau', 'platform', listWorkers)).length, 1)
})

test('a process told to stop hands its unfinished job back at once, without counting the try', { timeout: 60_000 }, async () => {
  child = await startChild()
  const file = join(tested.folder, 'stopped')
  const id = await order(file, 3_000)
  await eventually(async () => lines(file).length === 1)
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = (await gone) as [number]
  assert.equal(code, 0)
  assert.equal((await stateOf(id))?.state, 'queued')
  assert.equal((await tested.temporary.read('erlenau', 'platform', listWorkers)).length, 0)
  worker = await startWorker(tested.platform)
  await eventually(async () => (await stateOf(id))?.state === 'done', 8)
  assert.equal((await stateOf(id))?.attempts, 1)
})
