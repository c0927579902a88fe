/** For tests only: the shapes of DCAT-AP.de 3.0 (test input only, never shipped) run by two engines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import datasets from '@rdfjs/dataset'
import type { DatasetCore, Quad, Term } from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { Validator } from 'shacl-engine'
import { vocabularies } from '../vocabulary/lists.ts'
import type { Literal, Node, Statement } from './schema.ts'

const folder = join(import.meta.dirname, '../../../../shared/vectors/dcat-ap-de')

/** Why shapes cannot be checked here; false when they can. */
export const shapesAbsent: string | false = existsSync(join(folder, 'shapes')) ? false : 'the DCAT-AP.de shapes are not beside the project'

/** One finding, by what makes it one: node, path, value, shape. */
export type Finding = { readonly severity: string; readonly node: string; readonly path: string; readonly value: string; readonly shape: string; readonly message: string }

const parse = (text: string) => new Parser().parse(text)

function shapes(): DatasetCore {
  const names = readdirSync(join(folder, 'shapes')).filter((name) => name.endsWith('.ttl') && !name.includes('imports'))
  const texts = names.map((name) => readFileSync(join(folder, 'shapes', name), 'utf8'))
  return datasets.dataset(names.flatMap((name, index) => parse((texts[index] ?? '').replaceAll('http://data.europa.eu/r5r#', 'http://data.europa.eu/r5r/'))).concat(parse(baseShapes(texts))))
}

const rules: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/MUSS MINDESTEN einmal/, () => 'sh:minCount 1'],
  [/DARF MAXIMAL einmal/, () => 'sh:maxCount 1'],
  [/MUSS auf eine Blank Node oder eine IRI/, () => 'sh:nodeKind sh:BlankNodeOrIRI'],
  [/MUSS auf ein Literal/, () => 'sh:nodeKind sh:Literal'],
  [/MUSS auf eine Klasse vom Typ (\S+) verweisen/, (match) => `sh:class ${match[1]}`],
  [/MUSS ein als (\S+) getyptes Literal/, (match) => `sh:datatype ${match[1]}`],
]

/**
 * The European base shapes are not part of the German files, which only translate their messages. Each message says what
 * its shape demands ("dcat:Catalog: dcterms:title MUSS MINDESTEN einmal vorkommen"), so the shapes are rebuilt from them.
 */
function baseShapes(texts: readonly string[]): string {
  const found: string[] = []
  for (const match of texts.join('\n').matchAll(/severity shacl:(Violation|Warning) ;\s+shacl:message "(\w+:\w+): (\w+:\w+) ([^"]*)"@de \./g)) {
    const [, severity = '', type = '', path = '', demand = ''] = match
    const constraint = rules.map(([pattern, write]) => { const m = pattern.exec(demand); return m && write(m) }).find((c) => c !== null)
    if (constraint) found.push(`[] a sh:NodeShape ; sh:targetClass ${type} ; sh:property [ sh:path ${path} ; ${constraint} ; sh:severity sh:${severity} ; sh:message ${JSON.stringify(`${type} ${path} ${demand}`)} ] .`)
  }
  if (found.length < 150) throw new Error(`only ${found.length} base shapes could be rebuilt`)
  const prefixes = { adms: 'http://www.w3.org/ns/adms#', dcat: 'http://www.w3.org/ns/dcat#', dcatap: 'http://data.europa.eu/r5r/', dcterms: 'http://purl.org/dc/terms/', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', locn: 'http://www.w3.org/ns/locn#', odrl: 'http://www.w3.org/ns/odrl/2/', prov: 'http://www.w3.org/ns/prov#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', sh: 'http://www.w3.org/ns/shacl#', skos: 'http://www.w3.org/2004/02/skos/core#', spdx: 'http://spdx.org/rdf/terms#', time: 'http://www.w3.org/2006/time#', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#' }
  return `${Object.entries(prefixes).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`).join('\n')}\n${found.join('\n')}`
}

/** The concepts of the shipped lists, and every concept class the shapes ask for. */
function vocabularyQuads(): Quad[] {
  const lines = vocabularies.flatMap(({ scheme, concepts }) => concepts.map(({ uri }) => `<${uri}> a <http://www.w3.org/2004/02/skos/core#Concept> ; <http://www.w3.org/2004/02/skos/core#inScheme> <${scheme}> .`))
  const algorithms = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => `<http://spdx.org/rdf/terms#checksumAlgorithm_${name}> a <http://spdx.org/rdf/terms#ChecksumAlgorithm> .`)
  return parse([...lines, ...algorithms].join('\n'))
}

const prepared = shapesAbsent === false ? shapes() : undefined
const concepts = vocabularyQuads()

/** Validates statements together with the vocabularies; findings of both engines, each once. */
export async function validate(statements: readonly Statement[]): Promise<{ shaclEngine: Finding[]; rdfValidateShacl: Finding[] }> {
  return { shaclEngine: await validateOnce(statements), rdfValidateShacl: await validateAgain(statements) }
}

/** Validates by the slower engine: a second opinion, for samples. */
export async function validateAgain(statements: readonly Statement[]): Promise<Finding[]> {
  const report = await new SHACLValidator(prepared ?? missing()).validate(datasetOf(quadsOf(statements)))
  return unique(report.results.map((result) => finding(result.severity, result.focusNode, result.path, result.value, result.sourceShape, result.message[0])))
}

/** Validates Turtle by the faster of the two engines. */
export async function validateTurtle(text: string): Promise<Finding[]> {
  return findings(datasetOf(parse(text)))
}

/** Validates statements by the faster engine; blank nodes keep their labels in the findings. */
export async function validateOnce(statements: readonly Statement[]): Promise<Finding[]> {
  return findings(datasetOf(quadsOf(statements)))
}

const datasetOf = (quads: readonly Quad[]): DatasetCore => datasets.dataset([...quads, ...concepts])

const quadsOf = (statements: readonly Statement[]): Quad[] => statements.flatMap(({ subject, predicate, object }) => (subject ? [DataFactory.quad(nodeOf(subject), DataFactory.namedNode(predicate), termOf(object))] : []))
const nodeOf = ({ kind, value }: Node) => (kind === 'iri' ? DataFactory.namedNode(value) : DataFactory.blankNode(value))
const termOf = (object: Node | Literal) => (object.kind === 'literal' ? DataFactory.literal(object.value, object.language ?? (object.datatype === undefined ? undefined : DataFactory.namedNode(object.datatype))) : nodeOf(object))

async function findings(dataset: DatasetCore): Promise<Finding[]> {
  const report = await new Validator(prepared ?? missing(), { factory: DataFactory }).validate({ dataset })
  return unique(report.results.map((result) => finding(result.severity, result.focusNode.term, result.path?.[0]?.predicates?.[0], result.value?.term, result.shape.ptr.term, result.message[0])))
}

function missing(): never {
  throw new Error(String(shapesAbsent))
}

type MaybeTerm = Term | { readonly value: string } | null | undefined

function finding(severity: MaybeTerm, node: MaybeTerm, path: MaybeTerm, value: MaybeTerm, shape: MaybeTerm, message: MaybeTerm): Finding {
  return { severity: severity?.value.split('#')[1] ?? '', node: node?.value ?? '', path: path?.value ?? '', value: value?.value ?? '', shape: shape?.value ?? '', message: message?.value ?? '' }
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((f) => [`${f.node} ${f.path} ${f.value} ${f.message}`, f])).values()]
}

export const violations = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'Violation')
