import { search, type SearchResult, type UnitOfWork } from '@modellregion/kernel'
import { oncePerCatalogue } from '../catalogue/kept.ts'
import { organisationTitles } from '../organisation/queries.ts'
import { facetNames, toSearch, type FacetName, type ListQuery } from './list-query.ts'
import { listSummaries } from './queries.ts'
import type { DatasetSummary } from './schema.ts'

/** A question that asks less and finds something: without one filter, without all, or without the words. */
export type Loosening = { without: FacetName | 'filters' | 'words'; query: ListQuery; total: number }

export type Found = { result: SearchResult; datasets: DatasetSummary[]; organisations: ReadonlyMap<string, string> }

/** One page of the search: hits in their order, with what the list shows of them. */
export async function findDatasets(db: UnitOfWork, query: ListQuery): Promise<Found> {
  // Without words the answer is one of few, and counting its facets is the dearest part of it.
  const asked = toSearch(query)
  const result = asked.q === '' ? await oncePerCatalogue(db, `list ${JSON.stringify(asked)}`, () => search(db, asked)) : await search(db, asked)
  const summaries = new Map((await listSummaries(db, result.hits.map(({ ref }) => ref))).map((summary) => [summary.id, summary]))
  const names = [...new Set([...(result.facets['organisation'] ?? []).map(({ value }) => value), ...(query.organisation ?? [])])]
  return {
    result,
    datasets: result.hits.flatMap(({ ref }) => summaries.get(ref) ?? []),
    organisations: new Map((await organisationTitles(db, names)).map(({ name, title }) => [name, title])),
  }
}

/** When nothing is found: the smallest step back that finds something, or nothing when none does. */
export async function findLoosening(db: UnitOfWork, query: ListQuery): Promise<Loosening | undefined> {
  const { page: _, ...asked } = query
  const count = async (without: Loosening['without'], names: readonly (FacetName | 'q')[]): Promise<Loosening> => {
    const loosened = { ...asked }
    for (const name of names) delete loosened[name]
    return { without, query: loosened, total: (await search(db, { ...toSearch(loosened), from: 0, size: 0, count: false })).total }
  }
  const chosen = facetNames.filter((name) => query[name]?.length)
  const single: Loosening[] = []
  if (chosen.length > 1) for (const name of chosen) single.push(await count(name, [name]))
  const best = single.sort((a, b) => b.total - a.total)[0]
  if (best && best.total > 0) return best
  const unfiltered = chosen.length > 0 ? await count('filters', chosen) : undefined
  if (unfiltered && unfiltered.total > 0) return unfiltered
  const wordless = chosen.length > 0 && query.q ? await count('words', ['q']) : undefined
  return wordless && wordless.total > 0 ? wordless : undefined
}
