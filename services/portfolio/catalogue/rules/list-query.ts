import type { SearchRequest } from '@modellregion/kernel/rules'
import type { ListQuery } from '../schema.ts'

/** The facets in the order of the page. */
export const facetNames = ['class', 'installable', 'kind', 'topic', 'town', 'origin', 'licence', 'service'] as const
export type FacetName = (typeof facetNames)[number]

export const pageSize = 20
export const listPath = '/portfolio/reuse'
export const entryPath = (id: string): string => `${listPath}/${id}`
export const suppliersPath = '/portfolio/supplier'
export const supplierPath = (id: string): string => `${suppliersPath}/${id}`

/** What the search in the commons is asked for a page of the catalogue. */
export const toSearch = (query: ListQuery, size = pageSize): SearchRequest => ({
  q: query.q ?? '',
  service: 'portfolio',
  kind: 'entry',
  facets: Object.fromEntries(facetNames.flatMap((name) => (query[name]?.length ? [[name, query[name]]] : []))),
  from: ((query.page ?? 1) - 1) * size,
  size,
  sort: sortOf(query),
})

/** With words the best hit comes first, without the newest. */
export const sortOf = (query: Pick<ListQuery, 'q' | 'sort'>): 'relevance' | 'newest' | 'title' => query.sort ?? (query.q?.trim() ? 'relevance' : 'newest')

/** The choices as pairs, in a fixed order; `change` replaces some of them. The page number falls away unless it is the change. */
export function pairsOf(query: ListQuery, change: Partial<ListQuery> = {}): [string, string][] {
  const { page: _, ...kept } = query
  const merged: ListQuery = { ...kept, ...change }
  const single = (['q', 'sort'] as const).flatMap((name): [string, string][] => (merged[name] ? [[name, merged[name]]] : []))
  const several = facetNames.flatMap((name) => (merged[name] ?? []).map((value): [string, string] => [name, value]))
  const pages: [string, string][] = merged.page && merged.page > 1 ? [['page', String(merged.page)]] : []
  return [...single, ...several, ...pages]
}

export function hrefOf(query: ListQuery, change: Partial<ListQuery> = {}, path = listPath): string {
  const search = new URLSearchParams(pairsOf(query, change)).toString()
  return search ? `${path}?${search}` : path
}

/** The same choices without one value of one facet. */
export const hrefWithout = (query: ListQuery, name: FacetName, value: string): string => hrefOf(query, { [name]: (query[name] ?? []).filter((chosen) => chosen !== value) })

/** How many filters are set. */
export const countFilters = (query: ListQuery): number => facetNames.reduce((sum, name) => sum + (query[name]?.length ?? 0), 0)

/** Only programs and texts cannot be installed: everything else is of a kind that some service can work with. */
export const isInstallableKind = (kind: string): boolean => kind !== 'software' && kind !== 'reading'
