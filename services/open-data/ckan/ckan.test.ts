import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { RefusalError } from '../dcat/refusals.ts'
import type { Dataset, MappedDataset } from '../dcat/schema.ts'
import { checkMapping, readCsvList } from './csv-list.ts'
import { datasetFromCkan } from './from-ckan.ts'
import { datasetFromDkan, isDkan } from './from-dkan.ts'
import { toCkanLicences, toCkanPackage } from './to-ckan.ts'
import type { PackageContext } from './to-ckan.ts'

const context: PackageContext = { id: 'a1', name: 'radwege', created: new Date('2024-01-01T08:00:00.123Z'), modified: new Date('2024-06-01T08:00:00Z'), resourceId: (index) => `r${index}` }

const pack = {
  id: '7c6f', name: 'radwege', title: 'Radwege', notes: '<p>Alle</p>', license_id: 'dl-de-by-2.0', tags: [{ name: 'rad', display_name: 'Rad' }], groups: [{ name: 'transport_verkehr', title: 'Transport und Verkehr' }],
  organization: { id: 'o1', name: 'stadt', title: 'Stadt Aachen' }, maintainer: 'Amt 61', maintainer_email: 'amt61@example.org', metadata_created: '2023-01-01T08:00:00.000000', metadata_modified: '2023-02-01T08:00:00.000000',
  extras: [
    { key: 'identifier', value: 'urn:1' }, { key: 'temporal_start', value: '2020-01-01' }, { key: 'spatial', value: '{"type":"Point","coordinates":[6.08,50.77]}' }, { key: 'frequency', value: 'monatlich' },
    { key: 'language', value: '["de"]' }, { key: 'contributorID', value: '["http://dcat-ap.de/def/contributors/openNRW"]' }, { key: 'eigenes Feld', value: 'bleibt' }, { key: 'legalbasisText', value: 'Satzung' },
  ],
  resources: [{ id: 'x', url: 'https://example.org/r.csv', format: 'CSV', name: 'Tabelle', size: '1,5 KB', url_type: 'upload', hash: 'md5:d41d8cd98f00b204e9800998ecf8427e', created: '2023-01-01T00:00:00', last_modified: '2023-02-01T00:00:00' }, { id: 'y', url: '', name: 'leer' }],
}
function good(mapped: MappedDataset): Dataset {
  assert.equal(mapped.kind, 'dataset', JSON.stringify(mapped))
  return (mapped as Extract<MappedDataset, { kind: 'dataset' }>).dataset
}

describe('CKAN packages', () => {
  it('become datasets', () => {
    const mapped = datasetFromCkan(pack, { portal: 'https://ckan.example.org/' })
    const dataset = good(mapped)
    assert.deepEqual(dataset.identifier, ['urn:1'])
    assert.deepEqual(dataset.description, { de: 'Alle' })
    assert.deepEqual(dataset.theme, ['http://publications.europa.eu/resource/authority/data-theme/TRAN'])
    assert.deepEqual(dataset.landingPage, ['https://ckan.example.org/dataset/radwege'])
    assert.deepEqual(dataset.temporal, [{ startDate: '2020-01-01' }])
    assert.equal(dataset.spatial[0]?.geometry?.encoding, 'geojson')
    assert.equal(dataset.distribution.length, 1)
    assert.deepEqual([dataset.distribution[0]?.license, dataset.distribution[0]?.byteSize, dataset.distribution[0]?.checksum?.algorithm], ['http://dcat-ap.de/def/licenses/dl-by-de/2.0', 1536, 'md5'])
    assert.deepEqual(dataset.distribution[0]?.downloadURL, ['https://example.org/r.csv'])
    assert.ok(mapped.kind === 'dataset' && mapped.warnings.some(({ code }) => code === 'open-data.distribution.access-url-missing'))
  })

  it('have every key of CKAN 2.11, and CKAN time', () => {
    const answer = toCkanPackage(good(datasetFromCkan(pack)), context)
    const keys = ['author', 'author_email', 'creator_user_id', 'extras', 'groups', 'id', 'isopen', 'license_id', 'license_title', 'license_url', 'maintainer', 'maintainer_email', 'metadata_created', 'metadata_modified', 'name', 'notes', 'num_resources', 'num_tags', 'organization', 'owner_org', 'private', 'relationships_as_object', 'relationships_as_subject', 'resources', 'state', 'tags', 'title', 'type', 'url', 'version']
    assert.deepEqual(Object.keys(answer).toSorted(), keys)
    const resourceKeys = ['cache_last_updated', 'cache_url', 'created', 'datastore_active', 'description', 'format', 'hash', 'id', 'last_modified', 'metadata_modified', 'mimetype', 'mimetype_inner', 'name', 'package_id', 'position', 'resource_type', 'size', 'state', 'url', 'url_type']
    for (const key of resourceKeys) assert.ok(answer.resources[0] && key in answer.resources[0], key)
    assert.equal(answer.metadata_created, '2024-01-01T08:00:00.123000')
    assert.deepEqual([answer.isopen, answer.license_id, answer.num_resources, answer.num_tags], [true, 'dl-de-by-2.0', 1, 1])
    assert.deepEqual(answer.extras.find(({ key }) => key === 'eigenes Feld'), { key: 'eigenes Feld', value: 'bleibt' })
    assert.equal(answer.resources[0]?.format, 'CSV')
  })

  it('come back the same after a journey through CKAN', () => {
    const first = good(datasetFromCkan(pack))
    const again = good(datasetFromCkan(JSON.parse(JSON.stringify(toCkanPackage(first, { ...context, resourceId: () => 'x' })))))
    // The portal's own times stand in where the description had none; here it had both.
    assert.deepEqual({ ...again, provenance: [] }, { ...first, provenance: [] })
  })

  it('are refused with reasons, and never throw', () => {
    assert.deepEqual(datasetFromCkan(null).kind, 'refused')
    const empty = datasetFromCkan({ id: 'x' })
    assert.deepEqual(empty.kind === 'refused' && empty.reasons.map(({ code }) => code.split('.').at(-1)), ['title-missing', 'publisher-missing', 'nothing-to-open'])
    const json = fc.letrec((tie) => ({ value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...Object.keys(pack), 'key', 'value', 'url', 'format', 'hash'), tie('value'))) })).value
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(pack)), json), (value) => { datasetFromCkan(value); datasetFromDkan(value) }), { numRuns: 500 })
  })

  it('list every licence once', () => {
    const ids = toCkanLicences().map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(ids.includes('dl-de-zero-2.0'))
  })
})

