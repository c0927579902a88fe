import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { foldTable } from '../../store/fold.ts'
import { ckanClient, CkanRefusal, keysOf, type CkanClient, type Record_ } from '../ckan/client-for-tests.ts'

let town: Town
let address: string
let guest: CkanClient
let admin: CkanClient
let clerk: CkanClient
let count: (table: string) => Promise<number>

before(async () => {
  town = await startTown({ services: ['open-data'] })
  address = town.url('')
  const keys = keysOf(town)
  count = keys.count
  guest = ckanClient(address)
  admin = ckanClient(address, await keys.key('tina', 'admin'))
  const office = await admin.call('organization_create', { name: 'messamt', title: 'Messamt' })
  clerk = ckanClient(address, await keys.key('dana', 'write'))
  await keys.join('dana', office.id, 'editor')
  await admin.call('package_create', { name: 'luft', title: 'Luftwerte', owner_org: 'messamt', notes: 'Messwerte der Stationen', license_id: 'dl-de-by-2.0', resources: [] })
})
after(() => town.close())

type Found = { records: Record<string, unknown>[]; fields: { id: string; type: string; info?: unknown }[]; total?: number; _links: { start: string; next: string } }
const refusal = async (work: Promise<unknown>): Promise<[string, number, Readonly<Record<string, unknown>>]> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  assert.ok(error instanceof CkanRefusal, String(error))
  return [error.type, error.status, error.detail]
}
const fields = [{ id: 'station', type: 'text', info: { label: 'Station', notes: 'Name im Messnetz', unit: '' } }, { id: 'am', type: 'timestamp' }, { id: 'no2', type: 'float8' }, { id: 'anzahl', type: 'int4' }, { id: 'mehr', type: 'json' }]
const records = [
  { station: 'Wilhelmstraße', am: '2026-01-01T10:00:00', no2: 41.5, anzahl: 3, mehr: { ok: true } },
  { station: 'Burtscheid', am: '2026-01-01T10:00:00', no2: '12', anzahl: 5 },
  { station: 'Burtscheid "Kurpark", unten', am: '2026-01-02T10:00:00', no2: null, anzahl: 0 },
]

