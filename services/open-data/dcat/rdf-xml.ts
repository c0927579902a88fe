import { iri, namespaces } from '../rdf/namespaces.ts'
import { toDocument } from './document.ts'
import type { Document, Subject } from './document.ts'
import type { Iri, Literal, Node, Statement } from './schema.ts'

/**
 * RDF/XML in the striped form readers know: typed elements, blank nodes nested. A predicate whose IRI does not end in an
 * XML name cannot be written in this syntax and is left out.
 */
export function toRdfXml(statements: readonly Statement[]): string {
  const document = toDocument(statements)
  const names = newNames()
  const body = document.roots.map((subject) => element(subject, document, names, '  ')).join('')
  const declared = [...names.used].map(([prefix, namespace]) => `\n  xmlns:${prefix}="${attribute(namespace)}"`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared}>\n${body}</rdf:RDF>\n`
}

type Names = { readonly used: Map<string, string>; readonly qualify: (value: Iri) => string | undefined }

function newNames(): Names {
  const used = new Map<string, string>([['rdf', namespaces.rdf]])
  const prefixes = new Map<string, string>(Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix]))
  return {
    used,
    qualify(value) {
      const split = /^(.*[^\w.-])([A-Za-z_][\w.-]*)$/s.exec(value)
      if (!split) return undefined
      const [, namespace = '', local = ''] = split
      const prefix = prefixes.get(namespace) ?? `ns${prefixes.size}`
      prefixes.set(namespace, prefix)
      used.set(prefix, namespace)
      return `${prefix}:${local}`
    },
  }
}

function element(subject: Subject, document: Document, names: Names, indent: string): string {
  const [first, ...others] = subject.types
  const own = first === undefined ? undefined : names.qualify(first)
  const tag = own ?? 'rdf:Description'
  const rest = own === undefined ? subject.types : others
  const types = rest.map((type) => `${indent}  <rdf:type rdf:resource="${attribute(type)}"/>\n`)
  const inner = [...subject.predicates].flatMap(([predicate, objects]) => {
    const name = names.qualify(predicate)
    return name === undefined ? [] : objects.map((object) => property(name, object, document, names, `${indent}  `))
  })
  const content = [...types, ...inner].join('')
  const about = aboutOf(subject.node, document)
  return content === '' ? `${indent}<${tag}${about}/>\n` : `${indent}<${tag}${about}>\n${content}${indent}</${tag}>\n`
}

function aboutOf(node: Node, document: Document): string {
  if (node.kind === 'iri') return ` rdf:about="${attribute(node.value)}"`
  return document.inline(node) ? '' : ` rdf:nodeID="${attribute(node.value)}"`
}

function property(name: string, object: Node | Literal, document: Document, names: Names, indent: string): string {
  if (object.kind === 'literal') return `${indent}<${name}${qualifiers(object)}>${text(object.value)}</${name}>\n`
  const inline = document.inline(object)
  if (inline) return `${indent}<${name}>\n${element(inline, document, names, `${indent}  `)}${indent}</${name}>\n`
  const target = object.kind === 'iri' ? `rdf:resource="${attribute(object.value)}"` : `rdf:nodeID="${attribute(object.value)}"`
  return `${indent}<${name} ${target}/>\n`
}

function qualifiers({ language, datatype }: Literal): string {
  if (language !== undefined) return ` xml:lang="${attribute(language)}"`
  return datatype === undefined || datatype === iri('xsd:string') ? '' : ` rdf:datatype="${attribute(datatype)}"`
}

/** Characters XML 1.0 forbids even escaped are dropped; a carriage return would be read back as a line feed. */
const text = (value: string) => allowed(value).replace(/[&<>\r]/g, (c) => (c === '\r' ? '&#13;' : entity[c] ?? c))
const attribute = (value: string) => allowed(value).replace(/[&<>"\n\r\t]/g, (c) => entity[c] ?? `&#${c.charCodeAt(0)};`)
const entity: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// eslint-disable-next-line no-control-regex -- exactly what XML 1.0 section 2.2 forbids
const allowed = (value: string) => value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
