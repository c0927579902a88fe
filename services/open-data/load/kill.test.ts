import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openFiles, readConfig, recordFile } from '@modellregion/kernel'
import { root, temporaryDatabase } from '@modellregion/testing'
import { findVersion, insertVersion } from '../version/queries.ts'

const id = '01980000-0000-7000-8000-000000000001'
const rows = 20_000

test('a load that is killed at any moment is finished by the next, and nothing half is kept', async () => {
  await using temporary = await temporaryDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-kill-'))
  const files = openFiles(readConfig({ env: {}, options: { data: folder }, root: folder }))
  const text = `id;ort;wert;tag\n${Array.from({ length: rows }, (_, index) => `${index};Straße ${index % 977};${index},25;${String((index % 28) + 1).padStart(2, '0')}.01.2024`).join('\n')}\nkaputt\n`
  const kept = await files.put('erlenau', Readable.from([Buffer.from(text)]), { limit: 100_000_000 })
  await temporary.unit('erlenau', 'open-data', async (db) => {
    await recordFile(db, { ...kept, name: 'a.csv', type: 'text/csv' }, id)
    await insertVersion(db, { id, distributionId: id, datasetId: id, name: 'a.csv', mediaType: 'text/csv', sha256: kept.sha256, byteSize: kept.size, note: '' })
  })
  const version = () => temporary.read('erlenau', 'open-data', (db) => findVersion(db, id))
  const start = () => spawn(process.execPath, ['--import', join(root, 'app/tsx-hook.ts'), join(import.meta.dirname, 'kill-child.ts'), temporary.appUrl, 'erlenau', id, folder, '2026-03-04T09:00:00Z'], { stdio: ['ignore', 'pipe', 'inherit'] })

  let killedEarly = 0
  for (const milliseconds of [0, 300, 800]) {
    const child = start()
    await saying(child, 'ready')
    await sleep(milliseconds)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    const now = await version()
    assert.ok(now?.state === 'waiting' || now?.state === 'loading' || now?.state === 'ready', now?.state)
    if (now?.state === 'ready') break
    killedEarly++
    assert.equal(now.tableFile, null)
    assert.equal(now.rowCount, null)
  }
  assert.ok(killedEarly >= 2, `only ${killedEarly} of the kills came before the end`)
  const last = start()
  await once(last, 'exit')
  const done = await version()
  assert.equal(done?.state, 'ready')
  assert.equal(done?.rowCount, rows)
  assert.equal(done?.rejectedCount, 1)
  assert.deepEqual(done?.fields?.map(({ type }) => type), ['int', 'text', 'numeric', 'date'])
  assert.ok(await files.stat('erlenau', done?.tableFile ?? ''))
  assert.ok(await files.stat('erlenau', done?.rejectedFile ?? ''))
  rmSync(folder, { recursive: true })
})

function saying(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.toString().includes(word) && resolve())
    child.once('exit', (code, signal) => signal !== 'SIGKILL' && reject(new Error(`The process ended with ${code ?? signal} before it was ${word}.`)))
  })
}
