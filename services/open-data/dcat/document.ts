/** A document as a reader sees it: subjects in order, each statement once, blank nodes inside the node that names them. */
import { iri } from '../rdf/namespaces.ts'
import type { Iri, Literal, Node, Statement } from './schema.ts'

export type Subject = { readonly node: Node; readonly types: Iri[]; readonly predicates: Map<Iri, (Node | Literal)[]> }

export type Document = {
  /** Subjects that stand for themselves. */
  readonly roots: readonly Subject[]
  /** The blank node to print in place, if this node is one that only one statement names. */
  readonly inline: (node: Node | Literal) => Subject | undefined
}

/** Groups statements; those without subject belong to no node and are dropped. */
export function toDocument(statements: readonly Statement[]): Document {
  const subjects = new Map<string, Subject>()
  const seen = new Set<string>()
  const mentions = new Map<string, number>()
  for (const { subject, predicate, object } of statements) {
    if (!subject) continue
    const statementKey = `${keyOf(subject)} ${predicate} ${keyOf(object)}`
    if (seen.has(statementKey)) continue
    seen.add(statementKey)
    const entry: Subject = subjects.get(keyOf(subject)) ?? { node: subject, types: [], predicates: new Map() }
    subjects.set(keyOf(subject), entry)
    if (predicate === iri('rdf:type') && object.kind === 'iri') entry.types.push(object.value)
    else listIn(entry.predicates, predicate).push(object)
    if (object.kind === 'blank') mentions.set(keyOf(object), (mentions.get(keyOf(object)) ?? 0) + 1)
  }
  const inlined = new Set([...subjects.keys()].filter((key) => key.startsWith('_:') && mentions.get(key) === 1))
  releaseCycles(subjects, inlined)
  return {
    roots: [...subjects].filter(([key]) => !inlined.has(key)).map(([, subject]) => subject),
    inline: (node) => (inlined.has(keyOf(node)) ? subjects.get(keyOf(node)) : undefined),
  }
}

/** Blank nodes that only name each other would never be printed: they become subjects of their own. */
function releaseCycles(subjects: ReadonlyMap<string, Subject>, inlined: Set<string>): void {
  const reached = new Set<string>()
  const walk = (start: string) => {
    const waiting = [start]
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (reached.has(key)) continue
      reached.add(key)
      for (const objects of subjects.get(key)?.predicates.values() ?? []) for (const object of objects) if (inlined.has(keyOf(object))) waiting.push(keyOf(object))
    }
  }
  for (const key of subjects.keys()) if (!inlined.has(key)) walk(key)
  for (const key of inlined) {
    if (reached.has(key)) continue
    inlined.delete(key)
    walk(key)
  }
}

function listIn(predicates: Subject['predicates'], predicate: Iri): (Node | Literal)[] {
  const list = predicates.get(predicate) ?? []
  predicates.set(predicate, list)
  return list
}

function keyOf(term: Node | Literal): string {
  if (term.kind !== 'literal') return term.kind === 'iri' ? `<${term.value}>` : `_:${term.value}`
  return `${JSON.stringify(term.value)}@${term.language ?? ''}^${term.datatype ?? ''}`
}
