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
import { loadVersion } from './load-version.ts'

const id = '01980000-0000-7000-8000-000000000001'
const rows = 20_000
/** When each process is killed, in milliseconds after it has begun. */
const moments = [0, 300, 800]

test('a load that is killed at any moment is finished by the next, and nothing half is kept', async () => {
  // Starting takes a process most of its time: all do it at once, and beside the database.
  const waiting = moments.map(() => start())
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

  let killedEarly = 0
  for (const [at, { child, says }] of waiting.entries()) {
    await says('ready')
    child.stdin?.write(JSON.stringify([temporary.appUrl, 'erlenau', id, folder, '2026-03-04T09:00:00Z']))
    await says('begun')
    await sleep(moments[at])
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    const now = await version()
    assert.ok(now?.state === 'waiting' || now?.state === 'loading' || now?.state === 'ready', now?.state)
    if (now?.state === 'ready') continue
    killedEarly++
    assert.equal(now.tableFile, null)
    assert.equal(now.rowCount, null)
  }
  assert.ok(killedEarly >= 2, `only ${killedEarly} of the kills came before the end`)
  const unit = (access: 'read' | 'write') => <T>(work: Parameters<typeof temporary.database.unit<T>>[1]) => temporary.database.unit({ tenant: 'erlenau', service: 'open-data', access, now: new Date('2026-03-04T09:00:00Z') }, work)
  await loadVersion({ platform: { files }, tenant: { id: 'erlenau' }, attempt: 1, signal: new AbortController().signal, progress: () => {}, read: unit('read'), write: unit('write') }, id)
  const done = await version()
  assert.equal(done?.state, 'ready')
  assert.equal(done?.rowCount, rows)
  assert.equal(done?.rejectedCount, 1)
  assert.deepEqual(done?.fields?.map(({ type }) => type), ['int', 'text', 'numeric', 'date'])
  assert.ok(await files.stat('erlenau', done?.tableFile ?? ''))
  assert.ok(await files.stat('erlenau', done?.rejectedFile ?? ''))
  rmSync(folder, { recursive: true })
})

function start(): { child: ChildProcess; says: (word: string) => Promise<void> } {
  const child = spawn(process.execPath, ['--import', join(root, 'app/tsx-hook.ts'), join(import.meta.dirname, 'kill-child.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  let heard = ''
  child.stdout?.on('data', (text: Buffer) => (heard += text.toString()))
  const says = async (word: string) => {
    for (; !heard.includes(word); await sleep(5)) if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode} before it was ${word}.`)
  }
  return { child, says }
}
