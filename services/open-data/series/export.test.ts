import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { newId, recordFile, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { checkDataset } from '../check/check.ts'
import { sampleDataset, sampleFile } from '../check/sample-testing.ts'
import { checkSeries } from '../check/series.ts'
import { checkDataService } from '../check/service.ts'
import type { Dataset } from '../dcat/schema.ts'
import { readCatalogue } from '../dcat/read-catalogue.ts'
import { shapesAbsent, validateTurtle, violations } from '../dcat/shacl-testing.ts'
import { keepOrganisation } from '../organisation/queries.ts'
import { publishDataset } from '../publish/publish.ts'
import { insertVersion } from '../version/queries.ts'
import { insertEntry, replaceMembers } from './queries.ts'
import { seriesOf, serviceOf } from './rules.ts'

const tenant = 'hohenried'
let town: Town
const unit = <T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> => town.running.platform.database.unit({ tenant, service: 'open-data', access: 'write', now: town.running.platform.now() }, work)
const ask = async (path: string) => {
  const answer = await town.running.app?.inject({ url: path, headers: { host: new URL(town.url('/', tenant)).host } })
  if (!answer) throw new Error('The town serves nothing.')
  return answer
}
const office = { title: 'Prüfamt', uri: null, homepage: 'https://pruefamt.example.org', email: 'pruefamt@example.org' }
const hvd = 'http://data.europa.eu/bna/c_b79e35eb'
const regulation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'

async function dataset(year: number, organisationId: string): Promise<string> {
  const { platform } = town.running
  const [id, fileId, versionId] = [newId(new Date(year)), newId(new Date(year + 1)), newId(new Date(year + 2))]
  const kept = await platform.files.put(tenant, Readable.from([`jahr\n${year}\n`]), { limit: 1_000 })
  const { uri: _uri, accessURL: _access, downloadURL: _download, byteSize: _size, checksum: _sum, mediaType: _media, accessService: _services, ...file } = sampleFile
  const { uri: _of, ...description } = sampleDataset
  const document: Dataset = { ...description, title: { de: `Zählung ${year}` }, applicableLegislation: [regulation], hvdCategory: [hvd], distribution: [{ ...file, id: fileId, versionId, accessURL: [], downloadURL: [], accessService: [], applicableLegislation: [regulation] }] }
  assert.deepEqual(checkDataset(document).filter(({ severity }) => severity === 'violation'), [])
  await unit(async (db) => {
    await recordFile(db, { ...kept, name: 'zaehlung.csv', type: 'text/csv' }, versionId)
    await insertVersion(db, { id: versionId, distributionId: fileId, datasetId: id, name: 'zaehlung.csv', mediaType: 'text/csv', sha256: kept.sha256, byteSize: kept.size, note: '' })
    await publishDataset(db, { id, organisationId, document })
  })
  return id
}

before(async () => {
  town = await startTown({ services: ['open-data'] })
  const organisation = await unit((db) => keepOrganisation(db, { id: newId(db.now), name: 'pruefamt', description: '', ...office }))
  const years: string[] = []
  for (const year of [2023, 2024, 2025]) years.push(await dataset(year, organisation.id))
  const common = { description: 'Zählungen des Verkehrs, Jahr für Jahr.', organisation: organisation.id, hvdCategory: [hvd], datasets: '' }
  const series = seriesOf({ ...common, title: 'Zählungen', accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL' }, office, '2026-01-01')
  const service = serviceOf({ ...common, title: 'Zählungen als Kartendienst', endpointURL: 'https://example.org/wfs', page: 'https://example.org/hilfe' }, office, '2026-01-01')
  assert.deepEqual([...checkSeries(series), ...checkDataService(service)], [])
  await unit(async (db) => {
    const [seriesId, serviceId] = [newId(db.now), newId(db.now)]
    await insertEntry(db, 'series', { id: seriesId, name: 'zaehlungen', title: 'Zählungen', organisationId: organisation.id, document: series })
    await insertEntry(db, 'service', { id: serviceId, name: 'zaehlungen-wfs', title: 'WFS', organisationId: organisation.id, document: service })
    await replaceMembers(db, 'series', seriesId, years)
    await replaceMembers(db, 'service', serviceId, years.slice(1))
  })
})
after(() => town.close())

test('series and services have pages with their datasets in order', async () => {
  const page = await ask('/open-data/series/zaehlungen')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Zählung 2023[^]*Zählung 2024[^]*Zählung 2025/)
  const service = await ask('/open-data/service/zaehlungen-wfs')
  assert.match(service.body, /https:\/\/example\.org\/wfs[^]*/)
  assert.ok(!service.body.includes('Zählung 2023'))
  assert.match((await ask('/open-data/series')).body, /Zählungen[^]*WFS/)
  assert.equal((await ask('/open-data/series/there-is-none')).statusCode, 404)
})

test('the catalogue lists them, and a dataset knows what is before and behind it', async () => {
  const { body } = await ask('/open-data/dataset/zaehlung-2024.ttl')
  const site = new URL(town.url('/', tenant)).origin.replace(/:\d+$/, '')
  assert.match(body, /dcat:inSeries <[^>]*\/open-data\/series\/zaehlungen#series>/)
  assert.match(body, /dcat:prev <[^>]*zaehlung-2023#dataset>/)
  assert.match(body, /dcat:next <[^>]*zaehlung-2025#dataset>/)
  assert.match(body, /dcat:servesDataset <[^>]*zaehlung-2024#dataset>/)
  assert.match(body, new RegExp(`dcat:downloadURL <${site}[^>]*/open-data/file/[0-9a-f-]+>`))
  assert.match(body, /dcat:byteSize "?10"?/)
  assert.match(body, /checksumAlgorithm_sha256/)
  const whole = (await ask('/catalog.ttl')).body
  const reading = await readCatalogue(Readable.from([Buffer.from(whole)]))
  assert.ok(reading.ok)
  assert.equal([...reading.series()].length, 1)
  assert.deepEqual([...reading.series()][0]?.hvdCategory, [hvd])
  assert.equal([...reading.services()][0]?.servesDataset.length, 2)
})

test('nothing of it breaks a shape of DCAT-AP.de 3.0', { skip: shapesAbsent }, async () => {
  const concluded = (turtle: string): string => turtle.replaceAll('\n  a dcat:Dataset ', '\n  a dcat:Dataset, dcat:Resource ')
  for (const path of ['/catalog.ttl', '/open-data/dataset/zaehlung-2023.ttl', '/open-data/dataset/zaehlung-2025.ttl'])
    assert.deepEqual(violations(await validateTurtle(concluded((await ask(path)).body))), [], path)
})
