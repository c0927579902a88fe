/** The namespaces of DCAT-AP.de 3.0 in the order in which serialisers print them. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geodcatap: 'http://data.europa.eu/930/',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type Prefix = keyof typeof namespaces

/** `iri('dct:title')` is the full IRI of a prefixed name. */
export function iri(name: `${Prefix}:${string}`): string {
  const known = full.get(name)
  if (known !== undefined) return known
  const colon = name.indexOf(':')
  // The type of `name` guarantees the prefix; the compiler cannot follow the slice.
  const value = namespaces[name.slice(0, colon) as Prefix] + name.slice(colon + 1)
  full.set(name, value)
  return value
}

/** Names come from the source code only, so this cannot grow with the data. */
const full = new Map<string, string>()

const germanTerm = /^https?:\/\/(?:www\.)?dcat-ap\.de\/def\/dcatde\/(?:\d[\d._]*\/?)?([A-Za-z]\w*)$/
const cache = new Map<string, string>()

/**
 * The one spelling of a predicate or class. In the wild the German namespace carries versions
 * (`…/dcatde/1_0x`, `…/1.0.1/x`, `https://www.…/1.1/x`), `dcatap` a `#`, and schema.org an `s`.
 */
export function canonicalTerm(term: string): string {
  const known = cache.get(term)
  if (known !== undefined) return known
  const canonical = spell(term)
  if (cache.size < 10_000) cache.set(term, canonical)
  return canonical
}

function spell(term: string): string {
  const german = germanTerm.exec(term)
  if (german) return namespaces.dcatde + german[1]
  if (term.startsWith('http://data.europa.eu/r5r#')) return namespaces.dcatap + term.slice(26)
  if (term.startsWith('https://schema.org/')) return namespaces.schema + term.slice(19)
  return term
}
