import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, type TemporaryDatabase } from '@modellregion/testing'
import { deleteDatasets, insertDatasets } from '../dataset/queries.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { oncePerCatalogue } from './kept.ts'

let temporary: TemporaryDatabase
let moment = new Date('2026-03-10T09:00:00Z')
before(async () => void (temporary = await temporaryDatabase({ now: () => moment })))
after(() => temporary.close())

const unit = <T>(work: (db: UnitOfWork) => Promise<T>, tenant = 'erlenau'): Promise<T> => temporary.unit(tenant, 'open-data', work)

async function add(db: UnitOfWork): Promise<string> {
  const organisation = await keepOrganisation(db, { id: newId(db.now), name: 'amt', title: 'Amt', description: '', homepage: null, email: null, uri: null })
  const id = newId(db.now)
  await insertDatasets(db, [{ id, name: `d-${id}`, source_id: null, source_key: null, title: 'D', summary: '', document: '{"keyword":{}}', digest: id, organisation_id: organisation.id, theme: [], format: [], licence: [], high_value: false, points: 0, modified: null, seen_in: null }])
  return id
}

test('what is counted over the catalogue is made once for each of its states, and for each town', async () => {
  let made = 0
  const ask = (tenant?: string) => unit((db) => oncePerCatalogue(db, 'test', async () => ++made), tenant)
  assert.deepEqual([await ask(), await ask()], [1, 1])
  assert.equal(await ask('moorbek'), 2)
  moment = new Date(moment.getTime() + 1_000)
  const id = await unit(add)
  assert.deepEqual([await ask(), await ask()], [3, 3])
  await unit((db) => deleteDatasets(db, [id]))
  assert.equal(await ask(), 4)
  moment = new Date(moment.getTime() + 61_000)
  assert.equal(await ask(), 5)
})

test('what could not be made is tried again', async () => {
  await assert.rejects(unit((db) => oncePerCatalogue(db, 'fails', () => Promise.reject(new Error('no')))))
  assert.equal(await unit((db) => oncePerCatalogue(db, 'fails', async () => 'yes')), 'yes')
})
