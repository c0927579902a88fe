import { namespaces } from '../rdf/namespaces.ts'
import { toDocument } from './document.ts'
import type { Document, Subject } from './document.ts'
import type { Iri, Literal, Node, Statement } from './schema.ts'

/** Turtle 1.1, grouped and indented, only the prefixes in use. */
export function toTurtle(statements: readonly Statement[]): string {
  const document = toDocument(statements)
  const used = new Set<string>()
  const name = (value: Iri) => shorten(value, used)
  const body = document.roots.map((subject) => `${nodeName(subject.node, name)}${predicates(subject, document, name, 1)} .\n`).join('\n')
  const head = Object.entries(namespaces).filter(([prefix]) => used.has(prefix)).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join('')
  return `${head}\n${body}`
}

type Naming = (value: Iri) => string

function predicates(subject: Subject, document: Document, name: Naming, depth: number): string {
  const indent = `\n${'  '.repeat(depth)}`
  const lines = [...subject.predicates].map(([predicate, objects]) => `${name(predicate)} ${objects.map((object) => term(object, document, name, depth)).join(`,${indent}  `)}`)
  if (subject.types.length > 0) lines.unshift(`a ${subject.types.map(name).join(', ')}`)
  return lines.map((line) => indent + line).join(' ;')
}

function term(object: Node | Literal, document: Document, name: Naming, depth: number): string {
  if (object.kind === 'literal') return literal(object, name)
  const inline = document.inline(object)
  return inline ? `[${predicates(inline, document, name, depth + 1)}\n${'  '.repeat(depth)}]` : nodeName(object, name)
}

const nodeName = (node: Node, name: Naming) => (node.kind === 'blank' ? `_:${node.value}` : name(node.value))

function literal({ value, language, datatype }: Literal, name: Naming): string {
  const text = `"${value.replace(/[\\"\n\r\t\b\f]/g, (c) => escapes[c] ?? c).replace(/[\u0000-\u001f\u007f]/g, unicode)}"`
  if (language !== undefined) return `${text}@${language}`
  return datatype === undefined ? text : `${text}^^${name(datatype)}`
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }
const unicode = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`

function shorten(value: Iri, used: Set<string>): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (!value.startsWith(namespace)) continue
    const local = value.slice(namespace.length)
    if (!/^[A-Za-z_][\w-]*$/.test(local)) continue
    used.add(prefix)
    return `${prefix}:${local}`
  }
  return `<${value.replace(/[\u0000-\u0020<>"{}|\\^`]/g, unicode)}>`
}
