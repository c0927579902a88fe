import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openFiles, readConfig, type UnitOfWork } from '@modellregion/kernel'
import { temporaryDatabase, testTenants, type TemporaryDatabase } from '@modellregion/testing'
import { askTable } from './ask.ts'
import { dumpTable, type DumpFormat } from './dump.ts'
import type { Host } from './engine.ts'
import { foldTable } from './fold.ts'
import { pushRecords, removeRecords } from './push.ts'
import type { Method, PushRecord } from './push-rules.ts'
import { PushRefused, type PushedField } from './pushed.ts'
import { changePushed, deletePushed, findPushedTable, insertPushed } from './queries.ts'
import type { TableQuery } from './schema.ts'

const table = '01980000-0000-7000-8000-00000000000b'
const tenant = testTenants.erlenau.id
const fields: PushedField[] = [{ id: 'ort', type: 'text' }, { id: 'am', type: 'timestamp' }, { id: 'wert', type: 'numeric' }, { id: 'mehr', type: 'json' }]
let temporary: TemporaryDatabase
let folder: string
let host: Host

before(async () => {
  temporary = await temporaryDatabase()
  folder = mkdtempSync(join(tmpdir(), 'modellregion-store-'))
  const config = readConfig({ env: {}, options: { config: undefined, data: folder, port: '0', services: undefined }, root: folder })
  let moment = Date.UTC(2026, 2, 4)
  const now = () => new Date((moment += 1_000))
  host = { database: temporary.database, files: openFiles(config, now), now, config }
  await make()
})
after(async () => {
  await temporary.close()
  rmSync(folder, { recursive: true })
})

const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => host.database.unit({ tenant, service: 'open-data', access: 'write', now: host.now() }, work)
const make = () => unit((db) => insertPushed(db, { distributionId: table, datasetId: table, versionId: null, fields, primaryKey: ['ort', 'am'] }))
const push = (method: Method, records: readonly PushRecord[]) => unit((db) => pushRecords(host, db, table, method, records))
const rows = async (query: TableQuery = {}) => (await askTable(host, tenant, { distributionId: table }, query)).rows
const refused = async (work: Promise<unknown>) => await work.then(() => undefined, (error: unknown) => (error instanceof PushRefused ? error.refusal.why : String(error))) // prettier-ignore
const dump = async (format: DumpFormat, query = {}) => {
  let text = ''
  for await (const piece of (await dumpTable(host, tenant, { distributionId: table }, format, { query })) as AsyncIterable<Buffer>) text += piece.toString()
  return text
}

describe('a table programs write into', () => {
  it('takes records by their key', async () => {
    await push('insert', [{ ort: 'Ä', am: '2026-01-01T10:00', wert: 1.5, mehr: { a: [1] } }, { ort: 'B "b", c', am: '2026-01-01' }])
    await push('upsert', [{ ort: 'Ä', am: '2026-01-01T10:00:00', wert: '2.50' }, { ort: 'C', am: '2026-01-02T00:00:00', wert: null }])
    assert.deepEqual(await rows(), [[1, 'Ä', '2026-01-01T10:00:00', 2.5, { a: [1] }], [2, 'B "b", c', '2026-01-01T00:00:00', null, null], [3, 'C', '2026-01-02T00:00:00', null, null]])
    await push('update', [{ _id: 3, wert: 7 }])
    assert.deepEqual(await rows({ where: [{ field: 'wert', is: 'gt', value: 2 }], fields: ['ort', 'wert'] }), [['Ä', 2.5], ['C', 7]])
  })

  it('refuses a call as a whole', async () => {
    const before = await rows()
    assert.equal(await refused(push('insert', [{ ort: 'D', am: '2026-01-01' }, { ort: 'C', am: '2026-01-02' }])), 'key-taken')
    assert.equal(await refused(push('update', [{ ort: 'D', am: '2026-01-01' }])), 'key-unknown')
    assert.equal(await refused(push('upsert', [{ ort: 'D' }])), 'key-missing')
    assert.equal(await refused(push('upsert', [{ ort: 'D', am: 'gestern' }])), 'wrong-value')
    assert.equal(await refused(push('upsert', [{ ort: 'D', am: '2026-01-01', fremd: 1 }])), 'unknown-fields')
    await assert.rejects(unit(async (db) => {
      await pushRecords(host, db, table, 'upsert', [{ ort: 'E', am: '2026-01-01' }])
      throw new Error('not after all')
    })) // prettier-ignore
    assert.deepEqual(await rows(), before)
  })

  it('says the same before and after folding, and goes on', async () => {
    await unit((db) => removeRecords(host, db, table, [{ field: 'ort', is: 'in', values: ['B "b", c'] }]))
    const before = await rows()
    await foldTable(host, tenant, table)
    assert.deepEqual(await rows(), before)
    assert.equal((await unit((db) => findPushedTable(db, table)))?.changedRows, 0)
    await push('upsert', [{ ort: 'C', am: '2026-01-02', wert: 8 }, { ort: 'F', am: '2026-01-03' }])
    await unit((db) => changePushed(db, { distributionId: table, fields: [...fields, { id: 'neu', type: 'bool' }], primaryKey: ['ort', 'am'] }))
    await push('update', [{ _id: 1, neu: true }])
    assert.deepEqual(await rows({ fields: ['_id', 'wert', 'neu'], sort: [{ field: '_id', descending: true }] }), [[4, null, null], [3, 8, null], [1, 2.5, true]])
    await foldTable(host, tenant, table)
    assert.deepEqual(await rows({ where: [{ field: 'neu', is: 'in', values: [true] }], fields: ['_id'] }), [[1]])
  })

  it('is written in each format', async () => {
    assert.equal(await dump('csv'), '_id,ort,am,wert,mehr,neu\n1,Ä,2026-01-01T10:00:00,2.5,"{""a"":[1]}",true\n3,C,2026-01-02T00:00:00,8.0,,\n4,F,2026-01-03T00:00:00,,,\n')
    assert.deepEqual((JSON.parse(await dump('json')) as { records: unknown }).records, [[1, 'Ä', '2026-01-01T10:00:00', 2.5, { a: [1] }, true], [3, 'C', '2026-01-02T00:00:00', 8, null, null], [4, 'F', '2026-01-03T00:00:00', null, null, null]])
    assert.equal(await dump('ndjson', { fields: ['ort'], limit: 1 }), '{"ort":"Ä"}\n')
    assert.match(await dump('xml'), /<row><_id>3<\/_id><ort>C<\/ort><am>2026-01-02T00:00:00<\/am><wert>8\.0<\/wert><mehr xsi:nil="true"\/>/)
    assert.equal(await dump('tsv', { where: [{ field: 'ort', is: 'in', values: ['nirgends'] }] }), '_id\tort\tam\twert\tmehr\tneu\n')
  })

  it('that is made anew has nothing of the old one', async () => {
    await unit((db) => deletePushed(db, table))
    await make()
    assert.deepEqual(await rows(), [])
    await push('insert', [{ ort: 'neu', am: '2026-05-01' }])
    assert.deepEqual(await rows({ fields: ['_id', 'ort'] }), [[1, 'neu']])
  })
})
