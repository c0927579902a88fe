import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { createGunzip } from 'node:zlib'
import { pageTrail } from './paging.ts'
import { readCatalogue } from './read-catalogue.ts'
import type { CatalogueReading } from './read-catalogue.ts'
import type { Dataset, MappedDataset } from './schema.ts'
import { serialise, serialisations } from './serialise.ts'
import type { Extension } from './serialise.ts'
import { shapesAbsent, validate, validateAgain, validateTurtle, violations } from './shacl-testing.ts'
import { catalogueToRdf, datasetToRdf, pagingToRdf } from './to-rdf.ts'

const demo = (name: string) => createReadStream(join(import.meta.dirname, '../demo/data', `${name}.rdf.gz`)).pipe(createGunzip())

async function read(source: AsyncIterable<Uint8Array>): Promise<CatalogueReading> {
  const reading = await readCatalogue(source)
  assert.ok(reading.ok, JSON.stringify(reading))
  return reading
}
const readText = (text: string) => read(Readable.from([Buffer.from(text)]))
const accepted = (mapped: Iterable<MappedDataset>) => [...mapped].flatMap((m) => (m.kind === 'dataset' ? [m.dataset] : []))

const prefixes = '@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix dcatde: <http://dcat-ap.de/def/dcatde/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix schema: <http://schema.org/> . @prefix hydra: <http://www.w3.org/ns/hydra/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <https://example.org/> .\n'
const mapOne = async (body: string) => {
  const [first] = (await readText(prefixes + body)).datasets()
  assert.ok(first)
  return first
}
const mapGood = async (more: string) => {
  const mapped = await mapOne(`:d a dcat:Dataset ; dct:title "Radwege"@de ; dct:publisher [ foaf:name "Stadt" ] ; dcat:landingPage <https://example.org/page> ${more} .`)
  assert.equal(mapped.kind, 'dataset', JSON.stringify(mapped))
  return mapped as Extract<MappedDataset, { kind: 'dataset' }>
}

describe('real catalogues', () => {
  for (const [name, count, files] of [['brandenburg', 112, 212], ['rostock', 100, 773], ['destatis', 135, 135]] as const) {
    it(`maps every dataset of ${name}`, async () => {
      const mapped = [...(await read(demo(name))).datasets()]
      assert.deepEqual(mapped.filter((m) => m.kind === 'refused'), [])
      assert.equal(mapped.length, count)
      assert.equal(accepted(mapped).reduce((sum, dataset) => sum + dataset.distribution.length, 0), files)
      for (const dataset of accepted(mapped)) {
        assert.ok(dataset.theme.every((theme) => theme.startsWith('http://publications.europa.eu/resource/authority/data-theme/')))
        assert.ok(dataset.publisher)
      }
    })

    for (const extension of Object.keys(serialisations) as Extension[]) {
      it(`reads ${name} back from ${extension} as the same datasets`, async () => {
        const datasets = accepted((await read(demo(name))).datasets()).slice(0, 40)
        const labels = { next: 0 }
        const again = new Map(accepted((await readText(serialise(datasets.flatMap((dataset) => datasetToRdf(dataset, { labels })), extension))).datasets()).map((dataset) => [dataset.uri, dataset]))
        for (const dataset of datasets) {
          const description = Object.keys(dataset.description).length > 0 ? dataset.description : dataset.title
          assert.deepEqual({ ...again.get(dataset.uri), provenance: [] }, { ...dataset, description, provenance: [] })
        }
      })
    }

    it(`exports ${name} without a violation of the shapes`, { skip: shapesAbsent }, async () => {
      const labels = { next: 0 }
      const reading = await read(demo(name))
      const datasets = accepted(reading.datasets())
      const statements = datasets.map((dataset) => datasetToRdf(dataset, { labels }))
      assert.deepEqual(violations(await validateTurtle(serialise(statements.flat(), 'ttl'))), [])
      // The second engine takes three times as long: it looks at some from everywhere.
      const step = Math.ceil(statements.length / 12)
      assert.deepEqual(violations(await validateAgain(statements.filter((_, index) => index % step === 0).flat())), [])
    })
  }

  it('reads paging, the catalogue and its publisher', async () => {
    const rostock = await read(demo('rostock'))
    assert.deepEqual(rostock.paging, { nextPage: 'https://www.opendata-hro.de/catalog.rdf?page=2', totalItems: 217, itemsPerPage: 100 })
    const brandenburg = await read(demo('brandenburg'))
    assert.equal(brandenburg.catalogue?.publisher?.name['de'], 'Ministerium des Innern und für Kommunales (MIK)')
  })

  it('names every rule it used', async () => {
    const [dataset] = accepted((await read(demo('rostock'))).datasets())
    assert.ok(dataset?.provenance.some((note) => note.rule === 'availability-list-moved' && note.from === 'https://www.dcat-ap.de/def/plannedAvailability/stable'))
  })
})

