import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openFiles, readConfig } from '@modellregion/kernel'
import { root, temporaryDatabase, testTenants } from '@modellregion/testing'
import { askTable } from './ask.ts'
import { insertPushed } from './queries.ts'

const table = '01980000-0000-7000-8000-00000000000a'

test('rows that were acknowledged survive the process, and a folding that is killed loses and doubles nothing', { timeout: 300_000 }, async () => {
  const temporary = await temporaryDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-store-'))
  const tenant = testTenants.erlenau.id
  const now = () => new Date('2026-03-04T09:00:00Z')
  const fields = [{ id: 'key', type: 'text' }, { id: 'shared', type: 'text' }] as const
  await temporary.database.unit({ tenant, service: 'open-data', access: 'write', now: now() }, (db) => insertPushed(db, { distributionId: table, datasetId: table, versionId: null, fields, primaryKey: ['key'] }))
  let kept = -1
  let folded = 0
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, ['--import', join(root, 'app/tsx-hook.ts'), join(import.meta.dirname, 'kill-child.ts'), temporary.appUrl, tenant, table, folder, String(kept + 1)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const heard = { text: '' }
    child.stdout.on('data', (text: Buffer) => (heard.text += text.toString()))
    while (!heard.text.includes('kept') && child.exitCode === null) await sleep(20)
    await sleep(200 + Math.random() * 1_500)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    kept = Math.max(kept, ...[...heard.text.matchAll(/^kept (\d+)$/gm)].map(([, batch]) => Number(batch)))
    folded += heard.text.match(/^folded$/gm)?.length ?? 0
  }
  const config = readConfig({ env: {}, options: { config: undefined, data: folder, port: '0', services: undefined }, root: folder })
  const host = { database: temporary.database, files: openFiles(config, now), now, config }
  const { rows, total = 0 } = await askTable(host, tenant, { distributionId: table }, { fields: ['key', 'shared'], limit: 32_000 })
  const keys = new Map(rows.map(([key, shared]) => [String(key), String(shared)]))
  await temporary.close()
  rmSync(folder, { recursive: true })
  assert.ok(kept > 5 && folded > 0, `${kept} batches, ${folded} foldings`)
  assert.equal(keys.size, rows.length, 'no row is there twice')
  assert.equal(total, rows.length)
  for (let batch = 0; batch <= kept; batch++) for (let at = 0; at < 20; at++) assert.ok(keys.has(`${batch}-${at}`), `row ${at} of batch ${batch}`)
  // What was on its way when the process was killed may have been kept, but only as a whole.
  const last = Number(keys.get('always'))
  assert.ok(last === kept || last === kept + 1)
  assert.equal(rows.length, (last + 1) * 20 + 1)
})