describe('a program that keeps a table', () => {
  let id: string
  const search = (more: object = {}, client = guest): Promise<Found> => client.call('datastore_search', { resource_id: id, ...more })

  it('makes it with its file', async () => {
    const made = await admin.call<{ resource_id: string; fields: unknown[]; primary_key: string[] }>('datastore_create', { resource: { package_id: 'luft', name: 'Messwerte' }, fields, primary_key: ['station', 'am'], records })
    id = made.resource_id
    assert.deepEqual(made.primary_key, ['station', 'am'])
    const pack = await guest.call('package_show', { id: 'luft' })
    assert.deepEqual((pack['resources'] as { id: string; url: string; datastore_active: boolean }[]).map((file) => [file.id, file.url, file.datastore_active]), [[id, `${address}/datastore/dump/${id}`, true]])
    assert.equal((await admin.call('resource_show', { id }))['datastore_active'], true)
  })

  it('finds what it wrote', async () => {
    const found = await search()
    assert.equal(found.total, 3)
    assert.deepEqual(found.records[0], { _id: 1, ...records[0] })
    assert.deepEqual(found.records[1], { _id: 2, station: 'Burtscheid', am: '2026-01-01T10:00:00', no2: 12, anzahl: 5, mehr: null })
    assert.deepEqual(found.fields.map(({ id: name, type }) => [name, type]), [['_id', 'int'], ['station', 'text'], ['am', 'timestamp'], ['no2', 'float8'], ['anzahl', 'int4'], ['mehr', 'json']])
    assert.deepEqual(found.fields[1]?.info, { label: 'Station', notes: 'Name im Messnetz', unit: '' })
    const ids = async (more: object) => (await search(more)).records.map(({ _id }) => _id)
    assert.deepEqual(await ids({ filters: { station: 'Burtscheid' } }), [2])
    assert.deepEqual(await ids({ filters: { station: ['Burtscheid', 'Wilhelmstraße'], anzahl: { gte: 4 } } }), [2])
    assert.deepEqual(await ids({ filters: { no2: { lt: 41.5, gt: 2 } } }), [2])
    assert.deepEqual(await ids({ q: 'burtscheid' }), [2, 3])
    assert.deepEqual(await ids({ q: 'WILHELMSTRASSE' }), [1])
    assert.deepEqual(await ids({ q: { station: 'kurpark', anzahl: '0' } }), [3])
    assert.deepEqual(await ids({ q: 'wilhelm:*', plain: false }), [1])
    assert.deepEqual(await ids({ sort: 'anzahl desc, station', limit: 2 }), [2, 1])
    assert.deepEqual((await search({ fields: 'station', distinct: true, filters: { am: '2026-01-01T10:00:00' } })).records, [{ station: 'Burtscheid' }, { station: 'Wilhelmstraße' }])
    assert.deepEqual((await search({ records_format: 'lists', fields: ['anzahl', 'station'], limit: 1 })).records, [[3, 'Wilhelmstraße']])
    assert.equal((await search({ records_format: 'csv', fields: 'station,anzahl', offset: 2 })).records as unknown, '"Burtscheid ""Kurpark"", unten",0\r\n')
    assert.equal((await search({ include_total: false })).total, undefined)
    const byAddress = await fetch(`${address}/api/3/action/datastore_search?resource_id=${id}&limit=1&filters=${encodeURIComponent('{"anzahl":{"lt":5}}')}`)
    const answer = (await byAddress.json()) as { result: Found }
    assert.equal(answer.result.total, 2)
    const next = (await (await fetch(address + answer.result._links.next)).json()) as { result: Found }
    assert.deepEqual(next.result.records.map(({ _id }) => _id), [3])
  })

  it('is told what does not fit', async () => {
    assert.deepEqual((await refusal(search({ filters: { nichts: 1 } }))).slice(0, 2), ['Validation Error', 409])
    assert.deepEqual((await refusal(search({ filters: { anzahl: 'viele' } }))).slice(0, 2), ['Validation Error', 409])
    assert.deepEqual((await refusal(guest.call('datastore_search', { resource_id: '00000000-0000-4000-8000-000000000000' }))).slice(0, 2), ['Not Found Error', 404])
    assert.deepEqual((await refusal(guest.call('datastore_search_sql', { sql: 'select 1' }))).slice(0, 2), ['Authorization Error', 403])
    assert.deepEqual((await refusal(guest.call('datastore_upsert', { resource_id: id, records: [] }))).slice(0, 2), ['Authorization Error', 403])
    assert.deepEqual((await refusal(clerk.call('datastore_upsert', { resource_id: id, records: [] }))).slice(0, 2), ['Authorization Error', 403], 'published tables need a key that publishes')
    const [type, status, detail] = await refusal(admin.call('datastore_upsert', { resource_id: id, records: [{ station: 'x', am: '2026-01-01', no2: 'viel' }] }))
    assert.deepEqual([type, status, detail['records_row']], ['Validation Error', 409, ['0']])
    assert.equal((await refusal(admin.call('datastore_upsert', { resource_id: id, records: [{ station: 'x', am: '2026-01-01', fremd: 1 }] })))[0], 'Validation Error')
    assert.equal((await search()).total, 3, 'nothing of a refused call is kept')
  })

  it('writes by key, by number, or not at all', async () => {
    await admin.call('datastore_upsert', { resource_id: id, records: [{ station: 'Burtscheid', am: '2026-01-01T10:00', anzahl: 6 }, { station: 'Neu', am: '2026-02-01T00:00:00', no2: 1.25 }] })
    const found = await search()
    assert.deepEqual(found.records.map(({ _id, station, no2, anzahl }) => [_id, station, no2, anzahl]), [[1, 'Wilhelmstraße', 41.5, 3], [2, 'Burtscheid', 12, 6], [3, 'Burtscheid "Kurpark", unten', null, 0], [4, 'Neu', 1.25, null]])
    assert.equal((await refusal(admin.call('datastore_upsert', { resource_id: id, method: 'insert', records: [{ station: 'Neu', am: '2026-02-01T00:00:00' }] })))[0], 'Validation Error')
    assert.equal((await refusal(admin.call('datastore_upsert', { resource_id: id, method: 'update', records: [{ station: 'Nie', am: '2026-02-01T00:00:00' }] })))[0], 'Validation Error')
    await admin.call('datastore_upsert', { resource_id: id, method: 'update', records: [{ _id: 4, no2: 2.5 }] })
    await admin.call('datastore_upsert', { resource_id: id, records: [{ station: 'Probe', am: '2026-03-01T00:00:00' }], dry_run: true })
    assert.deepEqual((await search({ offset: 3 })).records.map(({ station, no2 }) => [station, no2]), [['Neu', 2.5]])
    await admin.call('datastore_records_delete', { resource_id: id, filters: { station: 'Neu' } })
    assert.equal((await search()).total, 3)
  })

  it('goes on when the changes are folded', async () => {
    const before = await search()
    await foldTable(town.running.platform, 'aachen', id)
    assert.equal(await count('open_data.pushed_row'), 0)
    assert.deepEqual((await search()).records, before.records)
    await admin.call('datastore_upsert', { resource_id: id, records: [{ station: 'Danach', am: '2026-04-01T00:00:00', anzahl: 9 }, { station: 'Burtscheid', am: '2026-01-01T10:00:00', anzahl: 7 }] })
    await admin.call('datastore_records_delete', { resource_id: id, filters: { _id: 1 } })
    assert.deepEqual((await search()).records.map(({ _id, anzahl }) => [_id, anzahl]), [[2, 7], [3, 0], [5, 9]])
    await admin.call('datastore_create', { resource_id: id, fields: [...fields, { id: 'neu', type: 'bool' }], primary_key: ['station', 'am'] })
    await admin.call('datastore_upsert', { resource_id: id, records: [{ _id: 3, neu: true }] })
    assert.deepEqual((await search({ sort: '_id desc' })).records.map(({ _id, neu }) => [_id, neu]), [[5, null], [3, true], [2, null]])
    await foldTable(town.running.platform, 'aachen', id)
    assert.deepEqual((await search({ filters: { neu: true } })).records.map(({ _id }) => _id), [3])
  })

  it('is given whole in each format', async () => {
    const dump = async (query: string) => {
      const response = await fetch(`${address}/datastore/dump/${id}${query}`)
      return { status: response.status, type: response.headers.get('content-type'), text: Buffer.from(await response.arrayBuffer()).toString() } // text() would take the mark away
    }
    const csv = await dump('?bom=true')
    assert.equal(csv.status, 200)
    assert.equal(csv.text, '\ufeff_id,station,am,no2,anzahl,mehr,neu\n2,Burtscheid,2026-01-01T10:00:00,12.0,7,,\n3,"Burtscheid ""Kurpark"", unten",2026-01-02T10:00:00,,0,,true\n5,Danach,2026-04-01T00:00:00,,9,,\n')
    assert.match((await dump('?format=tsv')).text, /^_id\tstation\tam/)
    const json = JSON.parse((await dump('?format=json')).text) as { fields: { id: string; type: string }[]; records: unknown[][] }
    assert.deepEqual(json.fields.map(({ type }) => type), ['int', 'text', 'timestamp', 'float8', 'int4', 'json', 'bool'])
    assert.deepEqual(json.records[1], [3, 'Burtscheid "Kurpark", unten', '2026-01-02T10:00:00', null, 0, null, true])
    assert.deepEqual((await dump('?format=ndjson&fields=station&limit=1')).text, '{"station":"Burtscheid"}\n')
    const xml = (await dump('?format=xml')).text
    assert.match(xml, /<row><_id>3<\/_id><station>Burtscheid "Kurpark", unten<\/station><am>2026-01-02T10:00:00<\/am><no2 xsi:nil="true"\/>/)
    assert.equal((await dump(`?filters=${encodeURIComponent('{"anzahl":9}')}`)).text.trim().split('\n').length, 2)
    assert.equal((await fetch(`${address}/datastore/dump/00000000-0000-4000-8000-000000000000`)).status, 404)
  })

  it('describes and removes it', async () => {
    const info = await guest.call<{ meta: { count: number }; fields: { id: string; type: string; schema: object }[] }>('datastore_info', { id })
    assert.equal(info.meta.count, 3)
    assert.equal(info.fields.length, 6)
    await admin.call('datastore_delete', { resource_id: id })
    assert.deepEqual((await refusal(search())).slice(0, 2), ['Not Found Error', 404])
    assert.equal(await count('open_data.pushed_table'), 0)
    assert.equal((await guest.call('resource_show', { id }))['datastore_active'], false)
  })
})

describe('a table of a draft', () => {
  it('is seen by those who write it, until it is published', async () => {
    await clerk.call('package_create', { name: 'entwurf', title: 'Entwurf', owner_org: 'messamt', private: true, notes: 'x', license_id: 'dl-de-by-2.0' })
    const made = await clerk.call<Record_ & { resource_id: string }>('datastore_create', { resource: { package_id: 'entwurf', name: 'Werte' }, records: [{ a: 1, tag: '2026-01-01', b: 'x' }, { a: 2, tag: '2026-01-02', b: 'y' }] })
    const found = await clerk.call<Found>('datastore_search', { resource_id: made.resource_id })
    assert.deepEqual(found.fields.map(({ type }) => type), ['int', 'int', 'date', 'text'])
    assert.equal(found.total, 2)
    assert.deepEqual((await refusal(guest.call('datastore_search', { resource_id: made.resource_id }))).slice(0, 2), ['Not Found Error', 404])
    assert.equal((await fetch(`${address}/datastore/dump/${made.resource_id}`)).status, 404)
  })
})
