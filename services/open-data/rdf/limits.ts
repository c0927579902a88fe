/** How much one file may cost. Everything is checked while the bytes arrive, before any parser sees them. */
export type Limits = {
  /** Bytes of the (decompressed) file. */
  readonly bytes: number
  readonly triples: number
  /** Bytes of one literal, IRI, comment or tag. */
  readonly literalBytes: number
  /** Nested elements, brackets or objects. */
  readonly nesting: number
  /** Bytes the graph may hold in memory (literals and names, without indexes). */
  readonly memoryBytes: number
  /** Bytes of a JSON-LD file: a context at its end makes the parser hold all of it, so it may be less than `bytes`. */
  readonly jsonBytes: number
}

/**
 * 256 MB of RDF are about 20,000 real datasets of this country's portals; the graph of such a file stays below 200 MB.
 * A larger catalogue comes in pages (Hydra), as the specification recommends.
 */
export const defaultLimits: Limits = {
  bytes: 256 * 1024 * 1024,
  triples: 4_000_000,
  literalBytes: 1024 * 1024,
  nesting: 64,
  memoryBytes: 192 * 1024 * 1024,
  jsonBytes: 64 * 1024 * 1024,
}
