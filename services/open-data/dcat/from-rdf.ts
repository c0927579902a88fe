/**
 * Graph to model. Accepts DCAT-AP.de 1.x, 2.0 and 3.0 as portals deliver it: see the tests for the variants met in the
 * catalogues of Brandenburg, Rostock, Destatis and Köln.
 */
import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { readAgent, readAgents, readContact } from './agents.ts'
import { readDescription } from './description.ts'
import { readDistribution } from './distribution-from-rdf.ts'
import { numberOf, readAvailability, readDateField, readLanguages } from './fields-from-rdf.ts'
import { emptyDataset } from './empty.ts'
import { accessRightsOf, contributorOf, frequencyOf, geocodingLevelOf, germanIri, themeOf } from './normalise.ts'
import { readLocation, readPeriodOfTime } from './places.ts'
import { absoluteIri, addressesOf, irisOf, newNotes, normalised, openRecord, optional, stringsOf, textOf, warn, wordsOf } from './record.ts'
import type { Notes, Record } from './record.ts'
import type { Refusal } from './refusals.ts'
import { doubtsAbout, whyNotAccept } from './rules.ts'
import { safeLine } from './safe-text.ts'
import type { Attribution, Dataset, Iri, LanguageText, MappedDataset, Node, Organisation, Statement } from './schema.ts'

export type FromRdfOptions = {
  /** Language of texts without a tag; German unless told. */
  readonly language?: string
  /** Stands in where a dataset names no publisher: the catalogue's own. */
  readonly publisher?: Organisation
}

/** Maps one dataset node: the dataset with its doubts, or why it is kept out. */
export function datasetFromRdf(graph: Graph, node: Node, options: FromRdfOptions = {}): MappedDataset {
  const notes = newNotes(options.language)
  const dataset = withOwnNames(readDataset(graph, node, notes, options.publisher))
  const reasons = whyNotAccept(dataset)
  if (reasons.length > 0) return refused(node, dataset, reasons)
  return { kind: 'dataset', dataset, warnings: [...notes.warnings, ...doubtsAbout(dataset)] }
}

/** Some portals give a dataset, its file and its contact one and the same IRI: then only the dataset keeps it. */
function withOwnNames(dataset: Dataset): Dataset {
  const uri = dataset.uri
  if (uri === undefined || ![...dataset.distribution, ...dataset.contactPoint].some((part) => part.uri === uri)) return dataset
  const rename = <T extends { readonly uri?: Iri; readonly extra?: readonly Statement[] }>(part: T): T => {
    if (part.uri !== uri) return part
    const { uri: _same, ...rest } = part
    // Without its IRI the part is still a T: `uri` is optional in all of them. What else was said of it, the dataset holds.
    return { ...rest, extra: [] } as unknown as T
  }
  return { ...dataset, extra: [], distribution: dataset.distribution.map(rename), contactPoint: dataset.contactPoint.map(rename) }
}

function refused(node: Node, dataset: Dataset, reasons: Refusal[]): MappedDataset {
  const title = dataset.title['de'] ?? Object.values(dataset.title)[0]
  return { kind: 'refused', subject: node.value, ...optional('title', title?.slice(0, 200)), reasons }
}

