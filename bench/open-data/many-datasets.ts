import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { readCatalogue } from '../../services/open-data/dcat/read-catalogue.ts'
import { toRdfXml } from '../../services/open-data/dcat/rdf-xml.ts'
import type { Dataset } from '../../services/open-data/dcat/schema.ts'
import { datasetToRdf } from '../../services/open-data/dcat/to-rdf.ts'

const folder = join(import.meta.dirname, '../../services/open-data/demo/data')

/** The real datasets of three catalogues. */
export async function realDatasets(): Promise<Dataset[]> {
  const found: Dataset[] = []
  for (const name of ['rostock', 'brandenburg', 'destatis']) {
    const read = await readCatalogue(createReadStream(join(folder, `${name}.rdf.gz`)).pipe(createGunzip()))
    if (!read.ok) throw new Error(read.refusal.code)
    for (const mapped of read.datasets()) if (mapped.kind === 'dataset') found.push(mapped.dataset)
  }
  return found
}

/** Real datasets again and again under new names. */
export function* renamed(datasets: readonly Dataset[], count: number): Generator<Dataset> {
  for (let at = 0; at < count; at++) {
    const original = datasets[at % datasets.length] as Dataset // count of datasets is not zero
    const title = Object.fromEntries(Object.entries(original.title).map(([language, text]) => [language, `${text} ${Math.floor(at / datasets.length) + 1}`]))
    yield {
      ...original,
      uri: `https://data.example.org/dataset/${at}`,
      identifier: [`example-${at}`],
      title,
      distribution: original.distribution.map((file, index) => ({ ...file, uri: `https://data.example.org/dataset/${at}/file/${index}` })),
      extra: [],
    }
  }
}

/** Writes a DCAT-AP.de catalogue in RDF/XML with `count` datasets. Returns the bytes written. */
export async function writeCatalogue(file: string, count: number, datasets: readonly Dataset[]): Promise<number> {
  const out = createWriteStream(file)
  await write(out, `<?xml version="1.0" encoding="UTF-8"?>\n${prolog}\n<dcat:Catalog rdf:about="https://data.example.org/"><dct:title xml:lang="de">Sehr viele Daten</dct:title></dcat:Catalog>\n`)
  for (const dataset of renamed(datasets, count)) {
    const document = toRdfXml(datasetToRdf(dataset, { extra: false }))
    const start = document.indexOf('>', document.indexOf('<rdf:RDF')) + 1
    await write(out, document.slice(start, document.lastIndexOf('</rdf:RDF>')))
  }
  out.end('</rdf:RDF>\n')
  await once(out, 'close')
  return out.bytesWritten
}

// A document declares the prefixes it uses; together they need those of every kind.
const prolog =
  '<rdf:RDF ' +
  Object.entries({
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', dcatde: 'http://dcat-ap.de/def/dcatde/', adms: 'http://www.w3.org/ns/adms#', skos: 'http://www.w3.org/2004/02/skos/core#',
    schema: 'http://schema.org/', spdx: 'http://spdx.org/rdf/terms#', locn: 'http://www.w3.org/ns/locn#', owl: 'http://www.w3.org/2002/07/owl#', xsd: 'http://www.w3.org/2001/XMLSchema#', prov: 'http://www.w3.org/ns/prov#',
    dcatap: 'http://data.europa.eu/r5r/', geodcatap: 'http://data.europa.eu/930/', hydra: 'http://www.w3.org/ns/hydra/core#', geosparql: 'http://www.opengis.net/ont/geosparql#',
  })
    .map(([prefix, iri]) => `xmlns:${prefix}="${iri}"`)
    .join(' ') +
  '>'

async function write(out: WriteStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}
