/** Writing statements about one node after the other. */
import { iri, namespaces } from '../rdf/namespaces.ts'
import type { Prefix } from '../rdf/namespaces.ts'
import { dateType } from './dates.ts'
import type { DateText, Iri, LanguageText, Node, Statement } from './schema.ts'

type Name = `${Prefix}:${string}`

/** Collects the statements of one document. */
export type Sheet = {
  readonly statements: Statement[]
  readonly blank: () => Node
  readonly about: (self: Node) => Sayings
}

/** What can be said of a node. */
export type Sayings = {
  readonly self: Node
  readonly type: (name: Name) => void
  readonly resources: (predicate: Name, values: Iri | readonly Iri[] | undefined) => void
  readonly link: (predicate: Name, node: Node) => void
  readonly plain: (predicate: Name, value: string) => void
  readonly text: (predicate: Name, value: string, language: string) => void
  readonly texts: (predicate: Name, text: LanguageText) => void
  /** A literal of an XSD type, or of the type with this IRI. */
  readonly typed: (predicate: Name, value: string, type: string) => void
  readonly date: (predicate: Name, date: DateText | undefined) => void
  /** A new blank node below this one, of this class. */
  readonly node: (predicate: Name, type: Name) => Sayings
  /** Statements the model had no field for; blank nodes get names of this document. */
  readonly extra: (statements: readonly Statement[] | undefined) => void
}

export const resource = (value: Iri): Node => ({ kind: 'iri', value })

export function newSheet(labels: { next: number }, withExtra: boolean): Sheet {
  const statements: Statement[] = []
  const blank = (): Node => ({ kind: 'blank', value: `b${labels.next++}` })
  const add = (subject: Node, predicate: Iri, object: Statement['object']) => { statements.push({ subject, predicate, object }) }

  function about(self: Node): Sayings {
    const literal = (predicate: Name, value: string, more: { language?: string; datatype?: Iri } = {}) => add(self, iri(predicate), { kind: 'literal', value, ...more })
    const sayings: Sayings = {
      self,
      type: (name) => add(self, iri('rdf:type'), resource(iri(name))),
      resources: (predicate, values) => { for (const value of typeof values === 'string' ? [values] : values ?? []) add(self, iri(predicate), resource(value)) },
      link: (predicate, node) => add(self, iri(predicate), node),
      plain: (predicate, value) => literal(predicate, value),
      text: (predicate, value, language) => literal(predicate, value, { language }),
      texts: (predicate, text) => { for (const [language, value] of Object.entries(text)) literal(predicate, value, { language }) },
      typed: (predicate, value, type) => literal(predicate, value, { datatype: type.includes(':') ? type : namespaces.xsd + type }),
      date: (predicate, date) => { if (date !== undefined) literal(predicate, date, { datatype: namespaces.xsd + dateType(date) }) },
      node(predicate, type) {
        const below = about(blank())
        add(self, iri(predicate), below.self)
        below.type(type)
        return below
      },
      extra(extras) {
        if (!withExtra || !extras) return
        const renamed = new Map<string, Node>()
        const own = <T extends Statement['object']>(node: T): T | Node => {
          if (node.kind !== 'blank') return node
          const known = renamed.get(node.value) ?? blank()
          renamed.set(node.value, known)
          return known
        }
        for (const { subject, predicate, object } of extras) {
          const from = subject === undefined ? self : own(subject)
          add(from, predicate, own(object))
        }
      },
    }
    return sayings
  }

  return { statements, blank, about }
}
