/** One file of a catalogue, from bytes to datasets: what a harvest job calls per page. */
import { parseRdf } from '../rdf/parse.ts'
import type { ParseOptions } from '../rdf/parse.ts'
import type { RdfFormat } from '../rdf/sniff.ts'
import type { ByteSource } from '../rdf/text-stream.ts'
import type { Graph } from '../rdf/graph.ts'
import { iri } from '../rdf/namespaces.ts'
import { readAgent } from './agents.ts'
import { readDateField, readLanguages, readLicence } from './fields-from-rdf.ts'
import { readDescription } from './description.ts'
import { emptyCatalogue } from './empty.ts'
import { datasetFromRdf } from './from-rdf.ts'
import { readPaging } from './paging.ts'
import type { Paging } from './paging.ts'
import { readLocation } from './places.ts'
import { absoluteIri, addressesOf, irisOf, newNotes, openRecord, optional, stringsOf, textOf } from './record.ts'
import { refuse } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Catalogue, DataService, DatasetSeries, MappedDataset, Node } from './schema.ts'
import { readDatasetSeries, readDataService } from './service-from-rdf.ts'

export type ReadOptions = ParseOptions & {
  /** Language of texts without a tag; German unless told. */
  readonly language?: string
}

export type CatalogueReading = {
  readonly ok: true
  readonly format: RdfFormat
  readonly triples: number
  readonly catalogue?: Catalogue
  readonly paging: Paging
  /** How many dataset nodes the file holds. */
  readonly count: number
  /** Maps one dataset after the other when asked for the next: memory does not grow with their number. */
  readonly datasets: () => Generator<MappedDataset>
  readonly services: () => Generator<DataService>
  readonly series: () => Generator<DatasetSeries>
}

/** Reads a catalogue page. Refusals of the whole file come as value; refusals of single datasets among `datasets()`. */
export async function readCatalogue(source: ByteSource, options: ReadOptions = {}): Promise<CatalogueReading | { readonly ok: false; readonly refusal: Refusal }> {
  const parsed = await parseRdf(source, options)
  if (!parsed.ok) return parsed
  const { graph, format } = parsed
  const nodes = datasetNodes(graph)
  const catalogue = mainCatalogue(graph)
  if (nodes.length === 0 && !catalogue) return { ok: false, refusal: refuse('open-data.harvest.no-datasets', { detail: `${graph.size} triples` }) }
  const read = catalogue && readCatalogueNode(graph, catalogue, options.language)
  const mapping = { ...optional('language', options.language), ...optional('publisher', read?.publisher) }
  return {
    ok: true, format, triples: graph.size, ...optional('catalogue', read), paging: readPaging(graph), count: nodes.length,
    *datasets() { for (const node of nodes) yield datasetFromRdf(graph, node, mapping) },
    *services() { for (const node of graph.ofType(iri('dcat:DataService'))) { const s = readDataService(graph, node, newNotes(options.language), 'service'); if (s) yield s } },
    *series() { for (const node of graph.ofType(iri('dcat:DatasetSeries'))) { const s = readDatasetSeries(graph, node, newNotes(options.language)); if (s) yield s } },
  }
}

/** Nodes typed as dataset, and described nodes that a catalogue lists; series and catalogues are datasets of another kind. */
function datasetNodes(graph: Graph): Node[] {
  const others = new Set([...graph.ofType(iri('dcat:DatasetSeries')), ...graph.ofType(iri('dcat:Catalog'))].map(keyOf))
  const found = new Map<string, Node>()
  for (const node of graph.ofType(iri('dcat:Dataset'))) if (!others.has(keyOf(node))) found.set(keyOf(node), node)
  for (const subject of graph.subjectsOf(iri('dcat:dataset'))) {
    for (const object of graph.describe(subject).get(iri('dcat:dataset')) ?? []) {
      if (object.kind !== 'literal' && !others.has(keyOf(object)) && graph.has(object)) found.set(keyOf(object), object)
    }
  }
  return [...found.values()]
}

const keyOf = (node: Node) => `${node.kind}:${node.value}`

/** The catalogue that lists datasets, or the first one; a file may hold sub-catalogues, also in circles. */
function mainCatalogue(graph: Graph): Node | undefined {
  const catalogues = graph.ofType(iri('dcat:Catalog'))
  const size = (node: Node) => graph.describe(node).get(iri('dcat:dataset'))?.length ?? 0
  return catalogues.reduce<Node | undefined>((best, node) => (best === undefined || size(node) > size(best) ? node : best), undefined)
}

function readCatalogueNode(graph: Graph, node: Node, language: string | undefined): Catalogue {
  const notes = newNotes(language)
  const record = openRecord(graph, node)
  const publisher = record.take(iri('dct:publisher'))[0]
  return {
    ...emptyCatalogue,
    ...optional('uri', node.kind === 'iri' ? absoluteIri(node.value) : undefined),
    title: textOf(record.take(iri('dct:title')), notes, 'title'),
    description: readDescription(record.take(iri('dct:description')), notes, 'description'),
    ...optional('publisher', publisher && readAgent(graph, publisher, notes, 'publisher')),
    ...optional('homepage', addressesOf(record.take(iri('foaf:homepage')), notes, 'homepage')[0]),
    language: readLanguages(record, notes, 'catalogue'),
    ...optional('license', readLicence(graph, record, notes, 'catalogue').license),
    themeTaxonomy: stringsOf(record.take(iri('dcat:themeTaxonomy'))),
    spatial: record.take(iri('dct:spatial')).map((t) => readLocation(graph, t, notes, 'spatial')).filter((l) => l !== undefined),
    ...optional('issued', readDateField(record, iri('dct:issued'), notes, 'issued')),
    ...optional('modified', readDateField(record, iri('dct:modified'), notes, 'modified')),
    hasPart: irisOf(record.take(iri('dct:hasPart'), iri('dcat:catalog')), notes, 'hasPart'),
  }
}
