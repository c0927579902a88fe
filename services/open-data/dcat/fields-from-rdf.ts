/** Fields that datasets, files and services share. */
import { iri } from '../rdf/namespaces.ts'
import type { Graph, Term } from '../rdf/graph.ts'
import { readDate } from './dates.ts'
import { availabilityOf, languageOf, licenceOf } from './normalise.ts'
import { absoluteIri, normalised, stringsOf, warn } from './record.ts'
import type { Notes, Record } from './record.ts'
import type { Iri } from './schema.ts'

/** The date of a predicate; impossible and implausible ones are reported and left out. */
export function readDateField(record: Record, predicate: Iri, notes: Notes, field: string): string | undefined {
  const values = stringsOf(record.take(predicate))
  for (const value of values) {
    const result = readDate(value, field)
    if ('date' in result) return result.date
    notes.warnings.push(result.refusal)
  }
  return undefined
}

export function readLanguages(record: Record, notes: Notes, field: string): Iri[] {
  const found = stringsOf(record.take(iri('dct:language'))).map((value) => normalised(notes, `${field}.language`, value, languageOf(value), 'open-data.dataset.language-unknown'))
  return [...new Set(found.filter((language) => language !== undefined))]
}

export function readAvailability(record: Record, notes: Notes, field: string): Iri | undefined {
  const value = stringsOf(record.take(iri('dcatap:availability'), iri('dcatde:plannedAvailability')))[0]
  return value === undefined ? undefined : normalised(notes, `${field}.availability`, value, availabilityOf(value), 'open-data.dataset.availability-unknown')
}

export function numberOf(term: Term | undefined): number | undefined {
  const value = term?.kind === 'literal' ? Number(term.value) : Number.NaN
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

/** The words of a node that stands for a document or format: its label, or the node itself. */
export function wordsFor(graph: Graph, term: Term): string[] {
  if (term.kind === 'literal') return [term.value.trim()]
  const said = graph.describe(term)
  const label = [iri('rdfs:label'), iri('dct:title'), iri('skos:prefLabel'), iri('foaf:name'), iri('rdf:value')].flatMap((p) => said.get(p) ?? [])
  return [...(term.kind === 'iri' ? [term.value.trim()] : []), ...label.map((l) => l.value.trim())]
}

/** The licence of the list where one fits; else the source's IRI or words, reported. `dct:rights` helps out. */
export function readLicence(graph: Graph, record: Record, notes: Notes, field: string): { license?: Iri; licenseText?: string } {
  const terms = record.take(iri('dct:license'))
  if (new Set(terms.map((term) => term.value)).size > 1) warn(notes, 'open-data.distribution.several-licences', `${field}.license`, terms.map((term) => term.value).join(' | '))
  for (const words of terms.map((term) => wordsFor(graph, term))) {
    for (const word of words) {
      const result = licenceOf(word)
      if (!result) continue
      if (result.rule !== undefined) notes.provenance.push({ field: `${field}.license`, from: word, rule: result.rule })
      return { license: result.value }
    }
  }
  const unknown = terms.flatMap((term) => wordsFor(graph, term)).find((word) => word !== '')
  if (unknown === undefined) return {}
  warn(notes, 'open-data.distribution.licence-unknown', `${field}.license`, unknown)
  const address = absoluteIri(unknown)
  return address === undefined ? { licenseText: unknown.slice(0, 500) } : { license: address }
}
