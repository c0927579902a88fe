import type { Iri } from '../dcat/schema.ts'
import { fileTypes, frequencies, hvdCategories, labelOf, licences } from '../vocabulary/lists.ts'

/** What an IRI of a list is called; the IRI itself when it is on none. */
export function labelOfUri(uri: Iri, language: string): string {
  const concept = frequencies.byUri.get(uri) ?? licences.byUri.get(uri) ?? hvdCategories.byUri.get(uri)
  return concept ? labelOf(concept, language) : uri
}

export const formatOfUri = (uri: Iri): string => fileTypes.byUri.get(uri)?.code ?? uri