function readDataset(graph: Graph, node: Node, notes: Notes, fallback: Organisation | undefined): Dataset {
  const record = openRecord(graph, node)
  const take = record.take
  return {
    ...emptyDataset,
    ...optional('uri', node.kind === 'iri' ? absoluteIri(node.value) : undefined),
    identifier: stringsOf(take(iri('dct:identifier'))),
    otherIdentifier: readOtherIdentifiers(graph, take(iri('adms:identifier'))),
    title: textOf(take(iri('dct:title')), notes, 'title', (raw) => safeLine(raw.slice(0, 20_000))),
    description: readDescription(take(iri('dct:description')), notes, 'description'),
    keyword: wordsOf(take(iri('dcat:keyword')), notes, 'keyword'),
    theme: readThemes(record, notes),
    ...optional('publisher', readPublisher(graph, record, notes, fallback)),
    creator: readAgents(graph, take(iri('dct:creator')), notes, 'creator'),
    contributor: readAgents(graph, take(iri('dct:contributor')), notes, 'contributor'),
    originator: readAgents(graph, take(iri('geodcatap:originator'), iri('dcatde:originator')), notes, 'originator'),
    maintainer: readAgents(graph, take(iri('geodcatap:custodian'), iri('dcatde:maintainer')), notes, 'maintainer'),
    qualifiedAttribution: readAttributions(graph, record, notes),
    contactPoint: take(iri('dcat:contactPoint')).map((t, i) => readContact(graph, t, notes, `contactPoint[${i}]`)).filter((c) => c !== undefined),
    distribution: take(iri('dcat:distribution')).map((t, i) => readDistribution(graph, t, notes, `distribution[${i}]`)).filter((d) => d !== undefined),
    sample: irisOf(take(iri('adms:sample')), notes, 'sample'),
    landingPage: addressesOf(take(iri('dcat:landingPage')), notes, 'landingPage'),
    page: irisOf(take(iri('foaf:page')), notes, 'page'),
    ...optional('issued', readDateField(record, iri('dct:issued'), notes, 'issued')),
    ...optional('modified', readDateField(record, iri('dct:modified'), notes, 'modified')),
    temporal: take(iri('dct:temporal')).map((t, i) => readPeriodOfTime(graph, t, notes, `temporal[${i}]`)).filter((p) => p !== undefined),
    ...optional('temporalResolution', stringsOf(take(iri('dcat:temporalResolution')))[0]),
    spatial: take(iri('dct:spatial')).map((t, i) => readLocation(graph, t, notes, `spatial[${i}]`)).filter((l) => l !== undefined),
    ...optional('spatialResolutionInMeters', numberOf(take(iri('dcat:spatialResolutionInMeters'))[0])),
    ...optional('accrualPeriodicity', readOne(take(iri('dct:accrualPeriodicity')), frequencyOf, notes, 'accrualPeriodicity', 'open-data.dataset.frequency-unknown')),
    ...optional('accessRights', readOne(take(iri('dct:accessRights')), accessRightsOf, notes, 'accessRights', 'open-data.dataset.access-rights-unknown')),
    ...optional('availability', readAvailability(record, notes, 'dataset')),
    language: readLanguages(record, notes, 'dataset'),
    type: irisOf(take(iri('dct:type')), notes, 'type'),
    conformsTo: irisOf(take(iri('dct:conformsTo')).filter((t) => t.kind !== 'blank'), notes, 'conformsTo'),
    provenanceStatement: take(iri('dct:provenance')).map((t) => readStatementText(graph, t, notes)).filter((t) => Object.keys(t).length > 0),
    ...optional('version', stringsOf(take(iri('dcat:version'), iri('owl:versionInfo'), iri('schema:version')))[0]),
    versionNotes: textOf(take(iri('adms:versionNotes')), notes, 'versionNotes'),
    inSeries: irisOf(take(iri('dcat:inSeries')), notes, 'inSeries'),
    relation: irisOf(take(iri('dct:relation')), notes, 'relation'),
    source: irisOf(take(iri('dct:source')), notes, 'source'),
    references: irisOf(take(iri('dct:references')), notes, 'references'),
    isReferencedBy: irisOf(take(iri('dct:isReferencedBy')), notes, 'isReferencedBy'),
    hasVersion: irisOf(take(iri('dcat:hasVersion'), iri('dct:hasVersion')), notes, 'hasVersion'),
    isVersionOf: irisOf(take(iri('dcat:isVersionOf'), iri('dct:isVersionOf')), notes, 'isVersionOf'),
    ...readGermanTerms(record, notes),
    applicableLegislation: irisOf(take(iri('dcatap:applicableLegislation')), notes, 'applicableLegislation'),
    hvdCategory: irisOf(take(iri('dcatap:hvdCategory')), notes, 'hvdCategory'),
    extra: record.rest(),
    provenance: notes.provenance,
  }
}

