import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

const script = `
  import { startTestServer } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))}
  await startTestServer(18)
  process.stdout.write('up\\n')
  setInterval(() => {}, 1_000)`

test('a killed test run leaves neither server nor folder', { timeout: 60_000 }, async () => {
  const run = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => createInterface({ input: run.stdout }).once('line', () => resolve()))
  const folder = foldersOf(run.pid)[0]
  assert.ok(folder && existsSync(join(folder, 'cluster', 'postmaster.pid')))
  run.kill('SIGKILL')
  for (let tries = 0; tries < 100 && existsSync(folder); tries++) await sleep(100)
  assert.deepEqual(foldersOf(run.pid), [])
})

const foldersOf = (pid: number | undefined): string[] =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(`modellregion-test-${pid}-`))
    .map((name) => join(tmpdir(), name))
