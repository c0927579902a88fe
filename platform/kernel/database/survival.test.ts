import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrationRooms } from '../boot/discover.ts'
import { createDatabase, migrate, newId, openDatabase, openPool, startEmbeddedServer, type UnitOfWork } from './index.ts'

// The server is killed with SIGKILL under load, as by a power cut, and started again. The process must live on, and each write that was
// acknowledged must be there exactly once.
test('a killed server loses no acknowledged write, and the process goes on by itself', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-survival-'))
  let server = await startEmbeddedServer({ folder })
  await createDatabase(server.superuserUrl('postgres'), 'survival')
  await migrate(server.ownerUrl('survival'), migrationRooms([]).slice(0, 1))
  await migrate(server.ownerUrl('survival'), [{ name: 'probe', folder: join(import.meta.dirname, 'probe') }])
  const pool = openPool(server.appUrl('survival'), { name: 'survival' })
  const database = openDatabase(pool, new Set(['platform']))
  const unit = <T>(work: (db: UnitOfWork) => Promise<T>) => database.unit({ tenant: 'a', service: 'platform', access: 'write', now: new Date() }, work)
  const acknowledged: string[] = []
  const control = new AbortController()
  const writer = async () => {
    while (!control.signal.aborted) {
      const id = newId(new Date())
      await unit((db) => db.run(sql`insert into platform.probe (tenant_id, id) values (${db.tenant}, ${id}) on conflict do nothing`))
      acknowledged.push(id)
    }
  }
  const writers = Array.from({ length: 8 }, writer)
  for (let round = 0; round < 3; round++) {
    await sleep(300 + Math.random() * 400)
    process.kill(server.pid, 'SIGKILL') // and started again at once: what was killed may not have ended yet
    server = await startEmbeddedServer({ folder })
  }
  const before = acknowledged.length
  await sleep(500)
  assert.ok(acknowledged.length > before, 'writing goes on after the last restart')
  control.abort()
  await Promise.all(writers)
  const rows = await unit((db) => db.many(sql<{ id: string }>`select id from platform.probe where tenant_id = ${db.tenant}`))
  const found = new Set(rows.map(({ id }) => id))
  assert.deepEqual(acknowledged.filter((id) => !found.has(id)), [])
  assert.equal(rows.length, found.size)
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
