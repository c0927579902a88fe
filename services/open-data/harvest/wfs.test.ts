// Capabilities after OGC 09-025r2, written for this test; places and offices are invented.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { listServicesFor } from './queries.ts'
import { readWfs } from './read-wfs.ts'
import type { Delivered, Source } from './schema.ts'
import { documentOf, sends, startSource, xml, type Answer, type TestSource } from './source-testing.ts'
import { licenceOfService } from './wfs-licence.ts'

const dlBy = '{"id":"dl-by-de/2.0","name":"Datenlizenz Deutschland Namensnennung 2.0","url":"https://www.govdata.de/dl-de/by-2-0","quelle":"© Gemeinde Moorbek"}'
const featureType = (name: string, title: string, more = ''): string => `<FeatureType><Name>${name}</Name><Title>${title}</Title>${more}</FeatureType>`
const trees = featureType('moor:baum', 'Bäume', `<Abstract>Straßenbäume &amp; Parkbäume</Abstract><ows:Keywords><ows:Keyword>Baum</ows:Keyword></ows:Keywords><DefaultCRS>urn:ogc:def:crs:EPSG::25832</DefaultCRS>
  <ows:WGS84BoundingBox><ows:LowerCorner>9.9 53.6</ows:LowerCorner><ows:UpperCorner>10.1 53.7</ows:UpperCorner></ows:WGS84BoundingBox><MetadataURL xlink:href="https://geo.example.org/metadaten/baum.xml"/>`)

