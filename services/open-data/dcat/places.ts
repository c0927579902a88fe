import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { readPeriod } from './dates.ts'
import { absoluteIri, openRecord, optional, textOf, warn } from './record.ts'
import type { Notes, Record } from './record.ts'
import type { Geometry, Location, PeriodOfTime } from './schema.ts'

/** A place: an IRI, a name, or a node with geometry. Undefined when it says nothing. */
export function readLocation(graph: Graph, term: Term, notes: Notes, field: string): Location | undefined {
  if (term.kind === 'literal') {
    const geometry = geometryOf(term)
    if (geometry) return { geometry }
    const label = textOf([term], notes, field)
    return Object.keys(label).length > 0 ? { label } : undefined
  }
  const record = openRecord(graph, term)
  const uri = term.kind === 'iri' ? absoluteIri(term.value) : undefined
  const label = textOf(record.take(iri('skos:prefLabel'), iri('rdfs:label'), iri('locn:geographicName'), iri('foaf:name'), iri('schema:name')), notes, `${field}.label`)
  const bbox = takeGeometry(graph, record, iri('dcat:bbox'), notes, field)
  const centroid = takeGeometry(graph, record, iri('dcat:centroid'), notes, field)
  const geometry = takeGeometry(graph, record, iri('locn:geometry'), notes, field)
  const extra = record.rest()
  const location = {
    ...optional('uri', uri), ...optional('label', Object.keys(label).length > 0 ? label : undefined), ...optional('bbox', bbox), ...optional('centroid', centroid),
    ...optional('geometry', geometry), ...optional('extra', extra.length > 0 ? extra : undefined),
  }
  return Object.keys(location).length > 0 ? location : undefined
}

/** GeoJSON where there is one (pages draw it), else what there is; further encodings stay statements. */
function takeGeometry(graph: Graph, record: Record, predicate: string, notes: Notes, field: string): Geometry | undefined {
  let chosen: Geometry | undefined
  let chosenTerm: Term | undefined
  for (const term of record.take(predicate)) {
    const geometry = geometryOf(term) ?? geometryBelow(graph, term)
    if (!geometry) {
      if (term.kind === 'literal') warn(notes, 'open-data.dataset.spatial-invalid', field, term.value)
      record.keep(predicate, term)
    } else if (!chosen || (chosen.encoding !== 'geojson' && geometry.encoding === 'geojson')) {
      if (chosenTerm) record.keep(predicate, chosenTerm)
      chosen = geometry
      chosenTerm = term
    } else record.keep(predicate, term)
  }
  return chosen
}

/** A geometry node (locn:Geometry, sf:Polygon) that holds nothing but one text. */
function geometryBelow(graph: Graph, term: Term): Geometry | undefined {
  if (term.kind !== 'blank') return undefined
  const said = graph.describe(term)
  const texts = [iri('geosparql:asGeoJSON'), iri('geosparql:asWKT'), iri('geosparql:asGML')].flatMap((predicate) => said.get(predicate) ?? [])
  const statements = [...said].filter(([predicate]) => predicate !== iri('rdf:type')).flatMap(([, values]) => values)
  return texts.length === 1 && statements.length === 1 && texts[0] ? geometryOf(texts[0]) : undefined
}

const geometryTypes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Feature', 'FeatureCollection']

/** Reads a geometry from its text: GeoJSON, WKT (with or without SRID) or GML, whatever the datatype claims. */
export function geometryOf(term: Term): Geometry | undefined {
  if (term.kind !== 'literal') return undefined
  const text = term.value.trim()
  if (text.startsWith('{')) {
    try {
      const value: unknown = JSON.parse(text)
      const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
      return typeof type === 'string' && geometryTypes.includes(type) ? { encoding: 'geojson', text } : undefined
    } catch {
      return undefined
    }
  }
  if (/^(?:<[^>]*>\s*|SRID=\d+;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION|ENVELOPE)\s*Z?\s*(?:\(|EMPTY)/i.test(text)) return { encoding: 'wkt', text }
  return text.startsWith('<gml:') ? { encoding: 'gml', text } : undefined
}

type Ends = readonly [start?: string | undefined, end?: string | undefined]

/** A period by any of the terms in use: dcat, schema.org, time:hasBeginning, DCMI text `start=…; end=…`. */
export function readPeriodOfTime(graph: Graph, term: Term, notes: Notes, field: string): PeriodOfTime | undefined {
  const [start, end] = term.kind === 'literal' ? periodFromText(term.value) : periodFromNode(graph, term)
  const { period, refusals } = readPeriod(start, end, field)
  notes.warnings.push(...refusals)
  return period
}

function periodFromNode(graph: Graph, term: Term): Ends {
  if (term.kind === 'literal') return []
  const values = graph.describe(term)
  const read = (direct: string[], viaTime: string) => {
    for (const predicate of direct) {
      const value = values.get(predicate)?.[0]
      if (value?.kind === 'literal') return value.value
    }
    const instant = values.get(viaTime)?.[0]
    if (!instant || instant.kind === 'literal') return instant?.value
    const said = graph.describe(instant)
    return [...said.entries()].find(([predicate]) => predicate.startsWith(iri('time:')) && predicate !== viaTime)?.[1][0]?.value
  }
  return [
    read([iri('dcat:startDate'), iri('schema:startDate')], iri('time:hasBeginning')),
    read([iri('dcat:endDate'), iri('schema:endDate')], iri('time:hasEnd')),
  ]
}

/** `2010-01-01/2010-12-31`, `start=2010; end=2012`, `2010 - 2012`, one year. */
function periodFromText(text: string): Ends {
  const dcmi = /start=([^;]+);?(?:.*?end=([^;]+))?/i.exec(text)
  if (dcmi) return [dcmi[1]?.trim(), dcmi[2]?.trim()]
  const slash = /^\s*([\d.:TZ+-]*)\s*\/\s*([\d.:TZ+-]*)\s*$/.exec(text)
  if (slash) return [slash[1] || undefined, slash[2] || undefined]
  const years = /^\s*(\d{4})\s*(?:-|–|bis)\s*(\d{4})\s*$/.exec(text)
  if (years) return [years[1], years[2]]
  return [text, text]
}
