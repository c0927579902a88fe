import { search, suggest, type Platform, type SearchResult, type Suggestions, type UnitOfWork } from '@modellregion/kernel'
import { inCommons } from '../shelf/keep.ts'
import { listEntries } from '../shelf/queries.ts'
import type { Entry } from '../shelf/schema.ts'
import { facetNames, pageSize, toSearch, type FacetName } from './rules/list-query.ts'
import type { ListQuery } from './schema.ts'

/** A question that asks less and finds something: without one filter, without all, or without the words. */
export type Loosening = { readonly without: FacetName | 'filters' | 'words'; readonly query: ListQuery; readonly total: number }
export type Found = { readonly result: SearchResult; readonly entries: readonly Entry[] }

type Asks = { readonly platform: Platform; readonly now: Date; read<T>(work: (db: UnitOfWork) => Promise<T>): Promise<T> }

/**
 * One page of the catalogue. The search belongs to no town and is asked alone; the entries are read in the town's own unit, so that row
 * security has the last word: what was hidden a moment ago is left out.
 */
export async function findEntries(ask: Asks, query: ListQuery, size = pageSize): Promise<Found> {
  const result = await inCommons(ask.platform, 'read', ask.now, (db) => search(db, toSearch(query, size)))
  const ids = result.hits.map(({ ref }) => ref)
  const byId = new Map((ids.length > 0 ? await ask.read((db) => listEntries(db, ids)) : []).map((entry) => [entry.id, entry]))
  return { result, entries: ids.flatMap((id) => byId.get(id) ?? []) }
}

/** When nothing is found: the smallest step back that finds something, or nothing when none does. */
export async function findLoosening(ask: Asks, query: ListQuery): Promise<Loosening | undefined> {
  const { page: _, ...asked } = query
  const count = async (without: Loosening['without'], names: readonly (FacetName | 'q')[]): Promise<Loosening> => {
    const loosened: ListQuery = { ...asked }
    for (const name of names) delete loosened[name]
    const { total } = await inCommons(ask.platform, 'read', ask.now, (db) => search(db, { ...toSearch(loosened), from: 0, size: 0, count: false }))
    return { without, query: loosened, total }
  }
  const chosen = facetNames.filter((name) => query[name]?.length)
  const single: Loosening[] = []
  if (chosen.length > 1) for (const name of chosen) single.push(await count(name, [name]))
  const [best] = single.sort((a, b) => b.total - a.total)
  if (best && best.total > 0) return best
  const unfiltered = chosen.length > 0 ? await count('filters', chosen) : undefined
  if (unfiltered && unfiltered.total > 0) return unfiltered
  const wordless = chosen.length > 0 && query.q ? await count('words', ['q']) : undefined
  return wordless && wordless.total > 0 ? wordless : undefined
}

/** Others that read alike: found by the words of its title, itself left out. */
export async function findSimilar(ask: Asks, entry: Pick<Entry, 'id' | 'title' | 'service'>, size: number): Promise<Entry[]> {
  const q = (entry.title.de ?? entry.title.en ?? '').replaceAll(/["-]/g, ' ')
  const { hits } = await inCommons(ask.platform, 'read', ask.now, (db) => search(db, { q, service: 'portfolio', kind: 'entry', from: 0, size: size + 1, count: false, asTyped: true }))
  const ids = hits.map(({ ref }) => ref).filter((id) => id !== entry.id).slice(0, size)
  if (ids.length === 0) return []
  const byId = new Map((await ask.read((db) => listEntries(db, ids))).map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What could be meant while somebody types. */
export const suggestEntries = (ask: Pick<Asks, 'platform' | 'now'>, typed: string): Promise<Suggestions> => inCommons(ask.platform, 'read', ask.now, (db) => suggest(db, typed, { service: 'portfolio', size: 5 }))
