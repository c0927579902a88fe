import assert from 'node:assert/strict'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'
import { newId, recordFile, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { deleteDataset, publishDataset } from '../publish/publish.ts'
import type { Field } from '../store/schema.ts'
import { insertVersion, isCurrent, keepLoaded, markDeleted } from './queries.ts'

const tenant = 'hohenried'
const fields: Field[] = [{ id: 'nr', type: 'int' }, { id: 'ort', type: 'text' }]
const folder = mkdtempSync(join(tmpdir(), 'modellregion-version-test-'))
const [datasetId, fileId] = [newId(new Date(1)), newId(new Date(2))]
let town: Town
let versions: string[]

const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => town.running.platform.database.unit({ tenant, service: 'open-data', access: 'write', now: town.running.platform.now() }, work)
const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await town.running.app?.inject({ url: path, headers: { host: new URL(town.url('/', tenant)).host, accept: 'text/html', ...headers } })
  if (!answer) throw new Error('The town serves nothing.')
  return answer
}

/** An upload that was looked at: the file, and its typed copy. */
async function upload(rows: readonly (readonly [number, string])[]): Promise<string> {
  const { platform } = town.running
  const csv = ['nr,ort', ...rows.map((row) => row.join(','))].join('\n')
  const kept = await platform.files.put(tenant, Readable.from([csv]), { limit: 10_000 })
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  const path = join(folder, `${kept.sha256}.parquet`)
  await db.run(`copy (select * from (values ${rows.map(([nr, ort], at) => `(${at + 1}, ${nr}, '${ort}')`).join(', ')}) t(_id, nr, ort)) to '${path}' (format parquet)`)
  db.closeSync()
  const table = await platform.files.put(tenant, createReadStream(path), { limit: 100_000 })
  const id = newId(platform.now())
  await unit(async (write) => {
    await recordFile(write, { ...kept, name: 'orte.csv', type: 'text/csv' }, id)
    await insertVersion(write, { id, distributionId: fileId, datasetId, name: 'orte.csv', mediaType: 'text/csv', sha256: kept.sha256, byteSize: kept.size, note: `Stand ${rows.length}` })
    await keepLoaded(write, id, 'ready', { inspection: { kind: 'csv', columns: [], findings: [] }, refusal: null, table: { file: table.sha256, bytes: table.size, fields, rows: rows.length, rejected: 0, rejectedFile: null } })
  })
  return id
}

const describing = (versionId: string): Dataset => ({
  ...emptyDataset,
  title: { de: 'Orte im Test' },
  description: { de: 'Zum Prüfen der Fassungen.' },
  distribution: [{ ...emptyDistribution, id: fileId, versionId, title: { de: 'Orte' } }],
})

before(async () => {
  town = await startTown({ services: ['open-data'] })
  const first = await upload([[1, 'Nord'], [2, 'Süd'], [3, 'West']])
  const organisation = await unit((db) => keepOrganisation(db, { id: newId(db.now), name: 'pruefamt', title: 'Prüfamt', description: '', homepage: null, email: null, uri: null }))
  const publish = (versionId: string) => unit((db) => publishDataset(db, { id: datasetId, organisationId: organisation.id, document: describing(versionId) }))
  await publish(first)
  const second = await upload([[1, 'Nordost'], [3, 'West'], [4, 'Ost']])
  await publish(second)
  versions = [first, second, await upload([[9, 'geheim']])]
})
after(async () => {
  await town.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the history names each published version, and none that is not published', async () => {
  const page = await ask('/open-data/dataset/orte-im-test/history')
  assert.equal(page.statusCode, 200)
  for (const id of versions.slice(0, 2)) assert.ok(page.body.includes(`/open-data/version/${id}`))
  assert.ok(!page.body.includes(versions[2] ?? '?'))
  assert.match(page.body, /aria-current="step"[^]*Fassung 2[^]*Fassung 1/)
})

test('the file keeps its address: the id of the file is the current version, that of a version always the same', async () => {
  const [first, second] = versions
  assert.equal((await ask(`/open-data/file/${fileId}`)).body, (await ask(`/open-data/file/${second}`)).body)
  assert.match((await ask(`/open-data/file/${first}`)).body, /2,Süd/)
  assert.match(String((await ask(`/open-data/file/${first}`)).headers['content-disposition']), /orte-v1\.csv/)
  assert.equal((await ask(`/open-data/file/${first}`, { range: 'bytes=0-5' })).body, 'nr,ort')
  const unpublished = versions[2]
  for (const path of [`/open-data/file/${unpublished}`, `/open-data/version/${unpublished}`]) assert.equal((await ask(path)).statusCode, 404, path)
})

test('what has changed stands there row by row, as page, as CSV and for programs', async () => {
  const [first, second] = versions
  const page = await ask(`/open-data/version/${second}/changes`)
  assert.match(page.body, /1 Zeile neu, 1 Zeile entfallen, 1 Zeile geändert/)
  assert.match(page.body, /<ins>Nordost<\/ins>[^]*vorher: Nord/)
  const csv = await ask(`/open-data/version/${second}/changes.csv?from=${first}`)
  assert.deepEqual(csv.body.trim().split('\n').sort(), ['_change,nr,ort', 'added,4,Ost', 'changed,1,Nordost', 'removed,2,Süd'])
  assert.equal((await ask(`/open-data/version/${second}/changes?from=${versions[2]}`)).statusCode, 404)
  const since = JSON.parse((await ask('/open-data/dataset/orte-im-test/history.json')).body)
  assert.deepEqual(since.versions.map((version: { number: number; added?: number }) => [version.number, version.added]), [[2, 1], [1, undefined]])
  const later = JSON.parse((await ask(`/open-data/dataset/orte-im-test/history.json?since=${since.until}`)).body)
  assert.deepEqual([later.versions, later.descriptions], [[], []])
  assert.equal((await ask('/open-data/dataset/orte-im-test/history.json?since=gestern')).statusCode, 400)
})

test('both feeds name both versions', async () => {
  for (const path of ['/open-data/dataset/orte-im-test/history.atom', '/open-data/versions.atom']) {
    const feed = await ask(path)
    assert.equal(feed.statusCode, 200)
    // The feed of the town names the versions of its other datasets too.
    const entries = feed.body.split('<entry>').slice(1).filter((entry) => versions.some((id) => entry.includes(id)))
    assert.equal(entries.length, 2, path)
  }
})

test('a version that was taken away says why, and its file is gone; the current one cannot be taken away', async () => {
  const [first, second] = versions
  assert.equal(await unit((db) => isCurrent(db, second ?? '')), true)
  assert.equal(await unit((db) => isCurrent(db, first ?? '')), false)
  await unit((db) => markDeleted(db, first ?? '', 'Enthielt eine Adresse.'))
  for (const path of [`/open-data/version/${first}`, `/open-data/file/${first}`]) {
    const gone = await ask(path)
    assert.equal(gone.statusCode, 410, path)
    assert.match(gone.body, /Enthielt eine Adresse\./)
  }
  assert.equal((await ask(`/open-data/version/${second}/delete`)).statusCode, 303)
})

test('a deleted dataset leaves a tombstone', async () => {
  await unit((db) => deleteDataset(db, datasetId, 'Doppelt vorhanden.'))
  const gone = await ask('/open-data/dataset/orte-im-test')
  assert.equal(gone.statusCode, 410)
  assert.match(gone.body, /Orte im Test[^]*Doppelt vorhanden\./)
  assert.equal((await ask('/open-data/dataset/gab-es-nie')).statusCode, 404)
})
