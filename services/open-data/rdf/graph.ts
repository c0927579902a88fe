/**
 * A compact graph of one file. A dataset may come before or after its distributions, so nothing can be mapped before the
 * file is read; what is held is therefore small: names once each, literals as UTF-8 in pages outside the JavaScript heap,
 * statements as three numbers. 1.8 million statements of a real catalogue (190 MB of RDF/XML) take about 150 MB.
 */
import { refuse } from '../dcat/refusals.ts'
import type { Refusal } from '../dcat/refusals.ts'
import type { Literal, Node } from '../dcat/schema.ts'
import type { Limits } from './limits.ts'
import { canonicalTerm, iri } from './namespaces.ts'

/** The part of an RDF/JS term that parsers hand over. */
export type ParsedTerm = {
  readonly termType: string; readonly value: string; readonly language?: string; readonly datatype?: { readonly value: string }
}
export type ParsedQuad = { readonly subject: ParsedTerm; readonly predicate: ParsedTerm; readonly object: ParsedTerm }

export type Term = Node | Literal

/** Statements go in one by one until one is refused. */
export type GraphBuilder = {
  /** Adds a statement, or returns why it (and the file) is refused. */
  readonly add: (quad: ParsedQuad) => Refusal | undefined
  readonly freeze: () => Graph
}

/** The finished graph, indexed by subject. Predicates and classes come in their canonical spelling. */
export type Graph = {
  readonly size: number
  /** Everything said about a node, by predicate, in the order of the file. */
  readonly describe: (node: Node) => Map<string, Term[]>
  readonly has: (node: Node) => boolean
  /** Nodes with this class, in the order of the file. */
  readonly ofType: (type: string) => Node[]
  /** Nodes that have this predicate. */
  readonly subjectsOf: (predicate: string) => Node[]
}

const PAGE = 1024 * 1024

