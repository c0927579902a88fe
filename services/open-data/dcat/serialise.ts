import { toJsonLd } from './json-ld.ts'
import { toRdfXml } from './rdf-xml.ts'
import type { Statement } from './schema.ts'
import { toTurtle } from './turtle.ts'

/** The three syntaxes of the catalogue, by the file extension in its addresses. */
export const serialisations = {
  ttl: { mediaType: 'text/turtle', write: toTurtle },
  rdf: { mediaType: 'application/rdf+xml', write: toRdfXml },
  jsonld: { mediaType: 'application/ld+json', write: toJsonLd },
} as const

export type Extension = keyof typeof serialisations

/** Writes statements in one of the syntaxes. */
export function serialise(statements: readonly Statement[], extension: Extension): string {
  return serialisations[extension].write(statements)
}

/** `xml`, `n3`, `json` and the like are what other portals call the same. */
const aliases: Readonly<Record<string, Extension>> = { ttl: 'ttl', n3: 'ttl', turtle: 'ttl', rdf: 'rdf', xml: 'rdf', jsonld: 'jsonld', json: 'jsonld' }

/** The syntax of a file extension in an address; undefined when there is none. */
export function extensionOf(name: string): Extension | undefined {
  return aliases[name.toLowerCase()]
}

/** The RDF syntax an Accept header prefers over HTML; undefined when it wants none or rather HTML (RFC 9110, 12.5.1). */
export function extensionForAccept(accept: string | undefined): Extension | undefined {
  const wishes = (accept ?? '').split(',').map((part, index) => {
    const [type = '', ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/)
    const quality = Number(parameters.find((p) => p.startsWith('q='))?.slice(2) ?? 1)
    return { type, quality: Number.isFinite(quality) ? quality : 0, index }
  }).filter((wish) => wish.quality > 0).toSorted((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { type } of wishes) {
    if (type === 'text/html' || type === 'application/xhtml+xml' || type === '*/*') return undefined
    const extension = acceptable[type]
    if (extension) return extension
  }
  return undefined
}

const acceptable: Readonly<Record<string, Extension>> = {
  'text/turtle': 'ttl', 'application/x-turtle': 'ttl', 'text/n3': 'ttl', 'application/rdf+xml': 'rdf', 'application/ld+json': 'jsonld',
}
