import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { addressOf, openPool, startTestServer } from '@modellregion/testing'
import { endAll, start } from './installation-testing.ts'

const data = mkdtempSync(join(tmpdir(), 'modellregion-foreign-'))
after(async () => {
  await endAll()
  rmSync(data, { recursive: true, force: true })
})

// As a rented server comes: PostgreSQL 16, one database, one role that owns it and is no superuser, nothing of ours in it.
async function rentedDatabase(): Promise<string> {
  const { superuser } = await startTestServer(16)
  const client = openPool(addressOf(superuser, 'postgres'), { name: 'test-superuser', size: 1 })
  try {
    for (const role of ['modellregion_jobs', 'modellregion_app', 'modellregion_owner']) await client.query(`drop role if exists ${role}`)
    await client.query(`create role town login createrole password 'secret'`)
    await client.query('create database town owner town')
  } finally {
    await client.end()
  }
  return addressOf(superuser, 'town').replace(/^postgres:\/\/[^@]*@/, 'postgres://town:secret@')
}

it('runs on a rented PostgreSQL 16 with a single role, and starts there again', { timeout: 240_000 }, async () => {
  const DATABASE_URL = await rentedDatabase()
  for (const time of ['first', 'later']) {
    const installation = start({ args: ['--port', '0', '--data', data], env: { DATABASE_URL } })
    const { url, milliseconds } = await installation.ready()
    process.stdout.write(`${time} start on a foreign server: ${Math.round(milliseconds)} ms\n`)
    for (const path of ['', 'open-data', 'readyz']) assert.equal((await fetch(url + path)).status, 200, path)
    installation.child.kill('SIGTERM')
    const { code, err } = await installation.ended()
    assert.deepEqual([code, err], [0, ''])
  }
})
