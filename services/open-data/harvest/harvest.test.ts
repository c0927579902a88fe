import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Tenant, UnitOfWork } from '@modellregion/kernel'
import { search } from '@modellregion/kernel'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { demoSources } from '../demo/sources.ts'
import * as queries from './queries.ts'
import { harvest } from './run.ts'

let temporary: TemporaryDatabase
const tenant: Tenant = testTenants.erlenau
const now = new Date('2026-03-04T09:00:00Z')
const unit = <T>(work: (db: UnitOfWork) => Promise<T>, access: 'read' | 'write' = 'read') => temporary.database.unit({ tenant: tenant.id, service: 'open-data', access, now }, work)
const context = () => ({
  platform: { database: temporary.database, config: { demo: true }, now: () => now },
  tenant,
  signal: new AbortController().signal,
  progress: () => {},
})

before(async () => {
  temporary = await temporaryDatabase()
  for (const source of demoSources['aachen'] ?? []) await unit((db) => queries.insertSource(db, { ...source, id: crypto.randomUUID() }), 'write')
})
after(() => temporary.close())

test('four real catalogues are harvested, found, and unchanged the second time', async () => {
  const added = []
  for (const source of ['rostock', 'brandenburg', 'destatis', 'koeln']) {
    const { run, counts } = await harvest(context(), source)
    assert.equal(run.state, 'done')
    added.push(counts.added)
  }
  assert.equal(added.reduce((sum, n) => sum + n), 347 + 119)
  const again = await harvest(context(), 'rostock')
  assert.equal(again.counts.unchanged, added[0])
  assert.equal(again.counts.added + again.counts.changed + again.counts.removed, 0)
  const found = await unit((db) => search(db, { q: 'Fahrrad', service: 'open-data', from: 0, size: 5 }))
  assert.ok(found.total > 0)
})