export function createGraph(limits: Limits): GraphBuilder {
  const ids = new Map<string, number>()
  const names: string[] = []
  const kinds: string[] = ['']                       // of literals: '' | '@de' | '^datatype'
  const kindIds = new Map<string, number>([['', 0]])
  const pages: Buffer[] = []
  let pageUsed = PAGE
  let memory = 0
  let statements = new Int32Array(3 * 4096)
  let literals = new Uint32Array(4 * 4096)           // page, offset, length, kind
  let size = 0
  let literalCount = 0

  function nodeId(term: ParsedTerm): number {
    const key = term.termType === 'BlankNode' ? `_:${term.value}` : term.value
    const known = ids.get(key)
    if (known !== undefined) return known
    // A slice of a parser's input would keep that whole chunk alive: copy it.
    const own = Buffer.from(key).toString()
    ids.set(own, names.length)
    memory += own.length + 64
    return names.push(own) - 1
  }

  function literalId(term: ParsedTerm): number {
    const kind = term.language ? `@${term.language}` : !term.datatype || term.datatype.value === iri('xsd:string') ? '' : `^${term.datatype.value}`
    let kindId = kindIds.get(kind)
    if (kindId === undefined) {
      kindId = kinds.push(Buffer.from(kind).toString()) - 1
      kindIds.set(kind, kindId)
      memory += kind.length + 64                     // a hostile file may invent a datatype per literal
    }
    const length = Buffer.byteLength(term.value)
    const page = room(length)
    page.write(term.value, pageUsed - length)
    if (literalCount * 4 === literals.length) literals = grown(literals, new Uint32Array(literals.length * 2))
    literals.set([pages.length - 1, pageUsed - length, length, kindId], literalCount * 4)
    return -1 - literalCount++
  }

  function room(length: number): Buffer {
    const present = pages.at(-1)
    if (present && pageUsed + length <= present.length) { pageUsed += length; return present }
    const page = Buffer.allocUnsafeSlow(Math.max(PAGE, length))
    pages.push(page)
    pageUsed = length
    memory += page.length
    return page
  }

  function add(quad: ParsedQuad): Refusal | undefined {
    const { subject, predicate, object } = quad
    if (!isNode(subject) || !(isNode(object) || object.termType === 'Literal')) return undefined  // quoted triples are left out
    if (size >= limits.triples) return refuse('open-data.harvest.too-many-triples', { detail: `> ${limits.triples}` })
    if (object.value.length > limits.literalBytes) return refuse('open-data.harvest.literal-too-long', { detail: object.value.slice(0, 80) })
    if ((size + 1) * 3 > statements.length) statements = grown(statements, new Int32Array(statements.length * 2))
    const at = size * 3
    statements[at] = nodeId(subject)
    statements[at + 1] = nodeId(predicate)
    statements[at + 2] = object.termType === 'Literal' ? literalId(object) : nodeId(object)
    size++
    if (memory > limits.memoryBytes) return refuse('open-data.harvest.out-of-memory-budget', { detail: `> ${limits.memoryBytes} bytes` })
    return undefined
  }

  function freeze(): Graph {
    const { starts, order } = bySubject(statements, size, names.length)
    const canonical = new Map<number, string>()
    const spell = (id: number) => {
      const known = canonical.get(id)
      if (known !== undefined) return known
      const term = canonicalTerm(names[id] ?? '')
      canonical.set(id, term)
      return term
    }
    const node = (id: number): Node => {
      const name = names[id] ?? ''
      return name.startsWith('_:') ? { kind: 'blank', value: name.slice(2) } : { kind: 'iri', value: name }
    }
    const term = (id: number): Term => {
      if (id >= 0) return node(id)
      const at = (-1 - id) * 4
      const start = literals[at + 1] ?? 0
      const value = pages[literals[at] ?? 0]?.toString('utf8', start, start + (literals[at + 2] ?? 0)) ?? ''
      const kind = kinds[literals[at + 3] ?? 0] ?? ''
      if (kind === '') return { kind: 'literal', value }
      return kind.startsWith('@') ? { kind: 'literal', value, language: kind.slice(1) } : { kind: 'literal', value, datatype: kind.slice(1) }
    }
    const idOf = (of: Node) => ids.get(of.kind === 'blank' ? `_:${of.value}` : of.value)

    // A graph is a set, a file is not: one that repeats the publisher beside each of its 10,000 datasets says each thing about it
    // 10,000 times. The repetitions of a node go when it is first looked at, so that looking again costs nothing.
    const ends = starts.slice(1)
    const tidied = new Uint8Array(names.length)
    function tidy(id: number): void {
      if (tidied[id]) return
      tidied[id] = 1
      const [start = 0, end = 0] = [starts[id], ends[id]]
      if (end - start < 2) return
      const seen = new Set<string>()
      let kept = start
      for (let i = start; i < end; i++) {
        const statement = order[i] ?? 0
        const object = statements[statement * 3 + 2] ?? 0
        const key = `${statements[statement * 3 + 1]} ${object >= 0 ? object : literalKey(object)}`
        if (seen.has(key)) continue
        seen.add(key)
        order[kept++] = statement
      }
      ends[id] = kept
    }
    const literalKey = (id: number): string => {
      const literal = term(id) as Literal // ids below zero are literals
      return `"${literal.value}"${literal.language ?? ''}^${literal.datatype ?? ''}`
    }

    function describe(of: Node): Map<string, Term[]> {
      const found = new Map<string, Term[]>()
      const id = idOf(of)
      if (id === undefined) return found
      tidy(id)
      for (let i = starts[id] ?? 0; i < (ends[id] ?? 0); i++) {
        const at = (order[i] ?? 0) * 3
        const predicate = spell(statements[at + 1] ?? 0)
        const value = term(statements[at + 2] ?? 0)
        const values = found.get(predicate)
        if (values) values.push(value)
        else found.set(predicate, [value])
      }
      return found
    }

    function select(matches: (predicate: string, object: number) => boolean): Node[] {
      const seen = new Set<number>()
      for (let at = 0; at < size * 3; at += 3) {
        if (matches(spell(statements[at + 1] ?? 0), statements[at + 2] ?? 0)) seen.add(statements[at] ?? 0)
      }
      return Array.from(seen, node)
    }

    return {
      size,
      describe,
      has: (of) => { const id = idOf(of); return id !== undefined && starts[id] !== starts[id + 1] },
      ofType: (type) => select((predicate, object) => predicate === iri('rdf:type') && object >= 0 && spell(object) === type),
      subjectsOf: (wanted) => select((predicate) => predicate === wanted),
    }
  }

  return { add, freeze }
}

const isNode = (term: ParsedTerm) => term.termType === 'NamedNode' || term.termType === 'BlankNode'

function grown<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}

/** Counting sort: `order` lists statement numbers, those of subject s between starts[s] and starts[s + 1]. */
function bySubject(statements: Int32Array, size: number, nodes: number): { starts: Uint32Array; order: Uint32Array } {
  const starts = new Uint32Array(nodes + 1)
  const subjectOf = (statement: number) => statements[statement * 3] ?? 0
  for (let i = 0; i < size; i++) starts[subjectOf(i) + 1] = (starts[subjectOf(i) + 1] ?? 0) + 1
  for (let i = 0; i < nodes; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    const place = next[subjectOf(i)] ?? 0
    next[subjectOf(i)] = place + 1
    order[place] = i
  }
  return { starts, order }
}
