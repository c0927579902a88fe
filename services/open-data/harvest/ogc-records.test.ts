// Records after OGC 20-004r1, written for this test; places, offices and people are invented.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datasetFromRecord, serviceFromRecord } from './dataset-from-record.ts'
import { documentOf, hostileJson, json, startSource, type TestSource } from './source-testing.ts'

const address = 'https://geo.example.org/collections/metadaten/items?limit=100'
const items = '/collections/metadaten/items'

const trees = {
  id: 'urn:uuid:6b1f2c1e-0000-4000-8000-000000000001',
  type: 'Feature',
  conformsTo: ['http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core'],
  geometry: { type: 'Polygon', coordinates: [[[9.9, 53.6], [10.1, 53.6], [10.1, 53.7], [9.9, 53.7], [9.9, 53.6]]] },
  time: { interval: ['2019-01-01', '..'], resolution: 'P1Y' },
  properties: {
    type: 'dataset',
    title: 'Baumkataster Moorbek',
    description: 'Alle Bäume an Straßen.<script>alert(1)</script>',
    keywords: ['Baum', 'Grün'],
    created: '2020-03-01T08:00:00Z',
    updated: '2026-02-01T08:00:00Z',
    language: { code: 'de', name: 'Deutsch', dir: 'ltr' },
    resourceLanguages: [{ code: 'de' }],
    license: 'CC-BY-4.0',
    themes: [{ concepts: [{ id: 'ENVI', title: 'Umwelt', url: 'http://publications.europa.eu/resource/authority/data-theme/ENVI' }, { id: 'Lebensräume und Biotope' }], scheme: 'http://publications.europa.eu/resource/authority/data-theme' }],
    contacts: [
      { name: 'Kim Beispiel', organization: 'Gartenamt Moorbek', emails: [{ value: 'gartenamt@moorbek.example.org' }], phones: [{ value: '+49 0000 1234' }], roles: ['pointOfContact'] },
      { organization: 'Gemeinde Moorbek', links: [{ href: 'https://moorbek.example.org', rel: 'about' }], roles: ['publisher'] },
    ],
    formats: [{ name: 'GeoPackage', mediaType: 'application/geopackage+sqlite3' }],
  },
  links: [
    { href: `${items}/baeume`, rel: 'self', type: 'application/geo+json' },
    { href: `${items}/baeume?f=html`, rel: 'alternate', type: 'text/html' },
    { href: 'https://geo.example.org/baeume.gpkg', rel: 'enclosure', type: 'application/geopackage+sqlite3', title: 'Bäume als GeoPackage', length: 2048 },
    { href: '/collections/baeume/items?f=csv', rel: 'item', type: 'text/csv', title: 'Bäume als CSV' },
    { href: 'https://geo.example.org/baeume/handbuch.pdf', rel: 'describedby', type: 'application/pdf' },
    { href: 'https://geo.example.org/{z}/{x}/{y}', rel: 'item', templated: true },
    { href: 'javascript:alert(1)', rel: 'item', title: 'Klick' },
  ],
}
const record = (id: string, title: string, properties: object = {}) => ({
  id,
  type: 'Feature',
  geometry: null,
  time: null,
  properties: { type: 'dataset', title, contacts: [{ organization: 'Gemeinde Moorbek', roles: ['publisher'] }], ...properties },
  links: [{ href: `https://geo.example.org/${id}.csv`, rel: 'enclosure', type: 'text/csv' }],
})
const mapped = (value: unknown) => {
  const found = datasetFromRecord(value, { address })
  assert.equal(found.kind, 'dataset', JSON.stringify(found))
  return found as Extract<typeof found, { kind: 'dataset' }>
}

