/** What a service lets people find. Everything is plain text, as it should be read. */
export type SearchRecord = {
  service: string
  kind: string
  /** Unique within tenant, service and kind. */
  ref: string
  /** `public` is found by every service and shown to everybody; any other value only by the service itself, when it asks for it. Default: public. */
  audience?: string
  title: string
  keywords?: readonly string[]
  /** Publisher, author, provider. */
  holder?: string
  body?: string
  /** Path of the record's page. */
  url: string
  updated?: Date | undefined
  /** Values to filter by and to count: `{ theme: ['Verkehr'], format: ['CSV', 'JSON'] }`. */
  facets?: Readonly<Record<string, readonly string[]>>
  /**
   * Facets that are counted by themselves, because their values hardly depend on the others and are many, or several on one record: a town, topics.
   * The others are counted as combinations, which pays as long as these are far fewer than the records. Changes no number. Default: each value by itself.
   */
  separately?: readonly string[]
}

export type SearchRequest = {
  q: string
  /** Without it the records of all services are searched. */
  service?: string | undefined
  kind?: string | undefined
  /** Non-public records of the own service; the caller has checked that the person may see them. */
  audiences?: readonly string[] | undefined
  /** Chosen values: any of a facet's values, in all facets. */
  facets?: Readonly<Record<string, readonly string[]>> | undefined
  /** Counts facet values, at most 200 each. Default: true. */
  count?: boolean | undefined
  from: number
  size: number
  sort?: 'relevance' | 'newest' | 'title' | undefined
  /** Search the words exactly as typed, without correcting any: "search instead for". */
  asTyped?: boolean | undefined
}

export type SearchHit = {
  ref: string
  kind: string
  service: string
  title: string
  url: string
  score: number
  /** Found only after the question was relaxed; shown below a line that says so. */
  loose: boolean
  updated: Date | undefined
}

export type FacetCount = { value: string; count: number }
export type SearchResult = {
  total: number
  hits: SearchHit[]
  facets: Record<string, FacetCount[]>
  /** Words that were not found and what was searched as well. */
  corrected: { from: string; to: string }[]
  /** Fewer words than asked for were enough. */
  relaxed: boolean
}
