import { namespaces } from '../rdf/namespaces.ts'
import { toDocument } from './document.ts'
import type { Document, Subject } from './document.ts'
import type { Iri, Literal, Node, Statement } from './schema.ts'

type Json = string | { readonly [key: string]: Json | readonly Json[] } | readonly Json[]

/** JSON-LD 1.1 with its context inside (no reader has to load one) and `@graph` in the order of the statements. */
export function toJsonLd(statements: readonly Statement[]): string {
  const document = toDocument(statements)
  const used = new Set<string>()
  const graph = document.roots.map((subject) => object(subject, document, used))
  const context = Object.fromEntries(Object.entries(namespaces).filter(([prefix]) => used.has(prefix)))
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 1)}\n`
}

function object(subject: Subject, document: Document, used: Set<string>): { [key: string]: Json | readonly Json[] } {
  const result: { [key: string]: Json | readonly Json[] } = {}
  if (subject.node.kind === 'iri') result['@id'] = subject.node.value
  else if (!document.inline(subject.node)) result['@id'] = `_:${subject.node.value}`
  if (subject.types.length > 0) result['@type'] = one(subject.types.map((type) => compact(type, used)))
  for (const [predicate, objects] of subject.predicates) result[compact(predicate, used)] = one(objects.map((value) => term(value, document, used)))
  return result
}

function term(value: Node | Literal, document: Document, used: Set<string>): Json {
  if (value.kind === 'literal') {
    if (value.language !== undefined) return { '@language': value.language, '@value': value.value }
    return value.datatype === undefined ? value.value : { '@type': compact(value.datatype, used), '@value': value.value }
  }
  const inline = document.inline(value)
  if (inline) return object(inline, document, used)
  return { '@id': value.kind === 'iri' ? value.value : `_:${value.value}` }
}

const one = (values: readonly Json[]): Json | readonly Json[] => (values.length === 1 && values[0] !== undefined ? values[0] : values)

function compact(value: Iri, used: Set<string>): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (!value.startsWith(namespace) || !/^[A-Za-z_][\w-]*$/.test(value.slice(namespace.length))) continue
    used.add(prefix)
    return `${prefix}:${value.slice(namespace.length)}`
  }
  return value
}