test('a record says what a dataset says', () => {
  const { dataset, warnings } = mapped(trees)
  assert.equal(dataset.uri, trees.id)
  assert.deepEqual([dataset.title, dataset.description], [{ de: 'Baumkataster Moorbek' }, { de: 'Alle Bäume an Straßen.' }])
  assert.deepEqual(dataset.keyword, { de: ['Baum', 'Grün', 'Umwelt'] })
  assert.deepEqual(dataset.theme, ['http://publications.europa.eu/resource/authority/data-theme/ENVI'])
  assert.deepEqual(dataset.publisher, { name: { de: 'Gemeinde Moorbek' }, homepage: 'https://moorbek.example.org' })
  assert.deepEqual(dataset.contactPoint, [{ kind: 'Kind', name: 'Gartenamt Moorbek', email: 'gartenamt@moorbek.example.org', telephone: '+49-0000-1234' }])
  assert.deepEqual([dataset.issued, dataset.modified, dataset.temporal], ['2020-03-01T08:00:00Z', '2026-02-01T08:00:00Z', [{ startDate: '2019-01-01' }]])
  assert.deepEqual(dataset.spatial.map(({ geometry }) => JSON.parse(geometry?.text ?? '')), [trees.geometry])
  assert.deepEqual(dataset.language, ['http://publications.europa.eu/resource/authority/language/DEU'])
  assert.deepEqual([dataset.landingPage, dataset.page], [[`https://geo.example.org${items}/baeume?f=html`], ['https://geo.example.org/baeume/handbuch.pdf']])
  assert.deepEqual(
    dataset.distribution.map(({ title, accessURL, downloadURL, mediaType, byteSize, license }) => [title['de'], accessURL[0], downloadURL.length, mediaType, byteSize, license]),
    [
      ['Bäume als GeoPackage', 'https://geo.example.org/baeume.gpkg', 1, 'application/geopackage+sqlite3', 2048, 'http://dcat-ap.de/def/licenses/cc-by/4.0'],
      ['Bäume als CSV', 'https://geo.example.org/collections/baeume/items?f=csv', 0, 'text/csv', undefined, 'http://dcat-ap.de/def/licenses/cc-by/4.0'],
    ],
  )
  const codes = warnings.map(({ code }) => code)
  assert.ok(codes.includes('open-data.dataset.html-removed'))
  assert.ok(codes.includes('open-data.distribution.access-url-missing'), 'the script behind a link is reported and left out')
})

test('a licence is what the list knows, else the link beside it, else the source’s own words', () => {
  const licenceOf = (license: string, links: object[] = []) => {
    const { dataset, warnings } = mapped({ ...record('a', 'A', { license }), links: [...record('a', 'A').links, ...links] })
    return [dataset.distribution[0]?.license, dataset.distribution[0]?.licenseText, warnings.some(({ code }) => code.endsWith('licence-unknown'))]
  }
  const link = { href: 'https://www.govdata.de/dl-de/by-2-0', rel: 'license' }
  assert.deepEqual(licenceOf('dl-de/by-2-0'), ['http://dcat-ap.de/def/licenses/dl-by-de/2.0', undefined, false])
  assert.deepEqual(licenceOf('other', [link]), ['http://dcat-ap.de/def/licenses/dl-by-de/2.0', undefined, false])
  assert.deepEqual(licenceOf('Nur mit Genehmigung'), [undefined, 'Nur mit Genehmigung', true])
})

test('languages, boxes, periods and formats come in several forms', () => {
  const { dataset } = mapped({ ...record('a', 'Trees', { language: 'en-GB' }), bbox: [9, 53, 0, 10, 54, 100], time: { date: '2024-05-31' } })
  assert.deepEqual([dataset.title, dataset.temporal], [{ en: 'Trees' }, [{ startDate: '2024-05-31', endDate: '2024-05-31' }]])
  assert.deepEqual(JSON.parse(dataset.spatial[0]?.geometry?.text ?? '').coordinates, [[[9, 53], [10, 53], [10, 54], [9, 54], [9, 53]]])
  const lent = mapped({ ...record('a', 'A', { formats: [{ name: 'CSV' }] }), links: [{ href: 'https://geo.example.org/a', rel: 'item' }] })
  assert.equal(lent.dataset.distribution[0]?.format, 'http://publications.europa.eu/resource/authority/file-type/CSV')
  const nowhere = mapped({ ...record('a', 'A'), bbox: [900, 'x', 1, 2] })
  assert.deepEqual([nowhere.dataset.spatial, nowhere.warnings[0]?.code], [[], 'open-data.dataset.spatial-invalid'])
})

test('a record of an interface is a data service; without an address it is judged like any other', () => {
  const service = { ...record('wfs', 'WFS Bäume', { type: 'service' }), links: [{ href: 'https://geo.example.org/wfs', rel: 'service' }] }
  assert.deepEqual(serviceFromRecord(service, { address })?.endpointURL, ['https://geo.example.org/wfs'])
  assert.equal(serviceFromRecord({ ...service, links: [] }, { address }), undefined)
  assert.equal(serviceFromRecord(trees, { address }), undefined)
})

test('whatever a record is, it is a dataset or has reasons', () => {
  for (const value of [null, 7, 'x', [], {}, { properties: [] }, { id: {}, properties: { title: {}, contacts: [1], themes: 'x', formats: [null], time: 3 }, links: [{ href: 5 }, null, { href: 'http://[' }] }]) assert.equal(datasetFromRecord(value, { address }).kind, 'refused')
})