describe('the shapes as a test', { skip: shapesAbsent }, () => {
  const complete = async (): Promise<Dataset> => (await mapGood('; dct:description "Alle"@de ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN>')).dataset

  it('notice what is missing', async () => {
    const { publisher: _, ...without } = await complete()
    const found = await validate(datasetToRdf(without))
    for (const findings of [found.shaclEngine, found.rdfValidateShacl]) assert.ok(violations(findings).some(({ path }) => path.endsWith('publisher')))
  })

  it('notice a theme that is on no list', async () => {
    const found = await validate(datasetToRdf({ ...(await complete()), theme: ['https://example.org/theme'] }))
    for (const findings of [found.shaclEngine, found.rdfValidateShacl]) assert.equal(violations(findings).length, 1)
  })

  it('accept a catalogue page of the portal with everything the model has', async () => {
    const full = await mapGood(`; dct:description "Alle"@de, "All"@en ; dcat:keyword "Rad"@de ; dct:identifier "1" ; dct:issued "2024-01-01"^^xsd:date ; dct:modified "2024-05-31T10:00:00Z"^^xsd:dateTime
      ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ; dct:creator [ foaf:name "Amt" ] ; dcatde:originator [ foaf:name "Büro" ] ; dcatde:maintainer :m
      ; dcat:contactPoint [ a vcard:Organization ; vcard:fn "Amt" ; vcard:hasEmail "amt@example.org" ; vcard:hasTelephone "+49 (0)241 432-0" ; vcard:hasURL <https://example.org> ]
      ; dct:temporal [ schema:startDate "2020" ; schema:endDate "2024" ] ; dct:spatial "Aachen", [ dcat:bbox "POLYGON((6 50,6.2 50,6.2 51,6 50))" ] ; dct:accrualPeriodicity "monatlich"
      ; dct:accessRights "public" ; dct:language "de" ; dcatde:contributorID "http://dcat-ap.de/def/contributors/openNRW" ; dcatde:plannedAvailability <http://dcat-ap.de/def/plannedAvailability/stable>
      ; dcatde:legalBasis "Gesetz"@de ; dct:provenance [ <http://www.w3.org/2000/01/rdf-schema#label> "Erhoben" ] ; <http://data.europa.eu/r5r/hvdCategory> <http://data.europa.eu/bna/c_b79e35eb>
      ; <http://data.europa.eu/r5r/applicableLegislation> <http://data.europa.eu/eli/reg_impl/2023/138/oj>
      ; dcat:distribution [ dcat:accessURL <https://example.org/wfs> ; dct:format "WFS" ; dct:license "dl-de/by-2-0" ; dct:rights "frei" ; dcat:byteSize "12.0" ; dcatde:licenseAttributionByText "Stadt"
        ; <http://spdx.org/rdf/terms#checksum> [ <http://spdx.org/rdf/terms#algorithm> <http://spdx.org/rdf/terms#checksumAlgorithm_md5> ; <http://spdx.org/rdf/terms#checksumValue> "A58D35BEBEFA4972898110B9F5DA62BC" ]
        ; dcat:accessService [ a dcat:DataService ; dct:title "WFS" ; dcat:endpointURL <https://example.org/wfs> ] ]`)
    assert.deepEqual(full.warnings, [])
    const uri = 'https://offen.example.org/dataset/1'
    const page = 'https://offen.example.org/catalog.ttl?page=1'
    const statements = [
      ...catalogueToRdf({ title: { de: 'Offene Daten' }, description: { de: 'Alle' }, publisher: { name: { de: 'Stadt' } }, language: ['http://publications.europa.eu/resource/authority/language/DEU'], themeTaxonomy: [], spatial: [], hasPart: [] }, 'https://offen.example.org/', [uri]),
      ...datasetToRdf(full.dataset, { uri, labels: { next: 100 }, distributionUri: (index) => `${uri}/file/${index}` }),
      ...pagingToRdf({ collection: 'https://offen.example.org/', page, first: page, last: page, totalItems: 1, itemsPerPage: 100 }),
    ]
    const found = await validate(statements)
    assert.deepEqual(violations(found.shaclEngine), [])
    assert.deepEqual(violations(found.rdfValidateShacl), [])
    for (const extension of Object.keys(serialisations) as Extension[]) {
      const again = await readText(serialise(statements, extension))
      assert.equal(again.paging.totalItems, 1)
      const [dataset] = accepted(again.datasets())
      assert.deepEqual({ ...dataset, provenance: [] }, { ...full.dataset, uri, provenance: [], distribution: full.dataset.distribution.map((file) => ({ ...file, uri: `${uri}/file/0`, accessService: file.accessService.map((service) => ({ ...service, publisher: full.dataset.publisher })) })) })
    }
  })
})

