import { search, type UnitOfWork } from '@modellregion/kernel'
import * as queries from '../queries.ts'
import type { Counted, Which } from '../queries.ts'
import { wholeFilter, type Plan } from './plan.ts'
import type { Order } from './sorting.ts'

export type Wish = { readonly order: Order; readonly from: number; readonly size: number; readonly facets: readonly Counted[]; readonly facetSize: number | null }
export type Outcome = { total: number; ids: readonly string[]; facets: Partial<Record<Counted, { value: string; n: number }[]>> }

/** The search ranks this many; of more hits the rest is not reachable when the catalogue has to filter or sort them. */
const mostRanked = 10_000
const searched: ReadonlySet<Counted> = new Set<Counted>(['organisation', 'theme', 'format'])

/** Asks the town's search for words, the catalogue for everything else, and both where one needs the other. */
export async function runPlan(db: UnitOfWork, plan: Plan, wish: Wish): Promise<Outcome> {
  if (plan.words.trim() === '') return await fromCatalogue(db, { filter: wholeFilter(plan) }, wish)
  const isRanking = wish.order.relevance && plan.filter.kind === 'always'
  return isRanking && wish.facets.every((facet) => searched.has(facet)) ? await fromSearch(db, plan, wish) : await fromBoth(db, plan, wish)
}

const request = (plan: Plan) => ({ q: plan.words, service: 'open-data', kind: 'dataset', facets: plan.chosen })

async function fromSearch(db: UnitOfWork, plan: Plan, { from, size, facets, facetSize }: Wish): Promise<Outcome> {
  const found = await search(db, { ...request(plan), from, size, count: facets.length > 0 })
  const counts = facets.map((facet) => [facet, (found.facets[facet] ?? []).map(({ value, count }) => ({ value, n: count })).slice(0, facetSize ?? undefined)])
  return { total: found.total, ids: found.hits.map(({ ref }) => ref), facets: Object.fromEntries(counts) }
}

async function fromBoth(db: UnitOfWork, plan: Plan, wish: Wish): Promise<Outcome> {
  const found = await search(db, { ...request(plan), from: 0, size: mostRanked, count: false })
  const ids = found.hits.map(({ ref }) => ref)
  const which = { filter: plan.filter, ids }
  if (!wish.order.relevance) return await fromCatalogue(db, which, wish)
  const matching = plan.filter.kind === 'always' ? undefined : new Set((await queries.findIds(db, which, [], { from: 0, size: mostRanked })).map(({ id }) => id))
  const ranked = matching ? ids.filter((id) => matching.has(id)) : ids
  return { total: ranked.length, ids: ranked.slice(wish.from, wish.from + wish.size), facets: await countAll(db, which, wish) }
}

async function fromCatalogue(db: UnitOfWork, which: Which, wish: Wish): Promise<Outcome> {
  const { order, from, size } = wish
  const found = size === 0 ? [] : await queries.findIds(db, which, order.sort, { from, size })
  // A page that is not full is the last one: then the total is known.
  const isLast = found.length < size && (found.length > 0 || from === 0)
  return { total: isLast ? from + found.length : (await queries.countFound(db, which)).n, ids: found.map(({ id }) => id), facets: await countAll(db, which, wish) }
}

async function countAll(db: UnitOfWork, which: Which, { facets, facetSize }: Wish): Promise<Outcome['facets']> {
  const counts: Outcome['facets'] = {}
  for (const facet of facets) counts[facet] = await queries.countValues(db, which, facet, facetSize)
  return counts
}
