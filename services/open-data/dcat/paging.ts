/** Hydra paging of catalogues, as ckanext-dcat made it the custom: http://www.hydra-cg.com/spec/latest/core/ */
import { iri } from '../rdf/namespaces.ts'
import type { Graph } from '../rdf/graph.ts'
import { optional, webAddress } from './record.ts'
import { refuse } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { Iri } from './schema.ts'

export type Paging = { readonly nextPage?: Iri; readonly totalItems?: number; readonly itemsPerPage?: number }

/** Reads both the present form (PartialCollectionView, `hydra:next`) and the old one (PagedCollection, `hydra:nextPage`). */
export function readPaging(graph: Graph): Paging {
  const views = [...graph.ofType(iri('hydra:PartialCollectionView')), ...graph.ofType(iri('hydra:PagedCollection')), ...graph.ofType(iri('hydra:Collection')), ...graph.subjectsOf(iri('hydra:totalItems'))]
  const values = views.map((view) => graph.describe(view))
  const first = (...predicates: Iri[]) => values.flatMap((value) => predicates.flatMap((predicate) => value.get(predicate) ?? []))[0]?.value
  return {
    ...optional('nextPage', webAddress(first(iri('hydra:next'), iri('hydra:nextPage')) ?? '')),
    ...optional('totalItems', count(first(iri('hydra:totalItems')))),
    ...optional('itemsPerPage', count(first(iri('hydra:itemsPerPage')))),
  }
}

function count(text: string | undefined): number | undefined {
  const value = Number(text)
  return text !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** Remembers which pages were read, so that a catalogue whose pages point in a circle ends with a reason. */
export function pageTrail(limit = 10_000): { visit: (address: string) => Refusal | undefined } {
  const seen = new Set<string>()
  return {
    visit(address) {
      if (seen.has(address)) return refuse('open-data.harvest.page-loop', { detail: address })
      if (seen.size >= limit) return refuse('open-data.harvest.page-loop', { detail: `> ${limit} pages` })
      seen.add(address)
      return undefined
    },
  }
}