const capabilities = (host: string, types: string, { constraints = dlBy, fees = 'NONE' } = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<WFS_Capabilities version="2.0.0" xmlns="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
  <ows:ServiceIdentification><ows:Title>WFS Grün Moorbek</ows:Title><ows:Abstract>Grünflächen und Bäume.</ows:Abstract><ows:Keywords><ows:Keyword>Grün</ows:Keyword></ows:Keywords>
    <ows:ServiceType>WFS</ows:ServiceType><ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion><ows:Fees>${fees}</ows:Fees><ows:AccessConstraints><![CDATA[${constraints}]]></ows:AccessConstraints></ows:ServiceIdentification>
  <ows:ServiceProvider><ows:ProviderName>Gemeinde Moorbek</ows:ProviderName><ows:ProviderSite xlink:href="https://moorbek.example.org"/>
    <ows:ServiceContact><ows:IndividualName>Kim Beispiel</ows:IndividualName><ows:PositionName>Geodatenstelle</ows:PositionName>
      <ows:ContactInfo><ows:Phone><ows:Voice>+49 0000 1234</ows:Voice></ows:Phone><ows:Address><ows:ElectronicMailAddress>geo@moorbek.example.org</ows:ElectronicMailAddress></ows:Address></ows:ContactInfo></ows:ServiceContact></ows:ServiceProvider>
  <ows:OperationsMetadata>
    <ows:Operation name="GetFeature"><ows:DCP><ows:HTTP><ows:Get xlink:href="http://${host}/wfs?map=gruen&amp;"/></ows:HTTP></ows:DCP>
      <ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>application/gml+xml; version=3.2</ows:Value><ows:Value>application/json</ows:Value><ows:Value>SHAPE-ZIP</ows:Value><ows:Value>csv</ows:Value><ows:Value>csv</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation>
  </ows:OperationsMetadata>
  <FeatureTypeList>${types}</FeatureTypeList>
</WFS_Capabilities>`

const anySource = { options: {} } as Source // reading looks at nothing else
async function read(document: string): Promise<Delivered[]> {
  const page = await readWfs(anySource, 'https://geo.example.org/wfs', Readable.from([Buffer.from(document)]))
  assert.ok(page.ok, JSON.stringify(page))
  return await Array.fromAsync(page.records)
}
async function readOne(document: string) {
  const [record] = await read(document)
  assert.ok(record && 'dataset' in record, JSON.stringify(record))
  return record
}

test('a feature type is a dataset with a file for each output format', async () => {
  const { dataset, warnings } = await readOne(capabilities('geo.example.org', trees))
  assert.deepEqual([dataset.title, dataset.description, dataset.keyword], [{ de: 'Bäume' }, { de: 'Straßenbäume & Parkbäume' }, { de: ['Baum'] }])
  assert.deepEqual(dataset.publisher, { name: { de: 'Gemeinde Moorbek' }, homepage: 'https://moorbek.example.org' })
  assert.deepEqual(dataset.contactPoint, [{ kind: 'Kind', name: 'Geodatenstelle', email: 'geo@moorbek.example.org', telephone: '+49-0000-1234' }])
  assert.deepEqual([dataset.identifier, dataset.page], [['moor:baum'], ['https://geo.example.org/metadaten/baum.xml']])
  assert.deepEqual(JSON.parse(dataset.spatial[0]?.geometry?.text ?? '').coordinates[0][2], [10.1, 53.7])
  assert.deepEqual(dataset.distribution.map(({ format }) => format?.split('/').at(-1)), ['GML', 'GEOJSON', 'SHP', 'CSV'])
  assert.equal(dataset.distribution[1]?.downloadURL[0], 'http://geo.example.org/wfs?map=gruen&service=WFS&version=2.0.0&request=GetFeature&typeNames=moor%3Abaum&outputFormat=application%2Fjson')
  assert.deepEqual([dataset.distribution[0]?.license, dataset.distribution[0]?.licenseAttributionByText], ['http://dcat-ap.de/def/licenses/dl-by-de/2.0', { de: '© Gemeinde Moorbek' }])
  assert.deepEqual(warnings.map(({ code }) => code).filter((code) => code.startsWith('open-data.distribution')), [])
})

test('what a feature type leaves unsaid the service says, and a box beyond the earth is a doubt', async () => {
  const { dataset, warnings } = await readOne(capabilities('geo.example.org', featureType('wiese', '', `<OutputFormats><Format>text/xml; subtype=gml/3.2.1</Format></OutputFormats><ows:WGS84BoundingBox><ows:LowerCorner>500000 5900000</ows:LowerCorner><ows:UpperCorner>600000 6000000</ows:UpperCorner></ows:WGS84BoundingBox>`)))
  assert.deepEqual([dataset.title, dataset.description, dataset.keyword], [{ de: 'wiese' }, { de: 'Grünflächen und Bäume.' }, { de: ['Grün'] }])
  assert.deepEqual(dataset.distribution.map(({ format }) => format?.split('/').at(-1)), ['GML'])
  assert.deepEqual([dataset.spatial, warnings[0]?.code], [[], 'open-data.dataset.spatial-invalid'])
})

test('a licence is read from JSON, a name or an address; other words stay the source’s own', () => {
  const licence = (constraints: string[], fees?: string) => licenceOfService({ constraints, fees })
  assert.deepEqual(licence([`Nutzungsbedingungen: ${dlBy}`]), { license_id: 'dl-by-de/2.0', attribution: '© Gemeinde Moorbek' })
  assert.deepEqual(licence(['NONE'], 'Es gilt https://creativecommons.org/licenses/by/4.0/.'), { license_id: 'https://creativecommons.org/licenses/by/4.0/' })
  assert.deepEqual(licence(['Nur für die Feuerwehr'], 'kostenfrei'), { license_id: 'Nur für die Feuerwehr' })
  assert.deepEqual(licence(['none'], 'keine'), {})
  assert.deepEqual(licence(['{"id": broken}'], '100 Euro'), { license_id: '{"id": broken}' })
})

test('a type without a name is kept out, with its reason', async () => {
  const [record] = await read(capabilities('geo.example.org', '<FeatureType><Title>Namenlos</Title></FeatureType>'))
  assert.ok(record && 'reasons' in record)
  assert.deepEqual(record.reasons.map(({ code }) => code), ['open-data.dataset.identity-missing', 'open-data.dataset.nothing-to-open'])
})

let source: TestSource
before(async () => void (source = await startSource('wfs', '/wfs?map=gruen')))
after(() => source.close())

const paths = featureType('moor:weg', 'Wege')
test('a service is read, met unchanged, and followed; it stands beside each of its datasets', async () => {
  source.answers['/wfs'] = xml(capabilities(source.host, trees + paths))
  const first = await source.harvest()
  assert.deepEqual([first.run.state, first.run.expected, first.brought], ['done', 2, '2 added'])
  assert.deepEqual(source.asked, ['/wfs?map=gruen&service=WFS&request=GetCapabilities&acceptVersions=2.0.0'])
  const { uri = '' } = await documentOf(source, 'baeume')
  const [service] = await source.unit((db) => listServicesFor(db, first.run.sourceId, uri))
  assert.deepEqual([service?.document.title, service?.document.license], [{ de: 'WFS Grün Moorbek' }, 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'])
  assert.equal((await source.harvest()).brought, '2 unchanged')
  source.answers['/wfs'] = xml(capabilities(source.host, featureType('moor:weg', 'Wege und Pfade') + featureType('moor:bank', 'Bänke')))
  assert.equal((await source.harvest()).brought, '1 added, 1 changed, 1 removed')
})

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>`
const whole = () => capabilities(source.host, trees + paths)
const hostile: [what: string, answer: () => Answer, code: string][] = [
  ['a page for people', () => xml('<!doctype html><html><body>Anmelden</body></html>'), 'open-data.harvest.type-mismatch'],
  ['JSON', () => sends('application/xml', '{"value": []}'), 'open-data.harvest.type-mismatch'],
  ['WFS 1.1', () => xml(whole().replace('"http://www.opengis.net/wfs/2.0"', '"http://www.opengis.net/wfs"').replace('2.0.0', '1.1.0')), 'open-data.harvest.type-mismatch'],
  ['an exception', () => xml('<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>Dienst gesperrt</ows:ExceptionText></ows:Exception></ows:ExceptionReport>'), 'open-data.harvest.no-datasets'],
  ['no feature type at all', () => xml(capabilities(source.host, '')), 'open-data.harvest.no-datasets'],
  ['nothing', () => xml(''), 'open-data.harvest.empty'],
  ['capabilities cut off in the middle', () => xml(whole().slice(0, -400)), 'open-data.harvest.syntax'],
  ['tags that do not match', () => xml(whole().replace('</FeatureTypeList>', '</FeatureType>')), 'open-data.harvest.syntax'],
  ['entities that multiply', () => xml(whole().replace('?>', `?>${laughs}`)), 'open-data.harvest.doctype-forbidden'],
  ['a file of the server as entity', () => xml(whole().replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">')), 'open-data.harvest.doctype-forbidden'],
  ['elements without end', () => xml('<a>'.repeat(100_000)), 'open-data.harvest.nested-too-deep'],
  ['a title of two megabytes', () => xml(whole().replace('Bäume', 'B'.repeat(2 * 1024 * 1024))), 'open-data.harvest.literal-too-long'],
  ['more than a page may hold', () => xml(whole().replace('<FeatureTypeList>', `<FeatureTypeList>${'<a>x</a>'.repeat(9 * 1024 * 1024)}`)), 'open-data.harvest.too-large'],
]
for (const [what, answer, code] of hostile)
  test(`${what} ends with ${code}, and nothing has changed`, async () => {
    const before = await source.count()
    source.answers['/wfs'] = answer()
    const { run, brought } = await source.harvest()
    assert.deepEqual([run.state, run.refusal?.code, brought], ['failed', code, ''])
    assert.equal(await source.count(), before)
  })