test('what names nothing or no database can hold is left out', () => {
  const long = datasetFromRecord({ ...record('lang', 'Lang'), id: 'x'.repeat(5_000) }, { address })
  assert.deepEqual(long.kind === 'refused' && long.reasons.map(({ code }) => code), ['open-data.dataset.identity-missing'])
  assert.ok((mapped({ ...record('a', 'A'), links: [{ href: 'https://geo.example.org/a', title: 'T'.repeat(100_000) }] }).dataset.distribution[0]?.title['de']?.length ?? 0) <= 500)
})

let source: TestSource
before(async () => void (source = await startSource('ogc-records', '/collections/metadaten')))
after(() => source.close())

const page = (features: unknown[], next?: string) => ({ type: 'FeatureCollection', numberMatched: 3, numberReturned: features.length, features, links: [{ href: items, rel: 'self' }, ...(next ? [{ href: next, rel: 'next' }] : [])] })
function serve(first: unknown[], second: unknown[]): void {
  source.answers[items] = (response, request) => (request.url?.includes('offset=2') ? json(page(second)) : json(page(first, `${items}?limit=100&offset=2`)))(response, request)
}

test('a catalogue is read page by page, met unchanged, and follows what came, changed and went', async () => {
  serve([trees, record('wege', 'Wege')], [record('baenke', 'Bänke'), record('namenlos', '')])
  const first = await source.harvest()
  assert.deepEqual([first.run.state, first.run.expected, first.brought], ['done', 3, '3 added, 1 refused'])
  assert.deepEqual(source.asked, [`${items}?limit=100`, `${items}?limit=100&offset=2`])
  assert.deepEqual(first.quarantined.map(({ sourceKey, reasons }) => [sourceKey, reasons[0]?.code]), [['namenlos', 'open-data.dataset.title-missing']])
  assert.equal((await documentOf(source, 'baumkataster-moorbek')).uri, trees.id)
  assert.equal((await source.harvest()).brought, '1 refused, 3 unchanged')
  serve([trees, record('wege', 'Wege und Pfade')], [record('namenlos', 'Doch benannt')])
  const third = await source.harvest()
  assert.equal(third.brought, '1 added, 1 changed, 1 removed, 1 unchanged')
  assert.deepEqual(third.quarantined, [])
})

test('letters that no database holds and numbers beyond any catalogue do no harm', async () => {
  source.answers[items] = json({ ...page([record('a\0b\ud800', 'Null\0 und \udfff halb', { keywords: ['k\0'], license: 'Frei\0 und \ud800 halb' }), trees, record('wege', 'Wege und Pfade'), record('namenlos', 'Doch benannt')]), numberMatched: 9e15 })
  const { run, brought } = await source.harvest()
  assert.deepEqual([run.state, run.expected, brought], ['done', null, '1 added, 3 unchanged'])
})

for (const [what, answer, code] of hostileJson)
  test(`${what} ends with ${code}, and nothing has changed`, async () => {
    const before = await source.count()
    source.answers[items] = answer
    const { run, brought } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, brought], ['failed', code, ''])
    assert.equal(await source.count(), before)
  })

test('pages that lead in a circle or into the own network end with that reason, and nothing is taken away', async () => {
  const before = await source.count()
  for (const [next, code] of [[`${items}?limit=100&offset=9`, 'open-data.harvest.page-loop'], ['http://169.254.169.254/latest', 'open-data.fetch.address-forbidden']] as const) {
    source.answers[items] = json(page([trees], next))
    const { run, brought } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, brought], ['failed', code, '1 unchanged'])
    assert.equal(await source.count(), before)
  }
})

test('a next page that has no address is no end: nothing is taken away', async () => {
  const before = await source.count()
  for (const next of ['http://[', `${items}?token=${'x'.repeat(5_000)}`]) {
    source.answers[items] = json(page([trees], next))
    const { run, brought } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, brought, await source.count()], ['failed', 'open-data.fetch.url-invalid', '', before])
  }
})

test('a catalogue that is empty all of a sudden takes nothing with it', async () => {
  const before = await source.count()
  source.answers[items] = json(page([]))
  assert.equal((await source.harvest()).run.refusal?.code, 'open-data.harvest.no-datasets')
  assert.equal(await source.count(), before)
})

test('a next page behind an empty one is not asked for', async () => {
  source.answers[items] = (response, request) => json(request.url?.includes('offset') ? page([], `${items}?offset=1000`) : page([trees], `${items}?offset=1`))(response, request)
  assert.equal((await source.harvest()).run.state, 'done')
  assert.equal(source.asked.at(-1), `${items}?offset=1`)
})