describe("Köln's DKAN export", () => {
  const entries: unknown[] = JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, '../demo/data/koeln.json.gz'))).toString())

  it('maps all 119 datasets with 386 files', () => {
    const mapped = entries.map((entry) => datasetFromDkan(entry, { portal: 'https://offenedaten-koeln.de', publisher: { name: { de: 'Stadt Köln' } } }))
    assert.ok(entries.every(isDkan))
    assert.deepEqual(mapped.filter(({ kind }) => kind === 'refused'), [])
    const datasets = mapped.map(good)
    assert.equal(datasets.length, 119)
    assert.equal(datasets.flatMap(({ distribution }) => distribution).length, 386)
    assert.ok(datasets.every(({ theme, issued }) => theme.length > 0 && issued !== undefined))
    assert.deepEqual(new Set(datasets.flatMap(({ distribution }) => distribution.map(({ license }) => license))), new Set(['http://dcat-ap.de/def/licenses/cc-by-de/3.0']))
  })
})

describe('lists of datasets as CSV', () => {
  const mapping = { columns: { id: 'Nr', title: 'Titel', keywords: 'Tags', theme: 'Thema', url: 'Link', format: 'Format', issued: 'Datum' }, constants: { publisher: 'Gemeinde Hohenried', licence: 'dl-de/zero-2-0' }, separator: '|' }
  const csv = '\ufeffNr;Titel;Tags;Thema;Link;Format;Datum\n1;Brunnen;Wasser|Trinken;Umwelt;https://example.org/1.csv;CSV;31.05.2024\n1;Brunnen;;;https://example.org/1.json;JSON;\n2;"Bäume; alle";;Umwelt;https://example.org/2.csv;csv;\n3;;;;;;\n'
  const chunks = (text: string) => Array.from({ length: Math.ceil(text.length / 8_192) }, (_, part) => Buffer.from(text.slice(part * 8_192, (part + 1) * 8_192)))
  const read = async (text: string | Uint8Array | Readable) => {
    const checked = checkMapping(mapping)
    assert.ok(checked.ok)
    const found: MappedDataset[] = []
    for await (const mapped of readCsvList(text instanceof Readable ? text : Readable.from([Buffer.from(text)]), checked.mapping)) found.push(mapped)
    return found
  }

  it('join rows of one dataset and use the same rules', async () => {
    for (const text of [csv, Buffer.from(csv.slice(1), 'latin1')]) {
      const found = await read(text)
      assert.deepEqual(found.map(({ kind }) => kind), ['dataset', 'dataset', 'refused'])
      const [first, second] = found.slice(0, 2).map(good)
      assert.deepEqual([first?.distribution.length, first?.issued, first?.keyword, first?.theme.length], [2, '2024-05-31', { de: ['Wasser', 'Trinken'] }, 1])
      assert.deepEqual(second?.title, { de: 'Bäume; alle' })
    }
  })

  it('are read in step with the reader: nothing piles up, and leaving early ends the source', async () => {
    const warnings: string[] = []
    const note = (warning: Error) => warnings.push(warning.message)
    process.on('warning', note)
    const long = csv + Array.from({ length: 20_000 }, (_, row) => `${row + 10};Brunnen ${row};;Umwelt;https://example.org/${row}.csv;CSV;\n`).join('')
    assert.equal((await read(Readable.from(chunks(long)))).length, 20_003)
    const source = Readable.from(chunks(long))
    const checked = checkMapping(mapping)
    assert.ok(checked.ok)
    for await (const mapped of readCsvList(source, checked.mapping)) if (mapped) break
    assert.equal(source.destroyed, true)
    process.off('warning', note)
    assert.deepEqual(warnings, [])
  })

  it('name missing columns, and what is wrong with a mapping', async () => {
    await assert.rejects(read('Nr;Titel\n1;x\n'), (error) => error instanceof RefusalError && error.refusal.code === 'open-data.harvest.columns-missing' && error.refusal.detail === 'Tags, Thema, Link, Format, Datum')
    const wrong = checkMapping({ columns: { title: '', unknown: 'x' } })
    assert.ok(!wrong.ok && wrong.problems.length >= 2, JSON.stringify(wrong))
  })
})
