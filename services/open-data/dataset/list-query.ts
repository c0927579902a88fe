import { Type, type Static } from 'typebox'
import type { SearchRequest } from '@modellregion/kernel/rules'

const Values = Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }))

/** The address of the search page: every choice stands in it, so that a search can be sent to somebody. */
export const ListQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    theme: Values,
    organisation: Values,
    format: Values,
    licence: Values,
    place: Values,
    year: Values,
    'high-value': Values,
    sort: Type.Optional(Type.Union([Type.Literal('relevance'), Type.Literal('newest'), Type.Literal('title')])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    /** Hits a page; 20 unless asked for more. */
    size: Type.Optional(Type.Union([Type.Literal(20), Type.Literal(50), Type.Literal(100)])),
    'as-typed': Type.Optional(Type.Literal('1')),
  },
  { additionalProperties: true },
)
export type ListQuery = Static<typeof ListQuery>

/** The facets in the order of the page. */
export const facetNames = ['theme', 'format', 'licence', 'organisation', 'place', 'year', 'high-value'] as const
export type FacetName = (typeof facetNames)[number]

export const pageSize = 20
export const sizeOf = (query: Pick<ListQuery, 'size'>): number => query.size ?? pageSize

export const chosenFacets = (query: ListQuery): Partial<Record<FacetName, string[]>> =>
  Object.fromEntries(facetNames.flatMap((name) => (query[name]?.length ? [[name, query[name]]] : [])))

export const toSearch = (query: ListQuery): SearchRequest => ({
  q: query.q ?? '',
  service: 'open-data',
  kind: 'dataset',
  facets: chosenFacets(query),
  from: ((query.page ?? 1) - 1) * sizeOf(query),
  size: sizeOf(query),
  sort: query.sort ?? (query.q?.trim() ? 'relevance' : 'newest'),
  ...(query['as-typed'] && { asTyped: true }),
})

/** The choices as pairs, in a fixed order; `change` replaces some of them. The page number falls away unless it is the change. */
export function pairsOf(query: ListQuery, change: Partial<ListQuery> = {}): [string, string][] {
  const { page: _, ...kept } = query
  const merged: ListQuery = { ...kept, ...change }
  const single = (['q', 'sort', 'as-typed', 'size'] as const).flatMap((name): [string, string][] => (merged[name] ? [[name, String(merged[name])]] : []))
  const several = facetNames.flatMap((name) => (merged[name] ?? []).map((value): [string, string] => [name, value]))
  const pages: [string, string][] = merged.page && merged.page > 1 ? [['page', String(merged.page)]] : []
  return [...single, ...several, ...pages]
}

export const listPath = '/open-data/dataset'

export function hrefOf(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const search = new URLSearchParams(pairsOf(query, change)).toString()
  return search ? `${listPath}?${search}` : listPath
}

/** The same choices without one value of one facet. */
export const hrefWithout = (query: ListQuery, name: FacetName, value: string): string => hrefOf(query, { [name]: (query[name] ?? []).filter((chosen) => chosen !== value) })