function readGermanTerms(record: Record, notes: Notes) {
  const plain = (terms: Term[], field: string) => stringsOf(terms).map((value) => normalised(notes, field, value, germanIri(value), 'open-data.dataset.url-invalid')).filter((v) => v !== undefined)
  return {
    contributorID: readContributors(record, notes),
    politicalGeocodingLevelURI: stringsOf(record.take(iri('dcatde:politicalGeocodingLevelURI')))
      .map((value) => normalised(notes, 'politicalGeocodingLevelURI', value, geocodingLevelOf(value), 'open-data.dataset.url-invalid')).filter((v) => v !== undefined),
    politicalGeocodingURI: plain(record.take(iri('dcatde:politicalGeocodingURI')), 'politicalGeocodingURI'),
    geocodingDescription: textOf(record.take(iri('dcatde:geocodingDescription'), iri('dcatde:geocodingText')), notes, 'geocodingDescription'),
    legalBasis: textOf(record.take(iri('dcatde:legalBasis'), iri('dcatde:legalbasisText')), notes, 'legalBasis'),
    ...optional('qualityProcessURI', absoluteIri(stringsOf(record.take(iri('dcatde:qualityProcessURI')))[0] ?? '')),
  }
}

/** Contributor ids as IRIs; literals and unlisted ids are accepted when they are IRIs. */
function readContributors(record: Record, notes: Notes): Iri[] {
  const found = stringsOf(record.take(iri('dcatde:contributorID'))).map((value) => {
    const known = contributorOf(value)
    if (known) return normalised(notes, 'contributorID', value, known, 'open-data.dataset.contributor-unknown')
    warn(notes, 'open-data.dataset.contributor-unknown', 'contributorID', value)
    return absoluteIri(value)
  })
  return [...new Set(found.filter((id) => id !== undefined))]
}

function readThemes(record: Record, notes: Notes): Iri[] {
  const found = new Set<Iri>()
  for (const value of stringsOf(record.take(iri('dcat:theme')))) {
    const theme = normalised(notes, 'theme', value, themeOf(value), 'open-data.dataset.theme-unknown')
    if (theme !== undefined) found.add(theme)
  }
  return [...found]
}

function readPublisher(graph: Graph, record: Record, notes: Notes, fallback: Organisation | undefined): Organisation | undefined {
  const agents = readAgents(graph, record.take(iri('dct:publisher')), notes, 'publisher')
  if (agents.length > 1) warn(notes, 'open-data.dataset.several-values', 'publisher', agents.map((a) => Object.values(a.name)[0]).join(' | '))
  const agent = agents[0]
  if (agent) return agent
  if (fallback) notes.provenance.push({ field: 'publisher', from: fallback.uri ?? Object.values(fallback.name)[0] ?? '', rule: 'publisher-from-catalogue' })
  return fallback
}

function readOne(terms: readonly Term[], rule: (value: string) => { value: string; rule?: string } | undefined, notes: Notes, field: string, unknown: Refusal['code']): Iri | undefined {
  const values = stringsOf(terms)
  if (values[0] === undefined) return undefined
  if (values.length > 1) warn(notes, 'open-data.dataset.several-values', field, values.join(' | '))
  const known = values.find((value) => rule(value)) ?? values[0]
  return normalised(notes, field, known, rule(known), unknown)
}

function readOtherIdentifiers(graph: Graph, terms: readonly Term[]): string[] {
  return stringsOf(terms.flatMap((term) => (term.kind === 'literal' ? [term] : graph.describe(term).get(iri('skos:notation')) ?? (term.kind === 'iri' ? [term] : []))))
}

function readAttributions(graph: Graph, record: Record, notes: Notes): Attribution[] {
  return record.take(iri('prov:qualifiedAttribution')).flatMap((term) => {
    if (term.kind === 'literal') return []
    const said = graph.describe(term)
    const role = said.get(iri('dcat:hadRole'))?.[0]
    const agentTerm = said.get(iri('prov:agent'))?.[0]
    const agent = agentTerm && readAgent(graph, agentTerm, notes, 'qualifiedAttribution')
    return agent && role?.kind === 'iri' ? [{ agent, role: role.value }] : []
  })
}

function readStatementText(graph: Graph, term: Term, notes: Notes): LanguageText {
  if (term.kind === 'literal') return textOf([term], notes, 'provenanceStatement')
  const said = graph.describe(term)
  return textOf([iri('rdfs:label'), iri('dct:description'), iri('dct:title')].flatMap((p) => said.get(p) ?? []), notes, 'provenanceStatement')
}