describe('datasets of bad catalogues', () => {
  it('keep the dataset and name the date that is left out', async () => {
    for (const [date, code] of [['0000-01-01', 'implausible'], ['9999-12-31', 'implausible'], ['2024-02-30', 'invalid'], ['gestern', 'invalid']] as const) {
      const { dataset, warnings } = await mapGood(`; dct:issued "${date}"`)
      assert.equal(dataset.issued, undefined)
      assert.deepEqual(warnings.filter(({ field }) => field === 'issued'), [{ code: `open-data.dataset.date-${code}`, field: 'issued', detail: date }])
    }
  })

  it('are refused with a title of 10,000 characters, and the report stays short', async () => {
    const mapped = await mapOne(`:d a dcat:Dataset ; dct:title "${'Titel '.repeat(1700)}" ; dct:publisher "Stadt" ; dcat:landingPage <https://example.org/> .`)
    assert.equal(mapped.kind, 'refused')
    assert.deepEqual(mapped.kind === 'refused' && mapped.reasons.map(({ code }) => code), ['open-data.dataset.title-too-long'])
    assert.ok(JSON.stringify(mapped).length < 1000)
  })

  it('are refused with every reason at once', async () => {
    const mapped = await mapOne('[] a dcat:Dataset ; dct:description "x" .')
    assert.deepEqual(mapped.kind === 'refused' && mapped.reasons.map(({ code }) => code.split('.').at(-1)), ['title-missing', 'publisher-missing', 'identity-missing', 'nothing-to-open'])
  })

  it('lose script, not words', async () => {
    const { dataset, warnings } = await mapGood('; dct:description "<p>Alle <b>Radwege</b></p><script>alert(1)</script><img src=x onerror=alert(1)><a href=\\"javascript:alert(1)\\">hier</a>"')
    assert.deepEqual(dataset.description, { de: 'Alle Radwege\n\nhier' })
    assert.ok(warnings.some(({ code }) => code === 'open-data.dataset.html-removed'))
  })

  it('cannot bring addresses a browser would run', async () => {
    const { dataset, warnings } = await mapGood('; foaf:page <javascript:alert(1)> ; dcat:distribution [ dcat:accessURL <javascript:alert(2)> ], [ dcat:downloadURL "https://example.org/ä b.csv" ]')
    assert.deepEqual(dataset.page, [])
    assert.deepEqual(dataset.distribution.map(({ accessURL }) => accessURL), [['https://example.org/ä%20b.csv']])
    assert.equal(warnings.filter(({ code }) => code === 'open-data.dataset.url-invalid').length, 2)
  })

  it('take the publisher of the catalogue where they name none', async () => {
    const [mapped] = (await readText(`${prefixes}:c a dcat:Catalog ; dct:publisher [ foaf:name "Land" ] ; dcat:dataset :d . :d dct:title "x" ; dcat:landingPage :p .`)).datasets()
    assert.ok(mapped?.kind === 'dataset')
    assert.deepEqual(mapped.dataset.publisher, { name: { de: 'Land' } })
  })

  it('take no label of a blank node for the name of a publisher', async () => {
    const publisherOf = async (name: string) => {
      const mapped = await mapOne(`:d a dcat:Dataset ; dct:title "x"@de ; dct:publisher "${name}" ; dcat:landingPage <https://example.org/page> .`)
      return mapped.kind === 'dataset' ? mapped.dataset.publisher : undefined
    }
    assert.equal(await publisherOf('t173347'), undefined)
    assert.deepEqual(await publisherOf('Stadt'), { name: { de: 'Stadt' } })
    assert.deepEqual(await publisherOf('A1 Digital'), { name: { de: 'A1 Digital' } })
  })
  it('keep statements nobody knows, blank nodes and circles included', async () => {
    const { dataset } = await mapGood('; :unknown [ :a "1" ; :b _:x ] . _:x :c _:y . _:y :c _:x')
    assert.equal(dataset.extra.length, 5)
    const again = await readText(serialise(datasetToRdf(dataset), 'rdf'))
    assert.equal(accepted(again.datasets())[0]?.extra.length, 5)
  })

  it('do not multiply in catalogues that contain each other', async () => {
    const reading = await readText(`${prefixes}:a a dcat:Catalog ; dct:hasPart :b ; dcat:dataset :d . :b a dcat:Catalog ; dct:hasPart :a ; dcat:dataset :d . :d a dcat:Dataset ; dct:title "x" ; dct:publisher "y" ; dcat:landingPage :p .`)
    assert.equal([...reading.datasets()].length, 1)
    assert.deepEqual(reading.catalogue?.hasPart, ['https://example.org/b'])
  })

  it('are told from series and from a file without any', async () => {
    const reading = await readText(`${prefixes}:s a dcat:DatasetSeries, dcat:Dataset ; dct:title "Reihe" .`.replace('dcat:Dataset ;', 'dcat:Dataset ;') + `:c a dcat:Catalog .`)
    assert.equal(reading.count, 0)
    assert.deepEqual([...reading.series()].map(({ title }) => title), [{ de: 'Reihe' }])
    const none = await readCatalogue(Readable.from([Buffer.from('<urn:a> <urn:b> "c" .')]))
    assert.equal(none.ok ? '' : none.refusal.code, 'open-data.harvest.no-datasets')
  })
})

describe('paging', () => {
  it('reads the present and the older names', async () => {
    const present = await readText(`${prefixes}:c a dcat:Catalog . :p a hydra:PartialCollectionView ; hydra:next <https://example.org/?page=2> ; hydra:totalItems 7 .`)
    assert.deepEqual(present.paging, { nextPage: 'https://example.org/?page=2', totalItems: 7 })
  })

  it('ends where pages point in a circle', () => {
    const trail = pageTrail(3)
    assert.deepEqual(['a', 'b', 'a', 'c', 'd'].map((page) => trail.visit(page)?.code), [undefined, undefined, 'open-data.harvest.page-loop', undefined, 'open-data.harvest.page-loop'])
  })
})
