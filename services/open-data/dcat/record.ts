/** Reading one node of a graph: what is taken is counted as understood, the rest is kept as statements. */
import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { refuse } from './refusals.ts'
import type { Refusal, RefusalCode } from './refusals.ts'
import type { Iri, LanguageText, LanguageList, Node, ProvenanceNote, Statement } from './schema.ts'
import type { Normalised } from './normalise.ts'
import { safeLine } from './safe-text.ts'

/** What mapping notes down on its way. */
export type Notes = {
  readonly warnings: Refusal[]
  readonly provenance: ProvenanceNote[]
  /** For texts without a language tag. */
  readonly language: string
}

export function newNotes(language = 'de'): Notes {
  return { warnings: [], provenance: [], language }
}

export function warn(notes: Notes, code: RefusalCode, field: string, detail?: string): void {
  notes.warnings.push(refuse(code, detail === undefined ? { field } : { field, detail }))
}

/** The normalised value, its rule noted; or a warning that nothing fits. */
export function normalised(notes: Notes, field: string, from: string, result: Normalised | undefined, unknown: RefusalCode): string | undefined {
  if (!result) {
    warn(notes, unknown, field, from)
    return undefined
  }
  if (result.rule !== undefined) notes.provenance.push({ field, from, rule: result.rule })
  return result.value
}

export type Record = {
  readonly node: Node
  /** The values of these predicates, which then count as understood. */
  readonly take: (...predicates: Iri[]) => Term[]
  /** Gives a value back: it stays a statement. */
  readonly keep: (predicate: Iri, object: Term) => void
  /** What nobody took, with the blank nodes that hang below it. */
  readonly rest: () => Statement[]
}

export function openRecord(graph: Graph, node: Node): Record {
  const values = graph.describe(node)
  values.delete(iri('rdf:type'))
  const kept: Statement[] = []
  return {
    node,
    take: (...predicates) => predicates.flatMap((predicate) => {
      const found = values.get(predicate) ?? []
      values.delete(predicate)
      return found
    }),
    keep: (predicate, object) => { kept.push({ predicate, object }, ...below(graph, object, new Set())) },
    rest: () => {
      const seen = new Set<string>()
      const found: Statement[] = [...kept]
      for (const [predicate, objects] of values) {
        for (const object of objects) found.push({ predicate, object }, ...below(graph, object, seen))
      }
      return found
    },
  }
}

/** Everything said of a blank node and of those below it; `seen` ends cycles. */
function below(graph: Graph, term: Term, seen: Set<string>): Statement[] {
  if (term.kind !== 'blank' || seen.has(term.value)) return []
  seen.add(term.value)
  const found: Statement[] = []
  for (const [predicate, objects] of graph.describe(term)) {
    for (const object of objects) found.push({ subject: term, predicate, object }, ...below(graph, object, seen))
  }
  return found
}

/** `{ ...optional('issued', value) }`: the field only when there is a value. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // A computed key widens to string; the type says what is true.
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

/** Texts by language; of several in one language the first counts and the others are reported. */
export function textOf(terms: readonly Term[], notes: Notes, field: string, clean: (raw: string) => string = safeLine): LanguageText {
  const texts: { [language: string]: string } = {}
  for (const term of terms) {
    if (term.kind !== 'literal') continue
    const language = languageTag(term, notes)
    const text = clean(term.value)
    if (text === '') continue
    if (texts[language] === undefined) texts[language] = text
    else if (texts[language] !== text) warn(notes, 'open-data.dataset.several-values', field, text)
  }
  return texts
}

/** Lists of words by language, each once. */
export function wordsOf(terms: readonly Term[], notes: Notes, field: string): LanguageList {
  const words: { [language: string]: string[] } = {}
  for (const term of terms) {
    const word = term.kind === 'literal' ? safeLine(term.value) : ''
    if (word === '' || word.length > 200) {
      warn(notes, 'open-data.dataset.keyword-invalid', field, term.value)
      continue
    }
    const list = (words[term.kind === 'literal' ? languageTag(term, notes) : notes.language] ??= [])
    if (!list.includes(word)) list.push(word)
  }
  return words
}

function languageTag(term: Term, notes: Notes): string {
  const tag = (term.kind === 'literal' ? term.language : undefined)?.toLowerCase()
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/.test(tag)) return notes.language
  return tag.startsWith('de-x-') ? tag : (tag.split('-')[0] ?? tag)
}

/** The values as strings, whether IRI or literal, each once. Blank nodes say nothing. */
export function stringsOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.filter((term) => term.kind !== 'blank').map((term) => term.value.trim()).filter((value) => value !== ''))]
}

/** Absolute IRIs, also where they were delivered as literals. Others are reported. */
export function irisOf(terms: readonly Term[], notes: Notes, field: string): Iri[] {
  const found = new Set<Iri>()
  for (const value of stringsOf(terms)) {
    const absolute = absoluteIri(value)
    if (absolute === undefined) warn(notes, 'open-data.dataset.url-invalid', field, value)
    else found.add(absolute)
  }
  return [...found]
}

/** Web addresses (http, https, ftp) that a person or program may open. Others are reported. */
export function addressesOf(terms: readonly Term[], notes: Notes, field: string): Iri[] {
  const found = new Set<Iri>()
  for (const value of stringsOf(terms)) {
    const address = webAddress(value)
    if (address === undefined) warn(notes, 'open-data.dataset.url-invalid', field, value)
    else found.add(address)
  }
  return [...found]
}

/** A web address with its unescaped characters escaped; undefined for anything else (`javascript:`, `file:`, relative). */
export function webAddress(value: string): string | undefined {
  const trimmed = value.trim()
  const withScheme = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
  if (withScheme.length > 4000 || !/^(?:https?|ftp):\/\//i.test(withScheme) || !URL.canParse(withScheme)) return undefined
  return absoluteIri(withScheme)
}

/** An absolute IRI with the characters escaped that RDF forbids in one; undefined when it is none. */
export function absoluteIri(value: string): string | undefined {
  if (value.length > 4000 || !/^[a-z][a-z0-9+.-]*:\S/i.test(value)) return undefined
  if (/^(?:javascript|data|vbscript|file):/i.test(value)) return undefined
  return value.replace(/[\u0000-\u0020<>"{}|\\^`\u007f]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
}
