import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { absoluteIri, openRecord, optional, stringsOf, textOf, warn, webAddress } from './record.ts'
import type { Notes } from './record.ts'
import { publisherTypes } from '../vocabulary/lists.ts'
import type { Contact, Organisation } from './schema.ts'

/** An agent in any role: a described node, a bare IRI, or only a name. Undefined when it says nothing. */
export function readAgent(graph: Graph, term: Term, notes: Notes, field: string): Organisation | undefined {
  if (term.kind === 'literal') {
    const name = textOf([term], notes, field)
    return Object.values(name).some((text) => !isNodeLabel(text)) ? { name } : undefined
  }
  const record = openRecord(graph, term)
  const uri = term.kind === 'iri' ? absoluteIri(term.value) : undefined
  const named = textOf(record.take(...agentNames), notes, `${field}.name`)
  const email = emailOf(record.take(iri('foaf:mbox'), iri('vcard:hasEmail'), iri('schema:email'))[0], graph)
  const homepage = webAddress(stringsOf(record.take(iri('foaf:homepage'), iri('foaf:workplaceHomepage'), iri('schema:url'), iri('vcard:hasURL')))[0] ?? '')
  const type = publisherTypes.byUri.get(stringsOf(record.take(iri('dct:type')))[0] ?? '')?.uri
  const extra = record.rest()
  const name = Object.keys(named).length > 0 ? named : nameFromIri(uri, notes, field)
  if (uri === undefined && Object.keys(name).length === 0) return undefined
  return { ...optional('uri', uri), name, ...optional('type', type), ...optional('email', email), ...optional('homepage', homepage), ...optional('extra', extra.length > 0 ? extra : undefined) }
}

// Some catalogues print the label of a blank node where its name belongs ("t173347"). That names nobody.
const isNodeLabel = (text: string): boolean => /^(_:)?[a-z]{1,2}\d{4,}$/i.test(text)

const agentNames = [iri('foaf:name'), iri('vcard:fn'), iri('vcard:organization-name'), iri('schema:name'), iri('rdfs:label'), iri('skos:prefLabel'), iri('dct:title')]

function nameFromIri(uri: string | undefined, notes: Notes, field: string): Organisation['name'] {
  const segment = uri?.replace(/[/#]+$/, '').split(/[/#]/).at(-1)
  if (uri === undefined || segment === undefined || segment === '') return {}
  notes.provenance.push({ field: `${field}.name`, from: uri, rule: 'name-from-iri' })
  try {
    return { [notes.language]: decodeURIComponent(segment) }
  } catch {
    return { [notes.language]: segment }
  }
}

/** All agents of some predicates, those without content left out. */
export function readAgents(graph: Graph, terms: readonly Term[], notes: Notes, field: string): Organisation[] {
  return terms.map((term, index) => readAgent(graph, term, notes, `${field}[${index}]`)).filter((agent) => agent !== undefined)
}

/** A vcard in its many variants: values as IRIs, as literals, or below a node with `vcard:hasValue`. */
export function readContact(graph: Graph, term: Term, notes: Notes, field: string): Contact | undefined {
  if (term.kind === 'literal') return term.value.trim() === '' ? undefined : { kind: 'Kind', name: term.value.trim() }
  const kinds = stringsOf(graph.describe(term).get(iri('rdf:type')) ?? [])
  const record = openRecord(graph, term)
  const uri = term.kind === 'iri' ? absoluteIri(term.value) : undefined
  const name = first(textOf(record.take(iri('vcard:fn'), iri('vcard:hasFN'), iri('foaf:name'), iri('schema:name')), notes, `${field}.name`))
  const organisationName = first(textOf(record.take(iri('vcard:organization-name'), iri('vcard:hasOrganizationName')), notes, `${field}.organisationName`))
  const email = emailOf(record.take(iri('vcard:hasEmail'), iri('vcard:email'), iri('foaf:mbox'), iri('schema:email'))[0], graph)
  const telephone = phoneOf(record.take(iri('vcard:hasTelephone'), iri('vcard:tel'), iri('foaf:phone'), iri('schema:telephone'))[0], graph)
  const url = webAddress(valueOf(record.take(iri('vcard:hasURL'), iri('vcard:url'), iri('foaf:homepage'), iri('schema:url'))[0], graph) ?? '')
  const address = readAddress(graph, record.take(iri('vcard:hasAddress'), iri('vcard:adr'))[0], (...p) => record.take(...p))
  const extra = record.rest()
  if (email === undefined && telephone === undefined && url === undefined) {
    if (name === undefined && organisationName === undefined && uri === undefined) return undefined
    warn(notes, 'open-data.dataset.contact-unreachable', field, name ?? organisationName ?? uri)
  }
  const kind = kinds.includes(iri('vcard:Organization')) ? 'Organization' : kinds.includes(iri('vcard:Individual')) ? 'Individual' : 'Kind'
  return {
    ...optional('uri', uri), kind, ...optional('name', name), ...optional('organisationName', organisationName), ...optional('email', email),
    ...optional('telephone', telephone), ...optional('url', url), ...optional('address', address), ...optional('extra', extra.length > 0 ? extra : undefined),
  }
}

function readAddress(graph: Graph, node: Term | undefined, takeOwn: (...predicates: string[]) => Term[]): Contact['address'] {
  const below = node && node.kind !== 'literal' ? openRecord(graph, node) : undefined
  const read = (...names: `vcard:${string}`[]) => stringsOf([...(below?.take(...names.map(iri)) ?? []), ...takeOwn(...names.map(iri))])[0]
  const address = {
    ...optional('street', read('vcard:street-address', 'vcard:hasStreetAddress')), ...optional('postalCode', read('vcard:postal-code', 'vcard:hasPostalCode')),
    ...optional('locality', read('vcard:locality', 'vcard:hasLocality')), ...optional('country', read('vcard:country-name', 'vcard:hasCountryName')),
  }
  return Object.keys(address).length > 0 ? address : undefined
}

const first = (text: Organisation['name']) => text['de'] ?? Object.values(text)[0]

/** The value itself, or the one below a node with `vcard:hasValue`. */
function valueOf(term: Term | undefined, graph: Graph): string | undefined {
  if (!term) return undefined
  if (term.kind === 'literal') return term.value.trim()
  const below = graph.describe(term).get(iri('vcard:hasValue'))?.[0] ?? graph.describe(term).get(iri('rdf:value'))?.[0]
  if (below) return below.value.trim()
  return term.kind === 'iri' ? term.value.trim() : undefined
}

function emailOf(term: Term | undefined, graph: Graph): string | undefined {
  const value = valueOf(term, graph)?.replace(/^(?:mailto:\s*)+/i, '').split('?')[0]?.trim()
  return value !== undefined && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value) ? value : undefined
}

function phoneOf(term: Term | undefined, graph: Graph): string | undefined {
  return telephoneOf(valueOf(term, graph) ?? '')
}

/** A telephone number as a `tel:` IRI holds it (RFC 3966), `+49-241-432-0`; undefined when it is none. */
export function telephoneOf(text: string): string | undefined {
  const value = text.trim().replace(/^tel:\s*/i, '')
  if (!/^\+?[\d\s()/.–-]{3,40}$/.test(value)) return undefined
  return value.replace(/\(0\)/g, '').replace(/[^+\d]+/g, '-').replace(/^-|-$/g, '')
}
