/**
 * For tests only: brings what our checker finds and what SHACL finds into one form, "severity, kind of node, property, how many
 * nodes". Findings count once per node: one wrong value may break several shapes.
 */
import type { Dataset, Statement } from '../dcat/schema.ts'
import type { Finding } from '../dcat/shacl-testing.ts'
import { datasetToRdf } from '../dcat/to-rdf.ts'
import type { CheckFinding, CheckId } from './schema.ts'

/** What the export writes when nothing is filled in or left out. */
export const exportAsIs = (dataset: Dataset): Statement[] => datasetToRdf(dataset, { asIs: true, extra: false, ...(dataset.uri === undefined && { uri: 'https://example.org/dataset' }), distributionUri: (index) => `https://example.org/file-${index}` })

/** Rules of the German shapes by their property; rules that are not among the shapes are absent. */
const shapeOf: Partial<Record<CheckId, string>> = {
  'title-missing': 'title', 'description-missing': 'description', 'publisher-missing': 'publisher', 'theme-unknown': 'theme', 'language-unknown': 'language', 'frequency-unknown': 'accrualPeriodicity',
  'access-rights-unknown': 'accessRights', 'availability-unknown': 'availability', 'type-unknown': 'type', 'contributor-unknown': 'contributorID', 'level-unknown': 'politicalGeocodingLevelURI',
  'spatial-resolution-invalid': 'spatialResolutionInMeters', 'temporal-resolution-invalid': 'temporalResolution', 'agent-name-missing': 'name', 'agent-type-unknown': 'type', 'contact-unreachable': '*', 'period-empty': '*',
  'attribution-agent-without-address': 'agent', 'attribution-role-missing': 'hadRole', 'access-url-missing': 'accessURL', 'licence-missing': 'license', 'licence-unknown': 'license', 'format-unknown': 'format',
  'status-unknown': 'status', 'byte-size-invalid': 'byteSize', 'checksum-invalid': 'checksumValue', 'checksum-algorithm-unknown': 'algorithm', 'endpoint-missing': 'endpointURL', 'legal-basis-outdated': 'legalBasis',
  'geocoding-uri-outdated': 'politicalGeocodingURI', 'geocoding-description-outdated': 'geocodingDescription', 'quality-process-outdated': 'qualityProcessURI',
}

export type Verdict = Readonly<Record<string, number>>

export function verdictOfCheck(dataset: Dataset, findings: readonly CheckFinding[]): Verdict {
  return countNodes(findings.flatMap(({ code, severity, field }) => {
    const id = code.slice('open-data.check.'.length) as CheckId // codes are made of ids
    const property = shapeOf[id]
    if (property === undefined) return []
    const { kind, path } = ownerOf(field, id)
    return [{ key: `${severity} ${kind} ${property}`, node: addressAt(dataset, path) ?? path }]
  }))
}

const agentRoles = new Set(['publisher', 'creator', 'contributor', 'originator', 'maintainer', 'agent'])

/** The kind of node a field belongs to, and the path of that node. */
function ownerOf(field: string, id: CheckId): { kind: string; path: string } {
  if (id === 'contact-unreachable') return { kind: 'Kind', path: field }
  if (id === 'period-empty') return { kind: 'PeriodOfTime', path: field }
  const parts = field.split('.')
  const path = parts.slice(0, -1).join('.')
  const owner = parts.at(-2)?.replace(/\[\d+\]$/, '')
  if (owner === undefined) return { kind: 'Dataset', path: '' }
  if (agentRoles.has(owner)) return { kind: 'Agent', path }
  const kinds: Record<string, string> = { distribution: 'Distribution', accessService: 'DataService', checksum: 'Checksum', qualifiedAttribution: 'Attribution' }
  return { kind: kinds[owner] ?? owner, path }
}

/** Nodes with an IRI are one node wherever they are named. */
function addressAt(dataset: Dataset, path: string): string | undefined {
  let value: unknown = dataset
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== '')) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  const uri: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'uri') : undefined
  return typeof uri === 'string' ? uri : undefined
}

/** Demands that what is referred to is described in the same document: one dataset alone cannot meet them. */
const needsOthers = new Set(['inSeries', 'source', 'sample', 'hasVersion', 'servesDataset', 'isPartOf'])

export function verdictOfShapes(statements: readonly Statement[], findings: readonly Finding[]): Verdict {
  const kinds = new Map<string, string>()
  for (const { subject, predicate, object } of statements) {
    if (subject && predicate.endsWith('#type') && object.kind === 'iri' && !/\/(Organization|Individual)$|#(Organization|Individual)$/.test(object.value)) kinds.set(subject.value, localName(object.value))
  }
  return countNodes(findings.flatMap((finding) => subjectsOf(statements, finding, kinds).flatMap(({ node, property }) => {
    if (needsOthers.has(property)) return []
    const kind = kinds.get(node) ?? '?'
    const any = (kind === 'Kind' || kind === 'PeriodOfTime') && /Min|MUSS (über|mindestens)/.test(finding.message)
    return [{ key: `${finding.severity.toLowerCase()} ${kind} ${any ? '*' : property}`, node }]
  })))
}

/** List rules are nested: they speak of the value, `… dcat:theme MUSS folgendes Vokabular benutzen`. Their node is who names the value. */
function subjectsOf(statements: readonly Statement[], { node, path, message }: Finding, kinds: ReadonlyMap<string, string>): { node: string; property: string }[] {
  if (localName(path) !== 'inScheme') return [{ node, property: localName(path) }]
  const [, kind, property = ''] = /^\w+:(\w+): \w+:(\w+)/.exec(message) ?? []
  return statements.filter(({ subject, predicate, object }) => object.value === node && localName(predicate) === property && kinds.get(subject?.value ?? '') === kind).map(({ subject }) => ({ node: subject?.value ?? '', property }))
}

const localName = (iri: string): string => iri.split(/[/#]/).at(-1) ?? iri

function countNodes(entries: readonly { key: string; node: string }[]): Verdict {
  const nodes = new Map<string, Set<string>>()
  for (const { key, node } of entries) nodes.set(key, (nodes.get(key) ?? new Set()).add(node))
  return Object.fromEntries([...nodes].map(([key, set]): [string, number] => [key, set.size]).sort(([a], [b]) => (a < b ? -1 : 1)))
}
